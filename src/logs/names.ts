import type { LogRequest } from './request.ts'

/** A container whose log is followed. */
export interface FollowedContainer {
  readonly id: string
  readonly release: number
  /** Its name in the log. */
  readonly name: string
  /** Whether each of its lines begins with the name of its process. */
  readonly isNamed: boolean
}

/** What the name of a release's container says: `shop-celery-7-2` is `celery-1` of release 7. As `logs.sh` reads it. */
export const nameInRelease = (container: string, project: string, release: number): string | undefined => {
  if (!container.startsWith(`${project}-`)) return undefined
  const part = container.slice(project.length + 1)
  const name = part.endsWith(`-${release}`)
    ? part.slice(0, -`-${release}`.length)
    : part.replace(new RegExp(`-${release}-(\\d+)$`), (_, copy) => `-${Number(copy) - 1}`)
  return name === part ? undefined : name.replace(/^task-/, '')
}

/** A line of a container: whose it is, and its text; undefined when it is not wanted. */
export const attribute = (
  { name, isNamed }: Pick<FollowedContainer, 'name' | 'isNamed'>,
  text: Buffer,
  { of, names, project, hosts }: LogRequest,
): { readonly name: string; readonly text: Buffer } | undefined => {
  const head = text.toString('latin1', 0, 48)
  const [prefix = '', process] = (isNamed && /^([a-z0-9-]{1,38}) \| /.exec(head)) || []
  if (of.kind === 'site') {
    if (head.startsWith(`${project} `)) return { name, text: text.subarray(project.length + 1) }
    return hosts.some((host) => text.includes(`, server: ${host},`)) ? { name, text } : undefined
  }
  const own = process ?? name
  if (names && !names.includes(own)) return undefined
  return { name: own, text: text.subarray(prefix.length) }
}
