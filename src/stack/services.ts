import type { DataClash, ServiceContainer, ServiceIdentity, ServiceType } from '../catalog/types.ts'
import { dataLabel, parseDataLabel } from '../catalog/versions.ts'
import type { Configuration, ConfiguredService, Volume } from '../configuration/configuration.ts'
import {
  binds,
  boundedLog,
  type ContainerSpec,
  canonicalJson,
  envList,
  hostLimits,
  keyedHash,
  namedVolumes,
  publishedPorts,
  withSpecLabel,
} from './container.ts'
import { dataVolume, labels, networkName, root, serviceContainer } from './layout.ts'

/** A secondary service as it should be on the server. */
export interface ServiceStack {
  readonly name: string
  readonly containerName: string
  /** The volumes that Docker keeps for it, its data's first. */
  readonly volumes: readonly VolumeStack[]
  /** The volume that Docker keeps its data on; undefined when it has none, or a folder of the server. */
  readonly dataVolume: string | undefined
  /** Whether its password comes from the step's environment. */
  readonly hasGivenPassword: boolean
  /** What it writes on its data's volume, as the label says it; undefined when it has none. */
  readonly data: string | undefined
  readonly image: string
  /** The container, without its address, which is chosen once and kept. */
  readonly spec: ContainerSpec
  /** Files to be mounted, by their name in the service's folder of secrets. */
  readonly files: Readonly<Record<string, string>>
  /** Mode of those files. */
  readonly fileMode: string
  readonly readiness: Readiness
  /** Seconds that it gets until it is ready. */
  readonly readySeconds: number
  readonly container: ServiceContainer
  readonly type: ServiceType
  readonly identity: ServiceIdentity
}

/** A volume that is made before a container mounts it. */
export interface VolumeStack {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
}

/** When a service is ready: its command succeeds, its port takes connections, or it simply runs. */
export type Readiness =
  | { readonly kind: 'probe'; readonly command: readonly string[] }
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'running' }

/** Passwords of the secondary services, by the service's name. */
export type Passwords = Readonly<Record<string, string>>

const second = 1_000_000_000

/** The secondary services of a configuration; `key` is the project's own, for the hashes of what is secret. */
export const serviceStacks = (
  configuration: Configuration,
  passwords: Passwords,
  key: string,
): readonly ServiceStack[] =>
  configuration.services.map((service) =>
    serviceStack(configuration, service, passwords[service.name] ?? '', key),
  )

const serviceStack = (
  { projectName: project, name: configurationName }: Configuration,
  { name, type, settings, common }: ConfiguredService,
  password: string,
  key: string,
): ServiceStack => {
  const containerName = serviceContainer(project, name)
  const identity = { project, name, host: containerName, password }
  const container = type.container(settings, identity, {
    image: common.image,
    memoryBytes: common.limits.memoryBytes,
  })
  const own = { [labels.project]: project, [labels.service]: name }
  const data = container.dataVersion && dataLabel(container.dataVersion)
  const dataMount = ownDataMount(container, common.volumes, dataVolume(project, name))
  const secrets = Object.entries(container.secretFiles).map(([path, content]) => ({
    file: path.split('/').at(-1) ?? path,
    path,
    content,
  }))
  const command = common.command ?? container.command
  const image = common.image ?? container.image
  const spec: ContainerSpec = {
    Image: image,
    ...(container.entrypoint && { Entrypoint: container.entrypoint }),
    ...(command && { Cmd: command }),
    Env: envList({ ...container.env, ...common.envVariables }),
    Hostname: containerName,
    StopTimeout: container.stopSeconds,
    ...(container.probe && {
      Healthcheck: { Test: ['CMD', ...container.probe], Interval: 30 * second, Timeout: 10 * second },
    }),
    ...publishedPorts(common.publish).exposed,
    Labels: { ...own, [labels.configuration]: configurationName, ...(data && { [labels.data]: data }) },
    HostConfig: {
      NetworkMode: networkName(project),
      Binds: [
        ...(dataMount ? [`${dataMount.volume}:${dataMount.path}`] : []),
        ...binds(project, common.volumes),
        ...secrets.map(({ file, path }) => `${root}/projects/${project}/secrets/${name}/${file}:${path}:ro`),
      ],
      ...(container.emptyPaths && {
        Tmpfs: Object.fromEntries(container.emptyPaths.map((path) => [path, ''])),
      }),
      ...publishedPorts(common.publish).bound,
      ...hostLimits(common.limits),
      RestartPolicy: { Name: 'always' },
      LogConfig: boundedLog,
    },
  }
  return {
    name,
    containerName,
    volumes: [
      ...(dataMount
        ? [{ name: dataMount.volume, labels: { ...own, ...(data && { [labels.data]: data }) } }]
        : []),
      ...namedVolumes(project, common.volumes).map((volume) => ({ name: volume, labels: own })),
    ],
    dataVolume:
      dataMount?.volume ??
      namedVolumes(
        project,
        common.volumes.filter(({ target }) => target === container.dataPath),
      )[0],
    hasGivenPassword: common.password !== undefined,
    data,
    image,
    // Keyed, as a given password may be one that can be guessed.
    spec: withSpecLabel(spec, keyedHash(canonicalJson(container.secretFiles), key)),
    files: Object.fromEntries(secrets.map(({ file, content }) => [file, content])),
    fileMode: container.secretMode ?? '0600',
    readiness: readinessOf(container),
    readySeconds: container.readySeconds ?? 120,
    container,
    type,
    identity,
  }
}

/** Why a service would not start on the data that a label tells of; undefined when it would. */
export const dataClash = (
  { container: { dataVersion: to }, containerName, type, identity }: ServiceStack,
  found: string,
): DataClash | undefined => {
  const from = parseDataLabel(found)
  if (!to) return undefined
  if (from.kind !== to.kind) return kindClash(containerName, from.kind, to.kind)
  if (from.numbers.length === 0 || to.numbers.length === 0) return undefined
  return type.dataClash?.(from, to, identity)
}

/** The data's own volume, unless the configuration mounts something in its place. */
const ownDataMount = (
  { dataPath }: ServiceContainer,
  volumes: readonly Volume[],
  volume: string,
): { readonly volume: string; readonly path: string } | undefined =>
  dataPath === undefined || volumes.some(({ target }) => target === dataPath)
    ? undefined
    : { volume, path: dataPath }

const readinessOf = ({ probe, port }: ServiceContainer): Readiness => {
  if (probe) return { kind: 'probe', command: probe }
  return port === undefined ? { kind: 'running' } : { kind: 'port', port }
}

const kindClash = (containerName: string, from: string, to: string): DataClash => ({
  why: `A service of another kind (${from}) has kept its data under this name, which ${to} cannot use.`,
  next: `Give the new service another \`container_name\`; the old one’s data stays on its volume ${containerName}-data.`,
})
