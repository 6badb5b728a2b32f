import type { Release } from './check.ts'
import { git, readRemoteTags } from './git.ts'
import { compare, lineTags, versionOf } from './version.ts'

/** What becomes of a tag that leads to the newest version of its line, such as `v1`. */
export interface LineTag {
  readonly tag: string
  /** Full name of the commit that it is on; undefined where it is not there yet. */
  readonly from: string | undefined
  readonly moves: boolean
  /** Why, as a phrase. */
  readonly because: string
}

/** Decides which tags of lines a release takes along: never to a lower version, nor from a place that is none. */
export const planTags = (
  { tag: released, version, commit }: Release,
  tags: ReadonlyMap<string, string>,
): readonly LineTag[] =>
  lineTags(version).map((tag): LineTag => {
    const from = tags.get(tag)
    if (from === undefined) return { tag, from, moves: true, because: 'it is new' }
    if (from === commit) return { tag, from, moves: false, because: `it is on ${released} already` }
    const highest = [...tags]
      .filter(([, of]) => of === from)
      .flatMap(([name]) => {
        const found = versionOf(name)
        return found ? [{ name, version: found }] : []
      })
      .sort((a, b) => compare(b.version, a.version))[0]
    if (!highest) throw new Error(`The tag ${tag} is on ${from}, which is no version`)
    return compare(highest.version, version) < 0
      ? { tag, from, moves: true, because: `it was on ${highest.name}` }
      : { tag, from, moves: false, because: `it is on ${highest.name}, which is newer` }
  })

/**
 * Moves the tags of its lines to a release, all or none of them. The release's own tag must be there. A tag that somebody
 * else has moved meanwhile stays, which is an error.
 */
export const moveTags = (folder: string, release: Release): readonly LineTag[] => {
  const { commits: tags, objects } = readRemoteTags(folder)
  if (tags.get(release.tag) !== release.commit) throw new Error(`There is no tag ${release.tag} yet`)
  const plan = planTags(release, tags)
  const moving = plan.filter(({ moves }) => moves)
  if (moving.length > 0)
    git(
      folder,
      ...['push', '--quiet', '--atomic'],
      ...moving.map(({ tag }) => `--force-with-lease=refs/tags/${tag}:${objects.get(tag) ?? ''}`),
      'origin',
      ...moving.map(({ tag }) => `${release.commit}:refs/tags/${tag}`),
    )
  return plan
}
