import type { Announcement } from '../report/announcement.ts'
import { type PreviewState, previewComment } from '../report/comment.ts'
import type { FailureDetails } from '../report/failure.ts'
import type { Wish } from './api.ts'
import type { Octokit } from './client.ts'
import { type ListedComment, markerOf, mayReplace, writerOf } from './comment-marker.ts'
import { veil, veiled } from './mask.ts'
import type { Ending, Part, TellerContext } from './tell.ts'
import { isDoubtful } from './tries.ts'

const wish: Wish = { what: 'comment on the pull request', permission: 'pull-requests: write' }

/** Comments of a page; GitHub gives no more. */
const pageSize = 100

/** Keeps the one comment of a pull request up to date with its preview. */
export const commentPart = ({ api, run, runUrl, serverUrl, repository }: TellerContext): Part => {
  if (!api || !run) return { begin: async () => {}, end: async () => {} }
  const begun = new WeakMap<Announcement, number>()

  /** The deployer's comments on this preview, the oldest first. */
  const find = async (octokit: Octokit, news: Announcement): Promise<readonly ListedComment[]> => {
    const all: readonly ListedComment[] = await octokit.paginate(octokit.rest.issues.listComments, {
      ...api.repo,
      issue_number: news.preview ?? 0,
      per_page: pageSize,
    })
    const marked = all.filter(({ body }) => writerOf(body, news))
    const people = marked.some(({ user }) => user?.type !== 'Bot')
    const own = people ? await ownLogin(octokit) : undefined
    return marked
      .filter(({ user }) => user?.type === 'Bot' || (own !== undefined && user?.login === own))
      .sort((a, b) => a.id - b.id)
  }

  const tell = (news: Announcement, state: PreviewState, isNew: boolean): Promise<unknown> =>
    api.attempt(wish, async (octokit) => {
      const text = previewComment({
        marker: markerOf(news, run),
        news: veiled(news),
        state: veiled(state),
        runUrl,
        repositoryUrl: `${serverUrl}/${repository}`,
        milliseconds: performance.now() - (begun.get(news) ?? performance.now()),
        now: Date.now(),
      })
      // The marker has names that everybody knows. One that is a secret's value, too, would hide whose comment it is.
      const [marker, ...lines] = text.split('\n')
      const body = [marker, veil(lines.join('\n'))].join('\n')
      let there = await find(octokit, news)
      if (there.length === 0) {
        if (!isNew) return
        await create(octokit, news, body)
        // Another run may have done the same meanwhile: the first one stays, and both know which that is.
        there = await find(octokit, news)
      }
      const [first, ...others] = there
      if (!first) return
      for (const { id } of others) await remove(octokit, id)
      const writer = writerOf(first.body, news)
      if (!writer || !mayReplace(run, writer) || first.body === body) return
      await octokit.rest.issues.updateComment({
        ...api.repo,
        comment_id: first.id,
        body,
        request: { isVeiled: true },
      })
    })

  const create = async (octokit: Octokit, { preview = 0 }: Announcement, body: string): Promise<void> => {
    const { issues } = octokit.rest
    const comment = { ...api.repo, issue_number: preview, body, request: { isVeiled: true } }
    await issues.createComment(comment).catch((error: unknown) => {
      // Whether it is there is seen by the next look; where it is not, the end of the run tries again.
      if (!isDoubtful(error)) throw error
    })
  }

  /** Takes a second comment away; another run may have done it. */
  const remove = async (octokit: Octokit, comment: number): Promise<void> => {
    const gone = octokit.rest.issues.deleteComment({ ...api.repo, comment_id: comment })
    await gone.catch((error: unknown) => {
      if (Object(error).status !== 404) throw error
    })
  }

  return {
    async begin(news) {
      begun.set(news, performance.now())
      if (news.preview === undefined || news.action === 'remove') return
      await tell(news, { kind: 'deploying' }, true)
    },
    async end(news, ending) {
      const state = news.preview === undefined ? undefined : stateOf(news, ending)
      if (state) await tell(news, state, news.action === 'deploy')
    },
  }
}

/** The login that a person's token belongs to; a job's or an App's has none to be asked for. */
const ownLogin = (octokit: Octokit): Promise<string | undefined> =>
  octokit.rest.users.getAuthenticated().then(
    ({ data }) => data.login,
    () => undefined,
  )

/** A failure with the last lines of the step that failed, where it has none of its own. */
const withOutput = ({ details, timings }: Extract<Ending, { readonly kind: 'failure' }>): FailureDetails =>
  details.output?.length
    ? details
    : { ...details, output: timings.find(({ outcome }) => outcome === 'failed')?.output }

/** What a run has left the preview as; undefined where that is for a newer run to tell. */
const stateOf = ({ action }: Announcement, ending: Ending): PreviewState | undefined => {
  if (ending.kind === 'failure') {
    const { isCancelled } = ending
    const details = withOutput(ending)
    return action === 'remove' ? { kind: 'staying', details } : { kind: 'failed', details, isCancelled }
  }
  const { result } = ending
  if (result.kind === 'deployed') {
    const { subject, author, changed, containers } = result.outcome
    return { kind: 'ready', subject, author, changed, containers }
  }
  if (result.kind !== 'done' || action === 'deploy' || result.release !== undefined) return undefined
  return { kind: 'removed', sentence: result.sentence }
}
