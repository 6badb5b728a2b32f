import type { ContainerFact } from '../server/engine/facts.ts'
import { labels } from '../stack/layout.ts'
import { dataClash, type ServiceStack } from '../stack/services.ts'
import { addressThief, resolverClash } from './discovery-steps.ts'
import type { DesiredState, Facts } from './plan.ts'
import type { Problem } from './problem.ts'
import type { Step } from './steps.ts'

/** What is to be done for a secondary service, and what may be in its way. */

/** The step that brings a service to what it should be; none when it is. */
export const serviceStep = (desired: DesiredState, service: ServiceStack, facts: Facts): readonly Step[] => {
  const container = containerOf(desired.project, service, facts)
  const renewal = container && whyRenew(desired, service, container, facts)
  if (container?.running && renewal === undefined) return []
  const common = {
    id: `service ${service.name}`,
    // nginx's container is where its port is tried from.
    after: [
      'docker',
      'folders',
      'network',
      'discovery',
      ...(service.readiness.kind === 'port' ? ['nginx'] : []),
    ],
  }
  if (container && renewal === undefined) {
    return [
      {
        ...common,
        title: `Start ${service.name}`,
        reason: 'it does not run',
        action: { kind: 'start-service', service },
      },
    ]
  }
  return [
    {
      ...common,
      title: `${container ? 'Renew' : 'Create'} ${service.name}`,
      reason: renewal ?? 'the project has none',
      action: { kind: 'service', service, exists: container !== undefined },
    },
  ]
}

/** Why a container cannot stay; undefined when it can. */
const whyRenew = (
  desired: DesiredState,
  service: ServiceStack,
  container: ContainerFact,
  facts: Facts,
): string | undefined => {
  if (container.labels[labels.spec] !== service.spec.Labels[labels.spec])
    return 'its specification has changed'
  const clash = resolverClash(desired, container, facts)
  if (clash !== undefined) return `it ${clash}`
  const thief = addressThief(desired.project, container, facts)
  return thief === undefined ? undefined : `${thief} has taken its address`
}

const containerOf = (
  project: string,
  { containerName }: ServiceStack,
  { engine }: Facts,
): ContainerFact | undefined =>
  engine.containers.find(({ name, labels: own }) => name === containerName && own[labels.project] === project)

/** Names that another project on the server has: `shop-a` with `redis` and `shop` with `a-redis` are the same. */
export const nameProblems = (
  project: string,
  services: readonly ServiceStack[],
  { engine }: Facts,
): readonly Problem[] =>
  services.flatMap(({ name, containerName, volumes }) => {
    const wanted = new Set([containerName, ...volumes.map((volume) => volume.name)])
    const other = [...engine.containers, ...engine.volumes].find(
      (fact) => wanted.has(fact.name) && fact.labels[labels.project] !== project,
    )
    if (!other) return []
    return [
      {
        what: `The name ${other.name} is taken on this server`,
        why: `It belongs to the project ${other.labels[labels.project]}.`,
        next: `Set another \`container_name\` for ${name}, or another \`project_name\`.`,
      },
    ]
  })

/**
 * Data that a service would not start on. The container tells what has written it last; where it is gone, the volume
 * tells what has written it first.
 */
export const dataProblems = (
  project: string,
  services: readonly ServiceStack[],
  facts: Facts,
): readonly Problem[] =>
  services.flatMap((service) => {
    const volume = facts.engine.volumes.find(({ name }) => name === service.volumes[0]?.name)
    const found = containerOf(project, service, facts)?.labels[labels.data] ?? volume?.labels[labels.data]
    const clash = found === undefined ? undefined : dataClash(service, found)
    if (!clash) return []
    return [
      {
        what: `${service.name} cannot become ${service.data} on the data of ${found}`,
        why: clash.why,
        next: clash.next,
      },
    ]
  })
