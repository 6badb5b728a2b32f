import type { ProcessType, ProjectType, ServiceType } from '../catalog/types.ts'

/** The deployment file as the rest of the program sees it: every default filled in, every value validated. */

/** A named target of the deployment file, resolved. */
export interface Configuration extends TargetSettings {
  /** Its name in the file, such as `Staging`. */
  readonly name: string
  /** Names everything on the server; safe in DNS and Docker. */
  readonly projectName: string
  /** The environment of GitHub that its deployments are recorded under. */
  readonly environment: string
}

/** A whole deployment file, every configuration of it validated. */
export interface DeploymentFile {
  /** Path of the file in its repository, for messages. */
  readonly file: string
  /** The configurations by name, at least one. */
  readonly configurations: Readonly<Record<string, ConfigurationSettings>>
}

/** A configuration before it is selected: what depends on the run is still open. */
export interface ConfigurationSettings extends TargetSettings {
  /** The project's name, when the file gives one. */
  readonly projectName: string | undefined
  /** The environment of GitHub, when the file gives one. */
  readonly environment: string | undefined
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
  readonly project: ProjectSettings
  /** The secondary services, in the file's order. */
  readonly services: readonly ConfiguredService[]
}

/** What a configuration says of its project. */
export interface ProjectSettings {
  readonly type: ProjectType
  /** Settings for `type.image`, as its schema puts them out. */
  readonly settings: unknown
  /** Another repository than the one that is checked out: `owner/name`, or the address of one. */
  readonly repository: string | undefined
  /** Another commit than the one that is checked out: branch, tag, SHA or `HEAD`. */
  readonly ref: string | undefined
  /** Environment of every process. */
  readonly envVariables: Readonly<Record<string, string>>
  /** Names of variables that the processes get from the environment of the action's step. */
  readonly secrets: readonly string[]
  readonly healthCheck: HealthCheck
  /** The processes, in the file's order; at most one is the web process. */
  readonly processes: readonly ConfiguredProcess[]
}

/** How a release shows that it works. */
interface HealthCheck {
  /** Path that is requested, such as `/`. */
  readonly path: string
  /** Seconds after which a release that does not answer has failed. */
  readonly deadlineSeconds: number
}

/** A process of the project. */
export interface ConfiguredProcess {
  readonly type: ProcessType
  /** Settings for `type.program`, as its schema puts them out. */
  readonly settings: unknown
}

/** A secondary service. */
export interface ConfiguredService {
  /** Its name, unique in the configuration. */
  readonly name: string
  readonly type: ServiceType
  /** Settings for `type.container`, as its schema puts them out. */
  readonly settings: unknown
}
