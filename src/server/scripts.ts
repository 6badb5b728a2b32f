import { Failure, type FailureDetails } from '../report/failure.ts'
import type { StepProgress, TaskResult } from '../report/progress.ts'
import { taskLines } from '../report/task-output.ts'
import { beginPart } from './operations.ts'
import type { ScriptRun, Session } from './session.ts'

/** A script for a step of a plan. */
interface StepScript extends Omit<ScriptRun, 'onLine' | 'title'> {
  readonly scripts: readonly string[]
  /** What it does, for progress and messages, such as `Install Docker`. */
  readonly title: string
  readonly progress: StepProgress
  /** Gets what stands behind `@jetee` in a line, other than `step`: a word and the rest; may answer on stdin. */
  readonly onMark?: (mark: string, rest: string) => void
  /** Details of the failure when the script fails, from what it printed. */
  readonly failure?: (output: readonly string[], code: number) => Partial<FailureDetails>
}

/** Lines that are kept of a script's output, for the message when it fails. */
const keptLines = 200

/**
 * Runs scripts on the server, shows what they print as progress, and throws a Failure with the last lines when they
 * fail. A line `@jetee step begin NAME` or `@jetee step end NAME` opens or ends a part of the step that is timed on its own;
 * `@jetee task begin NAME` and `@jetee task end NAME STATUS`, with the deadline that it missed, do so for a task or a hook,
 * whose output is kept for the summary.
 */
export const runStepScript = async (session: Session, step: StepScript): Promise<readonly string[]> => {
  const { scripts, title, progress, onMark, failure, ...run } = step
  const output: string[] = []
  const task = taskLines()
  const print = (line: string): void => {
    output.push(line)
    if (output.length > keptLines) output.shift()
    progress.output(line)
    task.add(line)
  }
  const ends = new Map<string, () => void>()
  const begin = (name: string): void => {
    ends.set(name, beginPart(name))
    progress.beginPart(name)
  }
  const end = (name: string, result?: TaskResult): void => {
    ends.get(name)?.()
    progress.endPart(name, result)
  }
  // An empty line waits for what follows: the one before the end of a task is not the task's.
  let isEmptyHeld = false
  const result = await session.run(scripts, {
    ...run,
    title,
    onLine(line) {
      const [, mark, rest = ''] = /^@jetee (\w+)(?: (.*))?$/.exec(line) ?? []
      if (isEmptyHeld && !(mark === 'task' && rest.startsWith('end '))) print('')
      isEmptyHeld = line === ''
      const [event, ...words] = rest.split(' ')
      const [name = '', status, late] = words
      if (mark === 'step') {
        if (event === 'begin') begin(words.join(' '))
        else end(words.join(' '))
      } else if (mark === 'task' && event === 'begin') {
        begin(name)
        task.begin()
      } else if (mark === 'task') {
        end(name, task.end(Number(status), late === undefined ? undefined : Number(late)))
      } else if (mark) {
        onMark?.(mark, rest)
      } else if (!isEmptyHeld) {
        print(line)
      }
    },
  })
  if (result.code !== 0) {
    throw new Failure({
      what: `${title} failed`,
      where: session.where,
      why: `A script on the server ended with status ${result.code}.`,
      output: output.slice(-40),
      ...failure?.(output, result.code),
    })
  }
  return output
}
