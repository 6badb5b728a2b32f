import type { Decision } from '../configuration/choose.ts'
import type { LoadedDeployment } from '../configuration/load.ts'
import { nothing } from '../configuration/nothing.ts'
import { deploy, type Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { plan } from './plan.ts'
import { previewFiles } from './preview-files.ts'
import { whyNoWriter } from './preview-permission.ts'
import { removePreview } from './preview-removal.ts'
import { previewsHere, removeAll } from './preview-removals.ts'
import { goneWithBranch, openPulls } from './preview-sync.ts'
import { baseTarget, previewTarget } from './preview-target.ts'
import { unlabel } from './preview-unlabel.ts'
import type { Result } from './run.ts'
import type { Target } from './target.ts'

/** What an event means for the previews of pull requests. */
export type PreviewDecision = Extract<Decision, { readonly kind: 'preview' | 'remove-previews' | 'unlabel' }>

/** Does what an event means for the preview of a pull request: brings it up, or takes it down. */
export const previewFor = async (
  base: LoadedDeployment,
  decision: PreviewDecision,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  const { because } = decision
  if (decision.kind === 'unlabel') return unlabel(decision, invocation, observer)
  if (decision.kind === 'remove-previews') {
    const { of } = decision
    return 'number' in of
      ? removeByNumber(base, { ...of, headBranch: headBranchOf(invocation) }, because, invocation, observer)
      : removeByBranch(base, of.branch, because, invocation, observer)
  }
  const refusal =
    decision.needsWriter === undefined
      ? undefined
      : await whyNoWriter(decision.needsWriter, invocation, observer)
  if (refusal !== undefined) {
    observer.progress.note(`No preview: ${refusal}`)
    return nothing(refusal, 'Who may write to the repository sets the label again.')
  }
  return bringUp(base, decision, invocation, observer)
}

/** The preview that an event brings up, with the way to its server. */
export const eventTarget = async (
  base: LoadedDeployment,
  { event: { pull } }: Extract<PreviewDecision, { readonly kind: 'preview' }>,
  invocation: Invocation,
  observer: Pick<Observer, 'progress'>,
): Promise<Target> => {
  const files = await previewFiles(base, pull, invocation, observer.progress)
  const target = await previewTarget(files, pull, invocation)
  const { project } = target.configuration
  const isOwn =
    project.repository === undefined ||
    project.repository.toLowerCase() === invocation.repository.toLowerCase()
  if (!isOwn) return target
  // The commit at the head, and not the one that a merge would give: that is what people look at.
  return {
    ...target,
    configuration: { ...target.configuration, project: { ...project, ref: pull.headSha } },
  }
}

const bringUp = async (
  base: LoadedDeployment,
  decision: Extract<PreviewDecision, { readonly kind: 'preview' }>,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  const { pull } = decision.event
  observer.progress.note(`Preview of pull request ${pull.number}: ${decision.because}`)
  const target = await eventTarget(base, decision, invocation, observer)
  observer.chosen?.(target.configuration)
  const command = {
    kind: 'deploy',
    name: 'build all',
    scope: { services: true, site: true, release: true },
    isPlan: invocation.dryRun,
  } as const
  return invocation.dryRun
    ? { kind: 'planned', plan: await plan(command, target, invocation, observer) }
    : deploy(command, target, invocation, observer)
}

const removeByNumber = async (
  base: LoadedDeployment,
  { number, headBranch }: { readonly number: number; readonly headBranch: string },
  because: string,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  const pull = { number, headBranch, isFork: false }
  const target = await previewTarget({ base, own: undefined }, pull, invocation)
  observer.chosen?.(target.configuration)
  return removePreview({ target, number, because, isEvent: true }, invocation, observer)
}

const removeByBranch = async (
  base: LoadedDeployment,
  branch: string,
  because: string,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  const { previews } = await previewsHere(await baseTarget(base, invocation), invocation, observer)
  const named = previews.filter((preview) => preview.branch === branch)
  const open = named.length > 0 ? await openPulls(invocation, observer) : []
  const going = goneWithBranch(named, open)
  if (going.length === 0) {
    const sentence = named.some(({ isFork }) => isFork && !open)
      ? `Nothing was removed: ${branch} is a fork’s branch, too, and GitHub does not say whether its pull request is open`
      : `There is no preview of the branch ${branch}: nothing was removed`
    return { kind: 'done', changed: false, sentence }
  }
  return removeAll(
    going.map((preview) => ({ ...preview, because, isEvent: true })),
    base,
    invocation,
    observer,
  )
}

/** Name of the pull request's branch; empty for an event of something else. */
const headBranchOf = ({ trigger: { happened } }: Invocation): string =>
  happened?.kind === 'pull-request' ? happened.pull.headBranch : ''
