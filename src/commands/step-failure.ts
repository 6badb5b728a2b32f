import type { AnyAction, Step } from '../plan/steps.ts'
import { stillServes } from '../release/release.ts'
import { Failure } from '../report/failure.ts'
import { EngineError } from '../server/engine/client.ts'

/** Where a step runs, and on what. */
interface Place {
  /** The server. */
  readonly where: string
  /** Number of the release that visitors reached when the run began. */
  readonly current: number | undefined
}

/** What a hook is told of the step that failed, where that is not the step's kind. */
const places: Readonly<Record<string, string>> = { image: 'build', 'start-copy': 'start' }

/** What a step has thrown, with the place where it did and, as far as every step of its kind is alike, what still stands. */
export const stepFailure = (
  error: unknown,
  { title, action: { kind } }: Step<AnyAction>,
  { where, current }: Place,
): unknown => {
  const stands = standsAfter(kind, current)
  if (error instanceof EngineError) {
    return new Failure(
      {
        what: `${title} failed`,
        where,
        why: `The Docker engine says: ${error.message}`,
        place: places[kind] ?? kind,
        stands,
        next: 'See to what the engine says on the server, then run the job again: it picks up where this one stopped.',
      },
      { cause: error },
    )
  }
  if (!(error instanceof Failure)) return error
  const { details } = error
  return new Failure(
    {
      ...details,
      where: details.where ?? `${where}, step “${title}”`,
      place: details.place ?? places[kind] ?? kind,
      stands: details.stands ?? stands,
      next: details.next ?? 'See to the cause, and run again: what was done before it is not done twice.',
    },
    { cause: error },
  )
}

/** What still stands when a step of a kind has failed; undefined where only the step itself knows. */
const standsAfter = (kind: string, current: number | undefined): string | undefined => {
  if (kind === 'switch') return undefined
  if (current === undefined)
    return 'What was done before it stays, and is used by the next run; no site is live yet.'
  if (kind === 'tidy') return undefined
  if (['image', 'start', 'copy', 'start-copy'].includes(kind)) return stillServes(current)
  return ['service', 'start-service', 'nginx', 'discovery', 'entrance'].includes(kind)
    ? `Release ${current} was not touched. What this step brings may be away from it until the step succeeds.`
    : `Release ${current} was not touched, and runs as before.`
}
