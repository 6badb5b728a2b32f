import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { catalogue, type ImageRecipe, isOfficial } from './catalogue.ts'
import { bootstrapDebian, bootstrapOptions, certificateContext, localCertificates } from './debian.ts'
import { docker, tryDocker } from './engine.ts'
import { hubReachable } from './hub.ts'
import { type Progress, step } from './progress.ts'

/** Tag in the machine's own engine of each image of the catalogue, by its name. */
export type Images = ReadonlyMap<string, string>

/** Makes sure that the machine's engine has every image, and returns the tags it has them under. */
export async function ensureImages(progress: Progress): Promise<Images> {
  const present = await presentTags()
  const done = new Map<string, Promise<string>>()
  const slot = slots(availableParallelism() + 1)
  for (const recipe of catalogue) {
    done.set(
      recipe.name,
      ensureImage(recipe, recipe.base ? done.get(recipe.base) : undefined, present, slot, progress),
    )
  }
  await Promise.allSettled(done.values())
  return new Map(
    await Promise.all([...done].map(async ([name, tag]): Promise<[string, string]> => [name, await tag])),
  )
}

type Slot = <T>(work: () => Promise<T>) => Promise<T>

async function ensureImage(
  recipe: ImageRecipe,
  baseTag: Promise<string> | undefined,
  present: ReadonlySet<string>,
  slot: Slot,
  progress: Progress,
): Promise<string> {
  const base = await baseTag
  const repository = `jetee-world/${recipe.name.replaceAll(/[:/]/g, '-')}`
  const built = `${repository}:${await recipeHash(recipe, base)}`
  const pulled = `${repository}:hub-${await certificateHash()}`
  if (present.has(pulled)) return pulled
  if (present.has(built)) return built
  if (isOfficial(recipe) && (await hubReachable())) {
    if (await slot(() => step(progress, `pulling ${recipe.name}`, () => pull(recipe, pulled)))) return pulled
  }
  await slot(() => step(progress, `building ${recipe.name}`, () => build(recipe, base, built)))
  return built
}

/** Pulls an official image; false where the hub does not give it. */
async function pull(recipe: ImageRecipe, tag: string): Promise<boolean> {
  if ((await tryDocker(['pull', '--quiet', recipe.name])).code !== 0) return false
  if (recipe.suite) await addCertificates(recipe.name, tag)
  else await docker(['tag', recipe.name, tag])
  return true
}

async function build(recipe: ImageRecipe, base: string | undefined, tag: string): Promise<void> {
  if (recipe.suite) {
    await bootstrapDebian(recipe.suite, `${tag}-bare`)
    await addCertificates(`${tag}-bare`, tag)
    await docker(['rmi', `${tag}-bare`])
    return
  }
  const args = Object.entries({ BASE: base ?? '', ...recipe.args }).flatMap(([key, value]) => [
    '--build-arg',
    `${key}=${value}`,
  ])
  await dockerBuild([...args, '--tag', tag, join(import.meta.dirname, 'images', recipe.folder)])
}

async function addCertificates(from: string, tag: string): Promise<void> {
  const context = await certificateContext()
  const dockerfile = join(import.meta.dirname, 'images/debian/Dockerfile')
  try {
    await dockerBuild(['--build-arg', `BASE=${from}`, '--file', dockerfile, '--tag', tag, context])
  } finally {
    await rm(context, { recursive: true, force: true })
  }
}

/** `docker build`, with the classic builder where the CLI has no buildx to speak to BuildKit with. */
async function dockerBuild(args: readonly string[]): Promise<void> {
  const buildx = (await tryDocker(['buildx', 'version'])).code === 0
  const env = buildx ? process.env : { ...process.env, DOCKER_BUILDKIT: '0' }
  await docker(['build', '--quiet', ...(buildx ? ['--load'] : []), ...args], { env })
}

async function presentTags(): Promise<ReadonlySet<string>> {
  const listed = await docker(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', 'jetee-world/*'])
  return new Set(listed.split('\n'))
}

/** Hash of everything an image is made of: its folder, its arguments and the image below it. */
async function recipeHash(recipe: ImageRecipe, base: string | undefined): Promise<string> {
  const parts = [recipe, base, recipe.suite && bootstrapOptions, await certificateHash()]
  const hash = createHash('sha256').update(JSON.stringify(parts))
  return hash
    .update(await folderHash(recipe.folder))
    .digest('hex')
    .slice(0, 12)
}

/** Hash of a folder under `images/`. */
export async function folderHash(name: string): Promise<string> {
  const folder = join(import.meta.dirname, 'images', name)
  const hash = createHash('sha256')
  for (const file of (await readdir(folder)).sort()) {
    hash
      .update(`${file}\0`)
      .update(await readFile(join(folder, file)))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 12)
}

async function certificateHash(): Promise<string> {
  const certificates = JSON.stringify([...(await localCertificates())])
  return createHash('sha256').update(certificates).digest('hex').slice(0, 8)
}

/** Lets so many pieces of work run side by side; the others wait in line. */
function slots(count: number): Slot {
  let free = count
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free--
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
