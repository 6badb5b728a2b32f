import { createHash } from 'node:crypto'

/** Names and places on the server. Everything that is ours lies under one folder and carries our labels. */

/** Folder of everything that is kept on the server. */
export const root = '/var/lib/jetee'

/** Folder that nginx sees: sockets, static files and uploads of every project, and nothing else. */
export const www = `${root}/www`

/** The one nginx of the server. */
export const nginxContainer = 'jetee-nginx'

/** The one Consul of the server. */
export const consulContainer = 'jetee-consul'

/** The network that Consul is at home in, beside those of the projects; nothing else is. No project's has such a name. */
export const discoveryNetwork = 'jetee.discovery'

/** What Consul knows of the projects: for each a file `<project>.<part>.json`. */
export const discoveryFolder = `${root}/discovery`

/** Keys of the labels on what is created. */
export const labels = {
  project: 'jetee.project',
  configuration: 'jetee.configuration',
  service: 'jetee.service',
  release: 'jetee.release',
  commit: 'jetee.commit',
  /** Kind and version of the data that a secondary service writes, such as `postgresql 17`. */
  data: 'jetee.data',
  /** Hash of the specification: an equal hash means that there is nothing to do. */
  spec: 'jetee.spec',
  /** The specification itself, as canonical JSON: a plan compares it field by field. */
  specification: 'jetee.specification',
  /** Address of Consul that the container asks for names first; none where it asks Docker alone. */
  dns: 'jetee.dns',
} as const

/** The project's network. */
export const networkName = (project: string): string => `jetee-${project}`

/** A secondary service's container, which is also its DNS name in the project. */
export const serviceContainer = (project: string, service: string): string => `${project}-${service}`

/** A volume that the deployment file names. */
export const projectVolume = (project: string, name: string): string => `${project}-${name}`

/** The volume of a secondary service's data. */
export const dataVolume = (project: string, service: string): string => `${project}-${service}-data`

/** The project's primary service in discovery: a name, and the container that passes requests on to the live release. */
export const entranceContainer = (project: string): string => `${project}-app`

/** The project's network on the host: Linux takes at most 15 characters. */
export const bridgeName = (project: string): string =>
  `jt-${createHash('sha256').update(project).digest('hex').slice(0, 12)}`

/** The main container of a release. */
export const releaseContainer = (project: string, release: number): string => `${project}-app-${release}`

/** The container that passes requests on to a release's port. */
export const doorContainer = (project: string, release: number): string => `${project}-door-${release}`

/** A helper's container, with the number of the copy where there are several. */
export const helperContainer = (project: string, name: string, release: number, copy?: number): string =>
  `${project}-${name}-${release}${copy === undefined ? '' : `-${copy}`}`

/** The container of a task that runs in one of its own. */
export const taskContainer = (project: string, task: string, release: number): string =>
  `${project}-task-${task}-${release}`

/** The container of a command that runs once; the identity is 8 hexadecimal digits. */
export const onceContainer = (project: string, identity: string): string => `${project}-run-${identity}`

/** The image of a release. */
export const releaseImage = (project: string, release: number): string => `jetee/${project}:${release}`
