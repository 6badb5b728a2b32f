import { Failure } from '../report/failure.ts'
import type { PreviewsCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Result } from './run.ts'
import type { Target } from './target.ts'

/** Shows the previews of a project, or removes some of them. */
export const previews = async (
  { verb }: PreviewsCommand,
  _target: Target,
  _invocation: Invocation,
  _observer: Observer,
): Promise<Result> => {
  throw new Failure({ what: `There is no \`preview ${verb}\` yet` })
}
