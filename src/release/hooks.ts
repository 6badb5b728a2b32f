import type { TimedTask } from '../configuration/configuration.ts'
import { Failure } from '../report/failure.ts'
import type { Progress } from '../report/progress.ts'
import { commandLine, quote } from '../server/connection/shell-quote.ts'
import type { ActionContext } from '../server/provision.ts'
import { runStepScript } from '../server/scripts.ts'
import type { Commit } from '../source/source.ts'
import { siteUrls } from '../stack/site-names.ts'
import {
  type ReleaseContext,
  type ReleaseFacts,
  type RunFacts,
  stillServes,
  taskFailure,
  taskMs,
} from './release.ts'

/** What hooks are told of the run; a release's record says of the commit as much as its source. */
type HookRun = Pick<RunFacts, 'configuration' | 'actor' | 'runUrl'> & {
  readonly source?: Pick<Commit, 'commit' | 'subject' | 'author'> | undefined
}

/** What hooks are told of a release. */
interface HookRelease {
  readonly number: number | undefined
  /** Number of the release that visitors reached before. */
  readonly previous: number | undefined
  /** The place where it failed, once it has. */
  readonly failed?: string
}

/** What the hooks of a run find in their environment; none of it is secret. */
const hookFacts = (
  { configuration, source, actor, runUrl }: HookRun,
  { number, previous, failed }: HookRelease,
): Readonly<Record<string, string>> => ({
  JETEE_PROJECT: configuration.projectName,
  JETEE_CONFIGURATION: configuration.name,
  JETEE_RELEASE: String(number ?? ''),
  JETEE_PREVIOUS_RELEASE: String(previous ?? ''),
  JETEE_COMMIT: source?.commit ?? '',
  JETEE_SUBJECT: source?.subject ?? '',
  JETEE_AUTHOR: source?.author ?? '',
  JETEE_ACTOR: actor,
  JETEE_URL: siteUrls(configuration)[0] ?? '',
  JETEE_RUN_URL: runUrl,
  ...(failed !== undefined && { JETEE_FAILED: failed }),
})

/** Shell text that runs hooks, for `run_hooks`: nothing in their words is read by a shell. */
export const hookText = (hooks: readonly TimedTask[]): string =>
  hooks
    .map(
      ({ name, deadlineSeconds, command }) =>
        `run_hook ${commandLine([name, String(deadlineSeconds), ...command])} || return 1`,
    )
    .join('\n')

/** The argument of `hooks.sh`. */
export const hookArgs = (run: HookRun, release: HookRelease) => ({
  HOOK_FACTS: Object.entries(hookFacts(run, release))
    .map(([name, value]) => `export ${name}=${quote(value.replaceAll('\0', ''))}`)
    .join('\n'),
})

const callHooks = async (
  context: ReleaseFacts & Pick<ActionContext, 'progress' | 'signal'>,
  title: string,
  hooks: readonly TimedTask[],
  release: HookRelease & { readonly number: number },
): Promise<void> => {
  let failed: readonly string[] = []
  await runStepScript(context.session, {
    scripts: ['release', 'hooks', 'call-hooks'],
    title,
    progress: context.progress,
    signal: context.signal,
    deadlineMs: 60_000 + taskMs(hooks),
    args: { HOOKS: hookText(hooks), ...hookArgs(context, release) },
    onMark(mark, rest) {
      if (mark === 'failed') failed = rest.split(' ')
    },
    failure: () => (failed.length > 0 ? taskFailure(context, release.number, failed) : {}),
  })
}

/** Runs the hooks of a healthy release that visitors do not reach yet. */
export const hooksBeforeSwitch = async (context: ReleaseContext, number: number): Promise<void> => {
  const { configuration, current } = context
  const { beforeSwitch } = configuration.hooks
  if (beforeSwitch.length === 0) return
  const title = `Running the hooks before release ${number}`
  await callHooks(context, title, beforeSwitch, { number, previous: current }).catch((error: unknown) => {
    throw error instanceof Failure
      ? new Failure({ ...error.details, stands: stillServes(current) }, { cause: error })
      : error
  })
}

/**
 * Runs the hooks for a release that has failed, when all that it left is gone. One that fails is a warning, as there is an
 * error already: the release's own.
 */
export const hooksOnFailure = async (
  context: ReleaseFacts,
  number: number,
  error: unknown,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> => {
  const { onFailure } = context.configuration.hooks
  if (onFailure.length === 0) return
  const failed = (error instanceof Failure ? error.details.place : undefined) ?? 'deployer'
  const step = progress.begin('Run the hooks on failure', `release ${number} has failed: ${failed}`)
  try {
    const title = 'Running the hooks on failure'
    const release = { number, previous: context.current, failed }
    await callHooks({ ...context, progress: step, signal }, title, onFailure, release)
    step.end('done')
  } catch (cause) {
    step.end(signal.aborted ? 'cancelled' : 'failed')
    const { what, why = '' } = cause instanceof Failure ? cause.details : { what: String(cause) }
    progress.warn(`${what}. ${why.replace(' Its last lines are below.', '')}`.trim())
  }
}
