/** A range of IPv4 addresses: its first address as a number, and the length of its prefix in bits. */
export interface Range {
  readonly address: number
  readonly prefix: number
}

/** A network's addresses: ours are fixed in the lower half, Docker gives out the upper one. */
export interface Subnet {
  readonly subnet: string
  readonly gateway: string
  readonly dynamicRange: string
}

const format = (address: number): string => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.')

const mask = (prefix: number): number => (prefix === 0 ? 0 : (-1 << (32 - prefix)) >>> 0)

/** Reads `10.1.2.0/24`; undefined for anything else, such as an IPv6 range. */
export const parseRange = (text: string): Range | undefined => {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(text)
  if (!match) return undefined
  const [a = 0, b = 0, c = 0, d = 0, prefix = 32] = match.slice(1).map(Number)
  return { address: (((a << 24) | (b << 16) | (c << 8) | d) & mask(prefix)) >>> 0, prefix }
}

const overlap = (a: Range, b: Range): boolean => {
  const common = mask(Math.min(a.prefix, b.prefix))
  return ((a.address ^ b.address) & common) === 0
}

/**
 * Chooses the first /24 of 10.213.0.0/16 and its successors that touches none of the taken ranges.
 * The default route (prefix 0) counts as free.
 */
export const chooseSubnet = (taken: readonly Range[]): Subnet => {
  const real = taken.filter(({ prefix }) => prefix > 0)
  for (let index = 0; index < 43 * 256; index++) {
    const range = { address: ((10 << 24) | (213 << 16)) + index * 256, prefix: 24 }
    if (!real.some((other) => overlap(range, other))) return describe(range)
  }
  throw new Error('No free /24 between 10.213.0.0 and 10.255.255.255')
}

const describe = ({ address, prefix }: Range): Subnet => ({
  subnet: `${format(address)}/${prefix}`,
  gateway: format(address + 1),
  dynamicRange: `${format(address + 128)}/25`,
})

/** Chooses the lowest address of a subnet's fixed half (.3 to .127) that is not taken; .2 is kept for Consul. */
export const chooseAddress = (subnet: string, taken: readonly string[]): string => {
  const address = fixedAddresses(subnet)
    .slice(1)
    .find((one) => !taken.includes(one))
  if (address === undefined) throw new Error(`No free address among the first 127 of ${subnet}`)
  return address
}

/**
 * Chooses Consul's address in a subnet: the first of those that it would keep, as they are known there, else .2, else the
 * lowest one that is free.
 */
export const chooseConsulAddress = (
  subnet: string,
  known: readonly string[],
  taken: readonly string[],
): string =>
  [...known, ...fixedAddresses(subnet).slice(0, 1)].find((address) => !taken.includes(address)) ??
  chooseAddress(subnet, taken)

/** The addresses of a subnet that Docker does not give out by itself, less the gateway's: .2 to .127. */
const fixedAddresses = (subnet: string): readonly string[] => {
  const range = parseRange(subnet)
  return range ? Array.from({ length: 126 }, (_, index) => format(range.address + 2 + index)) : []
}
