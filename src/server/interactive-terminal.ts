import type { Terminal, TerminalSize } from './connection/exec-channel.ts'
import type { Output } from './output.ts'

/** The terminal that a person sits before, while a program on the server has it for its own. */

/** A terminal's two ends: keys in, characters out. */
export interface TerminalEnds {
  readonly input: NodeJS.ReadStream
  readonly output: Output
}

/** What the server's terminal shall be: of this one's kind and size. A `TERM` with unusual characters counts as none. */
export const terminalLike = (output: Output, term: string | undefined): Terminal => ({
  term: term !== undefined && /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.test(term) ? term : 'xterm',
  ...sizeOf(output),
})

const sizeOf = ({ rows, columns }: Output): TerminalSize => ({
  rows: rows || 24,
  cols: columns || 80,
})

/**
 * Sends every key as it is, Ctrl-C and its like among them, and tells each new size, until disposed. The terminal comes
 * back also when the process ends meanwhile, or is told to end.
 */
export const holdTerminal = (
  { input, output }: TerminalEnds,
  onResize: (size: TerminalSize) => void,
): Disposable => {
  const resized = (): void => onResize(sizeOf(output))
  const restore = (): void => {
    input.setRawMode(false)
  }
  input.setRawMode(true)
  output.on('resize', resized)
  process.on('exit', restore)
  return {
    [Symbol.dispose]() {
      output.off('resize', resized)
      process.off('exit', restore)
      restore()
    },
  }
}

/**
 * Undoes what a program that was cut off may have set: other keypad and cursor keys, the mouse, pasting in brackets, a
 * hidden cursor, colours, and the second screen (left without a jump of the cursor, as it may never have been entered).
 */
export const resetScreen =
  '\x1b[?1l\x1b>\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?25h\x1b[0m\x1b[?1047l\r\n'
