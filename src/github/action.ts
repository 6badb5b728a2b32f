import { saveState } from '@actions/core'
import { Failure } from '../report/failure.ts'
import { lineProgress } from '../report/progress.ts'
import { detailsOf } from '../report/render-failure.ts'
import { debugOperations } from './debug.ts'
import { readInvocation } from './inputs.ts'
import { jobLog, logLine } from './log.ts'
import { maskSecret } from './mask.ts'
import { reportFailure, reportResult } from './report.ts'

/** Runs the action: inputs in, a deploy, and its story as log, annotations, outputs and step summary. */
export const runAction = async (): Promise<void> => {
  saveState('stage', 'begun')
  debugOperations()
  const progress = lineProgress(logLine)
  const cancel = cancelOnSignals()
  let touched = false
  try {
    const invocation = readInvocation(process.env)
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
      stage(stage) {
        touched = true
        saveState('stage', stage)
      },
    })
    await reportResult(result)
    saveState('stage', 'ended')
  } catch (error) {
    // A run that was cancelled half-way says by itself whether it left anything.
    if (!cancel.aborted) saveState('stage', 'ended')
    const details = detailsOf(error)
    await reportFailure(
      touched ? details : { ...details, stands: details.stands ?? untouched },
      progress.timings,
    )
  }
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
