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
  const helpers: string[] = []
  let task: readonly string[] | undefined
  let back: number | undefined
  const problem = () => {
    if (task) return taskFailure(context, number, task)
    return helpers.length > 0 ? ailing(number, helpers, release.image.kind === 'supervised') : undefined
  }
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
    onMark(mark, rest) {
      if (mark === 'back') back = Number(rest)
      if (back !== undefined) return
      if (mark === 'helper') helpers.push(rest)
      if (mark === 'failed') task = rest.split(' ')
    },
    failure: () =>
      back === undefined
        ? {
            stands: `Visitors reach release ${number} or the one before it, each of them whole.`,
            next: 'Run the job again: it completes the release that is live.',
          }
        : {
            ...problem(),
            stands: `Release ${back} ${release.hasWeb ? 'serves the site' : 'runs'} again, with its own helpers.`,
          },
  })
  const left = problem()
  if (left) {
    throw new Failure({
      ...left,
      output: output.slice(-40),
      stands: `Release ${number} is live, as there is none to go back to${task ? '' : `; ${release.image.kind === 'supervised' ? 'supervisor' : 'Docker'} goes on trying to start its helpers`}.`,
    })
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
  { live, record }: Pick<TidyStep['action'], 'live' | 'record'>,
): Promise<void> => {
  const { session, progress, configuration } = context
  const { afterSwitch } = configuration.hooks
  let failed: string | undefined
  let back: number | undefined
  await runStepScript(session, {
    scripts: [...settleScripts, 'tidy'],
    title: 'Tidying up',
    progress,
    deadlineMs: handOver + taskMs(afterSwitch),
    args: {
      ...settleArgs(context, live, 'tidied'),
      ...hookArgs({ ...context, source: record }, { number: live, previous: undefined }),
      AFTER_HOOKS: hookText(afterSwitch),
    },
    onMark(mark, rest) {
      if (mark === 'back') back = Number(rest)
      if (back === undefined && (mark === 'failed' || mark === 'helper')) failed = rest
      if (mark === 'step' && rest === 'begin retire the old release' && failed !== undefined)
        progress.note(`It failed, and the release stays live all the same: ${failed}`)
    },
    failure: () =>
      back === undefined
        ? {}
        : {
            what: `Release ${live}, which an interrupted run had left, cannot be completed`,
            why: `It failed: ${failed}. The last lines are below.`,
            stands: `Release ${back} is live again, whole.`,
            next: 'Correct the cause, push, and run again.',
          },
  })
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
