import { constants } from 'node:os'
import type { Readable } from 'node:stream'
import { Failure } from '../report/failure.ts'
import type { Connection } from './connection/connection.ts'
import type { Exit, Terminal } from './connection/exec-channel.ts'
import { readStart } from './interactive-marks.ts'

import { holdTerminal, resetScreen, type TerminalEnds } from './interactive-terminal.ts'
import type { Output } from './output.ts'

/** Where a program on the server reads and writes, on this side. */
export interface Streams extends TerminalEnds {
  readonly errors: Output
}

/** What is run with these streams for its own. */
export interface Interaction {
  /** For the server's login shell; it says `@jetee begin` on its stdout before the program's own output. */
  readonly command: string
  readonly streams: Streams
  /** The terminal that the program gets; undefined for none: then stdout and stderr stay apart. */
  readonly terminal: Terminal | undefined
  readonly signal: AbortSignal
  /** Hears the words behind `@jetee begin`. */
  readonly onBegin: (words: readonly string[]) => void
}

/** What came of it. */
export type Ending =
  /** The program ended with this status: its own, or 128 and the number of the signal that ended it. */
  | { readonly kind: 'ended'; readonly status: number }
  /** It never began; this is what was said instead. */
  | { readonly kind: 'refused'; readonly status: number; readonly output: string; readonly errors: string }

/** Runs a program on the server with this side's streams for its own, to its end. */
export const interact = async (connection: Connection, interaction: Interaction): Promise<Ending> => {
  const { command, streams, terminal, signal, onBegin } = interaction
  const { input, output, errors } = streams
  const channel = await connection.exec(command, { stdin: true, terminal, signal })
  using cleanUp = new DisposableStack()
  // Whoever reads this side's output may leave before the program ends; it is told as a pipe would.
  let broken = false
  const hangUp = (): void => {
    broken = true
    channel.close()
  }
  const begin = (words: readonly string[]): void => {
    onBegin(words)
    if (terminal) cleanUp.use(holdTerminal(streams, channel.resize))
    for (const stream of [output, errors]) {
      stream.on('error', hangUp)
      cleanUp.defer(() => stream.off('error', hangUp))
    }
    input.on('error', hangUp)
    input.pipe(channel.stdin)
    cleanUp.defer(() => {
      input.off('error', hangUp)
      input.unpipe(channel.stdin)
      input.pause()
      // Nothing more is read; an open pipe must not keep the process.
      if (typeof input.unref === 'function') input.unref()
    })
  }

  let begun = false
  let early: Buffer = Buffer.alloc(0)
  const earlyErrors: Buffer[] = []
  channel.stdout.on('data', (chunk: Buffer) => {
    if (begun) return pass(chunk, channel.stdout, output)
    early = Buffer.concat([early, chunk])
    const start = readStart(early)
    if (start.kind === 'waiting') return
    begun = true
    begin(start.words)
    for (const said of earlyErrors) pass(said, channel.stderr, errors)
    pass(start.rest, channel.stdout, output)
  })
  channel.stderr.on('data', (chunk: Buffer) => {
    if (begun) pass(chunk, channel.stderr, errors)
    else earlyErrors.push(chunk)
  })

  try {
    const status = statusOf(await channel.done)
    return begun
      ? { kind: 'ended', status }
      : { kind: 'refused', status, output: early.toString(), errors: Buffer.concat(earlyErrors).toString() }
  } catch (error) {
    if (broken) return { kind: 'ended', status: statusOf({ code: null, signal: 'SIGPIPE' }) }
    if (begun && terminal) output.write(resetScreen)
    throw begun && connection.closed.aborted && !signal.aborted ? cutOff(error) : error
  }
}

/** Writes on, at the pace at which it is taken. */
const pass = (chunk: Buffer, from: Readable, to: Output): void => {
  if (chunk.length === 0 || to.write(chunk)) return
  from.pause()
  to.once('drain', () => from.resume())
}

/** An end as a shell's `$?` has it. */
export const statusOf = ({ code, signal = '' }: Exit): number => {
  if (code !== null) return code
  const name = signal.startsWith('SIG') ? signal : `SIG${signal}`
  const number: number | undefined = (constants.signals as Readonly<Record<string, number>>)[name]
  return number === undefined ? 255 : 128 + number
}

const cutOff = (cause: unknown): unknown =>
  cause instanceof Failure
    ? new Failure(
        { ...cause.details, next: 'What ran in this terminal is told to end, within 20 seconds.' },
        { cause },
      )
    : cause
