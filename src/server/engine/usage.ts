import { labels } from '../../stack/layout.ts'
import type { Engine } from './client.ts'

/** What Docker keeps on the disk. All sizes are bytes. */
export interface DiskUsage {
  /** All layers of all images, each counted once. */
  readonly imageBytes: number
  /** What containers have written into their own layers. */
  readonly containers: readonly Share[]
  /** Layers that only one image has. */
  readonly images: readonly Share[]
  readonly volumes: readonly Share[]
  readonly cacheBytes: number
  /** The part of the build cache that would go if it was pruned. */
  readonly unusedCacheBytes: number
  /** The layers that only images have which no container uses and which are not ours. */
  readonly unusedImageBytes: number
}

/** A part of it, and the project whose label it has; undefined for somebody else's. */
export interface Share {
  readonly project: string | undefined
  readonly bytes: number
}

type Labels = Readonly<Record<string, string>> | null

interface UsageAnswer {
  readonly LayersSize?: number
  readonly Images?:
    | readonly {
        readonly Size: number
        readonly SharedSize: number
        readonly Containers: number
        readonly Labels: Labels
        readonly RepoTags: readonly string[] | null
      }[]
    | null
  readonly Containers?: readonly { readonly SizeRw?: number; readonly Labels: Labels }[] | null
  readonly Volumes?:
    | readonly { readonly Labels: Labels; readonly UsageData?: { readonly Size: number } | null }[]
    | null
  readonly BuildCache?:
    | readonly { readonly Size: number; readonly InUse: boolean; readonly Shared: boolean }[]
    | null
}

/**
 * Asks what takes the disk, which may take seconds, as the engine looks through its files; undefined when there is no
 * answer in time. `version` is the engine's.
 */
export const readUsage = async (engine: Engine, version: string): Promise<DiskUsage | undefined> => {
  try {
    // Docker 29, whose API is 1.52, gives the answer another shape, unless it is asked in an older version.
    const prefix = Number.parseInt(version, 10) >= 29 ? '/v1.44' : ''
    return usageOf(
      await engine.call<UsageAnswer>({ method: 'GET', path: `${prefix}/system/df`, deadlineSeconds: 60 }),
    )
  } catch {
    return undefined
  }
}

/** Reads an answer of the engine. */
export const usageOf = (answer: UsageAnswer): DiskUsage => {
  const cache = (answer.BuildCache ?? []).filter(({ Shared }) => !Shared)
  const images = (answer.Images ?? []).map((image) => ({
    project: projectOf(image),
    bytes: image.Size - Math.max(0, image.SharedSize),
    unused: image.Containers === 0,
  }))
  return {
    imageBytes: answer.LayersSize ?? 0,
    images: images.map(({ project, bytes }) => ({ project, bytes })),
    containers: (answer.Containers ?? []).map((container) => ({
      project: container.Labels?.[labels.project] || undefined,
      bytes: container.SizeRw ?? 0,
    })),
    volumes: (answer.Volumes ?? []).map(({ Labels, UsageData }) => ({
      project: Labels?.[labels.project],
      bytes: Math.max(0, UsageData?.Size ?? 0),
    })),
    cacheBytes: total(cache.map(({ Size }) => Size)),
    unusedCacheBytes: total(cache.flatMap(({ Size, InUse }) => (InUse ? [] : [Size]))),
    unusedImageBytes: total(
      images.flatMap(({ project, bytes, unused }) => (unused && project === undefined ? [bytes] : [])),
    ),
  }
}

/** An image that was built elsewhere has no label of ours, but our name. */
const projectOf = (image: { readonly Labels: Labels; readonly RepoTags: readonly string[] | null }) =>
  image.Labels?.[labels.project] ||
  image.RepoTags?.map((tag) => /^jetee\/([^:/]+):\d+$/.exec(tag)?.[1]).find(Boolean)

const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0)
