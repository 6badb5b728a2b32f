import { createHash } from 'node:crypto'
import { desiredState } from '../unit/sample.ts'
import { lock } from './cache.ts'
import { docker, tryDocker } from './engine.ts'
import { printProgress, step } from './progress.ts'
import { type Snapshot, startServer } from './server.ts'
import { installLines } from './server-setup.ts'
import { ensureWorld, type World } from './world.ts'

/** How a server is prepared once, so that many can start from there. */
type Preparation = {
  readonly debian: 12 | 13
  /** Short name; of older snapshots of a name the last two are kept, for other checkouts on this machine. */
  readonly name: string
  /** The script that does it: a change means to prepare anew. */
  readonly script: string
  /** Images that it pulls: when one is made anew, so is the snapshot. */
  readonly images: readonly string[]
}

/**
 * Returns the snapshot of a prepared server; the first call on a machine prepares one and shuts it down. Servers that
 * start from it have their own address, host keys, machine id and logins, as copies of a disk that were cleaned.
 */
async function ensureSnapshot(preparation: Preparation): Promise<Snapshot> {
  const world = await ensureWorld()
  const name = `${preparation.name}-debian${preparation.debian}`
  const tag = snapshotKey(world, preparation)
  const snapshot = {
    image: `jetee-world/snapshot-${name}:${tag}`,
    volume: `jetee-world-snapshot-${name}-${tag}`,
  }
  await using _ = await lock(`snapshot-${name}`)
  if ((await tryDocker(['image', 'inspect', snapshot.image])).code === 0) return snapshot
  await removeOlder(name)
  await step(printProgress, `preparing a server: ${name}`, () => prepare(preparation, snapshot))
  return snapshot
}

/**
 * The images that a snapshot holds: what the main job pulls. Copying them is most of what a start from it costs, so the
 * others of the catalogue are pulled by the few servers that want them; they share the Debian layer.
 */
const mainImages = ['debian:trixie-slim', 'hashicorp/consul:1.22', 'nginx:1.30', 'postgres:17', 'redis:8']

/**
 * A server with Docker installed from Debian's packages, the main job's images pulled, and the packages of the sample app's
 * image in the cache of builds: installing them is most of a first build. `main-job` does all of it on bare servers.
 */
export function dockerSnapshot(debian: 12 | 13): Promise<Snapshot> {
  const packages = debian === 12 ? 'docker.io' : 'docker.io docker-cli docker-buildx'
  const script = `${installLines(packages)}
    for image in ${mainImages.join(' ')}; do docker pull --quiet "$image"; done
    DOCKER_BUILDKIT=1 docker build --quiet --tag layers - > /dev/null <<'END'
${packageLayers()}
END
    docker rmi layers > /dev/null`
  return ensureSnapshot({ debian, name: 'docker', script, images: mainImages })
}

/** The steps of the sample app's Dockerfile before those with files of the project. */
function packageLayers(): string {
  const dockerfile = desiredState().release.dockerfile ?? ''
  return dockerfile.slice(0, dockerfile.indexOf('\nCOPY '))
}

async function prepare(preparation: Preparation, snapshot: Snapshot): Promise<void> {
  await using server = await startServer({ debian: preparation.debian, authorizedKeys: [] })
  await server.must(preparation.script)
  await server.must('apt-get clean; rm -f /etc/ssh/ssh_host_*; truncate --size 0 /etc/machine-id; sync')
  await docker(['stop', '--time', '60', server.container])
  // From volume to volume: in a layer of an image, the marks of overlayfs inside would not survive.
  await docker([
    ...['run', '--rm', '--cap-add', 'SYS_ADMIN', '--volumes-from', server.container],
    ...['--volume', `${snapshot.volume}:/to`, '--entrypoint', 'cp'],
    ...[await docker(['inspect', '--format', '{{.Config.Image}}', server.container])],
    ...['--archive', '/var/lib/docker/.', '/to/'],
  ])
  await docker(['commit', server.container, snapshot.image])
}

function snapshotKey(world: World, { debian, script, images }: Preparation): string {
  const tags = [`world-server-${debian}`, ...images].map((name) => world.images.get(name))
  const parts = [debian, script, world.registry, tags]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
}

async function removeOlder(name: string): Promise<void> {
  const format = '{{.Tag}}'
  const listed = await docker(['image', 'ls', '--format', format, `jetee-world/snapshot-${name}`])
  const newestFirst = listed.split('\n').filter(Boolean)
  for (const tag of newestFirst.slice(2)) {
    await tryDocker(['rmi', `jetee-world/snapshot-${name}:${tag}`])
    await tryDocker(['volume', 'rm', `jetee-world-snapshot-${name}-${tag}`])
  }
}
