import type { ReleasesCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { StatusResult } from './status.ts'
import type { Target } from './target.ts'

/** Lists the releases that a server keeps. */
export const releases = async (
  _command: ReleasesCommand,
  _target: Target,
  _observer: Observer,
): Promise<StatusResult> => {
  throw new Error('not built yet')
}
