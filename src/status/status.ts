/** What a server and a project on it are, as `jetee status --json` prints it; docs/status.md describes each field. */
export interface Status {
  readonly project: string
  readonly configuration: string
  /** What it comes to: all runs, something is wrong, or nothing was deployed yet. */
  readonly state: 'well' | 'ailing' | 'absent'
  /** What is wrong, a phrase each; empty when nothing is. */
  readonly problems: readonly string[]
  readonly server: ServerStatus
  /** Who holds the project's lock, as they say of themselves; null when it is free. */
  readonly lockHolder: string | null
  /** The release that is live; null when none is. */
  readonly release: ReleaseStatus | null
  /** Null for a project without a web process, and before its first release. */
  readonly site: SiteStatus | null
  /** Secondary services, nginx, and Consul where the project uses it. */
  readonly services: readonly ServiceStatus[]
  readonly processes: readonly ProcessStatus[]
  /** The last five deploys, the newest first. */
  readonly deploys: readonly DeployStatus[]
}

/** The machine. */
export interface ServerStatus {
  /** `user@host:port`. */
  readonly where: string
  readonly os: string
  readonly kernel: string
  readonly uptimeSeconds: number
  /** Of the last 1, 5 and 15 minutes. */
  readonly load: readonly number[]
  readonly processors: number
  readonly memory: { readonly totalBytes: number; readonly availableBytes: number }
  /** The disk that Docker's data is on. */
  readonly disk: { readonly path: string; readonly totalBytes: number; readonly freeBytes: number }
  /** Docker's version; null where it does not answer, or is not there. */
  readonly docker: string | null
}

/** The release that is live. */
export interface ReleaseStatus {
  readonly number: number
  /** What it was made from; null where its record is gone. */
  readonly commit: string | null
  readonly subject: string | null
  readonly author: string | null
  /** When it was made, RFC 3339. */
  readonly created: string | null
  /** Whether its deploy came to its end. */
  readonly settled: boolean
}

/** The site, asked once through nginx. */
export interface SiteStatus {
  readonly names: readonly string[]
  /** What was asked for: the path of the health check. */
  readonly path: string
  /** The answer's status; null without an answer. */
  readonly status: number | null
  /** How long the answer took; null without one. */
  readonly milliseconds: number | null
  /** Whether visitors get the page of `maintenance on` in its place; a status of 503 is right then. */
  readonly maintenance: boolean
  /** Whether the status is one that the health check takes. */
  readonly healthy: boolean
}

/** A service's container. */
export interface ServiceStatus {
  readonly name: string
  readonly container: string
  readonly image: string | null
  /** Docker's word, such as `running` or `exited`; `missing` where there is no container. */
  readonly state: string
  /** Docker's word of the service's own probe; null where it has none. */
  readonly health: 'healthy' | 'unhealthy' | 'starting' | null
  /** Whether discovery gives out its address; null where it was not or could not be asked. */
  readonly discovered: boolean | null
  /** Since when it is in this state, RFC 3339; null where it never ran. */
  readonly since: string | null
  /** How often Docker has restarted it. */
  readonly restarts: number
  readonly ok: boolean
}

/** A process of the release that is live. */
export interface ProcessStatus {
  readonly name: string
  readonly container: string
  /** Supervisor's word, such as `running` or `fatal`; Docker's, where it has a container of its own. */
  readonly state: string
  /** Since when it runs, RFC 3339; null where it does not. */
  readonly since: string | null
  /** What supervisor says beside it of one that does not run; null for nothing. */
  readonly note: string | null
  readonly ok: boolean
}

/** A deploy, as the server's own log has it. */
export interface DeployStatus {
  readonly time: string
  /** Number of its release; null where it had none yet. */
  readonly release: number | null
  readonly commit: string | null
  readonly actor: string
  /** Address of its run; null outside of GitHub. */
  readonly run: string | null
  readonly outcome: string
}

/** Statuses that the command ends with, by what it found. */
export const exitCodes: Readonly<Record<Status['state'], number>> = { well: 0, ailing: 1, absent: 2 }
