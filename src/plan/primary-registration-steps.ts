import { entranceContainer, networkName } from '../stack/layout.ts'
import { registeredPrimary } from '../stack/primary-registration.ts'
import { type RegisteredService, registration } from '../stack/registration.ts'
import { addressThief } from './discovery-steps.ts'
import { containerNamed } from './find-container.ts'
import type { DesiredState, Facts } from './plan.ts'
import type { Step } from './steps.ts'

/** The step that tells Consul of the project's primary service, when it knows it otherwise. */
export const primaryRegistrationSteps = (desired: DesiredState, facts: Facts): readonly Step[] => {
  const reason = whyRegister(desired, facts)
  if (reason === undefined) return []
  return [
    {
      id: 'register primary',
      title: 'Register the primary service',
      reason,
      after: ['discovery', 'entrance', 'entrance removal'],
      action: { kind: 'register-primary', isThere: desired.entrance !== undefined },
    },
  ]
}

const whyRegister = ({ project, consul, entrance }: DesiredState, facts: Facts): string | undefined => {
  const { registrations, unloaded } = facts.host
  const now = registrations.primary
  if (!consul || (!entrance && now === undefined)) return undefined
  if (now === undefined) return 'Consul does not know it'
  const known = entrance ? plannedPrimary(project, facts) : []
  if (entrance && known.length === 0) return 'it gets an address'
  if (now !== registration(project, 'primary', known).text)
    return entrance ? 'Consul knows another one' : 'the project has no web process'
  return unloaded.includes('primary') ? 'Consul may not have loaded it' : undefined
}

/** The primary service at the address that the entrance has, and keeps; none while it is to get one. */
export const plannedPrimary = (project: string, facts: Facts): readonly RegisteredService[] => {
  const container = containerNamed(entranceContainer(project), facts)
  return container && addressThief(project, container, facts) === undefined
    ? registeredPrimary(project, container.addresses[networkName(project)])
    : []
}
