import { type Check, chooseConfiguration, chooseForCheck, type Patterns } from '../configuration/choose.ts'
import type { LoadedDeployment } from '../configuration/load.ts'
import { type CheckedConfiguration, check } from './check.ts'
import { parseCommand } from './command.ts'
import { deploy, type Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Outcome } from './outcome.ts'
import { type Plan, plan } from './plan.ts'
import { openDeployment, targetFor } from './target.ts'

/** What came of a run that went well. */
export type Result =
  | { readonly kind: 'deployed'; readonly outcome: Outcome }
  | { readonly kind: 'planned'; readonly plan: Plan }
  | Checked
  | { readonly kind: 'nothing'; readonly because: string; readonly patterns: readonly Patterns[] }

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
  const command = parseCommand(invocation.command)
  const loaded = await openDeployment(invocation)
  const { deployment } = loaded
  if (!command.scope) return runCheck(loaded, chooseForCheck(deployment, invocation), invocation, observer)
  const decision = chooseConfiguration(deployment, invocation)
  switch (decision.kind) {
    case 'nothing':
      note(`Nothing is deployed: ${decision.because}`)
      return decision
    case 'check':
      return runCheck(loaded, decision, invocation, observer)
    case 'deploy': {
      note(`Configuration ${decision.name}: ${decision.because}`)
      const target = await targetFor(deployment, decision.name, invocation)
      if (command.isPlan || invocation.dryRun)
        return { kind: 'planned', plan: await plan(command, target, invocation, observer) }
      return { kind: 'deployed', outcome: await deploy(command, target, invocation, observer) }
    }
  }
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
