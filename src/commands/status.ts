import { Failure } from '../report/failure.ts'
import type { StatusCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Target } from './target.ts'

/** Shows what runs on the server; gives an exit status for monitoring. */
export const status = async (
  _command: StatusCommand,
  _target: Target,
  _invocation: Invocation,
  _observer: Observer,
): Promise<number> => {
  throw new Failure({ what: 'Not there yet' })
}
