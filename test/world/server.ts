import { randomBytes } from 'node:crypto'
import { dirname, relative } from 'node:path'
import type { CommandResult } from './command.ts'
import { docker, tryDocker } from './engine.ts'
import { owner, ownerLabel, watchOver } from './owner.ts'
import { machineNameservers } from './resolvers.ts'
import { addUser, type NewUser, setSshdConfig } from './server-setup.ts'
import { untilSshAnswers } from './server-wait.ts'
import { ensureWorld, type World } from './world.ts'

/** What a server is started with. */
export type ServerOptions = {
  readonly debian: 12 | 13
  /** Lines for root's `authorized_keys`. */
  readonly authorizedKeys: readonly string[]
  /** Its host name. */
  readonly name?: string
  /** A prepared server to start from instead of a bare one. */
  readonly from?: Snapshot
}

/** A server as it was when it was shut down: image of its disk, volume of its `/var/lib/docker`. */
export type Snapshot = { readonly image: string; readonly volume: string }

/** How a script is run on a server. */
export type ScriptOptions = { readonly user?: string; readonly input?: string | Uint8Array }

/** A bare Debian server of its own, with systemd, sshd and an address; gone when disposed. */
export type Server = AsyncDisposable & {
  readonly debian: 12 | 13
  /** Name of its container. */
  readonly container: string
  readonly host: string
  readonly port: 22
  /** Its host keys as lines of a known_hosts file. */
  readonly hostKeys: readonly string[]
  /** Runs a shell script behind sshd's back (to arrange and to assert); a failure is a result. */
  readonly run: (script: string, options?: ScriptOptions) => Promise<CommandResult>
  /** As `run`, but the script must succeed (`sh -eu`); returns its output without the last line break. */
  readonly must: (script: string, options?: ScriptOptions) => Promise<string>
  /** Shuts down, boots, and waits until sshd answers. */
  readonly reboot: () => Promise<void>
  /** Pulls the plug. */
  readonly kill: () => Promise<void>
  /** Boots after `kill`, and waits until sshd answers. */
  readonly start: () => Promise<void>
  /** Takes it off the network without a word to either side. */
  readonly cutCable: () => Promise<void>
  /** Puts it back on the network under the same address. */
  readonly plugCable: () => Promise<void>
  readonly addUser: (name: string, options: NewUser) => Promise<void>
  /** Replaces this world's additions to sshd's configuration, and reloads it. */
  readonly sshdConfig: (lines: readonly string[]) => Promise<void>
}

/** Starts a bare server and waits until sshd answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const world = await ensureWorld()
  watchOver()
  const id = randomBytes(4).toString('hex')
  const container = `jetee-world-${options.name ?? `debian${options.debian}`}-${id}`
  const host = await runServer(world, options, container)
  const server = describe(world, options, container, host)
  try {
    await untilSshAnswers(container, host)
    const keys = await server.must('cat /etc/ssh/ssh_host_*_key.pub')
    const hostKeys = keys.split('\n').map((line) => `${host} ${line.split(' ').slice(0, 2).join(' ')}`)
    return { ...server, hostKeys }
  } catch (error) {
    await server[Symbol.asyncDispose]()
    throw error
  }
}

/**
 * Gives a container that has not started yet the `/var/lib/docker` of a snapshot. The layers of images are linked, not
 * copied: nobody writes into them, and all servers read the same pages of memory.
 */
async function fillFrom(snapshot: Snapshot, container: string): Promise<void> {
  const format = '{{range .Mounts}}{{if eq .Destination "/var/lib/docker"}}{{.Source}}{{end}}{{end}}'
  const to = await docker(['inspect', '--format', format, container])
  const from = await docker(['volume', 'inspect', '--format', '{{.Mountpoint}}', snapshot.volume])
  // Both in one mount, as there are no links from one to another.
  const volumes = dirname(dirname(from))
  const script = `cd "/volumes/$1"
    cp --archive --link overlay2 "/volumes/$2/"
    find . -mindepth 1 -maxdepth 1 ! -name overlay2 -exec cp --archive '{}' "/volumes/$2/" ';'`
  await docker([
    // The snapshot's image has the label of whoever prepared it, and what that one left is swept away.
    ...['run', '--rm', '--label', `${ownerLabel}=${owner}`, '--network', 'none'],
    ...['--volume', `${volumes}:/volumes`, '--entrypoint', 'sh'],
    ...[snapshot.image, '-euc', script, 'fill', relative(volumes, from), relative(volumes, to)],
  ])
}

