import { runSteps } from '../plan/run.ts'
import type { AnyAction, Step } from '../plan/steps.ts'
import { hooksOnFailure } from '../release/hooks.ts'
import type { ReleaseFacts } from '../release/release.ts'
import { clearRun } from '../release/switch.ts'
import { Failure } from '../report/failure.ts'
import type { StepProgress } from '../report/progress.ts'
import type { Observer } from './deploy.ts'
import { stepFailure } from './step-failure.ts'

/** How the steps of a run are done. */
export interface CarryOut<A extends AnyAction> {
  /** What the run knows of its release. */
  readonly context: ReleaseFacts
  /** Number of the release that the steps make; undefined when they make none. */
  readonly number: number | undefined
  /** Does what a step says. */
  readonly perform: (action: A, progress: StepProgress, signal: AbortSignal) => Promise<void>
}

/** Carries out the steps of a run; when one fails, or somebody cancels, what they left half-done is cleared. */
export const carryOut = async <A extends AnyAction>(
  steps: readonly Step<A>[],
  { context, number, perform }: CarryOut<A>,
  { progress, signal, stage }: Pick<Observer, 'progress' | 'signal' | 'stage'>,
): Promise<void> => {
  const { session, current } = context
  let live = current
  try {
    await runSteps(
      steps,
      async (step, own, stepSignal) => {
        await perform(step.action, own, stepSignal).catch((error: unknown) => {
          throw stepFailure(error, step, { where: session.where, current })
        })
        if (step.action.kind === 'switch') live = number
      },
      progress,
      AbortSignal.any([signal, session.lost]),
    )
  } catch (error) {
    if (!session.lost.aborted) {
      await clearRun(context, number, signal.aborted ? 'cancelled' : 'failed', error).then(
        () => stage('ended'),
        (cause: unknown) =>
          progress.note(`What the run left could not be removed (${String(cause)}); the next run does it`),
      )
      if (number !== undefined && !signal.aborted) {
        await hooksOnFailure(context, number, error, progress, AbortSignal.any([signal, session.lost]))
      }
    }
    throw signal.aborted && live !== undefined ? cancelled(error, live) : error
  }
}

/** Tells whoever cancelled a run which release visitors reach now: the one before, or the new one as a whole. */
const cancelled = (error: unknown, live: number): unknown =>
  error instanceof Failure
    ? new Failure({ ...error.details, stands: `Visitors reach release ${live}.` }, { cause: error })
    : error
