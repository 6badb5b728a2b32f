import type { RollbackCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Outcome } from './outcome.ts'
import type { Target } from './target.ts'

/** Brings an earlier release back. */
export const rollback = async (
  _command: RollbackCommand,
  _target: Target,
  _invocation: Invocation,
  _observer: Observer,
): Promise<Outcome> => {
  throw new Error('not built yet')
}
