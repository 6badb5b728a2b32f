import type { EngineFacts } from '../server/engine/facts.ts'
import { consulContainer, labels } from '../stack/layout.ts'
import { chooseConsulAddress } from '../stack/subnet.ts'

/**
 * The address that Consul has in a network, or is to get there: the one that it had, or that the containers there ask for
 * names at, so that none of them has to be made anew. Undefined as long as there is no such network.
 */
export const consulAddress = (
  network: string,
  { containers, strangers, networks }: Pick<EngineFacts, 'containers' | 'strangers' | 'networks'>,
  kept?: string,
  refused: ReadonlySet<string> = new Set(),
): string | undefined => {
  const subnet = networks.find(({ name }) => name === network)?.subnets[0]
  if (subnet === undefined) return undefined
  const own = containers.find(({ name }) => name === consulContainer)
  const address = own?.addresses[network]
  if (own?.running && address !== undefined) return address
  const others = [...containers.filter((container) => container !== own), ...strangers].flatMap(
    ({ addresses }) => addresses[network] ?? [],
  )
  const asked = containers.flatMap(({ addresses, labels: { [labels.dns]: dns } }) =>
    dns !== undefined && addresses[network] !== undefined ? [dns] : [],
  )
  const known = [address, kept, ...asked].filter((one) => one !== undefined)
  return chooseConsulAddress(subnet, known, [...others, ...refused])
}
