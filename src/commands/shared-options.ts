import { InvalidArgumentError, Option, type Command as Parser } from 'commander'

/** The options that commands share, as commander reads them. */

/** Where a line was typed: the action's input `command`, or a terminal, which has options for what inputs say there. */
export type Door = 'action' | 'terminal'

/** The options that every command has. */
export interface SharedOptions {
  readonly configuration?: string
  readonly file?: string
  readonly dryRun?: boolean
  readonly identity?: readonly string[]
  readonly envFile?: readonly string[]
  readonly repository?: string
  readonly lockTimeout?: number
  readonly preview?: number
}

/** Adds the options that every command has, before and after its words. */
export const share = (parser: Parser, door: Door): Parser => {
  if (!parser.options.some(({ short }) => short === '-n'))
    parser.option('-n, --configuration <name>', 'configuration to use; by default the branch decides')
  parser.option('--preview <number>', 'the preview of that pull request', readCount)
  parser.option('-m, --file <path>', 'deployment file; by default deployment.yml')
  if (door === 'terminal')
    parser
      .addOption(repeated('-i, --identity <file>', 'private key for the server, tried before all others'))
      .addOption(repeated('--env-file <file>', 'file of variables, for secrets'))
      .option('-R, --repository <owner/name>', 'repository, when no remote of git says it')
      .option('--lock-timeout <seconds>', 'how long to wait for another run; by default 1800', readCount)
  return parser
}

/** An option that may be given several times. */
const repeated = (flags: string, about: string): Option =>
  new Option(flags, about).argParser((value: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    value,
  ])

/** The option of the commands that can tell beforehand what they would do. */
export const dryRun = ['--dry-run', 'tell what would be changed, and change nothing'] as const

/** Whether a text is a whole number that may count something. */
export const isCount = (text: string): boolean => /^\d{1,9}$/.test(text)

/** Reads such a number, for commander. */
export const readCount = (text: string): number => {
  if (!isCount(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}
