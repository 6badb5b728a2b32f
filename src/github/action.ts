import { error as annotate, saveState, setFailed, setOutput, summary } from '@actions/core'
import type { Outcome } from '../commands/outcome.ts'
import { Failure, type FailureDetails } from '../report/failure.ts'
import { lineProgress, type Progress } from '../report/progress.ts'
import { detailsOf, failureText } from '../report/render-failure.ts'
import { readInvocation } from './inputs.ts'
import { logLine } from './log.ts'
import { maskSecret } from './mask.ts'

/** Runs the action: inputs in, a deploy, and its story as log, annotations, outputs and step summary. */
export const runAction = async (): Promise<void> => {
  saveState('stage', 'begun')
  const progress = lineProgress(logLine)
  const cancel = cancelOnSignals()
  let touched = false
  try {
    const invocation = readInvocation(process.env)
    const { deploy } = await import('../commands/deploy.ts')
    const outcome = await deploy(invocation, {
      progress,
      mask: maskSecret,
      signal: cancel,
      stage(stage) {
        touched = true
        saveState('stage', stage)
      },
    })
    await reportSuccess(outcome)
    saveState('stage', 'ended')
  } catch (error) {
    // A run that was cancelled half-way says by itself whether it left anything.
    if (!cancel.aborted) saveState('stage', 'ended')
    const details = detailsOf(error)
    await reportFailure(touched ? details : { ...details, stands: details.stands ?? untouched }, progress)
  }
}

const reportSuccess = async (outcome: Outcome): Promise<void> => {
  const { successSummary } = await import('../report/summary.ts')
  setOutput('url', outcome.urls[0] ?? '')
  setOutput('release', outcome.release === undefined ? '' : String(outcome.release))
  setOutput('changed', String(outcome.changed))
  for (const url of outcome.urls) logLine(`Site: ${url}`)
  await writeSummary(successSummary(outcome))
}

/** What still stands when a run fails before it has begun to work on the server, unless the failure says more. */
const untouched = 'Nothing on the server was changed.'

const reportFailure = async (details: FailureDetails, progress: Progress): Promise<void> => {
  const { failureSummary } = await import('../report/summary.ts')
  const [what = '', ...lines] = failureText(details)
  for (const { file, line, message } of (details.annotations ?? []).slice(0, 9)) {
    annotate(message, { file, startLine: line })
  }
  setFailed([what, ...lines.filter((line) => !line.startsWith('  │'))].join('\n'))
  for (const line of lines) logLine(line)
  await writeSummary(failureSummary(details, progress.timings))
}

/** Without a summary file, as outside of GitHub, there is nobody to write it for. */
const writeSummary = async (markdown: string): Promise<void> => {
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(markdown).write()
}

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
