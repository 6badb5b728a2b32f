import { once } from 'node:events'
import { readBacklog } from '../logs/backlog.ts'
import { followLogs } from '../logs/follow.ts'
import type { LogLine } from '../logs/line.ts'
import { logRequest } from '../logs/request.ts'
import { lineWriter } from '../logs/shown.ts'
import { openEngine } from '../server/engine/open.ts'
import { asRoot } from '../server/session.ts'
import type { LogsCommand } from './command.ts'
import type { Console, Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { connectTo, type Target } from './target.ts'

/** Containers that are followed at once at most. */
const mostFollowed = 200

/** Status of who is ended by Ctrl-C. */
const interrupted = 130

/** Shows what processes and services have printed; gives the exit status. */
export const logs = async (
  command: LogsCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<number> => {
  const { console, signal } = observer
  const request = logRequest(command, target)
  await using connection = await connectTo(target, observer)
  const closed = new AbortController()
  // Whoever reads has closed the other end, as `head` does.
  const hangUp = (): void => closed.abort()
  console.output.on('error', hangUp)
  const ended = AbortSignal.any([signal, closed.signal, connection.closed])
  const write = lineWriter({
    colour: console.output.isTTY === true && !invocation.env.NO_COLOR,
    timestamps: command.timestamps,
    expected: request.expected,
  })
  const tell = (line: LogLine): Promise<void> => print(console, `${write(line)}\n`, ended)

  try {
    const backlog = readBacklog(connection, request, command.follow, ended)
    for await (const line of backlog.lines) await tell(line)
    if (!command.follow) return 0
    const engine = openEngine(connection, asRoot, mostFollowed)
    try {
      await followLogs(engine, request, backlog.until(), tell, ended)
    } finally {
      engine.close()
    }
    return 0
  } catch (error) {
    if (closed.signal.aborted) return 0
    if (signal.aborted) return interrupted
    throw connection.closed.aborted ? connection.closed.reason : error
  } finally {
    console.output.off('error', hangUp)
  }
}

/** Writes a text, and waits where whoever reads it is slower. */
const print = async ({ output }: Console, text: string, signal: AbortSignal): Promise<void> => {
  signal.throwIfAborted()
  if (!output.write(text)) await once(output, 'drain', { signal })
}
