import { resolve } from 'node:path'
import type { Line } from '../commands/line.ts'
import { makeAsker } from './ask.ts'
import { cancelOnSignals } from './cancel.ts'
import { terminalFailure } from './failure.ts'
import { readTerminal } from './invocation.ts'
import { terminalProgress } from './progress.ts'
import { reachBy } from './reach.ts'
import { terminalResult } from './result.ts'
import { makeVeil } from './veil.ts'
import { terminalText } from './words.ts'

/**
 * Runs a line that was typed in a terminal, and gives the status to exit with. Results go to standard output, and all
 * that is told on the way to standard error.
 */
export const runLine = async (line: Line): Promise<number> => {
  const { stdin, stdout, stderr, env } = process
  const isLook = ['ssh', 'run', 'logs', 'status', 'releases'].includes(line.command.kind)
  const veil = makeVeil()
  const { clean } = veil
  const drawn = terminalProgress({ stream: stderr, clean, env, isQuiet: isLook })
  const progress = { ...drawn, note: (text: string) => drawn.note(terminalText(text)) }
  const cancelling = cancelOnSignals((text) => {
    if (!isLook) progress.note(text)
  })
  const asker = makeAsker(progress.during, cancelling.signal)
  let isTouched = false
  try {
    const identities = line.identityFiles.map((file) => resolve(file))
    const reach = reachBy({ asker, note: progress.note, env, identities })
    const { invocation, notes } = await readTerminal(line, env, process.cwd(), reach)
    for (const note of notes) progress.note(note)
    const { run } = await import('../commands/run.ts')
    const result = await run(invocation, {
      progress,
      console: {
        input: stdin,
        output: stdout,
        errors: stderr,
        isTerminal: stdin.isTTY === true && stdout.isTTY === true,
      },
      mask: veil.hide,
      signal: cancelling.signal,
      stage: () => {
        isTouched = true
      },
    })
    progress.close()
    const { lines, exitCode } = await terminalResult(result, stdout)
    for (const text of lines) stdout.write(`${text}\n`)
    return exitCode
  } catch (error) {
    progress.close()
    const cancelled = cancelling.exitCode()
    const stands = isTouched || isLook ? undefined : 'Nothing on the server was changed.'
    if (cancelled === undefined || !isLook)
      stderr.write(terminalFailure(error, stands, { stream: stderr, clean }))
    return cancelled ?? 1
  } finally {
    // What a command read from it may have left it open.
    stdin.pause()
    stdin.unref?.()
  }
}
