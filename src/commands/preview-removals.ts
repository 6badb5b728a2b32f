import type { LoadedDeployment } from '../configuration/load.ts'
import { Failure } from '../report/failure.ts'
import { detailsOf } from '../report/render-failure.ts'
import { type PreviewOnServer, type PreviewsOnServer, readPreviews } from '../server/previews.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { type PreviewRemoval, removePreview } from './preview-removal.ts'
import { previewTarget } from './preview-target.ts'
import type { Done } from './run.ts'
import { connectTo, type Target } from './target.ts'

/** Reads which previews the server has of a project. */
export const previewsHere = async (
  base: Target,
  { repository }: Pick<Invocation, 'repository'>,
  observer: Pick<Observer, 'progress' | 'signal'>,
): Promise<PreviewsOnServer> => {
  await using connection = await connectTo(base, observer)
  const { projectName } = base.configuration
  const { previews, now } = await readPreviews(connection, projectName, observer.signal)
  return {
    previews: previews.filter((one) => one.of === projectName && one.repository === repository),
    now,
  }
}

/** A preview that goes, and why, as a phrase. */
export type GoingPreview = Pick<PreviewOnServer, 'number' | 'branch'> &
  Pick<PreviewRemoval, 'because' | 'isEvent' | 'whyStays'>

/** Takes previews down, one after the other; one that cannot be removed does not stop the others. */
export const removeAll = async (
  going: readonly GoingPreview[],
  base: LoadedDeployment,
  invocation: Invocation,
  observer: Observer,
): Promise<Done> => {
  const lines: string[] = []
  const failures: { readonly number: number; readonly error: unknown }[] = []
  let removed = 0
  for (const { number, branch, because, isEvent, whyStays } of going) {
    observer.signal.throwIfAborted()
    try {
      const pull = { number, headBranch: branch, isFork: false }
      const target = await previewTarget({ base, own: undefined }, pull, invocation)
      if (going.length === 1) observer.chosen?.(target.configuration)
      const done = await removePreview({ target, number, because, isEvent, whyStays }, invocation, observer)
      lines.push(done.sentence)
      if (done.changed) removed++
    } catch (error) {
      observer.signal.throwIfAborted()
      failures.push({ number, error })
      observer.progress.warn(
        `The preview of pull request ${number} was not removed: ${detailsOf(error).what}`,
      )
    }
  }
  if (failures.length > 0) throw notAll(failures, lines)
  const { dryRun } = invocation
  const sentence = dryRun
    ? `Would remove ${counted(going.length)}; nothing was changed`
    : `Removed ${counted(removed)}`
  return { kind: 'done', changed: removed > 0, sentence, lines }
}

const counted = (count: number): string =>
  count === 0 ? 'no preview' : count === 1 ? '1 preview' : `${count} previews`

const notAll = (
  failures: readonly { readonly number: number; readonly error: unknown }[],
  removed: readonly string[],
): Failure => {
  const [first] = failures
  const details = detailsOf(first?.error)
  return new Failure(
    {
      ...details,
      what:
        failures.length === 1
          ? `The preview of pull request ${first?.number} could not be removed: ${details.what}`
          : `${failures.length} previews could not be removed, those of pull requests ${failures.map(({ number }) => number).join(', ')}; the first: ${details.what}`,
      stands: removed.length > 0 ? removed.join('\n') : 'No other preview was to be removed.',
    },
    { cause: first?.error },
  )
}
