import { chooseConfiguration } from '../configuration/choose.ts'
import { tidySteps } from '../plan/release-steps.ts'
import { tidyUp } from '../release/switch.ts'
import { decidingDeployment } from './base-deployment.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { eventTarget } from './preview.ts'
import { type OpenTarget, openTarget, type Target, targetFor } from './target.ts'

/** Seconds to wait for another run, which would clear the same things itself. */
const patience = 25

/** Clears what an interrupted run of the same invocation left on the server; says in a sentence what that was. */
export const tidy = async (
  invocation: Invocation,
  observer: Pick<Observer, 'progress' | 'signal'>,
): Promise<string> => {
  const target = await interruptedTarget(invocation, observer)
  if (!target) return 'The interrupted run left nothing that is to be tidied up'
  await using server = await openTarget(target, invocation, observer, patience)
  const reason = await tidyFirst(server, target, invocation, observer, false)
  const { where } = server.session
  return reason === undefined
    ? `The interrupted run left nothing on ${where} that is to be tidied up`
    : `Tidied up on ${where} after the interrupted run: ${reason}`
}

/**
 * Clears what an interrupted run left, as a step of its own; gives the reason, or undefined when it left nothing. `isMended`
 * says whether the command goes on to mend the live release.
 */
export const tidyFirst = async (
  { session, facts }: OpenTarget,
  { configuration }: Target,
  { actor, runUrl }: Pick<Invocation, 'actor' | 'runUrl'>,
  { progress }: Pick<Observer, 'progress'>,
  isMended: boolean,
): Promise<string | undefined> => {
  const [step] = tidySteps(configuration.projectName, facts, isMended)
  if (!step) return undefined
  const own = progress.begin(step.title, step.reason)
  try {
    await tidyUp({ session, configuration, actor, runUrl, progress: own }, step.action)
    own.end('done')
  } catch (error) {
    own.end('failed')
    throw error
  }
  return step.reason
}

/** What an interrupted run was about; undefined for one that makes no release. A removal is completed by another one. */
const interruptedTarget = async (
  invocation: Invocation,
  observer: Pick<Observer, 'progress'>,
): Promise<Target | undefined> => {
  const { loaded } = await decidingDeployment(invocation)
  const decision = chooseConfiguration(loaded.deployment, invocation)
  switch (decision.kind) {
    case 'deploy':
      return targetFor(loaded, decision.name, invocation)
    case 'preview':
      return eventTarget(loaded, decision, invocation, observer)
    default:
      return undefined
  }
}
