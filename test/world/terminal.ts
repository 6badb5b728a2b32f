import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { command, tryCommand } from './command.ts'
import { ensureProgram } from './packages.ts'

/** A terminal with a program in it, and hands and eyes before it: tmux. */
export type Terminal = AsyncDisposable & {
  /** Types a text, and Enter behind it. */
  readonly type: (text: string) => Promise<void>
  /** Presses keys, by tmux's names: `C-c`, `Escape`. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly resize: (size: TerminalSize) => Promise<void>
  /** What is to be seen, line by line from the top, without blanks at the ends. */
  readonly screen: () => Promise<readonly string[]>
  /** Waits until what is to be seen has this; gives it. */
  readonly shows: (what: string | RegExp, seconds?: number) => Promise<readonly string[]>
}

export type TerminalSize = { readonly columns: number; readonly rows: number }

/** Opens a terminal with a program that runs in it, in an environment of its own. */
export async function openTerminal(
  words: readonly string[],
  {
    env,
    cwd,
    ...size
  }: TerminalSize & { readonly env: Readonly<Record<string, string>>; readonly cwd: string },
): Promise<Terminal> {
  await ensureProgram('tmux', 'tmux', 'drive programs in a terminal')
  const socket = `jetee-world-${randomBytes(4).toString('hex')}`
  const tmux = (...args: readonly string[]) =>
    command('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], {
      env: { PATH: process.env.PATH, ...env },
    })
  const measures = ['-x', String(size.columns), '-y', String(size.rows)]
  await tmux('new-session', '-d', ...measures, '-c', cwd, '--', ...words)
  await tmux('set-option', '-g', 'window-size', 'manual')
  const screen: Terminal['screen'] = async () =>
    (await tmux('capture-pane', '-p')).split('\n').map((line) => line.trimEnd())
  return {
    type: async (text) => {
      await tmux('send-keys', '-l', '--', text)
      await tmux('send-keys', 'Enter')
    },
    press: async (...keys) => void (await tmux('send-keys', '--', ...keys)),
    resize: async ({ columns, rows }) =>
      void (await tmux('resize-window', '-x', String(columns), '-y', String(rows))),
    screen,
    shows: async (what, seconds = 60) => {
      const deadline = performance.now() + seconds * 1000
      for (;;) {
        const lines = await screen()
        const text = lines.join('\n')
        if (typeof what === 'string' ? text.includes(what) : what.test(text)) return lines
        if (performance.now() > deadline) throw new Error(`The terminal never showed ${what}:\n${text}`)
        await sleep(50)
      }
    },
    [Symbol.asyncDispose]: async () => void (await tryCommand('tmux', ['-L', socket, 'kill-server'])),
  }
}
