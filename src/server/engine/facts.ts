import { labels, nginxContainer } from '../../stack/layout.ts'
import type { Engine } from './client.ts'
import { type DiskUsage, readUsage } from './usage.ts'

/** A container, as the engine lists it. */
export interface ContainerFact {
  readonly id: string
  readonly name: string
  readonly image: string
  readonly running: boolean
  readonly labels: Readonly<Record<string, string>>
  /** Its addresses, by the network's name. */
  readonly addresses: Readonly<Record<string, string>>
}

/** A container that is not ours, as far as it may be in the way of ours. */
export type StrangerFact = Pick<ContainerFact, 'name' | 'addresses'>

/** A network of the engine. */
export interface NetworkFact {
  readonly name: string
  readonly project: string | undefined
  /** Its name on the host, where it was given one. */
  readonly bridge: string | undefined
  readonly subnets: readonly string[]
}

/** A volume, whoever has made it: one that was restored has no labels. */
export interface VolumeFact {
  readonly name: string
  /** As they were when it was made: nothing changes them. */
  readonly labels: Readonly<Record<string, string>>
}

/** What the Docker engine knows. */
export interface EngineFacts {
  readonly version: string
  readonly swarm: boolean
  readonly liveRestore: boolean
  /** Containers of every project, and the server's nginx. */
  readonly containers: readonly ContainerFact[]
  /** Containers of somebody else, with the addresses that they have now. */
  readonly strangers: readonly StrangerFact[]
  readonly networks: readonly NetworkFact[]
  /** All volumes of the server. */
  readonly volumes: readonly VolumeFact[]
  /** What takes its disk; only asked for when that has less room than a deploy wants. */
  readonly usage?: DiskUsage | undefined
}

/** The facts of a server without Docker. */
export const noEngine: EngineFacts = {
  version: '',
  swarm: false,
  liveRestore: false,
  containers: [],
  strangers: [],
  networks: [],
  volumes: [],
}

interface ContainerAnswer {
  readonly Id: string
  readonly Names: readonly string[]
  readonly Image: string
  readonly State: string
  readonly Labels: Readonly<Record<string, string>>
  readonly NetworkSettings?: {
    readonly Networks?: Readonly<
      Record<
        string,
        { readonly IPAddress?: string; readonly IPAMConfig?: { readonly IPv4Address?: string } | null }
      >
    >
  }
}

interface NetworkAnswer {
  readonly Name: string
  readonly Labels: Readonly<Record<string, string>> | null
  readonly Options?: Readonly<Record<string, string>> | null
  readonly IPAM?: { readonly Config?: readonly { readonly Subnet?: string }[] | null }
}

interface VolumesAnswer {
  readonly Volumes:
    | readonly { readonly Name: string; readonly Labels: Readonly<Record<string, string>> | null }[]
    | null
}

interface InfoAnswer {
  readonly ServerVersion: string
  readonly LiveRestoreEnabled: boolean
  readonly Swarm?: { readonly LocalNodeState?: string }
}

/** Reads the engine's facts, side by side; what takes its disk only when that is `short`. */
export const readEngineFacts = async (engine: Engine, short = false): Promise<EngineFacts> => {
  const [containers, networks, volumes, info] = await Promise.all([
    engine.call<readonly ContainerAnswer[]>({
      method: 'GET',
      path: '/containers/json',
      query: { all: '1' },
    }),
    engine.call<readonly NetworkAnswer[]>({ method: 'GET', path: '/networks' }),
    engine.call<VolumesAnswer>({ method: 'GET', path: '/volumes' }),
    engine.call<InfoAnswer>({ method: 'GET', path: '/info' }),
  ])
  const usage = short ? await readUsage(engine, info.ServerVersion) : undefined
  const isOurs = ({ Labels }: ContainerAnswer): boolean => labels.service in Labels
  return {
    version: info.ServerVersion,
    swarm: (info.Swarm?.LocalNodeState ?? 'inactive') !== 'inactive',
    liveRestore: info.LiveRestoreEnabled,
    containers: containers.filter(isOurs).map((container) => ({
      id: container.Id,
      name: nameOf(container),
      image: container.Image,
      running: container.State === 'running',
      // A label of ours that is empty only keeps the image's from counting.
      labels: Object.fromEntries(Object.entries(container.Labels).filter(([, value]) => value !== '')),
      addresses: Object.fromEntries(
        endpointsOf(container).map(([name, { IPAddress, IPAMConfig }]) => [
          name,
          // A stopped container keeps the address that it was created with.
          IPAMConfig?.IPv4Address || IPAddress || '',
        ]),
      ),
    })),
    strangers: containers
      .filter((container) => !isOurs(container))
      .map((container) => ({
        name: nameOf(container),
        addresses: Object.fromEntries(
          endpointsOf(container).flatMap(([name, { IPAddress }]) => (IPAddress ? [[name, IPAddress]] : [])),
        ),
      })),
    networks: networks.map(({ Name, Labels, Options, IPAM }) => ({
      name: Name,
      project: Labels?.[labels.project],
      bridge: Options?.['com.docker.network.bridge.name'],
      subnets: (IPAM?.Config ?? []).flatMap(({ Subnet }) => (Subnet ? [Subnet] : [])),
    })),
    volumes: (volumes.Volumes ?? []).map(({ Name, Labels }) => ({ name: Name, labels: Labels ?? {} })),
    ...(usage && { usage }),
  }
}

const nameOf = ({ Names }: ContainerAnswer): string => (Names[0] ?? '').replace(/^\//, '')

const endpointsOf = ({ NetworkSettings }: ContainerAnswer) => Object.entries(NetworkSettings?.Networks ?? {})

/** Whether the server's nginx runs. */
export const nginxRuns = ({ containers }: EngineFacts): boolean =>
  containers.some(({ name, running }) => name === nginxContainer && running)
