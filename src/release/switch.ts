import type { TidyStep } from '../plan/steps.ts'
import { Failure, type FailureDetails } from '../report/failure.ts'
import { detailsOf } from '../report/render-failure.ts'
import { runStepScript } from '../server/scripts.ts'
import type { ReleaseStack } from '../stack/release.ts'
import type { FailedRecord } from './failed-record.ts'
import { hookArgs, hooksBeforeSwitch, hookText } from './hooks.ts'
import {
  auditLine,
  type ReleaseContext,
  type ReleaseFacts,
  type RunFacts,
  taskFailure,
  taskMs,
} from './release.ts'

/** Milliseconds that handing over may take: old helpers and then requests get their time to end, up to an hour each. */
const handOver = 14_400_000

/** What the scripts that settle a release consist of. */
const settleScripts = ['release', 'prune', 'hooks', 'helpers', 'drain', 'settle'] as const

/**
 * Sends the visitors to a healthy release, hands the helpers over to it and retires the one before. Whoever cancels
 * meanwhile gets the new release, whole: there is no point in between at which to stop.
 */
export const switchRelease = async (
  context: ReleaseContext,
  release: ReleaseStack,
  number: number,
): Promise<void> => {
  const { session, progress, configuration, current } = context
  await hooksBeforeSwitch(context, number)
  const { afterSwitch } = configuration.hooks
  const isSupervised = release.image.kind === 'supervised'
  const settling = openSettling(number, context.source.commit, isSupervised)
  const output = await runStepScript(session, {
    scripts: [...settleScripts, 'switch'],
    title: `Switching to release ${number}`,
    progress,
    deadlineMs: handOver + taskMs([...release.tasks.after, ...afterSwitch]),
    args: {
      ...settleArgs(context, number, 'live'),
      ...hookArgs(context, { number, previous: current }),
      AFTER_HOOKS: hookText(afterSwitch),
    },
    onMark: settling.hear,
    failure: () =>
      settling.back() === undefined
        ? {
            stands: `Visitors reach release ${number} or the one before it, each of them whole.`,
            next: 'Run the job again: it completes the release that is live.',
          }
        : {
            ...settling.problem(),
            stands: `Release ${settling.back()} ${release.hasWeb ? 'serves the site' : 'runs'} again, with its own helpers.`,
          },
  })
  const left = settling.problem()
  if (left) throw new Failure({ ...left, output: output.slice(-40), stands: noneBefore(number) })
}

/** What is told when a release failed behind the switch and there was none to go back to. */
const noneBefore = (number: number): string =>
  `Release ${number} is live all the same, as there is no good one to go back to. Helpers that do not run are started again and again.`

/** Hears what the scripts say that settle a release, and tells what went wrong. */
const openSettling = (number: number, commit: string, isSupervised: boolean) => {
  const helpers: string[] = []
  let task: readonly string[] | undefined
  let back: number | undefined
  return {
    hear(mark: string, rest: string): void {
      if (mark === 'back') back = Number(rest)
      if (back !== undefined) return
      if (mark === 'helper') helpers.push(rest)
      if (mark === 'failed') task = rest.split(' ')
    },
    /** Number of the release that is live again; undefined when none had to be. */
    back: () => back,
    problem: () => {
      if (task) return taskFailure({ source: { commit } }, number, task)
      return helpers.length > 0 ? ailing(number, helpers, isSupervised) : undefined
    },
  }
}

/** What is told of a release's helpers that did not come to run, from the lines of their status. */
const ailing = (number: number, helpers: readonly string[], isSupervised: boolean) => ({
  what: `Not all helper processes of release ${number} run`,
  where: helpers.map((line) => line.split(/\s+/)[0]).join(', '),
  place: `helper ${helpers[0]?.split(/\s+/)[0]}`,
  why: `${isSupervised ? 'supervisor' : 'Docker'} says: ${helpers.map((line) => line.replaceAll(/\s+/g, ' ')).join('; ')}. Its log is below.`,
  next: 'Correct the cause that the log shows, push, and run again.',
})

/** Clears what an interrupted run left: candidates go, and the release that is live is settled, in one go as well. */
export const tidyUp = async (
  context: RunFacts & Pick<ReleaseContext, 'progress'>,
  { live, record, isMended }: TidyStep['action'],
): Promise<void> => {
  const { session, progress, configuration } = context
  const { afterSwitch } = configuration.hooks
  const isSupervised = session.facts.parts?.image.kind === 'supervised'
  const settling = openSettling(live ?? 0, record?.commit ?? '', isSupervised)
  const why = () => {
    const problem = settling.problem()
    return problem && { ...problem, why: `${problem.what}. ${problem.why}` }
  }
  const what = `Release ${live}, which an earlier run had left, cannot be completed`
  const output = await runStepScript(session, {
    scripts: [...settleScripts, 'tidy'],
    title: 'Tidying up',
    progress,
    deadlineMs: handOver + taskMs(afterSwitch),
    args: {
      ...settleArgs(context, live, 'tidied'),
      ...hookArgs({ ...context, source: record }, { number: live, previous: undefined }),
      AFTER_HOOKS: hookText(afterSwitch),
    },
    onMark: settling.hear,
    failure: () =>
      settling.back() === undefined
        ? {}
        : { ...why(), what, stands: `Release ${settling.back()} is live again, whole.` },
  })
  const left = why()
  if (!left) return
  if (!isMended)
    throw new Failure({ ...left, what, output: output.slice(-40), stands: noneBefore(live ?? 0) })
  progress.note(`Release ${live}, which an earlier run had left, is still not whole: ${left.what}`)
}

/**
 * Ends what still works on the server for this run, whose steps have ended, and removes its candidate, unless that is
 * live by now; what it was and why it failed stay on record.
 */
export const clearRun = async (
  context: ReleaseFacts,
  number: number | undefined,
  outcome: 'failed' | 'cancelled',
  error: unknown,
): Promise<void> => {
  const title = 'Removing the candidate'
  const { code, stderr } = await context.session.run(['strays', 'release', 'prune', 'clear'], {
    title,
    args: {
      RELEASE: number === undefined ? '' : String(number),
      AUDIT: auditLine(context, number, outcome),
      FAILED: JSON.stringify(failedRecord(context, outcome, detailsOf(error))),
      ...pruneArgs(context),
      // To take gigabytes out of the build cache takes longer than a runner waits for a run that was cancelled.
      ...(outcome === 'cancelled' && { CACHE: '' }),
    },
  })
  if (code !== 0) throw new Failure({ what: `${title} failed`, why: stderr.trim() })
}

/** Bytes that the build cache of a server may have: about ten times what a Django project's takes. */
const cacheBound = 10_000_000_000

const pruneArgs = ({ configuration }: RunFacts) => ({
  KEEP: String(configuration.keepReleases),
  CACHE: String(cacheBound),
})

const failedRecord = (
  { source: { commit, subject, author } }: ReleaseFacts,
  outcome: 'failed' | 'cancelled',
  { what, where, place }: FailureDetails,
): FailedRecord => ({
  outcome,
  time: new Date().toISOString(),
  commit,
  subject,
  author,
  ...(outcome === 'failed' && { what, place: place ?? where }),
})

const settleArgs = (context: RunFacts, release: number | undefined, outcome: 'live' | 'tidied') => ({
  RELEASE: release === undefined ? '' : String(release),
  ...pruneArgs(context),
  AUDIT: auditLine(context, release, outcome),
})
