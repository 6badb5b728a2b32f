import { randomBytes } from 'node:crypto'
import { Failure } from '../report/failure.ts'
import type { Connection } from '../server/connection/connection.ts'
import { commandLine } from '../server/connection/shell-quote.ts'
import { createContainer } from '../server/containers.ts'
import { openEngine } from '../server/engine/open.ts'
import { interact } from '../server/interactive.ts'
import { openGuard } from '../server/interactive-guard.ts'
import { terminalLike } from '../server/interactive-terminal.ts'
import { readToEnd } from '../server/read-to-end.ts'
import { scriptText } from '../server/script-text.ts'
import { asRoot } from '../server/session.ts'
import { wordLines } from '../server/word-lines.ts'
import { root } from '../stack/layout.ts'
import { type FoundContainer, type LiveRelease, onceSpec } from '../stack/once-container.ts'
import type { ReleaseContainer } from '../stack/release-containers.ts'
import type { RunCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import { insideFailure } from './inside-failure.ts'
import type { Invocation } from './invocation.ts'
import { connectTo, type Target } from './target.ts'

/** Runs a command in a fresh container of the live release; gives its exit status. */
export const runOnce = async (
  { words }: RunCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<number> => {
  const { configuration } = target
  const { console, signal } = observer
  const project = configuration.projectName
  const terminal = console.isTerminal ? terminalLike(console.output, invocation.env.TERM) : undefined
  const script = (names: readonly string[], variables: Readonly<Record<string, string>>): string => {
    const all = { ROOT: root, PROJECT: project, ...variables }
    return commandLine([...asRoot, 'sh', '-c', scriptText(all, ['inside', ...names])])
  }

  await using connection = await connectTo(target, observer)
  // Both open while the release's record is being read.
  using guard = openGuard(connection)
  const engine = openEngine(connection, asRoot)
  using _ = { [Symbol.dispose]: () => engine.close() }
  const live = await readLive(
    connection,
    script(['once'], { CONFIGURATION: configuration.name }),
    target,
    signal,
  )
  const identity = randomBytes(4).toString('hex')
  const container = onceSpec(project, live, { words, identity, terminal })
  if (!container) {
    throw new Failure({
      what: `The record of release ${live.number} is incomplete`,
      where: connection.where,
      next: 'Deploy again: `build all`.',
    })
  }
  // From here on something is left when this side is cut off.
  guard.watch(`container ${container.name}`)
  await createContainer(engine, container.name, container.spec, signal)
  const ending = await interact(connection, {
    command: script(['attach'], { CONTAINER: container.name, TERMINAL: terminal?.term ?? '' }),
    streams: console,
    terminal,
    signal,
    onBegin: () => {},
  })
  if (ending.kind === 'refused') throw insideFailure(ending, connection, configuration)
  guard.release()
  return ending.status
}

/** Reads what the live release was made from; its environment comes over the connection, and is kept nowhere. */
const readLive = async (
  connection: Connection,
  command: string,
  { configuration }: Target,
  signal: AbortSignal,
): Promise<LiveRelease> => {
  const { output, errors, code } = await readToEnd(await connection.exec(command, { signal }))
  if (code !== 0) throw insideFailure({ status: code ?? 1, output, errors }, connection, configuration)
  const { first, has } = wordLines(output)
  const record = Buffer.from(first('record') ?? '', 'base64').toString()
  return {
    number: Number(first('live')),
    containers: JSON.parse(record) as readonly ReleaseContainer[],
    supervised: has('supervised'),
    hasInit: has('init'),
    found: JSON.parse(first('found') ?? '') as FoundContainer,
  }
}
