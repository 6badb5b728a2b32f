import { Failure } from '../report/failure.ts'

/** A run that may be cancelled by signals. */
export interface Cancelling {
  readonly signal: AbortSignal
  /** The status to exit with after a signal, as shells count it; undefined before one. */
  readonly exitCode: () => number | undefined
}

const statuses = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** The first signal cancels the run, which then clears what it began; a second one ends the program at once. */
export const cancelOnSignals = (tell: (text: string) => void): Cancelling => {
  const controller = new AbortController()
  let exitCode: number | undefined
  for (const [name, status] of Object.entries(statuses)) {
    process.on(name, () => {
      if (exitCode !== undefined) process.exit(status)
      exitCode = status
      tell('Cancelling: what was begun is cleared first. Ctrl-C once more ends at once')
      controller.abort(
        new Failure({
          what: 'The run was cancelled',
          why: name === 'SIGINT' ? 'Ctrl-C was pressed.' : `The program was sent ${name}.`,
          next: 'Run it again: it picks up where this one stopped.',
        }),
      )
    })
  }
  return { signal: controller.signal, exitCode: () => exitCode }
}
