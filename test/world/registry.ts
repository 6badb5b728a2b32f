import { setTimeout as sleep } from 'node:timers/promises'
import { catalogue, isPublished } from './catalogue.ts'
import { docker, tryDocker } from './engine.ts'
import { folderHash, type Images } from './images.ts'
import type { WorldNetwork } from './network.ts'
import { type Progress, step } from './progress.ts'

const container = 'jetee-world-registry'

const manifestTypes = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
]

/**
 * Makes sure that a registry runs on the world's network and holds the images under the names a hub has them
 * under. Returns the address servers reach it at. It stays between runs.
 */
export async function ensureRegistry(
  network: WorldNetwork,
  images: Images,
  progress: Progress,
): Promise<string> {
  const image = images.get('world-registry')!
  const wanted = `${await folderHash('registry')} ${network.registryAddress}` // other checkouts may share it
  const running = await tryDocker([
    'inspect',
    '--format',
    '{{.State.Running}} {{index .Config.Labels "jetee-world.registry"}}',
    container,
  ])
  if (running.stdout.trim() === `false ${wanted}`) await docker(['start', container])
  else if (running.stdout.trim() !== `true ${wanted}`) await runRegistry(network, image, wanted)
  const local = await docker(['port', container, '5000'])
  await untilAnswers(`http://${local}/v2/`)
  const published = catalogue.filter(isPublished)
  await Promise.all(published.map(({ name }) => publish(local, name, images.get(name)!, progress)))
  return `http://${network.registryAddress}:5000`
}

async function runRegistry(network: WorldNetwork, image: string, label: string): Promise<void> {
  await tryDocker(['rm', '--force', container])
  await docker([
    ...['run', '--detach', '--name', container, '--label', `jetee-world.registry=${label}`],
    ...['--network', network.name, '--ip', network.registryAddress],
    ...['--publish', '127.0.0.1::5000', '--volume', `${container}:/var/lib/registry`, image],
  ])
}

/** Pushes an image, then a tag that names its recipe: while both are the same, the content is the right one. */
async function publish(registry: string, name: string, image: string, progress: Progress): Promise<void> {
  const [path, tag] = name.split(':')
  const repository = path!.includes('/') ? path : `library/${path}`
  const proof = `world-${image.split(':')[1]}`
  const digest = async (reference: string) => {
    const response = await fetch(`http://${registry}/v2/${repository}/manifests/${reference}`, {
      method: 'HEAD',
      headers: { accept: manifestTypes.join(', ') },
    })
    return response.ok ? response.headers.get('docker-content-digest') : null
  }
  const isThere = async () => {
    const [published, proven] = await Promise.all([digest(tag!), digest(proof)])
    return published !== null && published === proven
  }
  if (await isThere()) return
  await step(progress, `publishing ${name} in the registry`, async () => {
    for (const reference of [tag, proof]) {
      const target = `${registry}/${repository}:${reference}`
      await docker(['tag', image, target])
      await docker(['push', '--quiet', target])
      await docker(['rmi', target])
    }
  })
  if (!(await isThere())) throw new Error(`The registry does not show ${name} after it was pushed.`)
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
    if (tries === 1200) {
      const logs = await docker(['logs', '--tail', '20', container])
      throw new Error(`The registry does not answer at ${url}:\n${logs}`)
    }
    await sleep(50)
  }
}
