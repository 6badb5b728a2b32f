import type { Configuration } from '../configuration/configuration.ts'
import type { CopyAction } from '../plan/copy-steps.ts'
import type { Facts } from '../plan/plan.ts'
import type { Action, Step } from '../plan/steps.ts'
import type { RunningContainer } from '../report/containers.ts'
import {
  consulContainer,
  entranceContainer,
  labels,
  nginxContainer,
  serviceContainer,
} from '../stack/layout.ts'
import { type ReleaseContainer, releaseContainers } from '../stack/release-containers.ts'
import { renumber } from '../stack/renumber.ts'

/** What a run knows of itself when it has ended well. */
interface Ended {
  readonly configuration: Configuration
  readonly facts: Facts
  /** The steps, all of which were done. */
  readonly steps: readonly Step<Action | CopyAction>[]
  /** Number of the release that is live now. */
  readonly release: number | undefined
  readonly commit: string
}

/**
 * The containers of a project as a run leaves them, and those that it shares with others. The server is not asked again: a
 * step that started one has waited until it works, and everything else is as the facts have it.
 */
export const runningContainers = (ended: Ended): readonly RunningContainer[] => {
  const made = ended.steps.flatMap(({ action }) => madeBy(action, ended))
  const gone = new Set(ended.steps.flatMap(({ action }) => goneBy(action, ended)))
  const isMade = new Set(made.map(({ name }) => name))
  const before = ended.facts.engine.containers
    .filter(({ labels: own }) => concerns(own, ended))
    .map(({ name, image, running, labels: own }) => ({
      name,
      role: roleOf(own, name, ended),
      image,
      state: running ? ('running' as const) : ('stopped' as const),
    }))
    .filter(({ name }) => !isMade.has(name))
  return [...made, ...before]
    .filter(({ name }) => !gone.has(name))
    .sort((a, b) => rank(a.role) - rank(b.role) || (a.name < b.name ? -1 : 1))
}

const madeBy = (action: Action | CopyAction, ended: Ended): readonly RunningContainer[] => {
  const { configuration, commit } = ended
  const again = (isThere: boolean) => (isThere ? 'made anew' : 'new')
  switch (action.kind) {
    case 'service':
    case 'start-service': {
      const { service } = action
      const state = action.kind === 'service' ? again(action.exists) : 'started'
      return [{ name: service.containerName, role: service.name, image: service.image, state }]
    }
    case 'nginx':
      if (action.now === 'loads') return []
      return [
        {
          name: nginxContainer,
          role: 'nginx',
          image: action.front.image,
          state: again(action.now === 'other'),
        },
      ]
    case 'discovery':
      return [{ name: consulContainer, role: 'consul', image: action.consul.image, state: 'started' }]
    case 'entrance': {
      const { entrance, now } = action
      if (!entrance || now === 'running') return []
      const state = now === 'stopped' ? 'started' : again(now === 'other')
      return [{ name: entrance.containerName, role: 'entrance', image: entrance.image, state }]
    }
    case 'start':
      return ofRelease(
        releaseContainers(configuration, action.release, {
          number: action.number,
          commit,
          address: undefined,
        }),
        ended,
      )
    case 'start-copy': {
      const { kept, from, number } = action.copy
      const project = configuration.projectName
      return ofRelease(
        renumber(
          { containers: kept.containers, programs: kept.parts.programs },
          { project, from, to: number, address: undefined, resolver: undefined },
        ),
        ended,
      )
    }
    default:
      return []
  }
}

const goneBy = (action: Action | CopyAction, { configuration }: Ended): readonly string[] =>
  action.kind === 'entrance' && !action.entrance ? [entranceContainer(configuration.projectName)] : []

const ofRelease = (containers: readonly ReleaseContainer[], ended: Ended): readonly RunningContainer[] =>
  containers
    .filter(({ spec }) => isLasting(spec.Labels))
    .map(({ name, spec }) => ({
      name,
      role: roleOf(spec.Labels, name, ended),
      image: spec.Image,
      state: 'new',
    }))

/** Whether a container is of the project or shared with it, and of no release but the live one. */
const concerns = (
  own: Readonly<Record<string, string>>,
  { configuration: { projectName, discovery }, release }: Ended,
): boolean => {
  const part = own[labels.service]
  if (part === 'consul' && discovery !== 'consul') return false
  if (!own[labels.project]) return part === 'nginx' || part === 'consul'
  const number = own[labels.release]
  return own[labels.project] === projectName && isLasting(own) && (!number || number === String(release))
}

const isLasting = (own: Readonly<Record<string, string>>): boolean =>
  !['task', 'run'].includes(own[labels.service] ?? '')

const releaseParts = ['primary', 'door', 'helper']

/** What a container is there for. A secondary service may have the name of a release's part. */
const roleOf = (
  own: Readonly<Record<string, string>>,
  name: string,
  { configuration: { projectName } }: Ended,
): string => {
  const part = own[labels.service] ?? ''
  if (name === serviceContainer(projectName, part) || !releaseParts.includes(part)) return part
  const release = `release ${own[labels.release]}`
  return part === 'primary' ? release : `${part} of ${release}`
}

/** The release stands first, then what passes requests on to it, then its services, and what is shared last. */
const rank = (role: string): number => {
  if (role.startsWith('release ')) return 0
  if (/ of release \d+$/.test(role)) return 1
  if (role === 'entrance') return 2
  return role === 'nginx' || role === 'consul' ? 4 : 3
}
