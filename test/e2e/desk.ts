import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkout } from '../world/checkout.ts'
import { type CommandOptions, type CommandResult, tryCommand } from '../world/command.ts'
import { openTerminal, type Terminal, type TerminalSize } from '../world/terminal.ts'
import type { Site } from './harness.ts'
import { setInFile } from './workspace.ts'

/** A person's desk: a clone of a project, an SSH key, and the command `jetee` on PATH. */
export interface Desk extends AsyncDisposable {
  /** A folder for files of the desk's own; its home. */
  readonly home: string
  /** Runs `jetee` with its streams as pipes. */
  readonly jetee: (
    words: readonly string[],
    options?: Pick<CommandOptions, 'input' | 'signal'>,
  ) => Promise<CommandResult>
  /** Runs a line of a shell, in which `jetee` is a command. */
  readonly shell: (line: string) => Promise<CommandResult>
  /** Opens a terminal with a shell, in which `jetee` is a command; its prompt is `desk> `. */
  readonly terminal: (size: TerminalSize) => Promise<Terminal>
}

/** A desk for a site, whose deployment file names that user of the server. */
export const newDesk = async ({ origin, server, key }: Site, username: string): Promise<Desk> => {
  const workspace = await checkout({ origin })
  await setInFile({ username })(workspace.folder)
  const home = await mkdtemp(join(tmpdir(), 'jetee-desk-'))
  await mkdir(join(home, '.ssh'), { mode: 0o700 })
  await writeFile(join(home, '.ssh/known_hosts'), `${server.hostKeys.join('\n')}\n`)
  await writeFile(join(home, '.ssh/id_ed25519'), key.privateKey, { mode: 0o600 })
  await mkdir(join(home, 'bin'))
  const door = join(import.meta.dirname, '../../dist/cli.js')
  await writeFile(
    join(home, 'bin/jetee'),
    `#!/bin/sh\nexec '${process.execPath}' '${door}' -R tester/guestbook -n Staging "$@"\n`,
  )
  await chmod(join(home, 'bin/jetee'), 0o755)
  const env = { PATH: `${join(home, 'bin')}:${process.env.PATH}`, HOME: home, PS1: 'desk> ' }
  const cwd = workspace.folder
  return {
    home,
    jetee: (words, options = {}) => tryCommand(join(home, 'bin/jetee'), words, { ...options, env, cwd }),
    shell: (line) => tryCommand('sh', ['-c', line], { env, cwd }),
    terminal: async (size) => {
      const terminal = await openTerminal(['bash', '--norc', '--noprofile'], { ...size, env, cwd })
      await terminal.shows('desk>')
      return terminal
    },
    [Symbol.asyncDispose]: async () => {
      await workspace[Symbol.asyncDispose]()
      await rm(home, { recursive: true, force: true })
    },
  }
}
