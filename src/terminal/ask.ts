import { openSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { ReadStream, WriteStream } from 'node:tty'
import { Failure } from '../report/failure.ts'

/** Asks whoever sits before the terminal, whatever standard input and output are: as ssh does it. */
export interface Asker {
  /** Whether there is a terminal to ask at. */
  readonly canAsk: boolean
  /** Asks for a line. */
  readonly line: (prompt: string) => Promise<string>
  /** Asks for a line that is not shown while it is typed. */
  readonly secret: (prompt: string) => Promise<string>
}

/** Makes the asker; `around` keeps others off the terminal during a question, and the signal ends one. */
export const makeAsker = (
  around: <T>(question: () => Promise<T>) => Promise<T>,
  signal: AbortSignal,
): Asker => ({
  canAsk: hasTerminal(),
  line: (prompt) => around(() => ask(prompt, true, signal)),
  secret: (prompt) => around(() => ask(prompt, false, signal)),
})

const device = '/dev/tty'

const hasTerminal = (): boolean => {
  try {
    new ReadStream(openSync(device, 'r+')).destroy()
    return true
  } catch {
    return false
  }
}

const ask = async (prompt: string, isShown: boolean, signal: AbortSignal): Promise<string> => {
  const input = new ReadStream(openSync(device, 'r+'))
  const output = new WriteStream(openSync(device, 'w'))
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: isShown ? output : nowhere, terminal: true, historySize: 0 })
  // Typed in raw mode, Ctrl-C is a letter; it is to mean what it means otherwise.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  const ended = Promise.withResolvers<never>()
  lines.once('close', () => ended.reject(noAnswer(prompt)))
  ended.promise.catch(() => {})
  try {
    if (!isShown) output.write(prompt)
    return await Promise.race([lines.question(isShown ? prompt : '', { signal }), ended.promise])
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    lines.close()
    if (!isShown) output.write('\n')
    input.destroy()
    output.destroy()
  }
}

const noAnswer = (prompt: string): Failure =>
  new Failure({
    what: 'A question was not answered',
    why: `It was: ${prompt.trim().split('\n').at(-1)}`,
    stands: 'Nothing on the server was changed.',
  })
