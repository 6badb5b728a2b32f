import { CommanderError, InvalidArgumentError } from 'commander'
import { Failure } from '../report/failure.ts'
import { splitWords } from '../words.ts'
import type { Command } from './command.ts'
import { commandNames, makeParser } from './grammar.ts'
import type { Door, SharedOptions } from './shared-options.ts'

/** The line of a command, as it is typed in a terminal or stands in the action's input. */

/** What a line says. */
export interface Line {
  readonly command: Command
  /** Name of the configuration (`-n`). */
  readonly configuration: string | undefined
  /** Path of the deployment file (`-m`). */
  readonly configFile: string | undefined
  /** Whether to tell what would be changed, and to change nothing (`--dry-run`). */
  readonly dryRun: boolean
  /** Private keys that are tried before all others (`-i`); only from a terminal. */
  readonly identityFiles: readonly string[]
  /** Files of variables (`--env-file`); only from a terminal. */
  readonly envFiles: readonly string[]
  /** `owner/name` (`-R`); only from a terminal. */
  readonly repository: string | undefined
  /** Seconds to wait for another run that holds the project's lock (`--lock-timeout`); only from a terminal. */
  readonly lockSeconds: number | undefined
  /** Number of the pull request whose preview is meant (`--preview`). */
  readonly preview: number | undefined
}

/** What came of reading a line. */
export type Reading =
  | { readonly kind: 'line'; readonly line: Line }
  /** Help or the version, which were asked for. */
  | { readonly kind: 'text'; readonly text: string }
  /** The line cannot be read. */
  | { readonly kind: 'mistake'; readonly text: string; readonly why: string }

/** How help is written. */
export interface HelpStyle {
  /** Answer to `--version`; without it there is no such option. */
  readonly version?: string
  /** Columns for help, 80 by default. */
  readonly width?: number | undefined
}

/** Reads the words of a line. Nothing is printed. */
export const readLine = (
  words: readonly string[],
  door: Door,
  { version, width = 80 }: HelpStyle = {},
): Reading => {
  let text = ''
  const { parser, chosen } = makeParser(door, words, (root) => {
    const write = (piece: string) => {
      text += piece
    }
    root.exitOverride().configureOutput({
      writeOut: write,
      writeErr: write,
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    root.showHelpAfterError('Run `jetee help` or `jetee COMMAND --help` for what there is.')
    return version === undefined ? root : root.version(version, '-v, --version')
  })
  try {
    parser.parse(words, { from: 'user' })
  } catch (error) {
    if (error instanceof InvalidArgumentError)
      return { kind: 'mistake', text: `error: ${error.message}\n`, why: reasonOf(error) }
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 || words.length === 0
      ? { kind: 'text', text }
      : { kind: 'mistake', text, why: reasonOf(error) }
  }
  const found = chosen()
  if (!found) return { kind: 'mistake', text: parser.helpInformation(), why: 'It names no command.' }
  const options: SharedOptions = {}
  for (let level: typeof found.leaf | null = found.leaf; level; level = level.parent)
    for (const [key, value] of Object.entries(level.opts()))
      if (value !== undefined && !(key in options)) Object.assign(options, { [key]: value })
  const {
    configuration,
    file,
    dryRun = false,
    identity = [],
    envFile = [],
    repository,
    lockTimeout,
    preview,
  } = options
  return {
    kind: 'line',
    line: {
      command: found.command,
      configuration,
      configFile: file,
      dryRun,
      identityFiles: identity,
      envFiles: envFile,
      repository,
      lockSeconds: lockTimeout,
      preview,
    },
  }
}

/** Why a line cannot be read, as a sentence; where it merely ends too early, commander only shows its help. */
const reasonOf = ({ code, message }: CommanderError): string => {
  if (code === 'commander.help') return 'A word is missing behind it.'
  const text = message.replace(/^error: /, '').replaceAll('\n', ' ')
  return `${text[0]?.toUpperCase()}${text.slice(1)}${/[.)?]$/.test(text) ? '' : '.'}`
}

/** Reads the action's input `command`: split like words, never by a shell. */
export const parseInput = (text: string): Line => {
  const words = splitWords(text) ?? []
  const reading = readLine(words, 'action')
  if (reading.kind === 'line') {
    const { command } = reading.line
    if (command.kind === 'ssh' && command.words.length === 0) throw noShell
    return reading.line
  }
  throw new Failure({
    what: `There is no command ${JSON.stringify(text.trim())}`,
    where: 'input command',
    why: reading.kind === 'mistake' ? reading.why : undefined,
    stands: 'Nothing on the server was changed.',
    next: `Use one of: ${commandNames.map((name) => `\`${name}\``).join(', ')}.`,
  })
}

const noShell = new Failure({
  what: 'A shell needs somebody who types',
  where: 'input command',
  why: 'In the action there is no terminal.',
  stands: 'Nothing on the server was changed.',
  next: 'Give `ssh` a command, such as `ssh -- python manage.py check`, or open the shell from a terminal.',
})
