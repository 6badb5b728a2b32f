import { Argument, InvalidArgumentError, Command as Parser } from 'commander'
import type { Command, DeployCommand, LogsCommand } from './command.ts'
import { type Door, dryRun, isCount, readCount, share } from './shared-options.ts'

/** The commands, as commander reads them. */

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

/** Every command, for a message that lists them. */
export const commandNames: readonly string[] = [
  ...deploys.map(({ name }) => name),
  ...['plan', 'check', 'rollback', 'restart', 'maintenance on', 'maintenance off', 'destroy'],
  ...['status', 'releases', 'logs', 'ssh', 'run'],
  ...['preview list', 'preview sync', 'preview remove'],
  ...['deploy-key show', 'deploy-key rotate'],
]

/** Hears the command that a line names, and the parser that read its last word. */
type Choose = (command: Command, leaf: Parser) => void

/** Makes the parser of a door's lines; `words` are those that it is going to read. */
export const makeParser = (door: Door, words: readonly string[], configure: (parser: Parser) => Parser) => {
  let chosen: { readonly command: Command; readonly leaf: Parser } | undefined
  const choose: Choose = (command, leaf) => {
    chosen = { command, leaf }
  }
  const parser = configure(new Parser('jetee'))
    .description(
      'Brings the project of this folder to its server, as its deployment.yml says, and looks inside.',
    )
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .helpCommand('help [command]', 'show the help of a command')
    .enablePositionalOptions()
  share(parser, door).option(...dryRun)
  parser.commandsGroup('Deploy:')
  addDeploys(parser, door, false, choose)
  addPlan(parser, door, choose)
  addCheck(parser, door, choose)
  parser.commandsGroup('Change what is there:')
  addChanges(parser, door, choose)
  parser.commandsGroup('Look inside:')
  addLooks(parser, door, words, choose)
  parser.commandsGroup('Previews of pull requests:')
  addPreviews(parser, door, choose)
  parser.commandsGroup('Access to the code:')
  addDeployKey(parser, door, choose)
  return { parser, chosen: () => chosen }
}

const addDeploys = (parent: Parser, door: Door, isPlan: boolean, choose: Choose): void => {
  for (const [verb, verbAbout] of [
    ['build', 'set up a server and bring the project there'],
    ['update', 'bring a new release to a server that is built'],
  ] as const) {
    const group = share(
      parent.command(verb).description(isPlan ? `plan of \`${verb}\`` : verbAbout),
      door,
    ).option(...dryRun)
    for (const { name, scope, about } of deploys) {
      const [first, second = ''] = name.split(' ')
      if (first !== verb) continue
      const leaf = share(group.command(second).description(about), door).option(...dryRun)
      leaf.action(() => choose({ kind: 'deploy', name, scope, isPlan }, leaf))
    }
  }
}

const addPlan = (parser: Parser, door: Door, choose: Choose): void => {
  const plan = share(parser.command('plan'), door)
    .description('tell what a command would change; by default `build all`')
    .action(() => {
      const [{ name, scope }] = deploys as [(typeof deploys)[number]]
      choose({ kind: 'deploy', name, scope, isPlan: true }, plan)
    })
  addDeploys(plan, door, true, choose)
}

const addCheck = (parser: Parser, door: Door, choose: Choose): void => {
  const check = share(parser.command('check'), door)
    .description('check the deployment file, and show what it says')
    .action(() => choose({ kind: 'check' }, check))
}

const addChanges = (parser: Parser, door: Door, choose: Choose): void => {
  const rollback = share(parser.command('rollback'), door)
    .description('bring an earlier release back: its image, its settings, its secrets')
    .argument('[release]', 'its number, commit or tag; by default the last good one before the live one')
    .option('--despite-migrations', 'also when the database has migrations that the release does not know')
    .option(...dryRun)
    .action((to: string | undefined, { despiteMigrations = false }: { despiteMigrations?: boolean }) =>
      choose({ kind: 'rollback', to, despiteMigrations }, rollback),
    )

  const restart = share(parser.command('restart'), door)
    .description('start the live release anew, without a gap; or only some helpers and services')
    .argument('[names...]', 'helpers of the project, or secondary services')
    .option(...dryRun)
    .action((names: readonly string[]) => choose({ kind: 'restart', names }, restart))

  const maintenance = share(parser.command('maintenance'), door).description(
    'show visitors a page in place of the site',
  )
  for (const word of ['on', 'off']) {
    const leaf = share(maintenance.command(word), door)
      .description(word === 'on' ? 'show the page' : 'show the site again')
      .action(() => choose({ kind: 'maintenance', on: word === 'on' }, leaf))
  }

  const destroy = share(parser.command('destroy'), door)
    .description('remove the project from the server; its data stays unless --volumes is given')
    .option('--volumes', 'remove its data as well: volumes and uploaded files')
    .option('--confirm <project>', 'name of the project, to be sure')
    .option(...dryRun)
    .action(({ volumes = false, confirm }: { volumes?: boolean; confirm?: string }) =>
      choose({ kind: 'destroy', volumes, confirm }, destroy),
    )
}

