import { Failure } from '../report/failure.ts'
import type { SshCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Target } from './target.ts'

/** Opens a shell, or runs a command, in a container that runs; gives its exit status. */
export const ssh = async (
  _command: SshCommand,
  _target: Target,
  _invocation: Invocation,
  _observer: Observer,
): Promise<number> => {
  throw new Failure({ what: 'Not there yet' })
}
