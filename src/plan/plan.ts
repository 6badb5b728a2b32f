import { isDeepStrictEqual } from 'node:util'
import type { Preview } from '../configuration/configuration.ts'
import { type EngineFacts, nginxRuns } from '../server/engine/facts.ts'
import type { HostFacts, Owner } from '../server/facts.ts'
import type { ConsulStack } from '../stack/discovery.ts'
import type { EntranceStack } from '../stack/entrance.ts'
import { type FrontStack, sha256 } from '../stack/front.ts'
import { labels, networkName, nginxContainer } from '../stack/layout.ts'
import type { ReleaseStack } from '../stack/release.ts'
import type { ServiceStack } from '../stack/services.ts'
import type { SiteStack } from '../stack/site.ts'
import { discoverySteps, leavingSteps, registrationSteps } from './discovery-steps.ts'
import { entranceConfSteps, entranceRemovalSteps, entranceSteps } from './entrance-steps.ts'
import { expirySteps } from './expiry-steps.ts'
import { containerNamed } from './find-container.ts'
import { isolationSteps } from './isolation-steps.ts'
import { primaryRegistrationSteps } from './primary-registration-steps.ts'
import { takenRanges } from './ranges.ts'
import { releaseSteps, tidySteps } from './release-steps.ts'
import { lacksPassword, serviceStep } from './service-steps.ts'
import type { Step } from './steps.ts'

/** Everything as it should be. */
export interface DesiredState {
  readonly project: string
  readonly owner: Owner
  /** What makes it a preview; undefined for a configuration of the file itself. */
  readonly preview?: Preview | undefined
  readonly front: FrontStack
  /** Undefined for a project that does without discovery by Consul. */
  readonly consul: ConsulStack | undefined
  readonly services: readonly ServiceStack[]
  /** Undefined for a project without a web process. */
  readonly site: SiteStack | undefined
  /** Undefined for a project without a web process. */
  readonly entrance: EntranceStack | undefined
  readonly release: ReleaseStack
}

/** What a command covers. */
export interface Scope {
  /** Docker, network, secondary services and nginx. */
  readonly services: boolean
  /** Folders, the site and the entrance's container. */
  readonly site: boolean
  /** The release, and the question for its health. */
  readonly release: boolean
}

/** What the server has now. */
export interface Facts {
  readonly host: HostFacts
  readonly engine: EngineFacts
}

/** The steps that bring a server from what it is to what it should be; empty when there is nothing to do. */
export const makePlan = (desired: DesiredState, facts: Facts, scope: Scope): readonly Step[] => {
  const release = scope.release ? releaseSteps(desired, facts) : []
  return [
    ...tidySteps(desired.project, facts, release.length > 0),
    ...(scope.services || scope.site ? [...folderSteps(desired, facts), ...expirySteps(desired, facts)] : []),
    ...(scope.services ? serviceSteps(desired, facts) : []),
    ...(scope.site ? [...siteSteps(desired, facts), ...entranceSteps(desired, facts)] : []),
    ...release,
    ...(scope.site || scope.release ? entranceConfSteps(desired, facts) : []),
    ...(scope.services ? leavingSteps(desired, facts, scope) : []),
    ...(scope.site ? [...siteRemovalSteps(desired, facts), ...entranceRemovalSteps(desired, facts)] : []),
    ...(scope.site ? primaryRegistrationSteps(desired, facts) : []),
  ]
}

const folderSteps = (desired: DesiredState, { host }: Facts): readonly Step[] => {
  const missing = desired.services.filter((service) => lacksPassword(service, host))
  const isOwned = isDeepStrictEqual(host.owner, desired.owner)
  if (isOwned && host.key && host.hasFolders && missing.length === 0) return []
  return [
    {
      id: 'folders',
      title: 'Make the project’s folders',
      reason: !host.owner
        ? 'the project is new'
        : missing.length > 0
          ? `no password yet for ${missing.map(({ name }) => name).join(', ')}`
          : host.key && host.hasFolders
            ? 'what the server knows of the project has changed'
            : 'it was destroyed, and comes back',
      after: ['tidy'],
      action: { kind: 'folders', owner: desired.owner },
    },
  ]
}

