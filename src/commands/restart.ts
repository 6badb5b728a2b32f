import { liveRelease } from '../plan/choose-release.ts'
import { type RestartTarget, restartTargets } from '../plan/choose-restart.ts'
import type { Facts } from '../plan/plan.ts'
import { nextNumber } from '../plan/release-steps.ts'
import { restartHelpers, restartService } from '../release/restart.ts'
import { serviceStacks } from '../stack/services.ts'
import type { RestartCommand } from './command.ts'
import { bringCopy, requireOwner } from './copy-release.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Result } from './run.ts'
import { type OpenTarget, openTarget, readTarget, type Target } from './target.ts'
import { tidyFirst } from './tidy.ts'

/** Starts the live release anew, or some of its helpers or services. */
export const restart = async (
  { names }: RestartCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  const begun = performance.now()
  const choose = (facts: Facts, where: string) => {
    requireOwner(target, invocation, facts, where)
    const chosen = liveRelease(facts.host, where)
    return { chosen, targets: restartTargets(names, target, facts.host.parts, chosen.number, where) }
  }

  if (invocation.dryRun) {
    const { facts, where } = await readTarget(target, observer, async () => undefined)
    const { chosen } = choose(facts, where)
    const sentence =
      names.length > 0
        ? `Would restart ${names.join(', ')}`
        : `Would start release ${chosen.number} anew, as release ${nextNumber(facts)}, without a gap`
    return { kind: 'done', changed: false, sentence }
  }
  await using server = await openTarget(target, invocation, observer, invocation.lockSeconds)
  const { chosen, targets } = choose(server.facts, server.session.where)
  if (names.length === 0) {
    const request = {
      command: 'restart',
      chosen,
      reason: 'asked for',
      asksMigrations: false,
      begun,
    } as const
    return { kind: 'deployed', outcome: await bringCopy(request, server, target, invocation, observer) }
  }
  observer.stage('working')
  // A release that was never settled may share its helpers with the one before.
  await tidyFirst(server, target, invocation, observer, true)
  for (const one of targets) await restartOne(one, chosen.number, server, target, observer)
  observer.stage('ended')
  return { kind: 'done', changed: true, sentence: `Restarted ${names.join(', ')}` }
}

/** Restarts a helper with all its copies, or a service, as a step of its own. */
const restartOne = async (
  one: RestartTarget,
  live: number,
  { session, facts }: OpenTarget,
  { configuration }: Target,
  { progress, signal }: Observer,
): Promise<void> => {
  const own = progress.begin(`Restart ${one.name}`, 'asked for')
  const context = { session, progress: own, signal: AbortSignal.any([signal, session.lost]) }
  try {
    if (one.kind === 'helper') await restartHelpers(context, one, live)
    else {
      // Only how to know that it is ready again is taken from this; a given password plays no part in that.
      const services = serviceStacks(configuration, facts.host.passwords, facts.host.key ?? '')
      for (const service of services.filter(({ name }) => name === one.name))
        await restartService(context, service)
    }
    own.end('done')
  } catch (error) {
    own.end(signal.aborted ? 'cancelled' : 'failed')
    throw error
  }
}
