import type { PreviewsSettings } from '../configuration/previews.ts'
import { openApi } from '../github/api.ts'
import { dependabot } from '../github/event.ts'
import { Failure } from '../report/failure.ts'
import type { HostFacts } from '../server/facts.ts'
import { isExpired, type PreviewOnServer } from '../server/previews.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'

/** A pull request that is open, as far as it decides whether there is a preview. */
export interface OpenPull {
  readonly number: number
  readonly labels: readonly string[]
  /** Whether its code is a stranger's. */
  readonly isFork: boolean
}

/**
 * Why a preview is to go, as a phrase; undefined when it stays. `now` is the server's, in seconds since 1970. A fork's loses
 * its label with each push, and its preview stays at the commit that was allowed.
 */
export const whyGone = (
  preview: PreviewOnServer,
  open: readonly OpenPull[],
  { label, skipLabel }: Pick<PreviewsSettings, 'label' | 'skipLabel'>,
  now: number,
): string | undefined => {
  const pull = open.find(({ number }) => number === preview.number)
  if (!pull) return 'its pull request is no longer open'
  if (has(pull, skipLabel)) return `its pull request has the label ${skipLabel}`
  if (label !== undefined && !pull.isFork && !has(pull, label))
    return `its pull request no longer has the label ${label}`
  return isExpired(preview, now) ? 'its time is over' : undefined
}

/** Labels that differ only in case are one label for GitHub. */
const has = ({ labels }: OpenPull, label: string): boolean =>
  labels.some((one) => one.toLowerCase() === label.toLowerCase())

/** Asks GitHub for the pull requests that are open, all pages of them; undefined when it does not say. */
export const openPulls = async (
  { apiUrl, token, repository }: Invocation,
  { progress, signal }: Pick<Observer, 'progress' | 'signal'>,
): Promise<readonly OpenPull[] | undefined> => {
  if (token === '') return undefined
  const api = openApi({ apiUrl, token, repository, warn: progress.warn, signal })
  const wish = { what: 'ask which pull requests are open', permission: 'pull-requests: read' }
  return api.attempt(wish, async (octokit) => {
    const pulls = await octokit.paginate(octokit.rest.pulls.list, {
      ...api.repo,
      state: 'open',
      per_page: 100,
    })
    return pulls.map(({ number, labels, head, user }) => ({
      number,
      labels: labels.map(({ name }) => name),
      isFork: head.repo?.full_name.toLowerCase() !== repository.toLowerCase() || user?.login === dependabot,
    }))
  })
}

/**
 * Those of a branch's previews that go with it. A fork may have a branch of that name, too, and it is still there; where
 * GitHub does not say which pull requests are open, none of a fork's goes.
 */
export const goneWithBranch = <P extends Pick<PreviewOnServer, 'number' | 'isFork'>>(
  previews: readonly P[],
  open: readonly OpenPull[] | undefined,
): readonly P[] =>
  previews.filter(({ number, isFork }) =>
    open ? !open.some((pull) => pull.number === number && pull.isFork) : !isFork,
  )

/**
 * Why a preview that was to go stays after all, as a phrase; asked under its lock. A run may have brought it up anew while the
 * lock was waited for. And a list of several pages lacks a pull request when another one is closed while it is read, so that
 * GitHub is asked for each one that is not in it.
 */
export const whyStays =
  (
    preview: Pick<PreviewOnServer, 'number' | 'begun'>,
    open: readonly OpenPull[],
    invocation: Invocation,
    observer: Pick<Observer, 'progress' | 'signal'>,
  ) =>
  async ({ sequence }: Pick<HostFacts, 'sequence'>): Promise<string | undefined> => {
    if (sequence !== preview.begun) return 'a run has been at work on it in the meantime'
    if (open.some(({ number }) => number === preview.number)) return undefined
    const isOpen = await isPullOpen(preview.number, invocation, observer)
    if (isOpen === undefined) throw unknownPulls(invocation)
    return isOpen ? 'its pull request is open' : undefined
  }

/** Asks GitHub for a single pull request; undefined when it does not say. */
const isPullOpen = (
  number: number,
  { apiUrl, token, repository }: Invocation,
  { progress, signal }: Pick<Observer, 'progress' | 'signal'>,
): Promise<boolean | undefined> => {
  const api = openApi({ apiUrl, token, repository, warn: progress.warn, signal })
  const wish = { what: `ask whether pull request ${number} is open`, permission: 'pull-requests: read' }
  return api.attempt(wish, async (octokit) => {
    try {
      const { data } = await octokit.rest.pulls.get({ ...api.repo, pull_number: number })
      return data.state === 'open'
    } catch (error) {
      // GitHub's own people can take one out.
      if (Object(error).status === 404) return false
      throw error
    }
  })
}

/** Nothing is removed on a guess. */
export const unknownPulls = ({ token }: Pick<Invocation, 'token'>): Failure =>
  new Failure({
    what: 'It is not known which pull requests are open',
    why:
      token === ''
        ? 'GitHub can only be asked with a token, and there is none.'
        : 'GitHub did not say it; what it answered stands in the log.',
    stands: 'No preview was removed.',
    next:
      token === ''
        ? 'Leave the input `token` as it is by default; in a terminal, set `GH_TOKEN`.'
        : 'The job needs `permissions: { pull-requests: read }`. Should GitHub have been out of order, the next run does it.',
  })
