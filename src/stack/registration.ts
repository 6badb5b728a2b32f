import { type CheckedService, checkDefinition } from './checks.ts'
import { specHash } from './container.ts'
import type { ServiceStack } from './services.ts'

/** The parts of what Consul knows of a project, each in a file of its own. */
export type RegistrationPart = 'services' | 'primary'

/** A service in discovery. */
export interface RegisteredService extends CheckedService {
  /** Its fixed address in the project's network. */
  readonly address: string
}

/** A part of what Consul knows of a project. */
export interface Registration {
  /** The file's text, for Consul to load. */
  readonly text: string
  /** A question of DNS over TCP, as printf's `%b` takes it, that is answered by an address once Consul has loaded it. */
  readonly question: string
}

/** The service whose tags say which registrations Consul has loaded; those of projects have a hyphen in their names. */
const marker = 'jetee'

/** A project's secondary services, as far as their addresses are known, by the container's name. */
export const registeredServices = (
  services: readonly ServiceStack[],
  addressOf: (container: string) => string | undefined,
): readonly RegisteredService[] =>
  services.flatMap(({ containerName, container: { check, port } }) => {
    const address = addressOf(containerName)
    return address === undefined ? [] : [{ name: containerName, address, port, check }]
  })

/** What Consul is to know of these services of a project. */
export const registration = (
  project: string,
  part: RegistrationPart,
  services: readonly RegisteredService[],
): Registration => {
  const definitions = services.map(definition)
  const tag = specHash([project, part, definitions])
  const mark = {
    id: `${marker} ${project} ${part}`,
    name: marker,
    tags: [tag],
    address: '127.0.0.1',
    port: 1,
  }
  return {
    text: `${JSON.stringify({ services: [...definitions, mark] })}\n`,
    question: dnsQuestion(`${tag}.${marker}.service.consul`),
  }
}

const definition = (service: RegisteredService) => {
  const check = checkDefinition(service, service.address)
  return {
    id: service.name,
    name: service.name,
    address: service.address,
    ...(service.port !== undefined && { port: service.port }),
    ...(check !== undefined && { check }),
  }
}

/** A question for SRV records, behind its length, with each byte as an octal escape. */
export const dnsQuestion = (name: string): string => {
  // A number of our choosing, no flags, one question.
  const header = [0x6a, 0x74, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
  const labels = name.split('.').flatMap((label) => [label.length, ...Buffer.from(label)])
  // Type SRV, class IN.
  const message = [...header, ...labels, 0, 0, 33, 0, 1]
  return [message.length >> 8, message.length & 255, ...message]
    .map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`)
    .join('')
}
