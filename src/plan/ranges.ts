import { parseRange, type Range } from '../stack/subnet.ts'
import type { Facts } from './plan.ts'

/** Ranges of addresses that are the host's, or a network's of its engine. */
export const takenRanges = ({ host, engine }: Facts): readonly Range[] => [
  ...host.routes,
  ...engine.networks.flatMap(({ subnets }) => subnets.flatMap((text) => parseRange(text) ?? [])),
]
