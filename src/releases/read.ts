import type { Configuration } from '../configuration/configuration.ts'
import type { FailedRecord } from '../release/failed-record.ts'
import type { Connection } from '../server/connection/connection.ts'
import type { ReleaseRecord } from '../server/facts.ts'
import { refusal } from '../server/lock.ts'
import { startReading } from '../server/look.ts'
import { readToEnd } from '../server/read-to-end.ts'
import { holderName, wordLines } from '../server/word-lines.ts'
import { releaseImage } from '../stack/layout.ts'
import type { ReleaseEntry, Releases } from './releases.ts'

/** The releases of a project, and the server's clock. */
export interface ReleasesReading {
  readonly releases: Releases
  /** Seconds since 1970. */
  readonly now: number
}

/** Reads the releases of a project, by one script, without its lock. */
export const readReleases = async (
  connection: Connection,
  configuration: Configuration,
  signal: AbortSignal,
): Promise<ReleasesReading> => {
  const channel = await startReading(connection, configuration.projectName, ['releases'], {}, signal)
  const { output, errors, code } = await readToEnd(channel)
  const { first, has } = wordLines(output)
  if (code !== 0 || !has('ready')) throw refusal(connection, code, first('denied'), errors)
  return parseReleases(output, {
    project: configuration.projectName,
    configuration: configuration.name,
    where: connection.where,
  })
}

/** Reads the lines that `releases.sh` prints. */
export const parseReleases = (
  text: string,
  target: Pick<Releases, 'project' | 'configuration' | 'where'>,
): ReleasesReading => {
  const { all, first } = wordLines(text)
  const live = Number.parseInt(first('live') ?? '', 10)
  const good = new Set(all('good').map(Number))
  const holder = holderName(first('held'))
  const sizes = new Map(
    all('image').flatMap((line) => {
      const [bytes, ...tags] = line.split(/ +/)
      return tags.map((tag) => [tag, Number(bytes)] as const)
    }),
  )
  const stateOf = (number: number): ReleaseEntry['state'] => {
    if (number === live) return 'live'
    if (good.has(number)) return 'good'
    return holder === undefined ? 'interrupted' : 'candidate'
  }
  const kept = all('release')
    .map((line) => numbered<ReleaseRecord>(line))
    .map(({ number, record }) => ({
      number,
      state: stateOf(number),
      ...told(record),
      imageBytes: sizes.get(releaseImage(target.project, number)) ?? null,
      failure: null,
    }))
  const records = new Map(
    all('failed_release').map((line) => {
      const { number, record } = numbered<ReleaseRecord>(line)
      return [number, record]
    }),
  )
  const failed = all('failed')
    .map((line) => numbered<FailedRecord>(line))
    .map(({ number, record: { outcome = 'failed', time, what, place, ...source } }) => ({
      number,
      state: outcome,
      ...told({ ...records.get(number), ...source, ...(time && { created: time }) }),
      imageBytes: null,
      failure: what === undefined ? null : { what, place: place ?? null },
    }))
  return {
    now: Number(first('now')),
    releases: {
      ...target,
      lockHolder: holder ?? null,
      releases: [...kept, ...failed].sort((one, other) => other.number - one.number),
    },
  }
}

const told = ({ copyOf, commit, subject, author, created }: Partial<ReleaseRecord>) => ({
  copyOf: copyOf ?? null,
  commit: commit ?? null,
  subject: subject ?? null,
  author: author ?? null,
  created: created ?? null,
})

/** A number and, behind it, a record as JSON; one that cannot be read says nothing. */
const numbered = <T>(line: string): { readonly number: number; readonly record: Partial<T> } => {
  const space = line.indexOf(' ')
  const number = Number(line.slice(0, space))
  try {
    return { number, record: JSON.parse(line.slice(space + 1)) as Partial<T> }
  } catch {
    return { number, record: {} }
  }
}
