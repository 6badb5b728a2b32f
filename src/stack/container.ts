import { createHash, createHmac } from 'node:crypto'
import type { Limits, PublishedPort, Volume } from '../configuration/configuration.ts'
import { labels, projectVolume } from './layout.ts'

/** The part of the Engine API's body for `POST /containers/create` that is used here (fields of API 1.41 and newer). */
export interface ContainerSpec {
  readonly Image: string
  readonly Entrypoint?: readonly string[]
  readonly Cmd?: readonly string[]
  readonly Env?: readonly string[]
  readonly Labels: Readonly<Record<string, string>>
  readonly Hostname?: string
  readonly StopSignal?: string
  readonly StopTimeout?: number
  readonly Healthcheck?: {
    readonly Test: readonly string[]
    readonly Interval: number
    readonly Timeout: number
  }
  /** Ports by number and protocol: `5432/tcp`. */
  readonly ExposedPorts?: Readonly<Record<string, Readonly<Record<string, never>>>>
  readonly HostConfig: {
    readonly NetworkMode: string
    readonly Binds?: readonly string[]
    /** Options of a tmpfs by its path. */
    readonly Tmpfs?: Readonly<Record<string, string>>
    /** The server's addresses and ports, by those that are exposed. */
    readonly PortBindings?: Readonly<
      Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[]>
    >
    /** Bytes. */
    readonly Memory?: number
    /** Bytes of memory and swap together. */
    readonly MemorySwap?: number
    /** Billionths of a processor. */
    readonly NanoCpus?: number
    readonly RestartPolicy: { readonly Name: 'always' | 'no' }
    readonly LogConfig: { readonly Type: 'json-file'; readonly Config: Readonly<Record<string, string>> }
    readonly Sysctls?: Readonly<Record<string, string>>
    /** Resolvers that Docker's own one asks, the first first. */
    readonly Dns?: readonly string[]
    readonly DnsSearch?: readonly string[]
    readonly DnsOptions?: readonly string[]
  }
  readonly NetworkingConfig?: {
    readonly EndpointsConfig: Readonly<
      Record<
        string,
        { readonly Aliases?: readonly string[]; readonly IPAMConfig?: { readonly IPv4Address: string } }
      >
    >
  }
}

/** Bounds a container's log on the server to 3 files of 10 MB. */
export const boundedLog = {
  Type: 'json-file',
  Config: { 'max-size': '10m', 'max-file': '3' },
} as const

/** Environment as the Engine API takes it. */
export const envList = (env: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(env).map(([name, value]) => `${name}=${value}`)

/** Limits as the Engine API takes them. Swap is counted in: without it, the engine would add as much again. */
export const hostLimits = ({
  memoryBytes,
  cpus,
}: Limits): Pick<ContainerSpec['HostConfig'], 'Memory' | 'MemorySwap' | 'NanoCpus'> => ({
  ...(memoryBytes !== undefined && { Memory: memoryBytes, MemorySwap: memoryBytes }),
  ...(cpus !== undefined && { NanoCpus: Math.round(cpus * 1e9) }),
})

/** Volumes as the Engine API takes them: a folder of the server as it is, a name as that of the project's volume. */
export const binds = (project: string, volumes: readonly Volume[]): readonly string[] =>
  volumes.map(
    ({ source, target, readOnly }) =>
      `${isFolder(source) ? source : projectVolume(project, source)}:${target}${readOnly ? ':ro' : ''}`,
  )

/** The names on the server of those that Docker keeps, which are to be made with labels before they are mounted. */
export const namedVolumes = (project: string, volumes: readonly Volume[]): readonly string[] =>
  volumes.flatMap(({ source }) => (isFolder(source) ? [] : [projectVolume(project, source)]))

/** Published ports as the Engine API takes them, in the two places where it wants them. */
export const publishedPorts = (
  ports: readonly PublishedPort[],
): {
  readonly exposed: Pick<ContainerSpec, 'ExposedPorts'>
  readonly bound: Pick<ContainerSpec['HostConfig'], 'PortBindings'>
} => {
  if (ports.length === 0) return { exposed: {}, bound: {} }
  const key = ({ port }: PublishedPort): string => `${port}/tcp`
  return {
    exposed: { ExposedPorts: Object.fromEntries(ports.map((port) => [key(port), {}])) },
    bound: {
      PortBindings: Object.fromEntries(
        [...new Set(ports.map(key))].map((exposed) => [
          exposed,
          ports
            .filter((port) => key(port) === exposed)
            .map(({ address, hostPort }) => ({ HostIp: address, HostPort: String(hostPort) })),
        ]),
      ),
    },
  }
}

const isFolder = (source: string): boolean => source.startsWith('/')

/** JSON with the keys of every object in order, so that equal values give equal text. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** The hash of a specification, as it stands in the label `jetee.spec`. */
export const specHash = (specification: unknown): string =>
  createHash('sha256').update(canonicalJson(specification)).digest('hex').slice(0, 32)

/** A hash from which nobody without the key can guess the text. */
export const keyedHash = (text: string, key: string): string =>
  createHmac('sha256', key).update(text).digest('hex').slice(0, 32)

/** What a container was made from: its hash and itself stand in its labels. */
export interface ContainerSpecification {
  /** Less the two labels. */
  readonly spec: ContainerSpec
  /** Keyed hash of the files that it mounts, which may be secret. */
  readonly files?: string | undefined
}

/** Adds the labels with the specification and its hash; it also covers a hash of the files that are mounted. */
export const withSpecLabel = (spec: ContainerSpec, files?: string): ContainerSpec => {
  const specification: ContainerSpecification = { spec, files }
  return {
    ...spec,
    Labels: {
      ...spec.Labels,
      [labels.spec]: specHash(specification),
      [labels.specification]: canonicalJson(specification),
    },
  }
}
