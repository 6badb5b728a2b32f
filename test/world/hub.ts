import { catalogue } from './catalogue.ts'

const hub = 'https://registry-1.docker.io/v2/'

let reachable: Promise<boolean> | undefined

/** Whether Docker Hub answers from here; asked once a process, with little patience. */
export function hubReachable(): Promise<boolean> {
  reachable ??= fetch(hub, { signal: AbortSignal.timeout(3000) }).then(
    (response) => response.status === 401 || response.ok,
    () => false,
  )
  return reachable
}

/**
 * Why servers cannot pull an official image, such as `mongo:8`: a sentence for a test that has to be skipped, or
 * undefined when they can, from the world's registry or else from the Hub.
 */
export async function whyNoImage(name: string): Promise<string | undefined> {
  if (catalogue.some((recipe) => recipe.name === name)) return undefined
  if (!(await hubReachable())) {
    return `${name} cannot be had: Docker Hub does not answer from here, and Debian has no package to build it from.`
  }
  // The Hub's word decides, not a request of ours that was lost.
  const ask = () => statusOf(name)
  const status = await ask().catch(ask).catch(ask)
  return status === 200
    ? undefined
    : `${name} cannot be had: Docker Hub answers with status ${status} for it.`
}

/** The status with which the Hub answers for an image. */
async function statusOf(name: string): Promise<number> {
  const [repository, tag] = name.split(':')
  const scope = `service=registry.docker.io&scope=repository:library/${repository}:pull`
  const login = await fetch(`https://auth.docker.io/token?${scope}`, { signal: AbortSignal.timeout(10_000) })
  const { token } = (await login.json()) as { token: string }
  const { status } = await fetch(`${hub}library/${repository}/manifests/${tag}`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.oci.image.index.v1+json' },
    signal: AbortSignal.timeout(10_000),
  })
  return status
}
