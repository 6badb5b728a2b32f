import { chooseConfiguration } from '../configuration/choose.ts'
import { tidySteps } from '../plan/release-steps.ts'
import { tidyUp } from '../release/switch.ts'
import { decidingDeployment } from './base-deployment.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { eventTarget } from './preview.ts'
import { openTarget, type Target, targetFor } from './target.ts'

/** Seconds to wait for another run, which would clear the same things itself. */
const patience = 25

/** Clears what an interrupted run of the same invocation left on the server; says in a sentence what that was. */
export const tidy = async (
  invocation: Invocation,
  observer: Pick<Observer, 'progress' | 'signal'>,
): Promise<string> => {
  const target = await interruptedTarget(invocation, observer)
  if (!target) return 'The interrupted run left nothing that is to be tidied up'
  const { configuration } = target
  await using server = await openTarget(target, invocation, observer, patience)
  const { session, facts } = server
  const { actor, runUrl } = invocation
  for (const { title, reason, action } of tidySteps(configuration.projectName, facts)) {
    const progress = observer.progress.begin(title, reason)
    await tidyUp({ session, configuration, actor, runUrl, progress }, action)
    progress.end('done')
    return `Tidied up on ${session.where} after the interrupted run: ${reason}`
  }
  return `The interrupted run left nothing on ${session.where} that is to be tidied up`
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
