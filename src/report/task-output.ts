import type { Rows } from './fit.ts'
import { escapeHtml, outputBlock } from './output-block.ts'
import { seconds, type TaskResult, type Timing } from './progress.ts'

/** Lines of a task's output that are shown. */
const shownLines = 20

/** Characters of a line that is shown. A longer one is left out whole: half a secret would not be masked. */
const longestLine = 1000

/** Tasks whose output is shown, the last ones. */
const shownTasks = 30

/** Keeps the last lines of the task or hook that is at work. */
export const taskLines = () => {
  let kept: string[] | undefined
  return {
    begin: (): void => {
      kept = []
    },
    /** A line that was printed; outside of a task it is nobody's. */
    add: (line: string): void => {
      kept?.push(line.length > longestLine ? `(a line of ${line.length} characters)` : line)
      if (kept && kept.length > shownLines) kept.shift()
    },
    end: (status: number, late: number | undefined): TaskResult => {
      const output = kept ?? []
      kept = undefined
      return { status, late, output }
    },
  }
}

/** What tasks and hooks printed, folded, for a summary. */
export const taskOutput = (timings: readonly Timing[]): readonly Rows[] =>
  timings
    .flatMap(({ parts }) => parts)
    .flatMap(({ title, milliseconds, task }) =>
      task
        ? [
            outputBlock(
              `${task.status === 0 ? '✅' : '❌'} ${escapeHtml(title)}, ${seconds(milliseconds)}${ending(task)}`,
              task.output,
            ),
          ]
        : [],
    )
    .slice(-shownTasks)

const ending = ({ status, late }: TaskResult): string => {
  if (status === 0) return ''
  return late === undefined ? `: status ${status}` : `: not done within ${late} s`
}
