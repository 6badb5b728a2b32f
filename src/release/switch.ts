import { Failure } from '../report/failure.ts'
import { runStepScript } from '../server/scripts.ts'
import type { ReleaseStack } from '../stack/release.ts'
import { auditLine, keptReleases, type ReleaseContext, type ReleaseFacts } from './release.ts'

/** Milliseconds that handing over may take: old helpers and requests get their time to end. */
const handOver = 1_800_000

/** Sends the visitors to a healthy release, hands the helpers over to it and retires the one before. */
export const switchRelease = async (
  context: ReleaseContext,
  release: ReleaseStack,
  number: number,
): Promise<void> => {
  const { session, progress, signal } = context
  const helpers: string[] = []
  const output = await runStepScript(session, {
    scripts: ['settle', 'switch'],
    title: `Switching to release ${number}`,
    progress,
    signal,
    deadlineMs: handOver,
    args: settleArgs(context, number, 'live'),
    onMark(mark, rest) {
      if (mark === 'helper') helpers.push(rest)
    },
    failure: () => ({
      stands: `Visitors reach release ${number} or the one before it, each of them whole.`,
      next: 'Run the job again: it completes the release that is live.',
    }),
  })
  if (helpers.length > 0) throw helpersFailed(release, number, helpers, output)
}

/** Clears what an interrupted run left: candidates go, and the release that is live is settled. */
export const tidyUp = async (context: ReleaseContext, live: number | undefined): Promise<void> => {
  const { session, progress, signal } = context
  await runStepScript(session, {
    scripts: ['settle', 'tidy'],
    title: 'Tidying up',
    progress,
    signal,
    deadlineMs: handOver,
    args: settleArgs(context, live, 'tidied'),
  })
}

/** Removes a candidate that is not to go live. */
export const discardRelease = async (context: ReleaseFacts, number: number): Promise<void> => {
  await context.session.run(['discard'], {
    title: 'Removing the candidate',
    args: {
      RELEASE: String(number),
      AUDIT: auditLine(context, number, 'failed'),
    },
  })
}

const settleArgs = (context: ReleaseContext, release: number | undefined, outcome: 'live' | 'tidied') => ({
  RELEASE: release === undefined ? '' : String(release),
  KEEP: String(keptReleases),
  AUDIT: auditLine(context, release, outcome),
})

const helpersFailed = (
  { hasWeb }: ReleaseStack,
  number: number,
  helpers: readonly string[],
  output: readonly string[],
): Failure =>
  new Failure({
    what: `Release ${number} is live, but not all of its helper processes run`,
    where: helpers.map((line) => line.split(/\s+/)[0]).join(', '),
    why: `supervisor says: ${helpers.map((line) => line.replaceAll(/\s+/g, ' ')).join('; ')}`,
    output: output.slice(-40),
    stands: hasWeb ? `The site answers from release ${number}.` : undefined,
    next: 'supervisor goes on trying to start them. Correct the cause that their log shows, push, and run again.',
  })
