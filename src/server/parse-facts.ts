import { Failure } from '../report/failure.ts'
import type { ReleaseParts } from '../stack/release.ts'
import { parseRange, type Range } from '../stack/subnet.ts'
import type { FirewallFact, HostFacts, Owner, ReleaseRecord, SiteFact } from './facts.ts'
import { wordLines } from './word-lines.ts'

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
  const [freeKiB = '0', totalKiB = '0', ...path] = (first('disk') ?? '').split(' ')
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
    disk: {
      freeKiB: Number(freeKiB),
      totalKiB: Number(totalKiB),
      path: path.join(' ') || '/',
      ...parseLogs(first('log_space')),
    },
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
