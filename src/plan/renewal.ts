import type { ContainerFact } from '../server/engine/facts.ts'
import type { ContainerSpec } from '../stack/container.ts'
import { labels } from '../stack/layout.ts'
import { addressThief, resolverClash } from './discovery-steps.ts'
import type { DesiredState, Facts } from './plan.ts'

/** Why a container with an address of its own cannot stay and has to be made anew; undefined when it can. */
export const whyRenew = (
  desired: DesiredState,
  spec: ContainerSpec,
  container: ContainerFact,
  facts: Facts,
): string | undefined => {
  if (container.labels[labels.spec] !== spec.Labels[labels.spec]) return 'its specification has changed'
  const clash = resolverClash(desired, container, facts)
  if (clash !== undefined) return `it ${clash}`
  const thief = addressThief(desired.project, container, facts)
  return thief === undefined ? undefined : `${thief} has taken its address`
}
