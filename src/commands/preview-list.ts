import type { Engine } from '../server/engine/client.ts'
import type { PreviewOnServer } from '../server/previews.ts'
import { labels } from '../stack/layout.ts'
import { bytes, span } from '../status/words.ts'
import type { OpenPull } from './preview-sync.ts'

/** A preview as it is listed. */
export interface ListedPreview {
  readonly number: number
  readonly branch: string
  readonly project: string
  /** Addresses of its site. */
  readonly urls: readonly string[]
  /** `up` with a live release whose containers all run, `degraded` when some do not, `down` without a live release. */
  readonly state: 'up' | 'degraded' | 'down'
  readonly release: number | undefined
  /** ISO 8601, UTC: when its last release was begun. */
  readonly updated: string
  readonly ageSeconds: number
  /** ISO 8601, UTC; null for never. */
  readonly expires: string | null
  /** What its removal frees of images and volumes, in bytes; null when the engine does not say. */
  readonly bytes: number | null
  /** Whether its pull request is open; null when GitHub was not to be asked. */
  readonly isOpen: boolean | null
}

/** What the engine says of the disk. */
interface DiskUse {
  readonly Images?: readonly DiskImage[] | null
  readonly Volumes?: readonly DiskVolume[] | null
}

interface DiskImage {
  readonly Labels?: Readonly<Record<string, string>> | null
  readonly Size: number
  /** What other images have as well; -1 when it is not known. */
  readonly SharedSize: number
}

interface DiskVolume {
  readonly Labels?: Readonly<Record<string, string>> | null
  readonly UsageData?: { readonly Size: number } | null
}

/** Asks the engine what the images and volumes of each project take; undefined when it does not answer. */
export const readSizes = async (
  engine: Engine,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number> | undefined> => {
  try {
    return sizesOf((await engine.call({ method: 'GET', path: '/system/df', signal })) as DiskUse)
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}

/** Bytes by project. */
export const sizesOf = ({ Images, Volumes }: DiskUse): ReadonlyMap<string, number> => {
  const sizes = new Map<string, number>()
  const add = (own: DiskImage['Labels'], size: number) => {
    const project = own?.[labels.project]
    if (project !== undefined) sizes.set(project, (sizes.get(project) ?? 0) + Math.max(0, size))
  }
  for (const image of Images ?? []) add(image.Labels, image.Size - Math.max(0, image.SharedSize))
  for (const volume of Volumes ?? []) add(volume.Labels, volume.UsageData?.Size ?? 0)
  return sizes
}

/** What there is to say of a preview; `now` is the server's time, in seconds since 1970. */
export const listed = (
  preview: PreviewOnServer,
  now: number,
  sizes: ReadonlyMap<string, number> | undefined,
  open: readonly OpenPull[] | undefined,
): ListedPreview => {
  const { number, branch, project, serverNames, live, containers, updated, expiresSeconds } = preview
  const at = (seconds: number) => new Date(seconds * 1000).toISOString()
  return {
    number,
    branch,
    project,
    urls: serverNames.filter((name) => !name.startsWith('*')).map((name) => `http://${name}/`),
    state: live === undefined ? 'down' : containers.running === containers.all ? 'up' : 'degraded',
    release: live,
    updated: at(updated),
    ageSeconds: Math.max(0, now - updated),
    expires: expiresSeconds === undefined ? null : at(updated + expiresSeconds),
    bytes: sizes ? (sizes.get(project) ?? 0) : null,
    isOpen: open ? open.some((pull) => pull.number === number) : null,
  }
}

/** The list for people. */
export const listText = (previews: readonly ListedPreview[], now: number): readonly string[] => {
  if (previews.length === 0) return ['There are no previews']
  return previews.flatMap((preview) => [
    [
      `#${preview.number}`,
      preview.branch,
      preview.state,
      `updated ${span(preview.ageSeconds)} ago`,
      expiryText(preview.expires, now),
      ...(preview.bytes === null ? [] : [bytes(preview.bytes)]),
      ...(preview.isOpen === null ? [] : [preview.isOpen ? 'pull request open' : 'pull request not open']),
    ].join(' · '),
    ...preview.urls.map((url) => `  ${url}`),
  ])
}

const expiryText = (expires: string | null, now: number): string => {
  if (expires === null) return 'never expires'
  const left = Date.parse(expires) / 1000 - now
  return left > 0 ? `expires in ${span(left)}` : 'its time is over'
}
