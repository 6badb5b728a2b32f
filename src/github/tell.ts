import type { Result } from '../commands/run.ts'
import type { Announcement } from '../report/announcement.ts'
import type { FailureDetails } from '../report/failure.ts'
import type { Timing } from '../report/progress.ts'
import type { Api } from './api.ts'

/** How a run ended. */
export type Ending =
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'failure'; readonly details: FailureDetails; readonly timings: readonly Timing[] }

/** Tells GitHub of a run beside it: deployments, and the comment of a pull request. Nothing here fails a run. */
export interface Teller {
  /** Hears what the run is about to do; what is told of it goes its own way meanwhile. */
  readonly announce: (news: Announcement) => void
  /** Tells how it ended; settles once all has been told, or given up. */
  readonly end: (ending: Ending) => Promise<void>
}

/** A part of what is told: one file of this folder each. */
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
  readonly serverUrl: string
  readonly repository: string
}

/** Makes the teller of a run from its parts; each goes its own way, one call after the other. */
export const makeTeller = (parts: readonly Part[]): Teller => {
  let news: Announcement | undefined
  let under: readonly Promise<void>[] = parts.map(() => Promise.resolve())
  return {
    announce(announcement) {
      news = announcement
      under = parts.map((part) => part.begin(announcement).catch(() => {}))
    },
    async end(ending) {
      const told = news
      if (!told) return
      await Promise.allSettled(parts.map((part, index) => under[index]?.then(() => part.end(told, ending))))
    },
  }
}
