/** A part of a run that was timed, for the summary. */
export interface Timing {
  readonly title: string
  readonly outcome: 'done' | 'failed' | 'cancelled'
  readonly milliseconds: number
  /** Why it was done; empty for parts of a step. */
  readonly reason: string
}

/** Tells a person what goes on, and keeps what was timed. */
export interface Progress {
  /** A line that stands for itself. */
  note(text: string): void
  /** A line that a program on the server printed, under the step that it belongs to. */
  output(title: string, line: string): void
  beginStep(title: string, reason: string): void
  endStep(title: string, reason: string, outcome: Timing['outcome'], milliseconds: number): void
  beginPart(title: string): void
  endPart(title: string): void
  readonly timings: readonly Timing[]
}

/** Seconds with one decimal: `12.3 s`. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

/**
 * Progress as lines of text, each with the time since the start. What programs on the server print is indented, and
 * may be any text: `write` must not take it for a command.
 */
export const lineProgress = (write: (line: string) => void): Progress => {
  const start = performance.now()
  const timings: Timing[] = []
  const parts = new Map<string, number>()
  const say = (text: string): void => write(`${seconds(performance.now() - start).padStart(8)}  ${text}`)
  const marks = { done: '✓', failed: '✗', cancelled: '–' }
  return {
    timings,
    note: say,
    output: (_title, line) => write(`          │ ${line}`),
    beginStep: (title, reason) => say(`${title} (${reason})`),
    endStep(title, reason, outcome, milliseconds) {
      timings.push({ title, reason, outcome, milliseconds })
      say(`${marks[outcome]} ${title}, ${seconds(milliseconds)}`)
    },
    beginPart(title) {
      parts.set(title, performance.now())
    },
    endPart(title) {
      const now = performance.now()
      const milliseconds = now - (parts.get(title) ?? now)
      timings.push({ title, reason: '', outcome: 'done', milliseconds })
      say(`  ${title}, ${seconds(milliseconds)}`)
    },
  }
}
