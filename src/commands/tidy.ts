import { chooseConfiguration } from '../configuration/choose.ts'
import { tidySteps } from '../plan/release-steps.ts'
import { tidyUp } from '../release/switch.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { openDeployment, openTarget, targetFor } from './target.ts'

/** Seconds to wait for another run, which would clear the same things itself. */
const patience = 25

/** Clears what an interrupted run of the same invocation left on the server; says in a sentence what that was. */
export const tidy = async (
  invocation: Invocation,
  observer: Pick<Observer, 'progress' | 'signal'>,
): Promise<string> => {
  const loaded = await openDeployment(invocation)
  const decision = chooseConfiguration(loaded.deployment, invocation)
  if (decision.kind !== 'deploy') return 'The interrupted run had nothing to do with a server'
  const target = await targetFor(loaded, decision.name, invocation)
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
