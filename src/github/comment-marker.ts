import type { WorkflowRun } from '../commands/invocation.ts'
import type { Announcement } from '../report/announcement.ts'

/** A comment as GitHub lists it, as far as it matters whose it is. */
export interface ListedComment {
  readonly id: number
  readonly body?: string | undefined
  readonly user: { readonly login: string; readonly type: string } | null
}

/** What begins the first line of the comment on a preview; no other comment of the deployer begins like it. */
const beginning = ({ configuration, preview, project }: Announcement): string =>
  `<!-- jetee/deploy preview ${safe(configuration)} ${preview} ${safe(project)} `

/** Nothing that ends a comment of HTML, nor a space. */
const safe = (text: string): string => text.replaceAll(/[^\w.-]/g, '_').replaceAll('--', '-_')

/** The first line of the comment on a preview: which preview, and which run has written it. */
export const markerOf = (news: Announcement, { id, attempt }: WorkflowRun): string =>
  `${beginning(news)}run ${id}.${attempt} -->`

/** The run that has written a comment; undefined for a comment that is about anything else. */
export const writerOf = (body: string | undefined, news: Announcement): WorkflowRun | undefined => {
  const [first = ''] = (body ?? '').split(/\r?\n/, 1)
  const start = beginning(news)
  if (!first.startsWith(start)) return undefined
  const found = /^run (\d{1,15})\.(\d{1,9}) -->$/.exec(first.slice(start.length))
  return found ? { id: Number(found[1]), attempt: Number(found[2]) } : undefined
}

/**
 * Whether a run may write over what another one has written: a later run over an earlier one. Somebody who runs a job
 * again means it, whatever ran since then; as with releases, that one counts.
 */
export const mayReplace = (own: WorkflowRun, writer: WorkflowRun): boolean =>
  writer.id === own.id ? own.attempt >= writer.attempt : own.id > writer.id || own.attempt > 1
