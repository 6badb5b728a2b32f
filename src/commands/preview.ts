import type { Decision } from '../configuration/choose.ts'
import type { LoadedDeployment } from '../configuration/load.ts'
import { Failure } from '../report/failure.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Result } from './run.ts'

/** What an event means for the previews of pull requests. */
export type PreviewDecision = Extract<Decision, { readonly kind: 'preview' | 'remove-previews' | 'unlabel' }>

/** Does what an event means for the preview of a pull request: brings it up, or takes it down. */
export const previewFor = async (
  _loaded: LoadedDeployment,
  { kind }: PreviewDecision,
  _invocation: Invocation,
  _observer: Observer,
): Promise<Result> => {
  throw new Failure({ what: `There are no previews yet (${kind})` })
}
