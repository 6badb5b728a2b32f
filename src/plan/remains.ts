import { bridgeName, dataVolume, labels, networkName, root } from '../stack/layout.ts'
import type { Facts } from './plan.ts'

/** What a server has of a project, for its removal. */
export interface Remains {
  readonly project: string
  /** Names of its containers, in order: Docker lists neither these nor volumes in one. */
  readonly containers: readonly string[]
  /** Names that its site answers to; undefined without a site in nginx. */
  readonly site: readonly string[] | undefined
  /** Numbers of its releases, which have a folder and an image each. */
  readonly releases: readonly number[]
  /** Its volumes, by their label. */
  readonly volumes: readonly string[]
  /** Volumes of its services' data without any label, such as one that was restored: they are not removed. */
  readonly unlabelled: readonly string[]
  /** Whether there is anything but data and what opens it. */
  readonly isThere: boolean
  /** Whether there is data, or what opens some. */
  readonly hasData: boolean
  /** Whether passwords have to stay when the volumes go: for data that is not removed. */
  readonly keepsPasswords: boolean
  /** Whether any other project is on the server. */
  readonly hasNeighbours: boolean
}

/** What a server has of a project with these secondary services. */
export const remainsOf = (project: string, services: readonly string[], facts: Facts): Remains => {
  const { host, engine } = facts
  const isOwn = ({ labels: own }: { readonly labels: Readonly<Record<string, string>> }) =>
    own[labels.project] === project
  const containers = engine.containers
    .filter(isOwn)
    .map(({ name }) => name)
    .sort()
  const site = host.sites.find((other) => other.project === project)?.serverNames
  const volumes = engine.volumes
    .filter(isOwn)
    .map(({ name }) => name)
    .sort()
  const data = new Set(services.map((service) => dataVolume(project, service)))
  const unlabelled = engine.volumes
    .filter(({ name, labels: own }) => own[labels.project] === undefined && data.has(name))
    .map(({ name }) => name)
  return {
    project,
    containers,
    site,
    releases: host.releases.map(({ number }) => number),
    volumes,
    unlabelled,
    isThere:
      containers.length > 0 ||
      site !== undefined ||
      host.releases.length > 0 ||
      host.sequence > 0 ||
      host.current !== undefined ||
      Object.keys(host.registrations).length > 0 ||
      engine.networks.some((network) => network.project === project) ||
      (host.firewall?.networks.some(({ bridge }) => bridge === bridgeName(project)) ?? false),
    hasData: host.owner !== undefined || volumes.length > 0,
    keepsPasswords: unlabelled.length > 0 || !host.hasDocker,
    hasNeighbours:
      host.sites.some((other) => other.project !== project) ||
      engine.networks.some((other) => other.project !== undefined && other.project !== project),
  }
}

/** What goes, a line each. */
export const goingLines = (remains: Remains, withVolumes: boolean): readonly string[] => {
  const { project, containers, site, releases, volumes } = remains
  return [
    ...(site ? [`the site in nginx: ${site.join(', ') || 'all names'}`] : []),
    ...(containers.length > 0 ? [`containers: ${containers.join(', ')}`] : []),
    ...(releases.length > 0 ? [`releases, with their images and files: ${releases.join(', ')}`] : []),
    ...(remains.isThere
      ? [`the network ${networkName(project)}, what Consul knows of the project, its files in ${root}`]
      : []),
    ...(withVolumes
      ? [
          `data: ${[...volumes.map((name) => `the volume ${name}`), 'uploaded files'].join(', ')}${remains.keepsPasswords ? '' : ', the services’ passwords'}`,
        ]
      : []),
  ]
}

/** What stays, a line each. */
export const stayingLines = (remains: Remains, withVolumes: boolean): readonly string[] => {
  const { project, volumes, unlabelled, hasNeighbours } = remains
  const passwords = `${root}/projects/${project}`
  return [
    ...(withVolumes
      ? []
      : [
          `data: ${[...volumes, ...unlabelled].map((name) => `the volume ${name}, `).join('')}uploaded files (${root}/www/${project}/media); the passwords that open it, and whose the name is (${passwords}). \`build all\` brings the project back with it, \`destroy --volumes\` removes it`,
        ]),
    ...(withVolumes && remains.keepsPasswords
      ? [
          `passwords (${passwords}), as data stays that they may open: ${unlabelled.length > 0 ? `${unlabelled.join(', ')} without a label of ours` : 'without Docker, no volume can be removed'}`,
        ]
      : []),
    ...(hasNeighbours
      ? ['what the server’s projects share: Docker, jetee-nginx, jetee-consul']
      : [
          'what projects share: Docker, jetee-nginx, jetee-consul. No other project is on the server; `docker rm -f jetee-nginx jetee-consul` there removes the two',
        ]),
  ]
}
