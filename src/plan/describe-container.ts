import type { ContainerSpec, ContainerSpecification } from '../stack/container.ts'
import { labels } from '../stack/layout.ts'

/** A container's specification, for comparing. */
export interface DescribedContainer {
  /** What the deployment file may say, in its words. */
  readonly own: object
  /** All else, in the engine's words. */
  readonly engine: object
}

/** Describes a container by its specification, which an earlier version of the deployer may have written. */
export const describeContainer = ({ spec, files }: ContainerSpecification): DescribedContainer => {
  // Exposed ports are those that are published.
  const { Image, Entrypoint, Cmd, Env, ExposedPorts, Labels, HostConfig, ...engine } =
    spec as Partial<ContainerSpec>
  const { Memory, MemorySwap, NanoCpus, Binds, PortBindings, ...host } = HostConfig ?? {}
  return {
    own: {
      image: Image,
      entrypoint: Entrypoint,
      command: Cmd,
      env: Object.fromEntries((Env ?? []).map(variable)),
      memory: size(Memory),
      cpus: NanoCpus === undefined ? undefined : NanoCpus / 1e9,
      volume: Object.fromEntries(
        (Binds ?? []).map((bind) => {
          const [source, target = '', ...options] = bind.split(':')
          return [target, [source, ...options].join(':')]
        }),
      ),
      publish: published(PortBindings),
    },
    engine: {
      ...engine,
      ...host,
      MemorySwap: MemorySwap === Memory ? undefined : size(MemorySwap),
      Labels: Object.fromEntries(Object.entries(Labels ?? {}).filter(([name]) => !ours.has(name))),
      'secret files': files === undefined ? undefined : { 'keyed hash': files },
    },
  }
}

const published = (
  bindings: ContainerSpec['HostConfig']['PortBindings'] = {},
): readonly string[] | undefined => {
  const ports = Object.entries(bindings).flatMap(([port, places]) =>
    places.map(({ HostIp, HostPort }) => `${HostIp}:${HostPort}:${port.replace(/\/tcp$/, '')}`),
  )
  return ports.length > 0 ? ports : undefined
}

/** Labels that say who a container is, which never change while it keeps its name, and what follows from its image. */
const ours: ReadonlySet<string> = new Set([labels.project, labels.service, labels.data])

const variable = (text: string): readonly [string, string] => {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Bytes as the deployment file writes them. */
export const size = (bytes: number | undefined): string | undefined => {
  if (bytes === undefined) return undefined
  return bytes % 1024 ** 2 === 0 ? `${bytes / 1024 ** 2}m` : `${bytes} bytes`
}
