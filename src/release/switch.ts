import { Failure } from '../report/failure.ts'
import { runStepScript } from '../server/scripts.ts'
import type { ReleaseStack } from '../stack/release.ts'
import { auditLine, keptReleases, type ReleaseContext, type ReleaseFacts, type RunFacts } from './release.ts'

/** Milliseconds that handing over may take: old helpers and requests get their time to end. */
const handOver = 1_800_000

/**
 * Sends the visitors to a healthy release, hands the helpers over to it and retires the one before. Whoever cancels
 * meanwhile gets the new release, whole: there is no point in between at which to stop.
 */
export const switchRelease = async (
  context: ReleaseContext,
  release: ReleaseStack,
  number: number,
): Promise<void> => {
  const { session, progress } = context
  const helpers: string[] = []
  let back: number | undefined
  const output = await runStepScript(session, {
    scripts: ['settle', 'switch'],
    title: `Switching to release ${number}`,
    progress,
    deadlineMs: handOver,
    args: settleArgs(context, number, 'live'),
    onMark(mark, rest) {
      if (mark === 'back') back = Number(rest)
      if (mark === 'helper' && back === undefined) helpers.push(rest)
    },
    failure: () =>
      back === undefined
        ? {
            stands: `Visitors reach release ${number} or the one before it, each of them whole.`,
            next: 'Run the job again: it completes the release that is live.',
          }
        : {
            ...ailing(number, helpers),
            stands: `Release ${back} ${release.hasWeb ? 'serves the site' : 'runs'} again, with its own helpers.`,
          },
  })
  if (helpers.length > 0) {
    throw new Failure({
      ...ailing(number, helpers),
      output: output.slice(-40),
      stands: `Release ${number} is live, as there is none to go back to; supervisor goes on trying to start its helpers.`,
    })
  }
}

/** What is told of a release's helpers that supervisor could not start, from the lines of its status. */
const ailing = (number: number, helpers: readonly string[]) => ({
  what: `Not all helper processes of release ${number} run`,
  where: helpers.map((line) => line.split(/\s+/)[0]).join(', '),
  why: `supervisor says: ${helpers.map((line) => line.replaceAll(/\s+/g, ' ')).join('; ')}. The container’s log is below.`,
  next: 'Correct the cause that the log shows, push, and run again.',
})

/** Clears what an interrupted run left: candidates go, and the release that is live is settled, in one go as well. */
export const tidyUp = async (
  context: RunFacts & Pick<ReleaseContext, 'progress'>,
  live: number | undefined,
): Promise<void> => {
  const { session, progress } = context
  await runStepScript(session, {
    scripts: ['settle', 'tidy'],
    title: 'Tidying up',
    progress,
    deadlineMs: handOver,
    args: settleArgs(context, live, 'tidied'),
  })
}

/**
 * Ends what still works on the server for this run, whose steps have ended, and removes its candidate, unless that is
 * live by now.
 */
export const clearRun = async (
  context: ReleaseFacts,
  number: number | undefined,
  outcome: 'failed' | 'cancelled',
): Promise<void> => {
  const title = 'Removing the candidate'
  const { code, stderr } = await context.session.run(['strays', 'clear'], {
    title,
    args: {
      RELEASE: number === undefined ? '' : String(number),
      AUDIT: auditLine(context, number, outcome),
    },
  })
  if (code !== 0) throw new Failure({ what: `${title} failed`, why: stderr.trim() })
}

const settleArgs = (context: RunFacts, release: number | undefined, outcome: 'live' | 'tidied') => ({
  RELEASE: release === undefined ? '' : String(release),
  KEEP: String(keptReleases),
  AUDIT: auditLine(context, release, outcome),
})
