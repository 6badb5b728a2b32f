import { Failure, type FailureDetails } from '../report/failure.ts'
import type { StepProgress } from '../report/progress.ts'
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
 * fail. A line `@jetee step begin NAME` or `@jetee step end NAME` opens or ends a part of the step that is timed on its own.
 */
export const runStepScript = async (session: Session, step: StepScript): Promise<readonly string[]> => {
  const { scripts, title, progress, onMark, failure, ...run } = step
  const output: string[] = []
  const ends = new Map<string, () => void>()
  const result = await session.run(scripts, {
    ...run,
    title,
    onLine(line) {
      const mark = /^@jetee (\w+)(?: (.*))?$/.exec(line)
      if (mark?.[1] === 'step') {
        const [event, ...words] = (mark[2] ?? '').split(' ')
        const name = words.join(' ')
        if (event === 'begin') {
          ends.set(name, beginPart(name))
          progress.beginPart(name)
        } else {
          progress.endPart(name)
          ends.get(name)?.()
        }
      } else if (mark?.[1]) {
        onMark?.(mark[1], mark[2] ?? '')
      } else {
        output.push(line)
        if (output.length > keptLines) output.shift()
        progress.output(line)
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
