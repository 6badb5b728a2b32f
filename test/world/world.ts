import { lock } from './cache.ts'
import { ensureEngine } from './engine.ts'
import { ensureImages, type Images } from './images.ts'
import { ensureNetwork, type WorldNetwork } from './network.ts'
import { sweep } from './owner.ts'
import { type Progress, printProgress } from './progress.ts'
import { ensureRegistry } from './registry.ts'

/** What every server stands on. */
export type World = {
  readonly network: WorldNetwork
  readonly images: Images
  /** Base address of the registry, as servers reach it. */
  readonly registry: string
}

let world: Promise<World> | undefined

/**
 * Makes sure that engine, images, network and registry are there. The first call on a machine takes minutes, later
 * ones well under a second; a process does it once.
 */
export function ensureWorld(progress: Progress = printProgress): Promise<World> {
  world ??= prepare(progress)
  return world
}

async function prepare(progress: Progress): Promise<World> {
  await ensureEngine(progress)
  await using _ = await lock('world')
  await sweep()
  const images = await ensureImages(progress)
  const network = await ensureNetwork()
  return { network, images, registry: await ensureRegistry(network, images, progress) }
}
