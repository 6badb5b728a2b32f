import { Failure } from '../report/failure.ts'
import type { RunCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Target } from './target.ts'

/** Runs a command in a fresh container of the live release; gives its exit status. */
export const runOnce = async (
  _command: RunCommand,
  _target: Target,
  _invocation: Invocation,
  _observer: Observer,
): Promise<number> => {
  throw new Failure({ what: 'Not there yet' })
}
