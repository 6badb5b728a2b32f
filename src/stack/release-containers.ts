import { stateFolder } from '../catalog/types.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { renderTemplate } from '../templates.ts'
import { binds, boundedLog, type ContainerSpec, envList, hostLimits } from './container.ts'
import { nginxImage } from './front.ts'
import {
  doorContainer,
  helperContainer,
  labels,
  networkName,
  releaseContainer,
  releaseImage,
  root,
  taskContainer,
  www,
} from './layout.ts'
import type { ReleaseStack } from './release.ts'
import { type Resolver, withResolver } from './resolver.ts'

/** A container of a release. */
export interface ReleaseContainer {
  readonly name: string
  readonly spec: ContainerSpec
}

/** Which release it is. */
export interface ReleaseIdentity {
  readonly number: number
  readonly commit: string
  /** The fixed address of the container that serves on a port; undefined where it needs none. */
  readonly address: string | undefined
  /** Where its containers ask for names first; undefined where they ask Docker alone. */
  readonly resolver?: Resolver | undefined
}

/** What a container is in its release, as its label `jetee.service` says. */
type Part = 'primary' | 'door' | 'helper' | 'task'

/** Seconds that a task, or an image's own command, gets to finish its work before it is killed. */
const ownStopSeconds = 60

/**
 * The containers of a release: one with supervisor in it, or one for the image's own command, each helper and each task.
 * None of them starts by itself before the switch: a stopped candidate would come back with the daemon.
 */
export const releaseContainers = (
  configuration: Configuration,
  stack: Omit<ReleaseStack, 'hash' | 'parts'> & { readonly hash?: string },
  release: ReleaseIdentity,
): readonly ReleaseContainer[] =>
  ownContainers(configuration, stack, release).map(({ name, spec }) => ({
    name,
    spec: withResolver(spec, release.resolver),
  }))

const ownContainers = (
  configuration: Configuration,
  stack: Omit<ReleaseStack, 'hash' | 'parts'> & { readonly hash?: string },
  release: ReleaseIdentity,
): readonly ReleaseContainer[] => {
  const { projectName: project, primary } = configuration
  const { image, programs, tasks } = stack
  const folder = `${www}/${project}`
  const files = `${root}/projects/${project}/releases/${release.number}`
  const socket = `${folder}/r/${release.number}/${stack.socketFolder}:/run/jetee`

  const state = `${root}/projects/${project}/state:${stateFolder}`

  // Every key of ours is set, so that none that a Dockerfile has written counts.
  const ownLabels = (part: Part) => ({
    ...Object.fromEntries(Object.values(labels).map((key) => [key, ''])),
    [labels.project]: project,
    [labels.configuration]: configuration.name,
    [labels.service]: part,
    [labels.release]: String(release.number),
    [labels.commit]: release.commit,
    [labels.spec]: stack.hash ?? '',
  })
  const host = (mounts: readonly string[]): ContainerSpec['HostConfig'] => ({
    NetworkMode: networkName(project),
    Binds: mounts,
    RestartPolicy: { Name: 'no' },
    LogConfig: boundedLog,
    // A socket's backlog is cut to this.
    Sysctls: { 'net.core.somaxconn': '4096' },
  })
  const own = (part: Part, mounts: readonly string[]): ContainerSpec => ({
    Image: releaseImage(project, release.number),
    Env: envList(stack.env),
    StopTimeout: ownStopSeconds + 10,
    Labels: ownLabels(part),
    HostConfig: {
      ...host([
        ...mounts,
        ...(image.mediaLocation === undefined ? [] : [`${folder}/media:${image.mediaLocation}`]),
        ...binds(project, primary.volumes),
      ]),
      ...hostLimits(primary.limits),
    },
  })
  const fixed = release.address !== undefined && {
    NetworkingConfig: {
      EndpointsConfig: { [networkName(project)]: { IPAMConfig: { IPv4Address: release.address } } },
    },
  }
  const door = {
    name: doorContainer(project, release.number),
    spec: {
      Image: nginxImage,
      Entrypoint: ['sh', '-c'],
      // A socket that was left by a crash would be in the way.
      Cmd: ["rm -f /run/jetee/web.sock; exec nginx -c /etc/jetee/nginx.conf -g 'daemon off;'"],
      // It stops when the requests that are under way have come to their end.
      StopSignal: 'QUIT',
      StopTimeout: configuration.project.drainSeconds + 10,
      Labels: ownLabels('door'),
      HostConfig: host([`${files}/door:/etc/jetee:ro`, socket]),
    },
  }
  const app = { name: releaseContainer(project, release.number) }
  // Not `<project>-app`, which is the entrance: a container's own name leads to itself.
  const hostname = { Hostname: project }

  if (image.kind === 'supervised') {
    const mounts = [
      `${files}/mount:/etc/jetee:ro`,
      socket,
      `${folder}/r/${release.number}/static:${image.staticLocation}`,
      ...(programs.some(({ keepsState }) => keepsState) ? [state] : []),
    ]
    // They stop side by side (entrypoint.sh).
    const stopSeconds = Math.max(0, ...programs.map((program) => program.stopSeconds)) + 10
    return [
      { ...app, spec: { ...own('primary', mounts), ...hostname, ...fixed, StopTimeout: stopSeconds } },
      ...(stack.port === undefined ? [] : [door]),
    ]
  }
  const command = image.command && { Cmd: image.command }
  return [
    // Without a site, the image's own command is a helper: it never runs twice at once. With one, its door has seen the
    // requests to their end before it is stopped; many a program has no ear for the signal as a container's first process.
    {
      ...app,
      spec: {
        ...own(stack.hasWeb ? 'primary' : 'helper', []),
        ...hostname,
        ...command,
        ...fixed,
        ...(stack.hasWeb && { StopTimeout: 10 }),
      },
    },
    ...(stack.port === undefined ? [] : [door]),
    ...programs.flatMap((program) =>
      Array.from({ length: program.copies }, (_, index) => {
        const copy = program.copies > 1 ? index + 1 : undefined
        return {
          name: helperContainer(project, program.name, release.number, copy),
          spec: {
            ...own('helper', program.keepsState ? [state] : []),
            Cmd: program.command,
            // It finds its own name where it would do so under supervisor.
            Env: envList({
              ...stack.env,
              SUPERVISOR_PROCESS_NAME: copy === undefined ? program.name : `${program.name}-${index}`,
              ...program.env,
            }),
            StopSignal: `SIG${program.stopSignal}`,
            StopTimeout: program.stopSeconds,
          },
        }
      }),
    ),
    ...[...tasks.before, ...tasks.after].map((task) => ({
      name: taskContainer(project, task.name, release.number),
      spec: { ...own('task', []), Cmd: task.command },
    })),
  ]
}

/** nginx's configuration for the door of a release that serves on a port of an address. */
export const doorConf = (address: string, port: number): string =>
  renderTemplate('door.conf', { address, port })
