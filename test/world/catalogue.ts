/** How an image of the world is come by. */
export type ImageRecipe = {
  /** Its official name, under which servers pull it; a name that starts with `world-` is our own. */
  readonly name: string
  /** The image it is built on; a Debian base has a suite instead. */
  readonly base?: string
  /** Folder under `images/` that holds its Dockerfile. */
  readonly folder: string
  /** Build arguments of that Dockerfile. */
  readonly args?: Readonly<Record<string, string>>
  /** Debian suite that it is bootstrapped from. */
  readonly suite?: string
  /** Whether servers pull it, although it is our own. */
  readonly published?: true
}

const trixie = 'debian:trixie-slim'
const bookworm = 'debian:bookworm-slim'

/** All images of the world; each stands after the one it is built on. */
export const catalogue: readonly ImageRecipe[] = [
  { name: trixie, folder: 'debian', suite: 'trixie' },
  { name: bookworm, folder: 'debian', suite: 'bookworm' },
  { name: 'postgres:17', folder: 'postgres', base: trixie },
  { name: 'world-server-13', folder: 'server', base: trixie },
  { name: 'world-server-12', folder: 'server', base: bookworm },
  { name: 'world-registry', folder: 'registry', base: trixie },
  { name: 'world-git-host', folder: 'git-host', base: trixie },
  { name: 'redis:8', folder: 'redis', base: trixie },
  { name: 'nginx:1.30', folder: 'nginx', base: trixie, args: { SUITE: 'sid' } },
  { name: 'world-parsers', folder: 'parsers', base: 'nginx:1.30' },
  { name: 'nginx:1.26', folder: 'nginx', base: trixie, args: { SUITE: 'trixie' } },
  { name: 'mariadb:11', folder: 'mariadb', base: trixie },
  { name: 'memcached:1', folder: 'memcached', base: trixie },
  { name: 'hashicorp/consul:1.22', folder: 'consul', base: trixie },
  { name: 'world-lookup:1', folder: 'lookup', base: trixie, published: true },
  { name: 'busybox:1', folder: 'busybox', base: trixie },
  { name: 'python:3.13-slim', folder: 'python', base: trixie, args: { VERSION: '3.13' } },
]

/** Whether a hub has an image of this name. */
export function isOfficial(recipe: ImageRecipe): boolean {
  return !recipe.name.startsWith('world-')
}

/** Whether the registry holds it, for servers to pull. */
export function isPublished(recipe: ImageRecipe): boolean {
  return isOfficial(recipe) || recipe.published === true
}