const serviceSteps = (desired: DesiredState, facts: Facts): readonly Step[] => [
  ...dockerSteps(facts),
  ...networkSteps(desired, facts),
  ...isolationSteps(desired, facts),
  ...discoverySteps(desired, facts),
  ...nginxSteps(desired, facts),
  ...desired.services.flatMap((service) => serviceStep(desired, service, facts)),
  ...registrationSteps(desired, facts),
]

const dockerSteps = ({ host, engine }: Facts): readonly Step[] => {
  const daemonJson = engine.swarm ? undefined : withLiveRestore(host.daemonJson)
  const interrupted = host.isDockerHalfway && host.isRoot
  const installs = !host.hasDocker || interrupted || !host.hasBuildKit
  // Only root may write Docker's settings; a member of the group docker takes the engine as it is.
  const sets = daemonJson !== undefined && (host.isRoot || !host.hasDocker) && !engine.liveRestore
  if (!installs && !sets) return []
  return [
    {
      id: 'docker',
      title: host.hasDocker ? 'Set up Docker' : 'Install Docker',
      reason: !host.hasDocker
        ? 'the server has no Docker'
        : interrupted
          ? 'its installation was interrupted'
          : installs
            ? 'Docker has no BuildKit'
            : 'containers should live on while the engine restarts',
      after: [],
      action: { kind: 'docker', daemonJson },
    },
  ]
}

/** Docker's settings with `live-restore` on, or undefined when they have it or say otherwise. */
export const withLiveRestore = (daemonJson: string | undefined): string | undefined => {
  const settings = JSON.parse(daemonJson?.trim() || '{}') as Readonly<Record<string, unknown>>
  if (settings['live-restore'] !== undefined) return undefined
  return JSON.stringify({ ...settings, 'live-restore': true }, undefined, 2)
}

const networkSteps = ({ project, preview }: DesiredState, facts: Facts): readonly Step[] => {
  if (facts.engine.networks.some(({ name }) => name === networkName(project))) return []
  return [
    {
      id: 'network',
      title: 'Create the project’s network',
      reason: 'it has none',
      // One preview too many is refused with its folders, and leaves nothing.
      after: ['docker', ...(preview ? ['folders'] : [])],
      action: { kind: 'network', taken: takenRanges(facts) },
    },
  ]
}

const nginxSteps = ({ front }: DesiredState, facts: Facts): readonly Step[] => {
  const container = containerNamed(nginxContainer, facts)
  const isOther = container && container.labels[labels.spec] !== front.spec.Labels[labels.spec]
  const runs = nginxRuns(facts.engine)
  const reason = !container
    ? 'the server has none'
    : isOther
      ? 'its specification has changed'
      : facts.host.nginxConfHash !== sha256(front.conf)
        ? 'its configuration has changed'
        : runs
          ? undefined
          : 'it does not run'
  if (reason === undefined) return []
  return [
    {
      id: 'nginx',
      title: container ? 'Renew nginx' : 'Start nginx',
      reason,
      after: ['docker', 'folders'],
      action: { kind: 'nginx', front, now: !container ? 'missing' : isOther || !runs ? 'other' : 'loads' },
    },
  ]
}

const siteSteps = ({ project, site }: DesiredState, { host }: Facts): readonly Step[] => {
  const now = host.sites.find((other) => other.project === project)
  if (!site || now?.hash === site.hash) return []
  return [
    {
      id: 'site',
      title: 'Set up the site',
      reason: now ? 'its configuration has changed' : 'nginx does not know it',
      after: ['folders', 'nginx'],
      action: { kind: 'site', site },
    },
  ]
}

/** A project that has no web process any more has no site: once its last release with one is gone. */
const siteRemovalSteps = ({ project, site }: DesiredState, { host }: Facts): readonly Step[] => {
  if (site || !host.sites.some((other) => other.project === project)) return []
  return [
    {
      id: 'site removal',
      title: 'Take the site out of nginx',
      reason: 'the project has no web process',
      after: ['nginx', 'switch'],
      action: { kind: 'site', site: undefined },
    },
  ]
}
