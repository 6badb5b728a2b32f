import type { Step } from './steps.ts'

/** Hears of the progress of a run. */
export interface RunObserver {
  begin(step: Step): void
  end(step: Step, outcome: 'done' | 'failed' | 'cancelled', milliseconds: number): void
}

/**
 * Performs the steps of a plan, side by side where none waits for another. The first failure cancels what runs
 * beside it, waits for it to end, and is thrown.
 */
export const runSteps = async (
  steps: readonly Step[],
  perform: (step: Step, signal: AbortSignal) => Promise<void>,
  observer: RunObserver,
  signal: AbortSignal,
): Promise<void> => {
  const failure = new AbortController()
  const cancelled = AbortSignal.any([signal, failure.signal])
  const running = new Map<string, Promise<void>>()

  const run = async (step: Step): Promise<void> => {
    await Promise.all(step.after.map((id) => running.get(id)))
    if (cancelled.aborted) return
    const begun = performance.now()
    observer.begin(step)
    try {
      await perform(step, cancelled)
      observer.end(step, 'done', performance.now() - begun)
    } catch (error) {
      observer.end(step, cancelled.aborted ? 'cancelled' : 'failed', performance.now() - begun)
      if (!cancelled.aborted) failure.abort(error)
    }
  }

  // A step stands behind those that it waits for.
  for (const step of steps) running.set(step.id, run(step))
  await Promise.all(running.values())
  cancelled.throwIfAborted()
}
