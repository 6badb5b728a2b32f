import type { Configuration } from '../configuration/configuration.ts'
import { goingLines, type Remains, stayingLines } from '../plan/remains.ts'
import { auditLine } from '../release/release.ts'
import { Failure } from '../report/failure.ts'
import { EngineError } from '../server/engine/client.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { serverName } from './prepare.ts'
import { type Removal, removals } from './removals.ts'
import { serverKeys, takeKeyAway } from './server-keys.ts'
import type { OpenTarget } from './target.ts'

/** A project that is removed under its lock. */
export interface RemovalRequest {
  readonly configuration: Configuration
  /** What is there of it, by the facts under the lock. */
  readonly remains: Remains
  /** Whether data goes as well. */
  readonly volumes: boolean
  /** What comes before all else. */
  readonly first?: readonly Removal[]
  /** What to do after a removal that failed, once its cause is seen to. */
  readonly again: string
}

/** Removes a project, part by part; gives what was removed and what stays, a line each. */
export const removeProject = async (
  { session, facts }: OpenTarget,
  { configuration, remains, volumes, first = [], again }: RemovalRequest,
  invocation: Pick<Invocation, 'actor' | 'runUrl' | 'apiUrl' | 'serverUrl' | 'deployKeyToken'>,
  { progress, signal, stage }: Pick<Observer, 'progress' | 'signal' | 'stage'>,
): Promise<readonly string[]> => {
  const left: string[] = []
  const told: string[] = []
  const keys = serverKeys(invocation, serverName(configuration), signal)
  stage('working')
  const parts = removals(facts, {
    volumes,
    keepsPasswords: remains.keepsPasswords,
    isThere: remains.isThere || remains.hasData,
    audit: auditLine(
      { session, configuration, actor: invocation.actor, runUrl: invocation.runUrl },
      undefined,
      'destroyed',
    ),
    onStays: (what) => left.push(what),
    takeKeyAway: async (folder, key) =>
      void told.push(await takeKeyAway(keys, folder, key, invocation.serverUrl)),
  })
  for (const { title, reason, run } of [...first, ...parts]) {
    const step = progress.begin(title, reason)
    try {
      await run({ session, progress: step, signal: AbortSignal.any([signal, session.lost]) })
      step.end('done')
    } catch (error) {
      step.end(signal.aborted ? 'cancelled' : 'failed')
      // What is left is no release half-made: another removal clears it, and not the next stage.
      stage('ended')
      throw halfGone(error, title, session.where, again)
    }
  }
  return [
    ...goingLines(remains, volumes).map((line) => `Removed: ${line}`),
    ...told,
    ...left.map((what) => `Stays: the image ${what}, as somebody else’s container uses it`),
    ...stayingLines(remains, volumes).map((line) => `Stays: ${line}`),
  ]
}

const halfGone = (error: unknown, title: string, where: string, again: string): unknown => {
  const stands = 'What was removed before is gone; everything else is as it was.'
  if (error instanceof EngineError || error instanceof Failure) {
    const details = error instanceof Failure ? error.details : { what: `${title} failed`, why: error.message }
    const next = `See to the cause, and ${again}`
    return new Failure({ ...details, where: details.where ?? where, stands, next }, { cause: error })
  }
  return error
}
