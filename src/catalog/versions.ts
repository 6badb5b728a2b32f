import type { DataVersion } from './types.ts'

/** Versions of what writes data, as they stand in tags of images and in labels. */

/** The version that a tag such as `8.4-oracle` begins with; undefined where it begins with something else. */
const versionOf = (tag: string | undefined): readonly number[] | undefined => {
  const [, version] = /^v?(\d+(?:\.\d+)*)/.exec(tag ?? '') ?? []
  return version?.split('.').map(Number)
}

/** The tag of an image; undefined where a digest stands in its place. */
export const tagOf = (image: string): string | undefined =>
  /^[^@]*\/?[^@/]*:([^@/:]+)(?:@|$)/.exec(image)?.[1]

/**
 * The data that a service writes: `version` tells its number, or else the tag of the image that is given, or else the
 * type's own tag.
 */
export const dataVersionOf = (
  kind: string,
  version: string | undefined,
  image: string | undefined,
  own: string,
): DataVersion => ({
  kind,
  numbers: versionOf(version ?? (image === undefined ? own : tagOf(image))) ?? [],
})

/** The version in a label, such as `mysql 8.4`. */
export const dataLabel = ({ kind, numbers }: DataVersion): string =>
  [kind, ...(numbers.length > 0 ? [numbers.join('.')] : [])].join(' ')

/** Reads what `dataLabel` has written. */
export const parseDataLabel = (label: string): DataVersion => {
  const [kind = '', version] = label.split(' ')
  return { kind, numbers: versionOf(version) ?? [] }
}

/**
 * Compares two versions as far as both are known: below 0 when `a` is the older one. So `8` and `8.4` are equal, as
 * the tag `8` may be any of that series.
 */
export const compareVersions = (a: readonly number[], b: readonly number[]): number => {
  for (const [index, part] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 0
    if (part !== other) return part - other
  }
  return 0
}
