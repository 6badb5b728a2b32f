import { type LoadedDeployment, readDeployment } from '../configuration/load.ts'
import type { PullRequestEvent } from '../github/event.ts'
import { Failure } from '../report/failure.ts'
import { detailsOf } from '../report/render-failure.ts'
import { readFileAt } from './file-at.ts'
import type { Invocation } from './invocation.ts'
import { openDeployment } from './target.ts'

/** The deployment file that decides what a run does. */
export interface DecidingDeployment {
  readonly loaded: LoadedDeployment
  /** Why a pull request has no say in it and gets no preview, as a sentence; undefined where nothing is the matter. */
  readonly note?: string
}

/**
 * Reads the deployment file that decides what a run does. For a pull request it is the base branch's: what the pull
 * request writes cannot lead its code to a server that it was not meant for.
 */
export const decidingDeployment = async (invocation: Invocation): Promise<DecidingDeployment> => {
  const { happened } = invocation.trigger
  if (happened?.kind !== 'pull-request') return { loaded: await openDeployment(invocation) }
  const { base, why } = await readBase(invocation, happened)
  if (base) return { loaded: base }
  const own = await ownDeployment(invocation)
  return {
    loaded: { ...own, deployment: { ...own.deployment, previews: undefined } },
    note: `There is no preview: ${why}`,
  }
}

/**
 * Reads the deployment file that a run's own commit brings: the workspace's. Under `pull_request_target` that is the
 * default branch's, so the file is read at the pull request's head; where it has none, or none that could be read, the
 * workspace's stands for it, which `note` is told.
 */
export const ownDeployment = async (
  invocation: Invocation,
  note: (text: string) => void = () => {},
): Promise<LoadedDeployment> => {
  const { event, happened } = invocation.trigger
  const head =
    event === 'pull_request_target' && happened?.kind === 'pull-request' ? happened.pull.headSha : ''
  const written = head === '' ? undefined : await readFileAt(invocation, head).catch(() => undefined)
  if (written) return readDeployment(written.text, written.file)
  if (head !== '')
    note(`Commit ${head.slice(0, 12)} has no deployment file that could be read: the workspace’s counts`)
  return openDeployment(invocation)
}

/** The base branch's file, or why there is none that could be of use. */
const readBase = async (
  invocation: Invocation,
  { pull: { baseBranch, baseSha } }: PullRequestEvent,
): Promise<{ readonly base?: LoadedDeployment; readonly why?: string }> => {
  if (baseSha === '') return { why: 'the event does not say which commit its base branch has' }
  const written = await readFileAt(invocation, baseSha).catch((cause: unknown) => {
    throw unreadable(baseBranch, baseSha, cause)
  })
  if (!written) return { why: `the branch ${baseBranch} has no deployment file that could be read` }
  try {
    return { base: readDeployment(written.text, written.file) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    // Whoever corrects it is not to be kept from that.
    return { why: `the deployment file of the branch ${baseBranch} has mistakes` }
  }
}

const unreadable = (branch: string, commit: string, cause: unknown): Failure =>
  new Failure(
    {
      what: `The deployment file of the branch ${branch} could not be read`,
      where: `commit ${commit.slice(0, 12)}`,
      why: detailsOf(cause).why ?? detailsOf(cause).what,
      stands: 'Nothing on the server was changed.',
      next: 'It decides what a pull request may do. The job needs `permissions: { contents: read }`, or a checkout with `fetch-depth: 0`.',
    },
    { cause },
  )
