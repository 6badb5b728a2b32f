import { CommanderError, InvalidArgumentError, Command as Parser } from 'commander'
import { Failure } from '../report/failure.ts'
import { splitWords } from '../words.ts'
import type { Command, DeployCommand } from './command.ts'

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
}

/** The commands that change a server. */
const deploys: readonly (Omit<DeployCommand, 'isPlan' | 'kind'> & { readonly about: string })[] = [
  {
    name: 'build all',
    scope: { services: true, site: true, release: true },
    about: 'everything: services, site and release',
  },
  {
    name: 'build service',
    scope: { services: true, site: false, release: false },
    about: 'Docker, network, secondary services and nginx',
  },
  {
    name: 'build project',
    scope: { services: false, site: true, release: true },
    about: 'folders, site and release, on a server with its services',
  },
  {
    name: 'update project',
    scope: { services: false, site: false, release: true },
    about: 'a new release, on a server that is built',
  },
]

/** Reads the words of a line. Help that was asked for, and mistakes, are a {@link CommanderError}. */
export const parseLine = (words: readonly string[]): Line => {
  let command: Command | undefined
  const parser = new Parser('jetee')
    .description('Deploys the project of this folder by its deployment.yml.')
    .option('-n, --configuration <name>', 'configuration to use; by default the branch decides')
    .option('-m, --file <path>', 'deployment file; by default deployment.yml')
    .option('--dry-run', 'tell what would be changed, and change nothing')
    .enablePositionalOptions()
    .exitOverride()

  const addDeploys = (parent: Parser, isPlan: boolean): void => {
    for (const verb of ['build', 'update']) {
      const group = parent.command(verb).description(`${verb} (see below)`)
      for (const { name, scope, about } of deploys) {
        const [first, second = ''] = name.split(' ')
        if (first !== verb) continue
        group
          .command(second)
          .description(about)
          .action(() => {
            command = { kind: 'deploy', name, scope, isPlan }
          })
      }
    }
  }
  addDeploys(parser, false)
  const plan = parser
    .command('plan')
    .description('tell what a command would change; by default `build all`')
    .action(() => {
      const [{ name, scope }] = deploys as [(typeof deploys)[number]]
      command = { kind: 'deploy', name, scope, isPlan: true }
    })
  addDeploys(plan, true)
  parser
    .command('check')
    .description('check the deployment file')
    .action(() => {
      command = { kind: 'check' }
    })
  parser
    .command('ssh')
    .description('open a shell in the project’s container, or in a service’s')
    .usage('[SERVICE] [-- COMMAND]')
    .argument('[words...]')
    .passThroughOptions()
    .action((given: readonly string[]) => {
      command = { kind: 'ssh', ...splitAtDashes(words, given) }
    })
  parser
    .command('run')
    .description('run a command in a fresh container of the live release')
    .usage('-- COMMAND')
    .argument('<words...>')
    .passThroughOptions()
    .action((given: readonly string[]) => {
      command = { kind: 'run', words: given }
    })
  parser
    .command('logs')
    .description('show what processes and services have printed')
    .argument('[name]', 'a process or a service')
    .option('-f, --follow', 'go on with what they print from now on')
    .option('--since <time>', 'from this time or age on, such as 10m')
    .option('-l, --lines <count>', 'the last lines of each', readCount)
    .option('-t, --timestamps', 'with the time of each line')
    .action(
      (
        of: string | undefined,
        {
          follow = false,
          since,
          lines,
          timestamps = false,
        }: { follow?: boolean; since?: string; lines?: number; timestamps?: boolean },
      ) => {
        command = { kind: 'logs', of, follow, since, lines, timestamps }
      },
    )
  parser
    .command('status')
    .description('show what runs on the server, and how it is')
    .option('--json', 'as JSON')
    .action(({ json = false }: { json?: boolean }) => {
      command = { kind: 'status', json }
    })
  parser.parse(words, { from: 'user' })
  if (!command) throw new CommanderError(1, 'jetee.none', 'no command')
  const {
    configuration,
    file,
    dryRun = false,
  } = parser.opts<{
    configuration?: string
    file?: string
    dryRun?: boolean
  }>()
  return { command, configuration, configFile: file, dryRun }
}

const readCount = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

/** `ssh`'s words: a service before the dashes, a command behind them. */
const splitAtDashes = (
  words: readonly string[],
  given: readonly string[],
): { readonly service: string | undefined; readonly words: readonly string[] } => {
  const dashes = words.indexOf('--')
  if (dashes < 0) return { service: given[0], words: given.slice(1) }
  const behind = words.slice(dashes + 1)
  return { service: given[given.length - behind.length - 1], words: behind }
}

/** Reads the action's input `command`: split like words, never by a shell. */
export const parseInput = (text: string): Line => {
  try {
    return parseLine(splitWords(text) ?? [])
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    throw new Failure({
      what: `There is no command ${JSON.stringify(text.trim())}`,
      where: 'input command',
      why: error.message,
      stands: 'Nothing on the server was changed.',
      next: `Use one of: ${[...deploys.map(({ name }) => name), 'check'].map((name) => `\`${name}\``).join(', ')}.`,
    })
  }
}
