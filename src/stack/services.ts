import type { ServiceContainer } from '../catalog/types.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { boundedLog, type ContainerSpec, envList, specHash, withSpecLabel } from './container.ts'
import { dataVolume, labels, networkName, root, serviceContainer } from './layout.ts'

/** A secondary service as it should be on the server. */
export interface ServiceStack {
  readonly name: string
  readonly containerName: string
  readonly volume: string
  readonly image: string
  /** The container, without its address, which is chosen once and kept. */
  readonly spec: ContainerSpec
  /** Files to be mounted, by their name in the service's folder of secrets. */
  readonly files: Readonly<Record<string, string>>
  /** Undefined when it is ready as soon as it runs. */
  readonly probe: readonly string[] | undefined
  readonly container: ServiceContainer
  /** Made once on the server; empty before that. */
  readonly password: string
}

/** Passwords of the secondary services, by the service's name. */
export type Passwords = Readonly<Record<string, string>>

const second = 1_000_000_000

/** The secondary services of a configuration. */
export const serviceStacks = (configuration: Configuration, passwords: Passwords): readonly ServiceStack[] =>
  configuration.services.map(({ name, type, settings }) => {
    const project = configuration.projectName
    const containerName = serviceContainer(project, name)
    const password = passwords[name] ?? ''
    const container = type.container(settings, {
      project,
      name,
      host: containerName,
      password,
    })
    const volume = dataVolume(project, name)
    const secrets = Object.entries(container.secretFiles).map(([path, content]) => ({
      file: path.split('/').at(-1) ?? path,
      path,
      content,
    }))
    const spec: ContainerSpec = {
      Image: container.image,
      ...(container.entrypoint && { Entrypoint: container.entrypoint }),
      ...(container.command && { Cmd: container.command }),
      Env: envList(container.env),
      Hostname: containerName,
      StopTimeout: container.stopSeconds,
      ...(container.probe && {
        Healthcheck: { Test: ['CMD', ...container.probe], Interval: 10 * second, Timeout: 5 * second },
      }),
      Labels: {
        [labels.project]: project,
        [labels.configuration]: configuration.name,
        [labels.service]: name,
      },
      HostConfig: {
        NetworkMode: networkName(project),
        Binds: [
          `${volume}:${container.dataPath}`,
          ...secrets.map(
            ({ file, path }) => `${root}/projects/${project}/secrets/${name}/${file}:${path}:ro`,
          ),
        ],
        RestartPolicy: { Name: 'always' },
        LogConfig: boundedLog,
      },
    }
    return {
      name,
      containerName,
      volume,
      image: container.image,
      // The files' hash is of no use to who reads it: it also covers a password of 32 random characters.
      spec: withSpecLabel(spec, specHash(container.secretFiles)),
      files: Object.fromEntries(secrets.map(({ file, content }) => [file, content])),
      probe: container.probe,
      container,
      password,
    }
  })
