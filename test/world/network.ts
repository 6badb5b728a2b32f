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

/** Ranges to try in turn; Docker refuses one that overlaps a network it has. */
const prefixes = ['10.213', '10.187', '10.91', '172.30', '172.29']

/** Makes sure that the world's network exists. */
export async function ensureNetwork(): Promise<WorldNetwork> {
  const existing = await subnetPrefix()
  if (existing) return describe(existing)
  const refusals: string[] = []
  for (const prefix of prefixes) {
    const args = ['network', 'create', '--subnet', `${prefix}.0.0/16`, '--gateway', `${prefix}.0.1`, name]
    const created = await tryDocker(args)
    if (created.code === 0) return describe(prefix)
    refusals.push(created.stderr.trim())
  }
  throw new Error(`Docker has no room for the network ${name}:\n${refusals.join('\n')}`)
}

/** First two numbers of the network's addresses, or undefined when there is no such network. */
async function subnetPrefix(): Promise<string | undefined> {
  const format = '{{(index .IPAM.Config 0).Subnet}}'
  if ((await tryDocker(['network', 'inspect', name])).code !== 0) return undefined
  return (await docker(['network', 'inspect', '--format', format, name])).split('.').slice(0, 2).join('.')
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
