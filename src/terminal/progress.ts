import { styleText } from 'node:util'
import { createLogUpdate } from 'log-update'
import {
  lineProgress,
  type Part,
  type Progress,
  type StepProgress,
  seconds,
  type Timing,
} from '../report/progress.ts'

/** Progress on a terminal. */
export interface TerminalProgress extends Progress {
  /** Keeps off the terminal while something else needs it, such as a question. */
  readonly during: <T>(something: () => Promise<T>) => Promise<T>
  /** Takes away what is drawn; what has ended stays. */
  readonly close: () => void
}

/** How progress is shown. */
export interface ProgressOptions {
  readonly stream: NodeJS.WriteStream
  /** Makes a line fit to be shown. */
  readonly clean: (line: string) => string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether steps are not worth a line, as of a command that only looks. */
  readonly isQuiet: boolean
}

/** Drawn on a terminal, and in plain lines anywhere else and where the environment asks for those (`NO_COLOR`). */
export const terminalProgress = (options: ProgressOptions): TerminalProgress => {
  const { stream, clean, env, isQuiet } = options
  // A terminal may not know its size, such as one without a window: nothing can be drawn there.
  const isDrawn = stream.isTTY && stream.columns > 0 && !env.NO_COLOR && env.TERM !== 'dumb'
  if (isDrawn) return drawnProgress(options)
  const lines = lineProgress((line) => {
    if (!isQuiet) stream.write(`${clean(line)}\n`)
  })
  return { ...lines, during: (something) => something(), close: () => {} }
}

/** A step that is at work. */
interface Running {
  readonly title: string
  readonly reason: string
  readonly begun: number
  /** The part that is at work. */
  part: string | undefined
  /** What the server printed last. */
  last: string | undefined
}

const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'
const frameMs = 100

/** Steps that are at work, each in a line below those that have ended, with the last line that the server printed. */
const drawnProgress = ({ stream, clean }: ProgressOptions): TerminalProgress => {
  const start = performance.now()
  const timings: Timing[] = []
  const running = new Set<Running>()
  const log = createLogUpdate(stream)
  const style = (format: Parameters<typeof styleText>[0], text: string) => styleText(format, text, { stream })
  let timer: NodeJS.Timeout | undefined
  let isPaused = false

  const line = ({ title, reason, begun, part, last }: Running): string => {
    const now = performance.now()
    const frame = frames[Math.floor(now / frameMs) % frames.length] ?? ''
    const head = `${frame} ${title}${part === undefined ? ` (${reason})` : `: ${part}`} ${Math.floor((now - begun) / 1000)} s`
    const room = stream.columns - head.length - 4
    return last === undefined || room < 8
      ? style('cyan', head)
      : `${style('cyan', head)}${style('dim', ` │ ${last.slice(0, room)}`)}`
  }
  const draw = (): void => {
    if (!isPaused) log([...running].map(line).join('\n'))
  }
  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
    log.clear()
  }
  const persist = (text: string): void => {
    if (isPaused) stream.write(`${text}\n`)
    else log.persist(text)
  }
  const note = (text: string): void => persist(style('dim', clean(text)))
  const warnings: string[] = []
  const warn = (text: string): void => {
    warnings.push(text)
    persist(style('yellow', `⚠ ${clean(text)}`))
  }

  const begin = (title: string, reason: string): StepProgress => {
    const step: Running = {
      title: clean(title),
      reason: clean(reason),
      begun: performance.now(),
      part: undefined,
      last: undefined,
    }
    const parts: Part[] = []
    const open = new Map<string, number>()
    running.add(step)
    timer ??= setInterval(draw, frameMs).unref()
    draw()
    return {
      note,
      warn,
      output(text) {
        step.last = clean(text).trim() || step.last
      },
      beginPart(part) {
        open.set(part, performance.now())
        step.part = clean(part)
        step.last = undefined
      },
      endPart(part, task) {
        const now = performance.now()
        parts.push({ title: part, milliseconds: now - (open.get(part) ?? now), ...(task && { task }) })
        if (step.part === clean(part)) step.part = undefined
      },
      end(outcome) {
        const milliseconds = performance.now() - step.begun
        timings.push({ title, reason, outcome, begun: step.begun - start, milliseconds, parts })
        running.delete(step)
        if (running.size === 0) stop()
        const [mark, colour] = marks[outcome]
        persist(`${style(colour, mark)} ${step.title}${style('dim', `, ${seconds(milliseconds)}`)}`)
        if (running.size > 0) draw()
      },
    }
  }

  return {
    note,
    warn,
    begin,
    timings,
    warnings,
    async during(something) {
      isPaused = true
      log.clear()
      // Whoever asks wants a cursor.
      log.done()
      try {
        return await something()
      } finally {
        isPaused = false
      }
    },
    close() {
      stop()
      log.done()
    },
  }
}

const marks = {
  done: ['✓', 'green'],
  failed: ['✗', 'red'],
  cancelled: ['–', 'yellow'],
} as const
