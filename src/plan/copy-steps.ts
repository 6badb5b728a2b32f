import type { HealthCheck } from '../configuration/configuration.ts'
import type { ReleaseRecord } from '../server/facts.ts'
import type { KeptRelease } from '../stack/kept-release.ts'
import type { ReleaseStack } from '../stack/release.ts'
import type { Facts } from './plan.ts'
import { tidySteps } from './release-steps.ts'
import type { Action, Step } from './steps.ts'

/** A new release that is a copy of a kept one. */
export interface ReleaseCopy {
  readonly number: number
  /** Number of the release whose files and image it gets. */
  readonly from: number
  readonly kept: KeptRelease
  /** The kept release as it should be again. */
  readonly release: ReleaseStack
  /** What is written down of the copy. */
  readonly record: ReleaseRecord
  readonly healthCheck: HealthCheck
  /**
   * The command that asks its code for the migrations that it does not know, and the folder of that code; undefined
   * where they are not to be asked for.
   */
  readonly migrations: { readonly command: readonly string[]; readonly location: string } | undefined
}

/** What a step of a rollback or a restart does. */
export type CopyAction =
  | Extract<Action, { readonly kind: 'tidy' | 'switch' }>
  | { readonly kind: 'copy'; readonly copy: ReleaseCopy }
  | { readonly kind: 'start-copy'; readonly copy: ReleaseCopy }

/** The steps that bring a copy of a release live. */
export const copySteps = (
  project: string,
  copy: ReleaseCopy,
  facts: Facts,
  reason: string,
): readonly Step<CopyAction>[] => {
  const { number, from, release } = copy
  return [
    ...tidySteps(project, facts, true),
    {
      id: 'copy',
      title: `Copy release ${from} as release ${number}`,
      reason,
      after: ['tidy'],
      action: { kind: 'copy', copy },
    },
    {
      id: 'start',
      title: `Start release ${number}`,
      reason,
      after: ['copy'],
      action: { kind: 'start-copy', copy },
    },
    {
      id: 'switch',
      title: `Switch to release ${number}`,
      reason,
      after: ['start'],
      action: { kind: 'switch', release, number },
    },
  ]
}
