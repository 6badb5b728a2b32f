import type { Connection } from './connection/connection.ts'
import type { Owner, PreviewFact } from './facts.ts'
import { refusal } from './lock.ts'
import { startReading } from './look.ts'
import { readToEnd } from './read-to-end.ts'
import { wordLines } from './word-lines.ts'

/** A preview on a server. */
export interface PreviewOnServer extends PreviewFact {
  /** Its project. */
  readonly project: string
  /** Repository that it belongs to: `owner/name`. */
  readonly repository: string
  /** Configuration that it was made from. */
  readonly configuration: string
  /** When its last release was begun: seconds since 1970, by the server's clock. */
  readonly updated: number
  /** Number of the last release that was begun; 0 for none. */
  readonly begun: number
  /** Number of the release that visitors reach. */
  readonly live: number | undefined
  /** Names that its site answers to. */
  readonly serverNames: readonly string[]
  /** Its containers: those that run, and all. */
  readonly containers: { readonly running: number; readonly all: number }
}

/** The previews on a server, of whatever project, in order of their numbers. */
export interface PreviewsOnServer {
  readonly previews: readonly PreviewOnServer[]
  /** The server's time, in seconds since 1970. */
  readonly now: number
}

/** Reads which previews are on a server; `project` is the one that asks. Nothing is changed. */
export const readPreviews = async (
  connection: Connection,
  project: string,
  signal: AbortSignal,
): Promise<PreviewsOnServer> => {
  const channel = await startReading(connection, project, ['previews'], {}, signal)
  const { output, errors, code } = await readToEnd(channel)
  if (code !== 0) throw refusal(connection, code, wordLines(output).first('denied'), errors)
  return parsePreviews(output)
}

/** Reads the lines that `previews.sh` prints. */
export const parsePreviews = (text: string): PreviewsOnServer => {
  const { all, first } = wordLines(text)
  const byProject = (word: string): ReadonlyMap<string, string> =>
    new Map(
      all(word).map((rest) => {
        const space = rest.indexOf(' ')
        return [rest.slice(0, space), rest.slice(space + 1)]
      }),
    )
  const updated = byProject('updated')
  const begun = byProject('begun')
  const live = byProject('live')
  const sites = byProject('site')
  const states = all('container').map((rest) => rest.split(' '))
  const previews = [...byProject('preview')].flatMap(([project, json]): PreviewOnServer[] => {
    const { repository, configuration, preview } = parse<Owner>(json) ?? {}
    if (!preview || repository === undefined || configuration === undefined) return []
    const own = states.filter(([of]) => of === project)
    const number = live.get(project)
    return [
      {
        ...preview,
        project,
        repository,
        configuration,
        updated: Number(updated.get(project) ?? 0),
        begun: Number(begun.get(project) ?? 0),
        live: number === undefined ? undefined : Number(number),
        serverNames: parse<{ serverNames: readonly string[] }>(sites.get(project))?.serverNames ?? [],
        containers: { running: own.filter(([, state]) => state === 'running').length, all: own.length },
      },
    ]
  })
  return {
    previews: previews.sort((a, b) => a.number - b.number || a.project.localeCompare(b.project)),
    now: Number(first('now') ?? 0),
  }
}

/** A damaged file of one project is no reason to show nothing of the others. */
const parse = <T>(json: string | undefined): T | undefined => {
  try {
    return json === undefined ? undefined : (JSON.parse(json) as T)
  } catch {
    return undefined
  }
}

/** Whether a preview's time is over. */
export const isExpired = ({ updated, expiresSeconds }: PreviewOnServer, now: number): boolean =>
  expiresSeconds !== undefined && now >= updated + expiresSeconds
