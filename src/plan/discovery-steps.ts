import type { ContainerFact } from '../server/engine/facts.ts'
import { consulContainer, labels, networkName } from '../stack/layout.ts'
import { type RegisteredService, registeredServices, registration } from '../stack/registration.ts'
import type { ServiceStack } from '../stack/services.ts'
import { consulAddress } from './consul-address.ts'
import { containerNamed } from './find-container.ts'
import type { DesiredState, Facts, Scope } from './plan.ts'
import { takenRanges } from './ranges.ts'
import type { Step } from './steps.ts'

/** What is to be done so that the project's services find each other. */

/** The step that brings Consul to what it should be, and into the networks where it is missing. */
export const discoverySteps = ({ project, consul }: DesiredState, facts: Facts): readonly Step[] => {
  if (!consul) return []
  const container = containerNamed(consulContainer, facts)
  const { registered } = facts.host
  const networks = new Set(facts.engine.networks.map(({ name }) => name))
  const projects = [
    project,
    ...registered.filter((name) => name !== project && networks.has(networkName(name))),
  ]
  const missing = projects.filter((name) => container?.addresses[networkName(name)] === undefined)
  const [verb, reason] = !container
    ? ['Start', 'the server has none']
    : container.labels[labels.spec] !== consul.spec.Labels[labels.spec]
      ? ['Renew', 'its specification has changed']
      : !container.running
        ? ['Start', 'it does not run']
        : ['Connect', missing.length > 0 ? `it is not in the network of ${missing.join(', ')}` : undefined]
  if (reason === undefined) return []
  return [
    {
      id: 'discovery',
      title: `${verb} Consul`,
      reason,
      after: ['docker', 'network'],
      action: { kind: 'discovery', consul, projects, taken: takenRanges(facts) },
    },
  ]
}

/** The step that tells Consul of the project's services, when it knows them otherwise. */
export const registrationSteps = (
  { project, consul, services }: DesiredState,
  facts: Facts,
): readonly Step[] => {
  if (!consul) return []
  const reason = whyRegister(project, services, facts)
  if (reason === undefined) return []
  return [
    {
      id: 'register',
      title: 'Register the services',
      reason,
      after: ['discovery', ...services.map(({ name }) => `service ${name}`)],
      action: { kind: 'register' },
    },
  ]
}

const whyRegister = (
  project: string,
  services: readonly ServiceStack[],
  facts: Facts,
): string | undefined => {
  const { registrations, unloaded } = facts.host
  if (registrations.services === undefined) return 'Consul does not know them'
  const known = plannedServices(project, services, facts)
  if (known.length < services.length) return 'some of them get an address'
  if (registrations.services !== registration(project, 'services', known).text)
    return 'Consul knows other ones'
  return unloaded.includes('services') ? 'Consul may not have loaded them' : undefined
}

/** The services at the addresses that they have, and keep: all but those that get one in this run. */
export const plannedServices = (
  project: string,
  services: readonly ServiceStack[],
  facts: Facts,
): readonly RegisteredService[] =>
  registeredServices(services, (name) => {
    const container = containerNamed(name, facts)
    return container && addressThief(project, container, facts) === undefined
      ? container.addresses[networkName(project)]
      : undefined
  })

/** Who has taken the address of a container that does not run; undefined when nobody has. */
export const addressThief = (
  project: string,
  { running, addresses }: ContainerFact,
  { engine }: Facts,
): string | undefined => {
  const network = networkName(project)
  const own = addresses[network]
  if (running || !own) return undefined
  return engine.strangers.find((stranger) => stranger.addresses[network] === own)?.name
}

/**
 * The step of a project that does without Consul, and that Consul still knows. A command that does not cover what else
 * asks Consul, such as the release, leaves it there: who asks a resolver that is gone waits for seconds.
 */
export const leavingSteps = (
  { project, consul, services }: DesiredState,
  facts: Facts,
  { site, release }: Scope,
): readonly Step[] => {
  const known = Object.keys(facts.host.registrations).length > 0
  if (
    consul ||
    !(known || containerNamed(consulContainer, facts)?.addresses[networkName(project)] !== undefined)
  )
    return []
  const asking = facts.engine.containers.some(
    ({ name, labels: own }) =>
      own[labels.project] === project &&
      own[labels.dns] !== undefined &&
      !services.some(({ containerName }) => containerName === name),
  )
  if (asking && !(site && release)) return []
  return [
    {
      id: 'leave discovery',
      title: 'Take the project out of Consul',
      reason: 'its discovery is Docker’s alone',
      // Until then, its containers ask Consul for names.
      after: ['switch', 'entrance', ...services.map(({ name }) => `service ${name}`)],
      action: { kind: 'leave-discovery' },
    },
  ]
}

/** Why a container asks for names elsewhere than it should; undefined when it does not. */
export const resolverClash = (
  { project, consul }: DesiredState,
  container: ContainerFact,
  facts: Facts,
): string | undefined => {
  const wanted = resolverAddress(project, consul !== undefined, facts)
  const now = container.labels[labels.dns]
  if (!consul) return now === undefined ? undefined : 'asks Consul for names'
  return now === wanted || wanted === undefined ? undefined : `does not ask Consul for names at ${wanted}`
}

/** The address at which the project's containers are to ask Consul for names. */
export const resolverAddress = (project: string, hasConsul: boolean, facts: Facts): string | undefined =>
  hasConsul ? consulAddress(networkName(project), facts.engine) : undefined

/** Whether Consul is there for a command that does not see to it. */
export const hasDiscovery = ({ project, consul }: DesiredState, facts: Facts): boolean => {
  const container = containerNamed(consulContainer, facts)
  return !consul || (container?.running === true && container.addresses[networkName(project)] !== undefined)
}
