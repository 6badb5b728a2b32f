import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from '../../src/configuration/configuration.ts'
import { loadDeployment } from '../../src/configuration/load.ts'
import { selectConfiguration } from '../../src/configuration/select.ts'
import type { DesiredState, Facts } from '../../src/plan/plan.ts'
import type { ContainerFact } from '../../src/server/engine/facts.ts'
import type { HostFacts, ReleaseFact } from '../../src/server/facts.ts'
import { consulStack } from '../../src/stack/discovery.ts'
import { entranceStack } from '../../src/stack/entrance.ts'
import { firewallScript } from '../../src/stack/firewall.ts'
import { frontStack, sha256 } from '../../src/stack/front.ts'
import { bridgeName, labels, releaseContainer } from '../../src/stack/layout.ts'
import { registeredPrimary } from '../../src/stack/primary-registration.ts'
import { registeredServices, registration } from '../../src/stack/registration.ts'
import { releaseStack } from '../../src/stack/release.ts'
import { serviceStacks } from '../../src/stack/services.ts'
import { siteStack } from '../../src/stack/site.ts'

/** The sample app, as it should be on a server, and servers on which it is in one state or another. */

export const root = join(import.meta.dirname, '../..')

/** Text of the sample's deployment file. */
const sampleText = readFileSync(join(root, 'examples/django/deployment.yml'), 'utf8')

/** The sample's configuration Staging, with its text changed. */
export const sampleConfiguration = (change: (text: string) => string = (text) => text): Configuration =>
  selectConfiguration(loadDeployment(change(sampleText), 'deployment.yml'), 'Staging', {
    repository: 'acme/guestbook',
  })

/** Everything that the sample should be on a server. */
export const desiredState = (
  change?: (text: string) => string,
  { tree = 'a'.repeat(40), secret = 's3cret' } = {},
): DesiredState => {
  const configuration = sampleConfiguration(change)
  const services = serviceStacks(configuration, { postgresql: 'pg-password', redis: 'redis-password' }, 'key')
  const release = releaseStack({
    configuration,
    services,
    secrets: { SECRET_KEY: secret },
    key: 'key',
    tree,
    dependencies: { tool: 'pip', files: ['requirements.txt'] },
  })
  const files = { static: true, media: true, socketFolder: release.socketFolder }
  return {
    project: configuration.projectName,
    owner: { repository: 'acme/guestbook', configuration: 'Staging' },
    front: frontStack(true),
    consul: configuration.discovery === 'consul' ? consulStack() : undefined,
    services,
    site: release.hasWeb ? siteStack(configuration, true, files) : undefined,
    entrance: release.hasWeb ? entranceStack(configuration, files) : undefined,
    release,
  }
}

/** A bare Debian server. */
const bareHost: HostFacts = {
  user: 'root',
  isRoot: true,
  os: 'debian 13',
  hasApt: true,
  hasDocker: false,
  hasBuildKit: false,
  isDockerHalfway: false,
  daemonJson: undefined,
  hasIpv6: true,
  maintenance: false,
  disk: { freeKiB: 20_000_000, totalKiB: 40_000_000, path: '/var/lib' },
  routes: [],
  resolvers: ['192.0.2.53'],
  registered: [],
  registrations: {},
  unloaded: [],
  hasIptables: false,
  firewall: undefined,
  production: [],
  previews: [],
  port80: undefined,
  nginxConfHash: undefined,
  nginxConf: undefined,
  sites: [],
  siteConf: undefined,
  entranceConf: undefined,
  gone: undefined,
  previewTimer: undefined,
  owner: undefined,
  repositories: [],
  hasFolders: false,
  key: undefined,
  sequence: 0,
  passwords: {},
  untried: [],
  current: undefined,
  parts: undefined,
  releases: [],
}

export const bareServer: Facts = {
  host: bareHost,
  engine: {
    version: '',
    swarm: false,
    liveRestore: false,
    containers: [],
    strangers: [],
    networks: [],
    volumes: [],
  },
}

const container = (name: string, own: Readonly<Record<string, string>>, host?: number): ContainerFact => ({
  id: name,
  name,
  image: 'image',
  running: true,
  labels: own,
  addresses: host === undefined ? {} : { 'jetee-guestbook': `10.213.0.${host}` },
})

/** Address of Consul in the sample's network. */
export const consulAddress = '10.213.0.2'

/** The label of a container that asks Consul for names. */
const dns = { [labels.dns]: consulAddress }

