import { saveState } from '@actions/core'
import type { Invocation } from '../commands/invocation.ts'
import type { Announcement } from '../report/announcement.ts'
import { Failure } from '../report/failure.ts'
import { lineProgress, type Progress } from '../report/progress.ts'
import { detailsOf } from '../report/render-failure.ts'
import { openApi } from './api.ts'
import { commentPart } from './comment.ts'
import { debugOperations } from './debug.ts'
import { deploymentsPart } from './deployments.ts'
import { readInvocation } from './inputs.ts'
import { keepDeployment } from './interrupted.ts'
import { jobLog, logLine } from './log.ts'
import { maskSecret } from './mask.ts'
import { reportFailure, reportResult, reportTarget } from './report.ts'
import { makeTeller, type Teller } from './tell.ts'

/** Runs the action: inputs in, a deploy, and its story as log, annotations, outputs and step summary. */
export const runAction = async (): Promise<void> => {
  saveState('stage', 'begun')
  debugOperations()
  const progress = lineProgress(logLine)
  const cancel = cancelOnSignals()
  let touched = false
  let teller: Teller | undefined
  let news: Announcement | undefined
  try {
    const invocation = readInvocation(process.env)
    const opened = openTeller(invocation, progress)
    teller = opened
    const { run } = await import('../commands/run.ts')
    const result = await run(invocation, {
      progress,
      console: {
        input: process.stdin,
        output: jobLog(),
        errors: process.stderr,
        isTerminal: false,
      },
      mask: maskSecret,
      signal: cancel,
      announce(announced) {
        news = announced
        opened.announce(announced)
      },
      told: opened.told,
      chosen: reportTarget,
      stage(stage) {
        touched = true
        saveState('stage', stage)
      },
    })
    saveState('stage', 'ended')
    // Told first, so that the summary has what GitHub did not let this run tell.
    await opened.end({ kind: 'result', result })
    await reportResult(result, news)
  } catch (error) {
    // A run that was cancelled half-way says by itself whether it left anything.
    if (!cancel.aborted) saveState('stage', 'ended')
    const details = detailsOf(error)
    const shown = touched ? details : { ...details, stands: details.stands ?? untouched }
    const { timings } = progress
    const tell = () => teller?.end({ kind: 'failure', details: shown, timings, isCancelled: cancel.aborted })
    // After a cancel there may be time for one of the two only.
    if (!cancel.aborted) await tell()
    await reportFailure(shown, progress, news)
    if (cancel.aborted) await tell()
  }
}

/** Whoever tells GitHub of the run beside it. */
const openTeller = (
  { apiUrl, serverUrl, token, repository, runUrl, run, env }: Invocation,
  { warn, note }: Progress,
): Teller => {
  const stop = new AbortController()
  const { signal } = stop
  const api = token ? openApi({ apiUrl, token, repository, warn, signal }) : undefined
  const context = { api, runUrl, run, serverUrl, repository, sha: env.GITHUB_SHA ?? '', note }
  return makeTeller([deploymentsPart(context, keepDeployment), commentPart(context)], stop)
}

/** What still stands when a run fails before it has begun to work on the server, unless the failure says more. */
const untouched = 'Nothing on the server was changed.'

/** The runner sends SIGINT to cancel a job, and SIGTERM 7.5 s later. */
const cancelOnSignals = (): AbortSignal => {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () =>
      controller.abort(
        new Failure({
          what: 'The run was cancelled',
          why: `The runner sent ${name}.`,
          next: 'Run the job again: it picks up where this one stopped.',
        }),
      ),
    )
  }
  return controller.signal
}