/** Starts the container; tries other addresses while the one chosen is taken. */
async function runServer(world: World, options: ServerOptions, container: string): Promise<string> {
  const mirror = JSON.stringify({
    'registry-mirrors': [world.registry],
    'insecure-registries': [world.registry],
  })
  const legacy = (await docker(['info', '--format', '{{.CgroupVersion}}'])) === '1'
  const env = {
    WORLD_NAMESERVERS: (await machineNameservers()).join(' '),
    WORLD_AUTHORIZED_KEYS: options.authorizedKeys.map((line) => line.trim()).join('\n'),
    WORLD_DAEMON_JSON: mirror,
  }
  for (let tries = 0; ; tries++) {
    const address = world.network.newAddress()
    await docker([
      ...['create', '--name', container, '--hostname', options.name ?? `debian${options.debian}`],
      ...['--label', `${ownerLabel}=${owner}`, '--network', world.network.name, '--ip', address],
      ...['--cap-add', 'ALL', '--cap-drop', 'SYS_RESOURCE', '--cgroupns', 'private'],
      ...['seccomp=unconfined', 'apparmor=unconfined', 'systempaths=unconfined'].flatMap((o) => [
        '--security-opt',
        o,
      ]),
      ...['--tmpfs', '/run', '--tmpfs', '/tmp', '--volume', '/var/lib/docker'],
      ...Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
      options.from?.image ?? world.images.get(`world-server-${options.debian}`)!,
      '/boot.sh',
      // systemd of Debian 13 wants cgroup v2 unless it is told that the old hierarchy is meant.
      ...(legacy ? ['systemd.unified_cgroup_hierarchy=0', 'SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1'] : []),
    ])
    if (options.from) await fillFrom(options.from, container)
    const started = await tryDocker(['start', container])
    if (started.code === 0) return address
    await tryDocker(['rm', '--force', '--volumes', container])
    if (!/already in use/i.test(started.stderr) || tries === 9) throw new Error(started.stderr)
  }
}

function describe(world: World, options: ServerOptions, container: string, host: string): Server {
  const run: Server['run'] = (script, { user = 'root', input } = {}) =>
    tryDocker(['exec', '--interactive', '--user', user, container, 'sh', '-c', script], {
      ...(input === undefined ? {} : { input }),
    })
  const must: Server['must'] = async (script, scriptOptions) => {
    const result = await run(`set -eu\n${script}`, scriptOptions)
    if (result.code !== 0) {
      throw new Error(
        `On ${container} this ended with status ${result.code}:\n${script}\n${result.stdout}${result.stderr}`,
      )
    }
    return result.stdout.replace(/\n$/, '')
  }
  return {
    debian: options.debian,
    container,
    host,
    port: 22,
    hostKeys: [],
    run,
    must,
    reboot: async () => {
      await docker(['restart', '--time', '20', container])
      await untilSshAnswers(container, host)
    },
    kill: async () => void (await docker(['kill', container])),
    start: async () => {
      await docker(['start', container])
      await untilSshAnswers(container, host)
    },
    cutCable: async () => void (await docker(['network', 'disconnect', world.network.name, container])),
    plugCable: async () =>
      void (await docker(['network', 'connect', '--ip', host, world.network.name, container])),
    addUser: (name, user) => addUser(must, name, user),
    sshdConfig: (lines) => setSshdConfig(must, lines),
    [Symbol.asyncDispose]: async () => void (await tryDocker(['rm', '--force', '--volumes', container])),
  }
}