const addLooks = (parser: Parser, door: Door, words: readonly string[], choose: Choose): void => {
  const status = share(parser.command('status'), door)
    .description('show what runs on the server, and how it is')
    .option('--json', 'as JSON')
    .action(({ json = false }: { json?: boolean }) => choose({ kind: 'status', json }, status))

  const releases = share(parser.command('releases'), door)
    .description('list the releases that the server keeps')
    .option('--json', 'as JSON')
    .action(({ json = false }: { json?: boolean }) => choose({ kind: 'releases', json }, releases))

  const logs = parser
    .command('logs')
    .description('show what processes and services have printed')
    .argument('[name]', 'a process or a service; by default all processes')
    .option('-f, --follow', 'go on with what they print from now on')
    .option(
      '--since <time>',
      'from this time on, such as 2026-01-31T12:00:00Z, or since this long, such as 10m',
    )
    .option('--lines <count>', 'the last lines of each', readCount)
    .option('-t, --timestamps', 'with the time of each line')
    .option('-n <count>', 'the same; with anything but a whole number, it is the configuration')
    .option('--configuration <name>', 'configuration to use; by default the branch decides')
  logs.on('option:n', (value: string) => {
    if (isCount(value)) logs.setOptionValue('lines', Number(value))
    else logs.setOptionValue('configuration', value)
  })
  share(logs, door).action((of: string | undefined, options: Partial<Omit<LogsCommand, 'kind' | 'of'>>) => {
    const { follow = false, since, lines, timestamps = false } = options
    choose({ kind: 'logs', of, follow, since, lines, timestamps }, logs)
  })

  const ssh = share(parser.command('ssh'), door)
    .description('open a shell in the project’s container or a service’s, or run a command there')
    .usage('[options] [SERVICE] [-- COMMAND...]')
    .argument('[words...]')
    .action((given: readonly string[]) => choose({ kind: 'ssh', ...splitAtDashes(words, given) }, ssh))

  const run = share(parser.command('run'), door)
    .description('run a command in a fresh container of the live release')
    .usage('[options] [--] COMMAND...')
    .argument('<words...>')
    .passThroughOptions()
    .action((given: readonly string[]) => choose({ kind: 'run', words: given }, run))
}

const addPreviews = (parser: Parser, door: Door, choose: Choose): void => {
  const preview = share(parser.command('preview'), door).description('the previews of pull requests')
  const list = share(preview.command('list'), door)
    .description('show those on the server, with age and size')
    .option('--json', 'as JSON')
    .action(({ json = false }: { json?: boolean }) =>
      choose({ kind: 'previews', verb: 'list', number: undefined, json }, list),
    )
  const sync = share(preview.command('sync'), door)
    .description('remove those whose pull request is no longer open')
    .option(...dryRun)
    .action(() => choose({ kind: 'previews', verb: 'sync', number: undefined, json: false }, sync))
  const remove = share(preview.command('remove'), door)
    .description('remove one, with its data')
    .addArgument(new Argument('<number>', 'number of the pull request').argParser(readCount))
    .option(...dryRun)
    .action((number: number) => choose({ kind: 'previews', verb: 'remove', number, json: false }, remove))
}

const addDeployKey = (parser: Parser, door: Door, choose: Choose): void => {
  const deployKey = share(parser.command('deploy-key'), door).description(
    'the key by which the server fetches the code',
  )
  const show = share(deployKey.command('show'), door)
    .description('show its public half; it is made where there is none')
    .action(() => choose({ kind: 'deploy-key', verb: 'show' }, show))
  const rotate = share(deployKey.command('rotate'), door)
    .description('replace it, on the server and at GitHub')
    .option(...dryRun)
    .action(() => choose({ kind: 'deploy-key', verb: 'rotate' }, rotate))
}

/** `ssh`'s words: a service before the dashes, a command behind them. */
const splitAtDashes = (
  words: readonly string[],
  given: readonly string[],
): { readonly service: string | undefined; readonly words: readonly string[] } => {
  const dashes = words.indexOf('--')
  const command = dashes < 0 ? [] : words.slice(dashes + 1)
  const before = given.slice(0, given.length - command.length)
  if (before.length > 1)
    throw new InvalidArgumentError(`put -- before the command: jetee ssh ${before[0]} -- ${before[1]} …`)
  return { service: before[0], words: command }
}
