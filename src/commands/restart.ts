import type { RestartCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Result } from './run.ts'
import type { Target } from './target.ts'

/** Starts the live release anew, or some of its helpers or services. */
export const restart = async (
  _command: RestartCommand,
  _target: Target,
  _invocation: Invocation,
  _observer: Observer,
): Promise<Result> => {
  throw new Error('not built yet')
}
