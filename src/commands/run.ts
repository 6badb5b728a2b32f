import { type Check, chooseConfiguration, chooseForCheck } from '../configuration/choose.ts'
import type { LoadedDeployment } from '../configuration/load.ts'
import type { Nothing } from '../configuration/nothing.ts'
import { decidingDeployment, ownDeployment } from './base-deployment.ts'
import { type CheckedConfiguration, check } from './check.ts'
import type { CheckCommand, Command } from './command.ts'
import { deploy, type Observer } from './deploy.ts'
import { deployKey } from './deploy-key.ts'
import { destroy } from './destroy.ts'
import type { Invocation } from './invocation.ts'
import { logs } from './logs.ts'
import { maintenance } from './maintenance.ts'
import { namedPreview } from './named-preview.ts'
import type { Outcome } from './outcome.ts'
import { type Plan, plan } from './plan.ts'
import { previewFor } from './preview.ts'
import { previews } from './previews.ts'
import { releases } from './releases.ts'
import { restart } from './restart.ts'
import { rollback } from './rollback.ts'
import { runOnce } from './run-once.ts'
import { ssh } from './ssh.ts'
import { status } from './status.ts'
import { openDeployment, type Target, targetFor } from './target.ts'
import { withoutSecrets } from './without-secrets.ts'

/** What came of a run that went well. */
export type Result =
  | { readonly kind: 'deployed'; readonly outcome: Outcome }
  | { readonly kind: 'planned'; readonly plan: Plan }
  | Checked
  /** It was shown while it was looked at; what is left is the status to exit with, and perhaps a step summary. */
  | { readonly kind: 'looked'; readonly exitCode: number; readonly summary?: string }
  | Done
  | Nothing

/** Something was changed without a deploy, or was so already, or is to stay as it is. */
export interface Done {
  readonly kind: 'done'
  /** What came of it. */
  readonly sentence: string
  /** More of it, a line each. */
  readonly lines?: readonly string[]
  readonly changed: boolean
  /** Number of the release that is live, where the command is about one. */
  readonly release?: number | undefined
}

/** A check that found no mistake. */
export interface Checked {
  readonly kind: 'checked'
  /** Path of the deployment file. */
  readonly file: string
  /** Why these configurations, as a phrase. */
  readonly because: string
  readonly configurations: readonly CheckedConfiguration[]
}

/** Runs a command: from what was asked for, by way of a decision which configuration that means, to what came of it. */
export const run = async (invocation: Invocation, observer: Observer): Promise<Result> => {
  const { note } = observer.progress
  const { command } = invocation
  if (command.kind === 'check') {
    const loaded = await openDeployment(invocation)
    return runCheck(loaded, chooseForCheck(loaded.deployment, invocation), invocation, observer)
  }
  const { loaded, note: news } = await decidingDeployment(invocation)
  if (news !== undefined) note(news)
  const chosen = chooseConfiguration(loaded.deployment, invocation)
  const decision = withoutSecrets(chosen, invocation) ?? chosen
  switch (decision.kind) {
    case 'nothing':
      note(`Nothing is deployed: ${decision.because}`)
      return decision
    case 'check':
      return checkOwn(decision, invocation, observer)
    case 'preview':
    case 'remove-previews':
    case 'unlabel':
      return previewFor(loaded, decision, asDryRun(invocation), observer)
    case 'named-preview': {
      note(`Preview of pull request ${decision.number}: ${decision.because}`)
      const target = await namedPreview(loaded, decision.number, command, invocation, observer)
      observer.chosen?.(target.configuration)
      return runOn(command, loaded, target, invocation, observer)
    }
    case 'deploy': {
      note(`Configuration ${decision.name}: ${decision.because}`)
      const target = await targetFor(loaded, decision.name, invocation)
      observer.chosen?.(target.configuration)
      return runOn(command, loaded, target, invocation, observer)
    }
  }
}

const runOn = async (
  command: Exclude<Command, CheckCommand>,
  loaded: LoadedDeployment,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  switch (command.kind) {
    case 'deploy':
      return command.isPlan || invocation.dryRun
        ? { kind: 'planned', plan: await plan(command, target, invocation, observer) }
        : deploy(command, target, invocation, observer)
    case 'ssh':
      return { kind: 'looked', exitCode: await ssh(command, target, invocation, observer) }
    case 'run':
      return { kind: 'looked', exitCode: await runOnce(command, target, invocation, observer) }
    case 'logs':
      return { kind: 'looked', exitCode: await logs(command, target, invocation, observer) }
    case 'status':
      return { kind: 'looked', ...(await status(command, target, observer)) }
    case 'releases':
      return { kind: 'looked', ...(await releases(command, target, observer)) }
    case 'rollback':
      return rollback(command, target, invocation, observer)
    case 'restart':
      return restart(command, target, invocation, observer)
    case 'maintenance':
      return maintenance(command, target, invocation, observer)
    case 'destroy':
      return destroy(command, target, invocation, observer)
    case 'previews':
      return previews(command, loaded, invocation, observer)
    case 'deploy-key':
      return deployKey(command, target, invocation, observer)
  }
}

/** What an event means for a preview is only told, too, when the command is a plan. */
const asDryRun = (invocation: Invocation): Invocation => {
  const { command } = invocation
  return command.kind === 'deploy' && command.isPlan ? { ...invocation, dryRun: true } : invocation
}

/** Checks the file that the pull request brings, whichever has decided that it is to be checked. */
const checkOwn = async (decision: Check, invocation: Invocation, observer: Observer): Promise<Checked> => {
  const loaded = await ownDeployment(invocation, observer.progress.note)
  const names = chooseForCheck(loaded.deployment, invocation).names
  return runCheck(loaded, { ...decision, names }, invocation, observer)
}

const runCheck = (
  loaded: LoadedDeployment,
  decision: Check,
  invocation: Invocation,
  { progress }: Observer,
): Checked => {
  const { names, because } = decision
  progress.note(`check of ${names.join(', ')}: ${because}`)
  const configurations = check(loaded, decision, invocation)
  return { kind: 'checked', file: loaded.deployment.file, because, configurations }
}
