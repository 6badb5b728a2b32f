/** How a step ended. */
export type StepOutcome = 'done' | 'failed' | 'cancelled'

/** A step of a run that was timed, for the summary. */
export interface Timing {
  readonly title: string
  readonly reason: string
  readonly outcome: StepOutcome
  /** When it began, in milliseconds since the run did. */
  readonly begun: number
  readonly milliseconds: number
  /** The last lines that a program on the server printed in it; kept of a step that failed alone. */
  readonly output?: readonly string[]
  /** Parts of the step that were timed on their own. */
  readonly parts: readonly Part[]
}

/** A part of a step. */
export interface Part {
  readonly title: string
  readonly milliseconds: number
  /** What came of it, where it is a task or a hook. */
  readonly task?: TaskResult
}

/** What came of a task or a hook. */
export interface TaskResult {
  /** Its status; 0 when it went well. */
  readonly status: number
  /** Its deadline in seconds, when it was ended at that. */
  readonly late: number | undefined
  /** The last lines that it printed. */
  readonly output: readonly string[]
}

/** Tells a person what goes on, and keeps what was timed. */
export interface Progress {
  /** A line that stands for itself. */
  note(text: string): void
  /** A line of what a person should see to, though the run goes on; the summary repeats it. */
  warn(text: string): void
  /** Opens a step; its reason says why it is done. */
  begin(title: string, reason: string): StepProgress
  /** The steps that have ended, in the order in which they did. */
  readonly timings: readonly Timing[]
  /** What was warned of. */
  readonly warnings: readonly string[]
}

/** Tells what goes on in one step. */
export interface StepProgress {
  note(text: string): void
  /** As the run's own. */
  warn(text: string): void
  /** A line that a program on the server printed. */
  output(line: string): void
  beginPart(title: string): void
  /** Ends a part; of a task or a hook, with what came of it. */
  endPart(title: string, task?: TaskResult): void
  end(outcome: StepOutcome): void
}

/** Seconds for people: `0.25 s`, `12.3 s`. */
export const seconds = (milliseconds: number): string =>
  `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`

/** A step that is silent for this long, in milliseconds, is said to be still at work. */
const patience = 10_000

/** Lines that are kept of what a step prints. */
const keptLines = 40

/** Characters of a line that is kept. A longer one is left out whole: half a secret would not be masked. */
const longestLine = 1000

/** Keeps the last of many lines. */
const lastLines = () => {
  const lines: string[] = []
  return {
    lines: lines as readonly string[],
    add(line: string): void {
      lines.push(line.length > longestLine ? `(a line of ${line.length} characters)` : line)
      if (lines.length > keptLines) lines.shift()
    },
  }
}

const marks = { done: '✓', failed: '✗', cancelled: '–' } as const

/**
 * Progress as lines of text, each with the time since the start. What programs on the server print stands behind a
 * bar, so that nothing of it can begin a line and be taken for a command of the runner.
 */
export const lineProgress = (write: (line: string) => void): Progress => {
  const start = performance.now()
  const timings: Timing[] = []
  const note = (text: string): void => write(`${seconds(performance.now() - start).padStart(8)}  ${text}`)

  const warnings: string[] = []
  const warn = (text: string): void => {
    warnings.push(text)
    note(`⚠ ${text}`)
  }

  const begin = (title: string, reason: string): StepProgress => {
    const begun = performance.now()
    const parts: Part[] = []
    const open = new Map<string, number>()
    const last = lastLines()
    const waiting = setInterval(
      () => note(`… ${title}, ${seconds(performance.now() - begun)} so far`),
      patience,
    )
    waiting.unref()
    note(`${title} (${reason})`)
    return {
      note,
      warn,
      output(line) {
        waiting.refresh()
        last.add(line)
        write(`          │ ${line}`)
      },
      beginPart(part) {
        open.set(part, performance.now())
      },
      endPart(part, task) {
        const now = performance.now()
        const milliseconds = now - (open.get(part) ?? now)
        parts.push({ title: part, milliseconds, ...(task && { task }) })
        note(`  ${task && task.status !== 0 ? `${marks.failed} ` : ''}${part}, ${seconds(milliseconds)}`)
      },
      end(outcome) {
        clearInterval(waiting)
        const milliseconds = performance.now() - begun
        timings.push({
          title,
          reason,
          outcome,
          begun: begun - start,
          milliseconds,
          ...(outcome === 'failed' && { output: last.lines }),
          parts,
        })
        note(`${marks[outcome]} ${title}, ${seconds(milliseconds)}`)
      },
    }
  }
  return { note, warn, begin, timings, warnings }
}
