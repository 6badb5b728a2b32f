import type { ContainerFact } from '../server/engine/facts.ts'
import { labels } from '../stack/layout.ts'
import type { Facts } from './plan.ts'

/** The container of a name, whosever of ours it is; undefined when there is none. */
export const containerNamed = (name: string, { engine }: Pick<Facts, 'engine'>): ContainerFact | undefined =>
  engine.containers.find((container) => container.name === name)

/** A project's container of a name; undefined when there is none, or when it is another project's. */
export const ownContainer = (
  project: string,
  name: string,
  facts: Pick<Facts, 'engine'>,
): ContainerFact | undefined => {
  const container = containerNamed(name, facts)
  return container?.labels[labels.project] === project ? container : undefined
}