/** The container of a release. */
export const releaseContainerFact = (number: number, running = true): ContainerFact => ({
  ...container(releaseContainer('guestbook', number), {
    [labels.project]: 'guestbook',
    [labels.service]: 'primary',
    [labels.release]: String(number),
    ...dns,
  }),
  running,
})

/** A release's folder, with or without its image. */
export const releaseFact = (
  number: number,
  marks: { readonly good: boolean; readonly spec?: string },
): ReleaseFact => ({
  number,
  good: marks.good,
  active: marks.good,
  record: marks.spec === undefined ? undefined : record(marks.spec),
})

const record = (spec: string) => ({
  commit: 'c'.repeat(40),
  tree: 'a'.repeat(40),
  spec,
  created: '2026-11-01T00:00:00.000Z',
  author: 'Octo Cat',
  subject: 'First',
})

const addressOf = ({ services }: DesiredState, name: string): string =>
  `10.213.0.${services.findIndex(({ containerName }) => containerName === name) + 3}`

/** Address of the entrance in the sample's network. */
const entranceAddress = 100

/** The server after a deploy of this state as release 7. */
export const builtServer = (desired: DesiredState): Facts => ({
  host: {
    ...bareHost,
    hasDocker: true,
    hasBuildKit: true,
    daemonJson: '{"live-restore": true}',
    hasIptables: true,
    firewall: {
      hash: sha256(firewallScript()),
      networks: [{ bridge: bridgeName('guestbook'), subnet: '10.213.0.0/24', isPreview: false }],
      loaded: true,
    },
    port80: 'LISTEN "nginx",pid=99',
    nginxConfHash: sha256(desired.front.conf),
    nginxConf: desired.front.conf,
    sites: desired.site
      ? [
          {
            project: desired.project,
            hash: desired.site.hash,
            serverNames: desired.site.serverNames,
            specification: desired.site.specification,
          },
        ]
      : [],
    siteConf: desired.site?.conf,
    entranceConf: desired.entrance?.conf,
    registered: [desired.project],
    registrations: {
      services: registration(
        desired.project,
        'services',
        registeredServices(desired.services, (name) => addressOf(desired, name)),
      ).text,
      ...(desired.entrance && {
        primary: registration(
          desired.project,
          'primary',
          registeredPrimary(desired.project, `10.213.0.${entranceAddress}`),
        ).text,
      }),
    },
    owner: desired.owner,
    hasFolders: true,
    key: 'key',
    sequence: 7,
    passwords: { postgresql: 'pg-password', redis: 'redis-password' },
    current: 7,
    parts: desired.release.parts,
    releases: [
      releaseFact(6, { good: true, spec: 'older' }),
      releaseFact(7, { good: true, spec: desired.release.hash }),
    ],
  },
  engine: {
    version: '26.1.5',
    swarm: false,
    liveRestore: true,
    containers: [
      container('jetee-nginx', desired.front.spec.Labels),
      ...(desired.consul ? [container('jetee-consul', desired.consul.spec.Labels, 2)] : []),
      ...desired.services.map(({ containerName, spec }, index) =>
        container(containerName, { ...spec.Labels, ...dns }, index + 3),
      ),
      ...(desired.entrance
        ? [
            container(
              desired.entrance.containerName,
              { ...desired.entrance.spec.Labels, ...dns },
              entranceAddress,
            ),
          ]
        : []),
      releaseContainerFact(7),
    ],
    strangers: [],
    networks: [
      {
        name: 'jetee-guestbook',
        project: 'guestbook',
        bridge: bridgeName('guestbook'),
        subnets: ['10.213.0.0/24'],
      },
    ],
    volumes: desired.services.flatMap(({ volumes }) => volumes),
  },
})

/** A server with some of its facts changed. */
export const withFacts = (
  { host, engine }: Facts,
  changes: { readonly host?: Partial<HostFacts>; readonly engine?: Partial<Facts['engine']> },
): Facts => ({ host: { ...host, ...changes.host }, engine: { ...engine, ...changes.engine } })

/** A server with one container changed, or gone. */
export const withContainer = (
  facts: Facts,
  name: string,
  change: Partial<ContainerFact> | undefined,
): Facts =>
  withFacts(facts, {
    engine: {
      containers: facts.engine.containers.flatMap((fact) =>
        fact.name !== name ? [fact] : change ? [{ ...fact, ...change }] : [],
      ),
    },
  })
