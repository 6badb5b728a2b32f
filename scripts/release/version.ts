/** A version as a tag names it: `v1.2.3` is `[1, 2, 3]`. */
export type Version = readonly [major: number, minor: number, patch: number]

const pattern = /^v(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/

/** The version that a tag names; undefined for any other tag. */
export const versionOf = (tag: string): Version | undefined => {
  const found = pattern.exec(tag)
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined
}

/** Below zero when the first is the lower one, above when it is the higher one. */
export const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

/** The tags that lead to the newest version of a line: `v1` and `v1.2`. */
export const lineTags = ([major, minor]: Version): readonly string[] => [`v${major}`, `v${major}.${minor}`]
