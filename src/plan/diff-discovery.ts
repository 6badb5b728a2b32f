import { consulContainer, labels, networkName } from '../stack/layout.ts'
import { registration } from '../stack/registration.ts'
import type { ServiceStack } from '../stack/services.ts'
import { compare } from './compare.ts'
import { containerFields } from './diff-container.ts'
import { plannedServices, resolverAddress } from './discovery-steps.ts'
import { added, type Field } from './field.ts'
import { containerNamed } from './find-container.ts'
import type { DesiredState, Facts } from './plan.ts'
import { plannedPrimary } from './primary-registration-steps.ts'
import type { Action } from './steps.ts'

/** What differs in the server's Consul and the networks that it is in. */
export const consulFields = (
  { consul, projects }: Extract<Action, { readonly kind: 'discovery' }>,
  facts: Facts,
): readonly Field[] => {
  const old = containerNamed(consulContainer, facts)
  return [
    ...containerFields(old, consul.spec),
    ...projects
      .map(networkName)
      .filter((name) => old?.addresses[name] === undefined)
      .map((name) => added('network', name)),
    ...(old && !old.running ? [{ name: 'state', old: 'stopped', new: 'running' }] : []),
  ]
}

/** What differs in what Consul knows of the project's services. */
export const registrationFields = ({ project, services }: DesiredState, facts: Facts): readonly Field[] => {
  const known = plannedServices(project, services, facts)
  const chosen = services.filter(({ containerName }) => !known.some(({ name }) => name === containerName))
  return fileFields(
    facts.host.registrations.services,
    registration(project, 'services', known).text,
    chosen.map(({ containerName }) => containerName),
  )
}

/** What differs in what Consul knows of the project's primary service. */
export const primaryFields = ({ project, entrance }: DesiredState, facts: Facts): readonly Field[] => {
  const known = entrance ? plannedPrimary(project, facts) : []
  return fileFields(
    facts.host.registrations.primary,
    registration(project, 'primary', known).text,
    entrance && known.length === 0 ? [entrance.containerName] : [],
  )
}

/** What differs between two files of registrations; some services get their addresses when they are made. */
const fileFields = (old: string | undefined, now: string, chosen: readonly string[]): readonly Field[] => {
  const fields = compare(describe(old), {
    ...describe(now),
    ...Object.fromEntries(chosen.map((name) => [name, { address: 'chosen when it is created' }])),
  })
  return fields.length > 0 ? fields : [{ name: 'state', old: 'not loaded', new: 'loaded' }]
}

/** What Consul knew of a project that leaves it. */
export const leavingFields = ({ project }: DesiredState, facts: Facts): readonly Field[] => {
  const { services, primary } = facts.host.registrations
  const old = containerNamed(consulContainer, facts)?.addresses[networkName(project)]
  return [
    ...compare({ ...describe(services), ...describe(primary) }, {}),
    ...(old === undefined ? [] : [{ name: 'network', old: networkName(project), new: null }]),
  ]
}

/** Where a container asks for names first. */
export const resolverFields = (
  { project, consul }: DesiredState,
  { containerName }: Pick<ServiceStack, 'containerName'>,
  facts: Facts,
): readonly Field[] => {
  const old = containerNamed(containerName, facts)
  return old
    ? compare({ dns: old.labels[labels.dns] }, { dns: resolverAddress(project, consul !== undefined, facts) })
    : []
}

/** The services of a file of registrations by name, less the mark; one that somebody else has written says nothing. */
const describe = (text: string | undefined): Readonly<Record<string, object>> => {
  try {
    const { services } = JSON.parse(text ?? '{"services":[]}') as {
      readonly services: readonly { readonly name: string; readonly port?: number; readonly tags?: unknown }[]
    }
    return Object.fromEntries(
      services
        .filter(({ tags }) => tags === undefined)
        .map(({ name, ...rest }) => [name, { ...rest, id: undefined }]),
    )
  } catch {
    return {}
  }
}
