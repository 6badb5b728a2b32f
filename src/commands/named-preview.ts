import type { LoadedDeployment } from '../configuration/load.ts'
import { Failure } from '../report/failure.ts'
import type { Command } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { previewsHere } from './preview-removals.ts'
import { baseTarget, previewTarget } from './preview-target.ts'
import type { Target } from './target.ts'

/**
 * The preview of a pull request that somebody names, for a look or a change without a commit. What its server knows of it
 * comes first; the rest is as the deployment file at hand says it.
 */
export const namedPreview = async (
  loaded: LoadedDeployment,
  number: number,
  command: Command,
  invocation: Invocation,
  observer: Pick<Observer, 'progress' | 'signal'>,
): Promise<Target> => {
  expectFit(command, number)
  const { previews } = await previewsHere(await baseTarget(loaded, invocation), invocation, observer)
  const found = previews.find((preview) => preview.number === number)
  if (!found) throw missing(number, previews)
  const pull = { number, headBranch: found.branch, isFork: found.isFork ?? false }
  return previewTarget({ base: loaded, own: loaded }, pull, invocation)
}

/** A preview's commit is its pull request's, and its removal has a command of its own. */
const expectFit = ({ kind }: Command, number: number): void => {
  if (kind !== 'deploy' && kind !== 'destroy') return
  throw new Failure({
    what: `\`${kind === 'deploy' ? 'build` and `update' : 'destroy'}\` take no preview`,
    where: `preview ${number}`,
    stands: 'Nothing on the server was changed.',
    next:
      kind === 'deploy'
        ? 'A preview is brought up by the events of its pull request: run that job again, or push to its branch.'
        : `\`preview remove ${number}\` removes it, with its data.`,
  })
}

const missing = (number: number, previews: readonly { readonly number: number }[]): Failure =>
  new Failure({
    what: `There is no preview of pull request ${number}`,
    why:
      previews.length === 0
        ? 'The server has no preview of this project.'
        : `The server has those of pull requests ${previews.map((preview) => preview.number).join(', ')}.`,
    next: '`preview list` shows them.',
  })
