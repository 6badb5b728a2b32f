import { git } from '../checkout.ts'
import { mergeCommits } from './git-objects.ts'
import type { PullState, RepositoryState } from './state.ts'

/** Writes `refs/pull/N/head`, and `refs/pull/N/merge` where there is no conflict, as they are now. */
export const writePullRefs = async ({ origin }: RepositoryState, pull: PullState): Promise<void> => {
  const { folder } = origin
  const prefix = `refs/pull/${pull.number}`
  if (pull.head)
    await git(
      folder,
      'fetch',
      '--quiet',
      pull.head.origin.folder,
      `+refs/heads/${pull.branch}:${prefix}/head`,
    )
  pull.headSha = await git(folder, 'rev-parse', `${prefix}/head`)
  pull.baseSha = await origin.head(pull.base)
  const message = `Merge ${pull.headSha} into ${pull.baseSha}`
  pull.mergeSha = (await mergeCommits(folder, pull.baseSha, pull.headSha, message)) ?? null
  await git(
    folder,
    'update-ref',
    ...(pull.mergeSha ? [`${prefix}/merge`, pull.mergeSha] : ['-d', `${prefix}/merge`]),
  )
}
