import type { RestartTarget } from '../plan/choose-restart.ts'
import { Failure } from '../report/failure.ts'
import { EngineError } from '../server/engine/client.ts'
import { type ActionContext, seenThrough } from '../server/provision.ts'
import { runStepScript } from '../server/scripts.ts'
import { waitUntilReady } from '../server/services.ts'
import type { ServiceStack } from '../stack/services.ts'

/** Milliseconds that a restart may take: what stops has up to an hour. */
const patience = 4_000_000

/**
 * Restarts the processes or containers of a helper of the live release, each with its own signal and time to stop, and
 * watches them for as long as they must have run after a switch.
 */
export const restartHelpers = async (
  { session, progress, signal }: ActionContext,
  { name, isSupervised, units }: Extract<RestartTarget, { readonly kind: 'helper' }>,
  live: number,
): Promise<void> => {
  const states: string[] = []
  await runStepScript(session, {
    scripts: ['release', 'helpers', 'restart'],
    title: `Restarting ${name}`,
    progress,
    signal,
    deadlineMs: patience,
    args: { RELEASE: String(live) },
    words: units,
    onMark(mark, rest) {
      if (mark === 'helper') states.push(rest.replaceAll(/\s+/g, ' '))
    },
    failure: () =>
      states.length === 0
        ? {}
        : {
            what: `${name} does not run again`,
            where: `release ${live} on ${session.where}`,
            why: `${isSupervised ? 'supervisor' : 'Docker'} says: ${states.join('; ')}. Its log is below.`,
            stands: `Release ${live} is live as before; ${isSupervised ? 'supervisor' : 'Docker'} goes on trying to start ${name}.`,
            next: 'See the log for the cause. `rollback` brings the release before it back.',
          },
  })
}

/** Restarts a secondary service's container as it is, and waits until it answers. */
export const restartService = async (context: ActionContext, service: ServiceStack): Promise<void> => {
  const { session, signal } = seenThrough(context)
  try {
    await session.engine.call({
      method: 'POST',
      path: `/containers/${service.containerName}/restart`,
      deadlineSeconds: 180,
      signal,
    })
  } catch (cause) {
    if (!(cause instanceof EngineError && cause.status === 404)) throw cause
    throw new Failure(
      {
        what: `${service.name} is not on the server`,
        where: session.where,
        next: 'Build it: `build service`.',
      },
      { cause },
    )
  }
  await waitUntilReady(context, service)
}
