import { saveState } from '@actions/core'
import type { Invocation } from '../commands/invocation.ts'
import { Failure } from '../report/failure.ts'
import { lineProgress, type Progress } from '../report/progress.ts'
import { detailsOf } from '../report/render-failure.ts'
import { openApi } from './api.ts'
import { commentPart } from './comment.ts'
import { debugOperations } from './debug.ts'
import { deploymentsPart } from './deployments.ts'
import { readInvocation } from './inputs.ts'
import { jobLog, logLine } from './log.ts'
import { maskSecret } from './mask.ts'
import { reportFailure, reportResult } from './report.ts'
import { makeTeller, type Teller } from './tell.ts'

/** Runs the action: inputs in, a deploy, and its story as log, annotations, outputs and step summary. */
export const runAction = async (): Promise<void> => {
  saveState('stage', 'begun')
  debugOperations()
  const progress = lineProgress(logLine)
  const cancel = cancelOnSignals()
  let touched = false
  let teller: Teller | undefined
  try {
    const invocation = readInvocation(process.env)
    teller = openTeller(invocation, progress)
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
      announce: teller.announce,
      stage(stage) {
        touched = true
        saveState('stage', stage)
      },
    })
    await reportResult(result)
    await teller.end({ kind: 'result', result })
    saveState('stage', 'ended')
  } catch (error) {
    // A run that was cancelled half-way says by itself whether it left anything.
    if (!cancel.aborted) saveState('stage', 'ended')
    const details = detailsOf(error)
    const shown = touched ? details : { ...details, stands: details.stands ?? untouched }
    await reportFailure(shown, progress.timings)
    await teller?.end({ kind: 'failure', details: shown, timings: progress.timings })
  }
}

/** Whoever tells GitHub of the run beside it. */
const openTeller = (
  { apiUrl, serverUrl, token, repository, runUrl }: Invocation,
  progress: Progress,
): Teller => {
  const api = token ? openApi({ apiUrl, token, repository, warn: progress.note }) : undefined
  const context = { api, runUrl, serverUrl, repository }
  return makeTeller([deploymentsPart(context), commentPart(context)])
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
