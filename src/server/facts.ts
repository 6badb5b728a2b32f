import type { HealthCheck } from '../configuration/configuration.ts'
import type { RegistrationPart } from '../stack/registration.ts'
import type { ReleaseParts } from '../stack/release.ts'
import type { SiteSpecification } from '../stack/site.ts'
import type { Range } from '../stack/subnet.ts'

/** What the server says of itself under the lock, as far as files and the kernel know it. */
export interface HostFacts {
  readonly user: string
  /** Whether scripts run as root, directly or by sudo. */
  readonly isRoot: boolean
  /** Name and version of the distribution, such as `debian 13`. */
  readonly os: string
  readonly hasApt: boolean
  readonly hasDocker: boolean
  /** Whether a run was interrupted while it installed or set up Docker. */
  readonly isDockerHalfway: boolean
  /** Whether Docker's command can build with BuildKit. */
  readonly hasBuildKit: boolean
  /** Text of /etc/docker/daemon.json, when there is one that may be read. */
  readonly daemonJson: string | undefined
  readonly hasIpv6: boolean
  readonly disk: {
    readonly freeKiB: number
    readonly totalKiB: number
    readonly path: string
    /** What logs take; only told when the disk has less room than a deploy wants. */
    readonly logs?: { readonly containersKiB: number; readonly systemKiB: number } | undefined
  }
  readonly routes: readonly Range[]
  /** Its resolvers that a container can reach as well: IPv4 addresses, less those of the loopback. */
  readonly resolvers: readonly string[]
  /** Whether there is iptables, which keeps the projects' networks apart. */
  readonly hasIptables: boolean
  /** The rules between the projects' networks; undefined when none were ever loaded. */
  readonly firewall: FirewallFact | undefined
  /** The program that listens on port 80 (its name may be unknown), or undefined when nothing does. */
  readonly port80: string | undefined
  readonly nginxConfHash: string | undefined
  /** Text of nginx's main configuration. */
  readonly nginxConf: string | undefined
  readonly sites: readonly SiteFact[]
  /** Whether visitors get a page in place of the project's site. */
  readonly maintenance: boolean
  /** Text of the project's own site. */
  readonly siteConf: string | undefined
  /** Text of the configuration that its entrance has loaded. */
  readonly entranceConf: string | undefined
  /** Projects whose services Consul is told of. */
  readonly registered: readonly string[]
  /** What Consul is told of the project, by the part; texts of the files. */
  readonly registrations: Readonly<Partial<Record<RegistrationPart, string>>>
  /** Parts of it that were written without being loaded. */
  readonly unloaded: readonly string[]
  readonly owner: Owner | undefined
  /** Projects on the server that customers use. */
  readonly production: readonly string[]
  /** The previews on the server, the one that has been there longest first. */
  readonly previews: readonly PreviewProject[]
  /** Number of the workflow's run that took the project down, as a preview; undefined where none did in the last month. */
  readonly gone: number | undefined
  /** SHA-256 of the script by which the server removes previews whose time is over; undefined where there is none. */
  readonly previewTimer: string | undefined
  /** Folders of the repositories that the server has fetched the project from, with keys of its own. */
  readonly repositories: readonly string[]
  /** Whether all of the project's folders are there; those of one that was destroyed are not. */
  readonly hasFolders: boolean
  readonly key: string | undefined
  /** Number of the last release that was begun. */
  readonly sequence: number
  readonly passwords: Readonly<Record<string, string>>
  /** Services whose password has not opened their data yet since their container was made or started. */
  readonly untried: readonly string[]
  /** Number of the release that visitors reach. */
  readonly current: number | undefined
  /** What that release was made from; undefined when it does not say. */
  readonly parts: ReleaseParts | undefined
  readonly releases: readonly ReleaseFact[]
}

/** KiB that a deploy wants free where Docker keeps its data: images and the layers of a build. facts.sh knows it, too. */
export const wantedDiskKiB = 1024 * 1024

/** The rules that keep the projects' networks apart, as they lie on the server. */
export interface FirewallFact {
  /** SHA-256 of the script that makes them. */
  readonly hash: string
  /** The networks that they know. */
  readonly networks: readonly FirewallNetwork[]
  /** Whether the kernel has them, as far as the login may know. */
  readonly loaded: boolean
}

/** A project's network as the rules name it. */
export interface FirewallNetwork {
  /** Its name on the host, such as `jt-0123456789ab`. */
  readonly bridge: string
  /** Such as `10.213.0.0/24`. */
  readonly subnet: string
  /** Whether it is a preview's. */
  readonly isPreview: boolean
}

/** A site in the server's nginx. */
export interface SiteFact {
  readonly project: string
  readonly hash: string
  readonly serverNames: readonly string[]
  /** What it was made from; undefined when it does not say. */
  readonly specification?: SiteSpecification | undefined
  /** Whose the project is, where the server knows. */
  readonly owner?: Owner | undefined
}

/** Whose a project name on the server is. */
export interface Owner {
  readonly repository: string
  readonly configuration: string
  /** Whether customers use it; missing for no, and in what an earlier version wrote. */
  readonly production?: boolean
  /** The pull request whose preview it is; missing for a configuration of the file itself. */
  readonly preview?: PreviewFact
}

/** A preview on the server. */
export interface PreviewProject {
  readonly project: string
  readonly repository: string
  readonly preview: PreviewFact
}

/** What the server knows of a preview beside its releases. */
export interface PreviewFact {
  /** Number of the pull request. */
  readonly number: number
  /** Name of its branch. */
  readonly branch: string
  /** Name of the project that it is a preview of. */
  readonly of: string
  /** Seconds without an update after which the server removes it; missing for never. */
  readonly expiresSeconds?: number
  /** Whether its code is a stranger's; missing for no. */
  readonly isFork?: true
}

/** A release's folder on the server. */
export interface ReleaseFact {
  readonly number: number
  /** It went live and everything about it was settled. */
  readonly good: boolean
  /** Its processes start by themselves with its container. */
  readonly active: boolean
  /** Undefined when the release was interrupted before it had an image. */
  readonly record: ReleaseRecord | undefined
}

/** What is written down of a release, as `release.json`. */
export interface ReleaseRecord {
  readonly commit: string
  readonly tree: string
  readonly spec: string
  /** Digest of an image that was built elsewhere. */
  readonly digest?: string
  /** ISO 8601, UTC. */
  readonly created: string
  readonly author: string
  readonly subject: string
  /** The last run of a workflow that made it, or found it as it should be, as GitHub counts them; undefined for one from a terminal. */
  readonly run?: number
  /** Number of the release that it is a copy of, by `rollback` or `restart`; never a copy itself. */
  readonly copyOf?: number
  /** Who made it. */
  readonly actor?: string
  /** How it shows that it works; undefined for one of an earlier version of the deployer. */
  readonly healthCheck?: HealthCheck
}
