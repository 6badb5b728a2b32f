import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { docker, tryDocker } from '../engine.ts'
import { owner, ownerLabel, watchOver } from '../owner.ts'
import { untilGreets } from '../server-wait.ts'
import { ensureWorld } from '../world.ts'
import type { RepositoryState, World } from './state.ts'

/** A host that lets deploy keys clone by SSH, as `github.com` does on port 22. */
export interface GitSsh extends AsyncDisposable {
  /** Its address in the network of the test world's servers. */
  readonly host: string
  /** Its host keys, as `type key`. */
  readonly hostKeys: readonly string[]
  /** Lets exactly the keys in that the repositories have now. */
  letIn(repositories: Iterable<RepositoryState>): Promise<void>
}

/** Starts the host; nobody gets in yet. */
export const startGitSsh = async (): Promise<GitSsh> => {
  const { network, images } = await ensureWorld()
  watchOver()
  const container = `jetee-world-git-host-${randomBytes(4).toString('hex')}`
  const remove = async () => void (await tryDocker(['rm', '--force', '--volumes', container]))
  const host = await run(container, network, images.get('world-git-host')!)
  try {
    await untilGreets(container, host)
    const keys = await docker(['exec', container, 'sh', '-c', 'cat /etc/ssh/ssh_host_*_key.pub'])
    return {
      host,
      hostKeys: keys.split('\n').map((line) => line.split(' ').slice(0, 2).join(' ')),
      async letIn(repositories) {
        const all = [...repositories]
        const links = all.map(({ fullName, origin }) => `${fullName} ${origin.folder}/.git`)
        const lines = all.flatMap(({ fullName, keys: opening }) =>
          opening.map(
            ({ key, isReadOnly }) =>
              `command="/usr/local/bin/open-repository ${fullName} ${isReadOnly ? 'ro' : 'rw'}",restrict ${key}`,
          ),
        )
        const text = (parts: readonly string[]) => parts.map((part) => `${part}\n`).join('')
        await docker(['exec', '--interactive', container, 'sh', '-c', linkRepositories], {
          input: text(links),
        })
        await docker(['exec', '--interactive', container, 'sh', '-c', writeKeys], { input: text(lines) })
      },
      [Symbol.asyncDispose]: remove,
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Reads `owner/name folder` lines. */
const linkRepositories = `set -eu
while read -r name folder; do
  mkdir -p "/\${name%/*}"
  ln -sfn "$folder" "/$name.git"
done`

const writeKeys = `set -eu
cat > /etc/git-host/keys.new
mv /etc/git-host/keys.new /etc/git-host/keys`

/** Runs the container; tries other addresses while the one chosen is taken. */
const run = async (
  container: string,
  network: Awaited<ReturnType<typeof ensureWorld>>['network'],
  image: string,
): Promise<string> => {
  for (let tries = 0; ; tries++) {
    const address = network.newAddress()
    const started = await tryDocker([
      ...['run', '--detach', '--name', container, '--label', `${ownerLabel}=${owner}`],
      ...['--network', network.name, '--ip', address, '--env', `GIT_UID=${process.getuid?.() ?? 0}`],
      // Repositories lie where tests make them, under the same path on both sides.
      ...['--volume', `${tmpdir()}:${tmpdir()}`, image],
    ])
    if (started.code === 0) return address
    await tryDocker(['rm', '--force', '--volumes', container])
    if (!/already in use/i.test(started.stderr) || tries === 9) throw new Error(started.stderr)
  }
}

/** Whatever GitHub does by SSH from now on goes through the host: addresses, host keys, deploy keys. */
export const joinSsh = async (world: World, ssh: GitSsh): Promise<void> => {
  world.sshHost = ssh.host
  world.sshKeys = ssh.hostKeys
  // One after the other, so that the last one leaves what there is at last.
  let last: Promise<unknown> = Promise.resolve()
  world.keysChanged = () => {
    const next = last.then(() => ssh.letIn(world.repositories.values()))
    last = next.catch(() => {})
    return next
  }
  await world.keysChanged()
}
