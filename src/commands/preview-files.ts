import { type LoadedDeployment, readDeployment } from '../configuration/load.ts'
import type { PullRequest } from '../github/event.ts'
import type { Progress } from '../report/progress.ts'
import { readFileAt } from './file-at.ts'
import type { Invocation } from './invocation.ts'
import type { PreviewFiles } from './preview-target.ts'

/** Reads the pull request's own deployment file, at its head; a fork's has no say. */
export const previewFiles = async (
  base: LoadedDeployment,
  { headSha, headBranch, isFork }: PullRequest,
  invocation: Invocation,
  { note }: Pick<Progress, 'note'>,
): Promise<PreviewFiles> => {
  if (isFork) return { base, own: undefined }
  const written = await readFileAt(invocation, headSha)
  if (written) return { base, own: readDeployment(written.text, written.file) }
  note(`The branch ${headBranch} has no deployment file: the base branch’s counts`)
  return { base, own: undefined }
}
