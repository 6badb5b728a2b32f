import type { ProjectType, SecretName, Task } from '../catalog/project-type.ts'
import type { ProcessType, ServiceType, StopSignal } from '../catalog/types.ts'
import type { PreviewsSettings } from './previews.ts'
import type { SiteSettings } from './site.ts'

/** The deployment file as the rest of the program sees it: every default filled in, every value validated. */

/** A named target of the deployment file, resolved. */
export interface Configuration extends TargetSettings {
  /** Its name in the file, such as `Staging`. */
  readonly name: string
  /** Names everything on the server; safe in DNS and Docker. */
  readonly projectName: string
  /** The environment of GitHub that its deployments are recorded under. */
  readonly environment: string
  /** Whether it is what customers use. */
  readonly production: boolean
  /** The preview that it is; undefined for a configuration of the file itself. */
  readonly preview?: Preview | undefined
}

/** What makes a configuration the preview of a pull request. */
export interface Preview {
  /** Number of the pull request. */
  readonly number: number
  /** Name of the pull request's branch. */
  readonly branch: string
  /** Name of the project that it is a preview of. */
  readonly of: string
  /** Seconds without an update after which the server removes it; undefined for never. */
  readonly expiresSeconds: number | undefined
  /** Previews of the project on the server at once. */
  readonly most: number
  /** Commands that run once in its life. */
  readonly seed: readonly TimedTask[]
  /** Variable of the step that holds the password of its site; undefined where everybody may look. */
  readonly password: string | undefined
  /** Whether search engines are told to stay away. */
  readonly noindex: boolean
  /** Whether its code is a stranger's: then its build shares nothing, and no Dockerfile of its own is used. */
  readonly isFork: boolean
  /** Whether a fork's may stand on a server that holds a production configuration. */
  readonly besideProduction: boolean
}

/** A whole deployment file, every configuration of it validated. */
export interface DeploymentFile {
  /** Path of the file in its repository, for messages. */
  readonly file: string
  /** The configurations by name, at least one. */
  readonly configurations: Readonly<Record<string, ConfigurationSettings>>
  /** The previews of pull requests; undefined where there are none. */
  readonly previews?: PreviewsSettings | undefined
}

/** A configuration before it is selected: what depends on the run is still open. */
export interface ConfigurationSettings extends TargetSettings {
  /** The project's name, when the file gives one. */
  readonly projectName: string | undefined
  /** The environment of GitHub, when the file gives one. */
  readonly environment: string | undefined
  /** Whether it is what customers use, when the file says so. */
  readonly production: boolean | undefined
}

/** What a configuration says of its server and of what runs there. */
interface TargetSettings {
  /** DNS name or IP address of the server, lower-case. */
  readonly hostname: string
  /** Port of the server's SSH daemon. */
  readonly port: number
  /** Login on the server. */
  readonly username: string
  /** Names of the site, safe in nginx; an IPv6 address stands in brackets. At least one, no duplicates. */
  readonly serverNames: readonly string[]
  /** Names and globs of the branches and tags that it deploys, in the file's order. */
  readonly branches: readonly string[]
  /** How the project's services find each other. */
  readonly discovery: Discovery
  /** Number of good releases that are kept, to go back to. */
  readonly keepReleases: number
  /** Commands on the server itself, around each release. */
  readonly hooks: Hooks
  readonly site: SiteSettings
  readonly primary: PrimarySettings
  readonly project: ProjectSettings
  /** The secondary services, in the file's order. */
  readonly services: readonly ConfiguredService[]
}

/** Settings of an entry of the catalogue: what its schema puts out. */
export type EntrySettings = Readonly<Record<string, unknown>>

/** Names of services by Consul, which knows their ports and their health, or by Docker alone. */
export type Discovery = 'consul' | 'docker'

/** What a configuration says of the primary service's container. */
export interface PrimarySettings {
  /** Image to build on, where the project's type takes one; undefined for the type's own. */
  readonly baseImage: string | undefined
  readonly volumes: readonly Volume[]
  /** Environment of everything in the container, below the project's own. */
  readonly envVariables: Readonly<Record<string, string>>
  readonly limits: Limits
}

/** What a container may use at most. */
export interface Limits {
  readonly memoryBytes: number | undefined
  /** Processors, also in parts. */
  readonly cpus: number | undefined
}

/** A volume or a folder of the server in a container. */
export interface Volume {
  /** A folder of the server, which starts with `/`, or the name of a volume in the project. */
  readonly source: string
  /** Where it lies in the container. */
  readonly target: string
  readonly readOnly: boolean
}

