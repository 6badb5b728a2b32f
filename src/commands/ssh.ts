import { nearMiss } from '../configuration/near.ts'
import { Failure } from '../report/failure.ts'
import { commandLine } from '../server/connection/shell-quote.ts'
import { interact } from '../server/interactive.ts'
import { openGuard } from '../server/interactive-guard.ts'
import { terminalLike } from '../server/interactive-terminal.ts'
import { scriptText } from '../server/script-text.ts'
import { asRoot } from '../server/session.ts'
import { root } from '../stack/layout.ts'
import { readScript } from '../templates.ts'
import type { SshCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import { insideFailure } from './inside-failure.ts'
import type { Invocation } from './invocation.ts'
import { connectTo, type Target } from './target.ts'

/** Opens a shell, or runs a command, in a container that runs; gives its exit status. */
export const ssh = async (
  { service, words }: SshCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<number> => {
  const { configuration } = target
  if (service !== undefined)
    checkService(
      service,
      configuration.services.map(({ name }) => name),
    )
  const { console, signal } = observer
  const terminal = console.isTerminal ? terminalLike(console.output, invocation.env.TERM) : undefined
  const variables = {
    ROOT: root,
    PROJECT: configuration.projectName,
    CONFIGURATION: configuration.name,
    SERVICE: service ?? '',
    TERMINAL: terminal?.term ?? '',
    ROWS: String(terminal?.rows ?? ''),
    COLS: String(terminal?.cols ?? ''),
    IN_CONTAINER: readScript('in-container'),
  }
  const script = scriptText(variables, ['inside', 'ssh'])
  await using connection = await connectTo(target, observer)
  using guard = openGuard(connection)
  const ending = await interact(connection, {
    command: commandLine([...asRoot, 'sh', '-c', script, 'jetee', ...words]),
    streams: console,
    terminal,
    signal,
    onBegin: (begun) => guard.watch(['session', ...begun].join(' ')),
  })
  if (ending.kind === 'refused') throw insideFailure(ending, connection, configuration)
  guard.release()
  return ending.status
}

/** A service that the configuration does not have is told before anything is connected to. */
const checkService = (service: string, services: readonly string[]): void => {
  if (services.includes(service)) return
  const meant = nearMiss(service, services)
  const list = services.length === 0 ? 'none' : services.map((name) => `\`${name}\``).join(', ')
  throw new Failure({
    what: `There is no service ${service}`,
    why: `The configuration’s services are: ${list}. The project’s own container is meant by naming none.`,
    next:
      meant === undefined
        ? 'Name one of these; a command stands behind `--`.'
        : `Did you mean \`${meant}\`? A command stands behind \`--\`.`,
  })
}
