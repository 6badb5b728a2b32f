import { consulContainer, networkName } from '../stack/layout.ts'
import type { Resolver } from '../stack/resolver.ts'
import { chooseAddress } from '../stack/subnet.ts'
import { type Engine, EngineError } from './engine/client.ts'
import type { EngineFacts } from './engine/facts.ts'

/** The addresses in a project's network, as one run gives them out. */
export interface AddressBook {
  /** The subnet of the project's network. */
  readonly subnet: string
  /** Addresses of our containers by name, whether they run or not; those that the run gives out are added. */
  readonly taken: Map<string, string>
  /** Addresses that others have now; those that the engine refuses are added. */
  readonly foreign: Set<string>
  /** Where containers ask for names first; undefined where Docker alone is asked. */
  readonly resolver: Resolver | undefined
}

/** The engine's answer on a network. */
interface NetworkAnswer {
  readonly IPAM: { readonly Config: readonly { readonly Subnet: string }[] }
  /** Those that run, by their id. */
  readonly Containers: Readonly<Record<string, { readonly Name: string; readonly IPv4Address: string }>>
}

/** The addresses of a project's containers, as the engine knew them when the run began. */
export const ownAddresses = (project: string, { containers }: EngineFacts): Map<string, string> =>
  new Map(
    containers.flatMap(({ name, addresses }): readonly [string, string][] => {
      const address = addresses[networkName(project)]
      return address && name !== consulContainer ? [[name, address]] : []
    }),
  )

/** Reads who has which address in a project's network; `resolvers` are the host's, or undefined to leave Consul out. */
export const readAddresses = async (
  engine: Engine,
  project: string,
  taken: Map<string, string>,
  resolvers: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<AddressBook> => {
  const path = `/networks/${networkName(project)}`
  const network = await engine.call<NetworkAnswer>({ method: 'GET', path, signal })
  const live = Object.values(network.Containers).map(({ Name, IPv4Address }): readonly [string, string] => [
    Name,
    IPv4Address.replace(/\/.*/, ''),
  ])
  const consul = live.find(([container]) => container === consulContainer)?.[1]
  return {
    subnet: network.IPAM.Config[0]?.Subnet ?? '',
    taken,
    foreign: new Set(live.flatMap(([container, address]) => (taken.has(container) ? [] : [address]))),
    resolver: consul !== undefined && resolvers ? { consul, others: resolvers } : undefined,
  }
}

/** Gives a container the address that it had, or another one where that is somebody else's by now. */
export const giveAddress = ({ subnet, taken, foreign }: AddressBook, container: string): string => {
  const kept = taken.get(container)
  const address =
    kept !== undefined && !foreign.has(kept) ? kept : chooseAddress(subnet, [...taken.values(), ...foreign])
  taken.set(container, address)
  return address
}

/** Whether the engine has refused to start a container, as somebody else has its address. */
export const isAddressTaken = (error: unknown): boolean =>
  error instanceof EngineError &&
  /address already in use/i.test(error.message) &&
  // A published port that somebody has.
  !/\bbind\b/i.test(error.message)
