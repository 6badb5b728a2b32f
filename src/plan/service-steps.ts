import { labels } from '../stack/layout.ts'
import { dataClash, type ServiceStack } from '../stack/services.ts'
import { ownContainer } from './find-container.ts'
import type { DesiredState, Facts } from './plan.ts'
import type { Problem } from './problem.ts'
import { whyRenew } from './renewal.ts'
import type { Step } from './steps.ts'

/** What is to be done for a secondary service, and what may be in its way. */

/** The step that brings a service to what it should be; none when it is. */
export const serviceStep = (desired: DesiredState, service: ServiceStack, facts: Facts): readonly Step[] => {
  const container = ownContainer(desired.project, service.containerName, facts)
  const renewal = container && whyRenew(desired, service.spec, container, facts)
  const stays = container !== undefined && renewal === undefined
  if (stays && container.running && !isPasswordOpen(service, facts)) return []
  const common = {
    id: `service ${service.name}`,
    // nginx's container is where its port is tried from.
    after: [
      'docker',
      'folders',
      'network',
      'discovery',
      // What a pull request names as image, or as command, is not to be quicker than the rules.
      ...(desired.preview ? ['isolation'] : []),
      ...(service.readiness.kind === 'port' ? ['nginx'] : []),
    ],
  }
  if (stays) {
    const [title, reason] = container.running
      ? [`Try the password of ${service.name}`, 'it has not opened its data yet']
      : [`Start ${service.name}`, 'it does not run']
    return [{ ...common, title, reason, action: { kind: 'start-service', service } }]
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

/** Whether a service's password is one that is yet to be kept on the server, before it is used. */
export const lacksPassword = (
  { name, type, hasGivenPassword }: ServiceStack,
  { passwords }: Facts['host'],
): boolean => type.password !== 'nothing' && !hasGivenPassword && passwords[name] === undefined

/** Whether it is still open if a service's password is the right one for its data. */
const isPasswordOpen = ({ name, type, identity }: ServiceStack, { host }: Facts): boolean =>
  type.password !== 'nothing' && (host.untried.includes(name) || host.passwords[name] !== identity.password)

/** Names that another project on the server has: `shop-a` with `redis` and `shop` with `a-redis` are the same. */
export const nameProblems = (
  project: string,
  services: readonly ServiceStack[],
  { engine }: Facts,
): readonly Problem[] =>
  services.flatMap(({ name, containerName, volumes }) => {
    const wanted = new Set([containerName, ...volumes.map((volume) => volume.name)])
    const other = [...engine.containers, ...engine.volumes].find(
      // A volume without labels is one that was restored.
      ({ name, labels: own }) =>
        wanted.has(name) && own[labels.project] !== undefined && own[labels.project] !== project,
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
    const found =
      ownContainer(project, service.containerName, facts)?.labels[labels.data] ?? volume?.labels[labels.data]
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

/** Data that is there, from an earlier life or restored, while nobody knows its password. */
export const passwordProblems = (
  project: string,
  services: readonly ServiceStack[],
  facts: Facts,
): readonly Problem[] =>
  services.flatMap((service) => {
    const { name, dataVolume, type } = service
    const isThere = facts.engine.volumes.some(
      (volume) => volume.name === dataVolume && (volume.labels[labels.project] ?? project) === project,
    )
    if (!isThere || type.password !== 'data' || !lacksPassword(service, facts.host)) return []
    return [
      {
        what: `The password of ${name} is not known`,
        why: `Its data is there, on the volume ${dataVolume}, but the server keeps no password for it: it was restored, or is from an earlier life of the project. A new password would not open it.`,
        next: `Put \`password: VARIABLE\` into the entry of ${name}, and the password of the data into the environment of the step, as VARIABLE. If nobody knows it, put a new one there: the next run tells the command that sets it in the data. Data that nobody wants is removed by \`docker volume rm ${dataVolume}\` on the server.`,
      },
    ]
  })

/** Passwords that a command which makes no service would use before they are those of the services. */
export const openPasswordProblems = (
  project: string,
  services: readonly ServiceStack[],
  facts: Facts,
): readonly Problem[] =>
  services.flatMap((service) =>
    ownContainer(project, service.containerName, facts) && isPasswordOpen(service, facts)
      ? [
          {
            what: `The password of ${service.name} is not in use yet`,
            why: 'It is a new one, or has not opened the data yet, and this command leaves services as they are.',
            next: 'Run `build service` first, or `build all`.',
          },
        ]
      : [],
  )
