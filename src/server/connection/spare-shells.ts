import { Failure } from '../../report/failure.ts'
import type { Connection } from './connection.ts'
import type { Channel } from './exec-channel.ts'
import { isChannelRefused } from './link.ts'
import { waitingShell } from './shell-script.ts'

/** A shell to run a script in. */
interface Shell {
  readonly channel: Channel
  /** Whether it waits for a script line; otherwise its script has already begun. */
  readonly waits: boolean
}

/** A bounded set of shells, some of which wait ready. */
export interface SpareShells {
  /**
   * Takes a shell out for one script. None that is still opening is waited for when an `immediate` command is
   * given, which runs the script by itself: that is a round trip faster.
   */
  acquire(immediate: string | undefined, signal: AbortSignal): Promise<Shell>
  /** Ends the waiting shells and opens no more. */
  close(): void
}

interface Entry {
  readonly opening: Promise<Channel>
  readonly waits: boolean
  ready: boolean
}

/** Keeps `spare` shells open ahead of need and never more than `limit` at once; who comes later queues. */
export function spareShells(
  connection: Connection,
  wrap: readonly string[] | undefined,
  spare: number,
  limit: number,
): SpareShells {
  const command = waitingShell(wrap)
  const idle: Entry[] = []
  const queue: (() => void)[] = []
  let allowed = limit
  let count = 0
  let deaths = 0
  let closed = false

  const open = (what: string): Entry => {
    count += 1
    const entry: Entry = {
      opening: connection.exec(what, { stdin: true }),
      waits: what === command,
      ready: false,
    }
    const gone = (): void => {
      count -= 1
      if (remove(idle, entry)) deaths += 1
      queue.shift()?.()
    }
    const ended = (): void => {
      gone()
      refill()
    }
    entry.opening.then((channel) => {
      entry.ready = true
      channel.done.then(ended, ended)
    }, gone)
    return entry
  }

  // Shells that die one after the other while they wait are not replaced until a script wants one.
  const refill = (): void => {
    if (closed || connection.closed.aborted || deaths > 3) return
    while (queue.length === 0 && idle.length < spare && count < allowed) idle.push(open(command))
  }

  const take = (immediate: string | undefined): Entry | undefined => {
    const ready = idle.find((entry) => entry.ready)
    if (ready !== undefined) {
      remove(idle, ready)
      deaths = 0
      return ready
    }
    if (immediate !== undefined && count < allowed) return open(immediate)
    return idle.shift() ?? (count < allowed ? open(command) : undefined)
  }

  const wait = async (signal: AbortSignal): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>()
    queue.push(resolve)
    AbortSignal.any([signal, connection.closed]).addEventListener('abort', () => resolve(), { once: true })
    await promise
    remove(queue, resolve)
    connection.closed.throwIfAborted()
  }

  const acquire: SpareShells['acquire'] = async (immediate, signal) => {
    for (;;) {
      signal.throwIfAborted()
      const entry = take(immediate)
      refill()
      if (entry === undefined) {
        await wait(signal)
        continue
      }
      try {
        return { channel: await entry.opening, waits: entry.waits }
      } catch (error) {
        // Others may hold all sessions that this server allows: then it is a matter of waiting for one.
        if (!isChannelRefused(error)) throw error
        if (count === 0) throw noSession(connection.where, error)
        allowed = Math.max(1, Math.min(allowed, count))
      }
    }
  }

  const close = (): void => {
    closed = true
    for (const { opening } of idle.splice(0)) opening.then((channel) => channel.close()).catch(() => {})
  }

  refill()
  return { acquire, close }
}

function remove<T>(list: T[], item: T): boolean {
  const index = list.indexOf(item)
  if (index >= 0) list.splice(index, 1)
  return index >= 0
}

function noSession(where: string, cause: Error): Failure {
  return new Failure(
    {
      what: 'The server lets no command run',
      where,
      why: `${cause.message}.`,
      next: 'Check MaxSessions in sshd_config on the server, and the options before the key in authorized_keys.',
    },
    { cause },
  )
}
