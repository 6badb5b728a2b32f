import type { Owner, ReleaseRecord } from '../server/facts.ts'
import type { ConsulStack } from '../stack/discovery.ts'
import type { EntranceStack, EntranceState } from '../stack/entrance.ts'
import type { FrontStack } from '../stack/front.ts'
import type { ReleaseStack } from '../stack/release.ts'
import type { ServiceStack } from '../stack/services.ts'
import type { SiteStack } from '../stack/site.ts'
import type { Range } from '../stack/subnet.ts'

/** What a step does, as plain data; `perform` in the commands does it. */
export type Action =
  | {
      readonly kind: 'tidy'
      /** Number of the release that is live, and its record, for the hooks that it still waits for. */
      readonly live: number | undefined
      readonly record: ReleaseRecord | undefined
      /** Whether the run goes on to mend or replace that release: then it need not come to be whole. */
      readonly isMended: boolean
    }
  | { readonly kind: 'docker'; readonly daemonJson: string | undefined }
  | { readonly kind: 'folders'; readonly owner: Owner }
  | { readonly kind: 'expiry'; readonly script: string }
  | { readonly kind: 'network'; readonly taken: readonly Range[] }
  | {
      readonly kind: 'discovery'
      readonly consul: ConsulStack
      /** Projects whose networks it is to be in. */
      readonly projects: readonly string[]
      /** Ranges of addresses that its own network must not touch. */
      readonly taken: readonly Range[]
    }
  | { readonly kind: 'register' }
  | { readonly kind: 'register-primary'; readonly isThere: boolean }
  | { readonly kind: 'leave-discovery' }
  | { readonly kind: 'isolation' }
  | {
      readonly kind: 'nginx'
      readonly front: FrontStack
      /** `loads` for one that runs as it should, and has to load another configuration alone. */
      readonly now: 'missing' | 'other' | 'loads'
    }
  | { readonly kind: 'service'; readonly service: ServiceStack; readonly exists: boolean }
  | { readonly kind: 'start-service'; readonly service: ServiceStack }
  | { readonly kind: 'site'; readonly site: SiteStack | undefined }
  | { readonly kind: 'entrance'; readonly entrance: EntranceStack | undefined; readonly now: EntranceState }
  | { readonly kind: 'image'; readonly release: ReleaseStack; readonly number: number }
  | { readonly kind: 'start'; readonly release: ReleaseStack; readonly number: number }
  | { readonly kind: 'switch'; readonly release: ReleaseStack; readonly number: number }

/** A step that clears what an interrupted run left. */
export type TidyStep = Step<Extract<Action, { readonly kind: 'tidy' }>>

/** What a step does, of whatever kind. */
export interface AnyAction {
  readonly kind: string
}

/** A step of a plan. */
export interface Step<A extends AnyAction = Action> {
  readonly id: string
  /** What it does, for people: `Create postgresql`. */
  readonly title: string
  /** Why it is to be done. */
  readonly reason: string
  /** Ids of the steps that must have ended before it begins; those that are not in the plan do not count. */
  readonly after: readonly string[]
  readonly action: A
}
