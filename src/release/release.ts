import type { Configuration, TimedTask } from '../configuration/configuration.ts'
import type { FailureDetails } from '../report/failure.ts'
import type { ActionContext } from '../server/provision.ts'
import type { Session } from '../server/session.ts'
import type { Commit } from '../source/source.ts'

/** What the steps of a release need. */
export type ReleaseContext = ReleaseFacts & ActionContext

/** What is known of a release before its steps begin. */
export interface ReleaseFacts extends RunFacts {
  readonly source: Commit
  /** Number of the release that visitors reach now. */
  readonly current: number | undefined
  /** Secrets of the build, by the name that it knows them under. */
  readonly buildSecrets: Readonly<Record<string, string>>
  /** Password of the image's registry. */
  readonly registryPassword: string | undefined
}

/** Whose run it is, and on what. */
export interface RunFacts {
  readonly session: Session
  readonly configuration: Configuration
  /** Undefined for a run that deploys no commit. */
  readonly source?: Commit
  /** Who started it, for the server's own log. */
  readonly actor: string
  /** Address of the run, or empty. */
  readonly runUrl: string
  /** GitHub's number of the run; undefined outside of its workflows. */
  readonly run?: number | undefined
}

/** A line of the server's append-only log: who, what, which commit, outcome. */
export const auditLine = (
  { configuration, source, actor, runUrl }: RunFacts,
  release: number | undefined,
  outcome: 'live' | 'failed' | 'cancelled' | 'tidied' | 'destroyed',
): string =>
  JSON.stringify({
    time: new Date().toISOString(),
    project: configuration.projectName,
    configuration: configuration.name,
    release,
    commit: source?.commit,
    actor,
    run: runUrl,
    outcome,
  })

/** What a person is told of the visitors when a release fails before the switch. */
export const stillServes = (current: number | undefined): string =>
  current === undefined
    ? 'There was no release before this one, so the site does not answer yet. The services run.'
    : `Release ${current} still serves the site; nothing about it was changed.`

/**
 * What is told of a release task or a hook that failed; its output is shown beside it. `failed` are the words that the
 * script marks it with: what it is, its name, its status, and the deadline in seconds that it missed, if it did.
 */
export const taskFailure = (
  { source }: { readonly source: Pick<Commit, 'commit'> },
  release: number,
  [kind, name, status, late]: readonly string[],
): Omit<FailureDetails, 'stands'> => ({
  what: `The ${kind === 'hook' ? 'hook' : 'release task'} ${name} failed`,
  where: `release ${release}, commit ${source.commit.slice(0, 12)}`,
  place: `${kind} ${name}`,
  why: `${late === undefined ? `It ended with status ${status}` : `It did not end within ${late} s`}. Its last lines are below.`,
  next:
    kind === 'hook'
      ? 'Correct the cause on the server or in the deployment file, and run again.'
      : 'Correct the cause, push, and run again. What the task had done to the database by then stays done.',
})

/** Milliseconds that tasks or hooks have, one behind the other, with the time that it takes to end each. */
export const taskMs = (tasks: readonly TimedTask[]): number =>
  tasks.reduce((sum, { deadlineSeconds }) => sum + (deadlineSeconds + 60) * 1000, 0)
