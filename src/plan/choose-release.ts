import { Failure } from '../report/failure.ts'
import type { HostFacts, ReleaseFact, ReleaseRecord } from '../server/facts.ts'

/** A release that a copy is made of. */
export interface ChosenRelease {
  /** Its number, under which its files and its image are. */
  readonly number: number
  /** The release that it is a copy of, or its own number. */
  readonly origin: number
  readonly record: ReleaseRecord
}

/** Which release is asked for. */
export interface WantedRelease {
  /** What was typed: a number, a commit's first digits, a tag or a branch; undefined for the one before. */
  readonly text: string | undefined
  /** The commit that git knows under that name; undefined when it knows none. */
  readonly commit: string | undefined
}

/** What the server has of releases, as far as the choice needs it. */
type ReleasesThere = Pick<HostFacts, 'releases' | 'current' | 'sequence'>

/** Digits of a commit that name it, at least. */
const commitDigits = /^[0-9a-f]{7,64}$/i

/** A release's number. */
const releaseNumber = /^[1-9]\d{0,8}$/

/** Whether what was typed can only be a name that git knows. */
export const isName = (text: string): boolean => !releaseNumber.test(text) && !commitDigits.test(text)

/** The release that visitors reach, to make a copy of. */
export const liveRelease = (there: ReleasesThere, where: string): ChosenRelease => {
  const live = there.releases.find(({ number }) => number === there.current)
  const chosen = live && asChosen(live)
  if (chosen) return chosen
  throw new Failure({
    what: 'No release of the project is live',
    where,
    stands: 'Nothing on the server was changed.',
    next: 'Deploy one: `build all`.',
  })
}

/**
 * The release to go back to: the one that is wanted, or the good one that was live last before the one that is. The
 * newest copy of it counts, as they are all alike.
 */
export const chooseRelease = (wanted: WantedRelease, there: ReleasesThere, where: string): ChosenRelease => {
  const live = liveRelease(there, where)
  const kept = there.releases
    .filter(({ good, number }) => good || number === there.current)
    .flatMap((release) => asChosen(release) ?? [])
    .sort((a, b) => b.origin - a.origin || b.number - a.number)
  const fail = (what: string, why?: string): Failure =>
    new Failure({
      what,
      where,
      why: [why, tellKept(kept, live)].filter(Boolean).join('\n'),
      stands: `Release ${live.number} is live; nothing on the server was changed.`,
      next: 'Name one of those that are kept, by its number or its commit; or deploy the commit that you want.',
    })
  const { text } = wanted
  if (text === undefined) {
    // By number, not by origin: what was rolled back from is not gone back to when its successor fails as well.
    const [before] = kept.filter(({ origin }) => origin < live.origin).sort((a, b) => b.number - a.number)
    if (before) return before
    throw fail(`There is no release before release ${live.number} to go back to`)
  }
  const found = byNumber(text, kept) ?? byCommit(text, wanted.commit, kept, fail)
  if (found === undefined) throw fail(`Release ${text} is not kept on the server`, fateOf(text, there))
  if (found.origin === live.origin) {
    const copy = live.origin === live.number ? '' : `, a copy of release ${live.origin}`
    throw fail(
      `Release ${text} is live already`,
      `It is release ${live.number}${copy}. To start it anew, there is \`restart\`.`,
    )
  }
  return found
}

const asChosen = ({ number, record }: ReleaseFact): ChosenRelease | undefined =>
  record && { number, origin: record.copyOf ?? number, record }

/** The one of that number, or the newest copy of it. */
const byNumber = (text: string, kept: readonly ChosenRelease[]): ChosenRelease | undefined => {
  if (!releaseNumber.test(text)) return undefined
  const number = Number(text)
  return kept.find((release) => release.number === number) ?? kept.find(({ origin }) => origin === number)
}

/** The newest one of a commit. */
const byCommit = (
  text: string,
  named: string | undefined,
  kept: readonly ChosenRelease[],
  fail: (what: string, why?: string) => Failure,
): ChosenRelease | undefined => {
  const prefix = text.toLowerCase()
  const matches = commitDigits.test(text) ? kept.filter(({ record }) => record.commit.startsWith(prefix)) : []
  const commits = [...new Set(matches.map(({ record }) => record.commit))]
  if (commits.length > 1) throw fail(`${text} begins the names of ${commits.length} commits`)
  return matches[0] ?? kept.find(({ record }) => record.commit === named)
}

/** Why a release may be missing. */
const fateOf = (text: string, { sequence }: ReleasesThere): string | undefined => {
  if (!releaseNumber.test(text)) return undefined
  return Number(text) > sequence
    ? 'There was none of this number yet.'
    : 'It failed before it was live, or it was removed since, as only the last good ones are kept.'
}

/** One line for each that is kept, the newest first. */
const tellKept = (kept: readonly ChosenRelease[], live: ChosenRelease): string =>
  [
    'These are kept:',
    ...kept.map(
      ({ number, origin, record }) =>
        `release ${number}${origin === number ? '' : ` (a copy of ${origin})`}, commit ${record.commit.slice(0, 12)}, of ${record.created}${number === live.number ? ', live' : ''}: ${record.subject}`,
    ),
  ].join('\n')
