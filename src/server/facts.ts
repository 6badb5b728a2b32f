import type { HealthCheck } from '../configuration/configuration.ts'
import { Failure } from '../report/failure.ts'
import type { RegistrationPart } from '../stack/registration.ts'
import type { ReleaseParts } from '../stack/release.ts'
import type { SiteSpecification } from '../stack/site.ts'
import { parseRange, type Range } from '../stack/subnet.ts'
import { wordLines } from './word-lines.ts'

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
  /** The run of a workflow that made it, as GitHub counts them; undefined for one from a terminal. */
  readonly run?: number
  /** Number of the release that it is a copy of, by `rollback` or `restart`; never a copy itself. */
  readonly copyOf?: number
  /** Who made it. */
  readonly actor?: string
  /** How it shows that it works; undefined for one of an earlier version of the deployer. */
  readonly healthCheck?: HealthCheck
}

const parseLogs = (line: string | undefined): Pick<HostFacts['disk'], 'logs'> => {
  if (line === undefined) return {}
  const [containersKiB = 0, systemKiB = 0] = line.split(' ').map(Number)
  return { logs: { containersKiB, systemKiB } }
}

/** Reads the lines that `facts.sh` prints. */
export const parseFacts = (text: string): HostFacts => {
  const { all, first, has } = wordLines(text)
  const marks = new Map(all('marks').map((rest) => splitNumber(rest)))
  const records = new Map(all('release').map((rest) => splitNumber(rest)))
  const owners = new Map(all('owner_of').map((rest) => splitWord(rest)))
  const [freeKiB = '0', totalKiB = '0', path = '/'] = (first('disk') ?? '').split(' ')
  const decoded = (word: string) => {
    const text = first(word)
    return text === undefined ? undefined : Buffer.from(text, 'base64').toString()
  }
  const current = Number.parseInt(first('current') ?? '', 10)
  return {
    user: (first('user') ?? '').split(' ')[0] ?? '',
    isRoot: (first('user') ?? '').split(' ')[1] === '0',
    os: (first('os') ?? 'unknown').trim(),
    hasApt: has('apt'),
    hasDocker: has('docker'),
    isDockerHalfway: has('docker_halfway'),
    hasBuildKit: has('buildkit'),
    daemonJson: decoded('daemon_json'),
    hasIpv6: has('ipv6'),
    disk: { freeKiB: Number(freeKiB), totalKiB: Number(totalKiB), path, ...parseLogs(first('log_space')) },
    routes: all('route').flatMap((rest) => parseRoute(rest)),
    resolvers: all('resolver'),
    hasIptables: has('iptables'),
    firewall: parseFirewall(first('firewall'), all('firewall_network'), has('firewall_loaded')),
    port80: first('port80'),
    nginxConfHash: first('nginx_conf'),
    nginxConf: decoded('nginx_text'),
    sites: all('site').map((rest) => parseSite(rest, owners)),
    maintenance: has('maintenance'),
    siteConf: decoded('site_text'),
    entranceConf: decoded('entrance_text'),
    registered: all('registered'),
    registrations: Object.fromEntries(
      all('registration').map((rest) => {
        const [part, text] = splitWord(rest)
        return [part, Buffer.from(text, 'base64').toString()]
      }),
    ),
    unloaded: all('registration_unloaded'),
    owner: parseJson<Owner>(first('owner')),
    ...parseOwners(owners),
    gone: first('gone') === undefined ? undefined : Number(first('gone')),
    previewTimer: first('preview_timer'),
    repositories: all('repository'),
    hasFolders: has('folders'),
    key: first('key'),
    sequence: Number(first('sequence') ?? 0),
    passwords: Object.fromEntries(all('password').map((rest) => rest.split(' ', 2))),
    untried: all('untried'),
    current: Number.isNaN(current) ? undefined : current,
    parts: parseJson<ReleaseParts>(decoded('parts')),
    releases: [...marks].map(([number, text]) => ({
      number,
      good: text.split(' ').includes('good'),
      active: text.split(' ').includes('active'),
      record: parseJson<ReleaseRecord>(records.get(number)),
    })),
  }
}

const splitWord = (rest: string): [string, string] => {
  const [word = '', ...words] = rest.split(' ')
  return [word, words.join(' ')]
}

const splitNumber = (rest: string): [number, string] => {
  const [word, text] = splitWord(rest)
  return [Number(word), text]
}

/** Files of ours are written in one step, so that one that cannot be read was damaged by somebody else. */
const parseJson = <T>(text: string | undefined): T | undefined => {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text) as T
  } catch (cause) {
    throw new Failure(
      {
        what: 'A file of the deployer on the server is damaged',
        why: `It should hold a line of JSON and holds: ${text.slice(0, 200)}`,
        next: 'Look into /var/lib/jetee/projects on the server and restore the file from a backup.',
      },
      { cause },
    )
  }
}

/** The kernel prints addresses in the host's byte order, which is little-endian wherever Docker runs. */
const parseRoute = (rest: string): readonly Range[] => {
  const [destination = '', mask = ''] = rest
    .split(' ')
    .map((hex) => Buffer.from(hex, 'hex').reverse())
    .map((bytes) => [...bytes].join('.'))
  const prefix = mask
    .split('.')
    .map((byte) => Number(byte).toString(2).replaceAll('0', '').length)
    .reduce((sum, bits) => sum + bits, 0)
  const range = parseRange(`${destination}/${prefix}`)
  return range ? [range] : []
}

const parseFirewall = (
  hash: string | undefined,
  networks: readonly string[],
  loaded: boolean,
): FirewallFact | undefined =>
  hash === undefined
    ? undefined
    : {
        hash,
        networks: networks.map((rest) => {
          const [bridge = '', subnet = '', kind] = rest.split(' ')
          return { bridge, subnet, isPreview: kind === 'preview' }
        }),
        loaded,
      }

/** What other projects are, as far as this one may depend on it. */
const parseOwners = (texts: ReadonlyMap<string, string>): Pick<HostFacts, 'production' | 'previews'> => {
  const owners = [...texts].flatMap(([project, text]) => {
    try {
      return [{ project, owner: JSON.parse(text) as Owner }]
    } catch {
      return []
    }
  })
  return {
    // What an earlier version wrote says nothing of it but the name.
    production: owners
      .filter(({ owner }) => owner.production ?? owner.configuration.toLowerCase() === 'production')
      .map(({ project }) => project),
    previews: owners.flatMap(({ project, owner: { repository, preview } }) =>
      preview ? [{ project, repository, preview }] : [],
    ),
  }
}

const parseSite = (rest: string, owners: ReadonlyMap<string, string>): SiteFact => {
  const [project = '', hash = '', ...words] = rest.split(' ')
  const meta = parseJson<Pick<SiteFact, 'serverNames' | 'specification'>>(words.join(' ') || undefined)
  return {
    project,
    hash,
    serverNames: meta?.serverNames ?? [],
    specification: meta?.specification,
    owner: parseJson<Owner>(owners.get(project)),
  }
}
