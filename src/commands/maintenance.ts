import type { MaintenanceCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Result } from './run.ts'
import type { Target } from './target.ts'

/** Shows visitors a page in place of the site, or the site again. */
export const maintenance = async (
  _command: MaintenanceCommand,
  _target: Target,
  _invocation: Invocation,
  _observer: Observer,
): Promise<Result> => {
  throw new Error('not built yet')
}
