import type { Progress, StepProgress } from '../report/progress.ts'
import type { AnyAction, Step } from './steps.ts'

/**
 * Performs the steps of a plan, side by side where none waits for another. The first failure cancels what runs
 * beside it, waits for it to end, and is thrown.
 */
export const runSteps = async <A extends AnyAction>(
  steps: readonly Step<A>[],
  perform: (step: Step<A>, progress: StepProgress, signal: AbortSignal) => Promise<void>,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> => {
  const failure = new AbortController()
  const cancelled = AbortSignal.any([signal, failure.signal])
  const running = new Map<string, Promise<void>>()

  const run = async (step: Step<A>): Promise<void> => {
    await Promise.all(step.after.map((id) => running.get(id)))
    if (cancelled.aborted) return
    const own = progress.begin(step.title, step.reason)
    try {
      await perform(step, own, cancelled)
      own.end('done')
    } catch (error) {
      own.end(cancelled.aborted ? 'cancelled' : 'failed')
      if (!cancelled.aborted) failure.abort(error)
    }
  }

  // A step stands behind those that it waits for.
  for (const step of steps) running.set(step.id, run(step))
  await Promise.all(running.values())
  cancelled.throwIfAborted()
}
