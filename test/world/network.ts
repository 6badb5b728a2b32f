import { readFile } from 'node:fs/promises'
import { docker, tryDocker } from './engine.ts'

/** The network that servers, registry and this machine share. It stays between runs. */
export type WorldNetwork = {
  readonly name: string
  /** Address of this machine on it. */
  readonly gateway: string
  /** Address that is kept for the registry. */
  readonly registryAddress: string
  /** A random address for a server. */
  readonly newAddress: () => string
}

const name = 'jetee-world'

/** Ranges to try in turn. Docker refuses one that overlaps a network it has, but not one this machine routes. */
const prefixes = ['10.213', '10.187', '10.91', '172.30', '172.29']

/** Makes sure that the world's network exists. */
export async function ensureNetwork(): Promise<WorldNetwork> {
  const existing = await subnetPrefix()
  if (existing) return describe(existing)
  const refusals: string[] = []
  const routes = await routedRanges()
  for (const prefix of prefixes.filter((candidate) => !overlaps(candidate, routes))) {
    const args = ['network', 'create', '--subnet', `${prefix}.0.0/16`, '--gateway', `${prefix}.0.1`, name]
    const created = await tryDocker(args)
    if (created.code === 0) return describe(prefix)
    refusals.push(created.stderr.trim())
  }
  const tried = refusals.join('\n') || `This machine routes all of ${prefixes.join(', ')} elsewhere.`
  throw new Error(`There is no room for the network ${name}:\n${tried}`)
}

/** First two numbers of the network's addresses, or undefined when there is no such network. */
async function subnetPrefix(): Promise<string | undefined> {
  const format = '{{(index .IPAM.Config 0).Subnet}}'
  if ((await tryDocker(['network', 'inspect', name])).code !== 0) return undefined
  return (await docker(['network', 'inspect', '--format', format, name])).split('.').slice(0, 2).join('.')
}

type Range = { readonly address: number; readonly mask: number }

/** Ranges that this machine already reaches by a route other than the default one. */
async function routedRanges(): Promise<readonly Range[]> {
  const table = await readFile('/proc/net/route', 'utf8').catch(() => '')
  const rows = table.trim().split('\n').slice(1)
  const number = (hex: string) => Buffer.from(hex, 'hex').readUInt32LE()
  const ranges = rows
    .map((row) => row.split('\t'))
    .map((row) => ({ address: number(row[1]!), mask: number(row[7]!) }))
  return ranges.filter(({ mask }) => mask !== 0)
}

/** Whether the /16 range of a prefix has addresses in common with one of the ranges. */
function overlaps(prefix: string, ranges: readonly Range[]): boolean {
  const [first, second] = prefix.split('.').map(Number)
  const start = (first! << 24) | (second! << 16)
  return ranges.some(({ address, mask }) => {
    const common = mask & 0xffff0000
    return (start & common) === (address & common)
  })
}

function describe(prefix: string): WorldNetwork {
  const number = (below: number) => 1 + Math.floor(Math.random() * below)
  return {
    name,
    gateway: `${prefix}.0.1`,
    registryAddress: `${prefix}.255.2`,
    newAddress: () => `${prefix}.${number(254)}.${number(254)}`.replace('.255.', '.254.'),
  }
}
