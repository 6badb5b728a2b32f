import type { DestroyCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Result } from './run.ts'
import type { Target } from './target.ts'

/** Removes the project from its server. */
export const destroy = async (
  _command: DestroyCommand,
  _target: Target,
  _invocation: Invocation,
  _observer: Observer,
): Promise<Result> => {
  throw new Error('not built yet')
}
