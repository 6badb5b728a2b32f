import { Failure } from '../report/failure.ts'
import type { LogsCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Target } from './target.ts'

/** Shows what processes and services have printed; gives the exit status. */
export const logs = async (
  _command: LogsCommand,
  _target: Target,
  _invocation: Invocation,
  _observer: Observer,
): Promise<number> => {
  throw new Failure({ what: 'Not there yet' })
}
