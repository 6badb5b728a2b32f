import type { WorkflowRun } from '../commands/invocation.ts'
import type { Result } from '../commands/run.ts'
import type { Announcement } from '../report/announcement.ts'
import type { FailureDetails } from '../report/failure.ts'
import type { Timing } from '../report/progress.ts'
import type { Api } from './api.ts'

/** How a run ended. */
export type Ending =
  | { readonly kind: 'result'; readonly result: Result }
  | {
      readonly kind: 'failure'
      readonly details: FailureDetails
      readonly timings: readonly Timing[]
      /** Whether somebody cancelled it. */
      readonly isCancelled: boolean
    }

/** Tells GitHub of a run beside it: deployments, and the comment of a pull request. Nothing here fails a run. */
export interface Teller {
  /** Hears what the run is about to do; what is told of it goes its own way meanwhile. */
  readonly announce: (news: Announcement) => void
  /** Hears what came of something that was announced, when the run goes on to something else. */
  readonly told: (news: Announcement, result: Result) => void
  /** Tells how it ended; settles once all has been told, or given up. */
  readonly end: (ending: Ending) => Promise<void>
}

/** A part of what is told: one file of this folder each. What it remembers of an announcement is kept by that object. */
export interface Part {
  /** Tells that it begins. */
  readonly begin: (news: Announcement) => Promise<void>
  /** Tells how it ended. */
  readonly end: (news: Announcement, ending: Ending) => Promise<void>
}

/** What the parts need to know of the run. */
export interface TellerContext {
  /** Undefined without a token. */
  readonly api: Api | undefined
  /** Address of the run. */
  readonly runUrl: string
  /** Undefined outside of GitHub. */
  readonly run: WorkflowRun | undefined
  readonly serverUrl: string
  readonly repository: string
  /** Full name of the commit that the workflow runs for; empty when there is none. */
  readonly sha: string
  /** A line for the log. */
  readonly note: (text: string) => void
}

/** Milliseconds after the end of a run in which it is told; after one that was cancelled, the runner waits no longer. */
const patience = { usual: 20_000, cancelled: 4_000 }

/** Makes the teller of a run from its parts; each goes its own way, one call after the other. `stop` ends all of it. */
export const makeTeller = (parts: readonly Part[], stop: AbortController): Teller => {
  const under = new Map<Announcement, readonly Promise<void>[]>()
  const endings: Promise<unknown>[] = []
  const finish = (news: Announcement, ending: Ending): void => {
    const begun = under.get(news) ?? []
    under.delete(news)
    for (const [index, part] of parts.entries())
      endings.push(
        Promise.resolve(begun[index])
          .then(() => part.end(news, ending))
          .catch(() => {}),
      )
  }
  return {
    announce(news) {
      under.set(
        news,
        parts.map((part) => part.begin(news).catch(() => {})),
      )
    },
    told(news, result) {
      finish(news, { kind: 'result', result })
    },
    async end(ending) {
      for (const news of [...under.keys()]) finish(news, ending)
      const isCancelled = ending.kind === 'failure' && ending.isCancelled
      const given = Promise.withResolvers<void>()
      const timer = setTimeout(
        () => {
          stop.abort(new Error('the run has ended, and waits no longer'))
          given.resolve()
        },
        isCancelled ? patience.cancelled : patience.usual,
      )
      await Promise.race([Promise.all(endings), given.promise])
      clearTimeout(timer)
    },
  }
}
