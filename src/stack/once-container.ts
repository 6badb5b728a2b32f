import type { ContainerSpec } from './container.ts'
import { labels, onceContainer, releaseContainer } from './layout.ts'
import type { ReleaseContainer } from './release-containers.ts'

/** A container for a single command, made as the live release's own container is made. */

/** What is known of the live release. */
export interface LiveRelease {
  readonly number: number
  /** Its containers, as they were asked for. */
  readonly containers: readonly ReleaseContainer[]
  /** Whether supervisor runs in its own container. */
  readonly supervised: boolean
  /** Whether the engine has a small first process (`docker-init`), which hands signals on and sees to orphans. */
  readonly hasInit: boolean
  readonly found: FoundContainer
}

/** What the engine says of the container of the live release. */
export interface FoundContainer {
  readonly Dns: readonly string[] | null
  readonly DnsSearch: readonly string[] | null
  readonly DnsOptions: readonly string[] | null
  /** With the image's own, where the release has none. */
  readonly Entrypoint: readonly string[] | null
}

/** The command, and the terminal that it gets. */
export interface OnceCommand {
  /** 8 hexadecimal digits that no other has. */
  readonly identity: string
  readonly words: readonly string[]
  readonly terminal: { readonly term: string; readonly rows: number; readonly cols: number } | undefined
}

/** The Engine API's body for such a container. */
export interface OnceSpec extends ContainerSpec {
  readonly User?: string
  readonly Tty: boolean
  readonly OpenStdin: true
  readonly StdinOnce: true
  readonly AttachStdin: true
  readonly AttachStdout: true
  readonly AttachStderr: true
  readonly HostConfig: ContainerSpec['HostConfig'] & {
    readonly AutoRemove: true
    readonly Init?: boolean
    /** Height and width; Linux heeds it from API 1.42 on. */
    readonly ConsoleSize?: readonly [number, number]
  }
}

/** What supervisor sets of its programs' user, in its own container. */
const app = { HOME: '/home/app', USER: 'app', LOGNAME: 'app' }

/**
 * The container for a command: the release's image, environment, network, name servers, volumes and limits. It counts to
 * no release, so that no deploy takes it for one of its own. It has no fixed address, and no check of its health. Where
 * the image is not made here, its entry point gets the command, as it gets those of tasks.
 */
export const onceSpec = (
  project: string,
  { number, containers, supervised, hasInit, found }: LiveRelease,
  { words, identity, terminal }: OnceCommand,
): { readonly name: string; readonly spec: OnceSpec } | undefined => {
  const main = containers.find(({ name }) => name === releaseContainer(project, number))
  if (!main) return undefined
  const { NetworkingConfig: _address, StopSignal: _signal, StopTimeout: _time, ...own } = main.spec
  const { Dns, DnsSearch, DnsOptions, Entrypoint } = found
  return {
    name: onceContainer(project, identity),
    spec: {
      ...own,
      ...(supervised && { Entrypoint: [], User: 'app' }),
      Cmd: words,
      Env: [
        ...(own.Env ?? []),
        ...(supervised ? Object.entries(app).map(([name, value]) => `${name}=${value}`) : []),
        ...(terminal ? [`TERM=${terminal.term}`] : []),
      ],
      Hostname: `${project}-run`,
      Labels: { ...own.Labels, [labels.service]: 'run', [labels.release]: '', [labels.spec]: '' },
      Healthcheck: { Test: ['NONE'], Interval: 0, Timeout: 0 },
      Tty: terminal !== undefined,
      OpenStdin: true,
      StdinOnce: true,
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      HostConfig: {
        ...own.HostConfig,
        RestartPolicy: { Name: 'no' },
        AutoRemove: true,
        // Some images bring a first process of their own, which must be the first.
        ...(hasInit &&
          (supervised || !/(^|\/)(init|systemd)$/.test(Entrypoint?.[0] ?? '')) && { Init: true }),
        ...(terminal && { ConsoleSize: [terminal.rows, terminal.cols] as const }),
        ...(Dns?.length && { Dns }),
        ...(DnsSearch?.length && { DnsSearch }),
        ...(DnsOptions?.length && { DnsOptions }),
      },
    },
  }
}