/** A port of a service that the server itself offers. */
export interface PublishedPort {
  /** IPv4 address of the server. */
  readonly address: string
  readonly hostPort: number
  /** The service's own port. */
  readonly port: number
}

/** What a configuration says of its project. */
export interface ProjectSettings {
  readonly type: ProjectType
  /** Settings for `type.image`, as its schema puts them out. */
  readonly settings: EntrySettings
  /** Another repository than the one that is checked out: `owner/name`, or the address of one. */
  readonly repository: string | undefined
  /** Another commit than the one that is checked out: branch, tag, SHA or `HEAD`. */
  readonly ref: string | undefined
  /** Environment of every process. */
  readonly envVariables: Readonly<Record<string, string>>
  /** Variables that the processes get from the environment of the action's step. */
  readonly secrets: readonly SecretName[]
  /** How its code comes to the server. */
  readonly source: SourceWay
  readonly healthCheck: HealthCheck
  /** Seconds that requests which are under way at the switch have to come to their end on the release before. */
  readonly drainSeconds: number
  /** Tasks beside those of the project's type. */
  readonly releaseTasks: ReleaseTasks
  /** The processes, in the file's order; at most one is the web process. */
  readonly processes: readonly ConfiguredProcess[]
}

/**
 * How code comes to a server: fetched there with a deploy key, sent from the checkout, or the first where a token may
 * register the key and else the second.
 */
export type SourceWay = 'auto' | 'deploy-key' | 'checkout'

/** How a release shows that it works. */
export interface HealthCheck {
  /** Path that is requested, such as `/`. */
  readonly path: string
  /** Lowest and highest status that count as healthy. */
  readonly status: { readonly from: number; readonly to: number }
  /** Seconds between two requests. */
  readonly intervalSeconds: number
  /** Seconds after which a release that does not answer has failed. */
  readonly deadlineSeconds: number
}

/** A task with the time that it has. */
export interface TimedTask extends Task {
  /** Seconds after which it is ended, and counts as failed. */
  readonly deadlineSeconds: number
  /** Whether it never runs again for the project once it has succeeded. */
  readonly once?: boolean
}

/** Tasks of the configuration's own that run once in each release. */
interface ReleaseTasks {
  /** Before visitors reach it, behind those of the project's type. */
  readonly beforeSwitch: readonly TimedTask[]
  /** When visitors reach it. */
  readonly afterSwitch: readonly TimedTask[]
  /** Seconds that the tasks of the project's type have. */
  readonly deadlineSeconds: number
}

/** Commands on the server itself, outside of all containers. */
export interface Hooks {
  /** When the release is healthy, before visitors reach it. */
  readonly beforeSwitch: readonly TimedTask[]
  /** When visitors reach it, and its helpers run. */
  readonly afterSwitch: readonly TimedTask[]
  /** When a release has failed. */
  readonly onFailure: readonly TimedTask[]
}

/** A process of the project. */
export interface ConfiguredProcess {
  readonly type: ProcessType
  /** Settings for `type.program`, as its schema puts them out. */
  readonly settings: EntrySettings
  readonly common: ProcessSettings
}

/** What every process may say of itself. */
export interface ProcessSettings {
  readonly envVariables: Readonly<Record<string, string>>
  /** Undefined for what its program says. */
  readonly stopSignal: StopSignal | undefined
  /** Undefined for what its program says. */
  readonly stopSeconds: number | undefined
  /** Seconds that a helper must have run without a stop before it counts as running. */
  readonly startSeconds: number
  readonly copies: number
}

/** A secondary service. */
export interface ConfiguredService {
  /** Its name, unique in the configuration. */
  readonly name: string
  readonly type: ServiceType
  /** Settings for `type.container`, as its schema puts them out. */
  readonly settings: EntrySettings
  readonly common: ServiceSettings
}

/** What every secondary service may say of its container. */
export interface ServiceSettings {
  /** Image in place of the type's own. */
  readonly image: string | undefined
  /** Arguments in place of the type's own. */
  readonly command: readonly string[] | undefined
  /** Volumes beside that of its data. */
  readonly volumes: readonly Volume[]
  readonly envVariables: Readonly<Record<string, string>>
  readonly limits: Limits
  readonly publish: readonly PublishedPort[]
  /** The variable of the action's step that holds its password; undefined for one that is generated on the server. */
  readonly password: string | undefined
}
