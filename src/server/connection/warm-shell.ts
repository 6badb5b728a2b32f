import { Failure } from '../../report/failure.ts'
import type { Connection } from './connection.ts'
import type { Channel } from './exec-channel.ts'
import { isChannelRefused } from './link.ts'
import { type RunOptions, type RunResult, runScript } from './script-run.ts'
import { commandLine } from './shell-quote.ts'
import { bootstrap } from './shell-script.ts'

/** How a pool is made. */
export interface ShellPoolOptions {
  /** How many shells wait ready. */
  readonly spare: number
  /** Words to put before the shell, such as `['sudo', '-n']`. */
  readonly wrap?: readonly string[]
  /** How many shells there are at most at once, 6 by default: sshd allows ten sessions a connection. */
  readonly limit?: number
}

/** Shells on the server that wait for a script, so that running one costs a single round trip. */
export interface ShellPool extends AsyncDisposable {
  /**
   * Runs a POSIX shell script with arguments that it sees as (unexported) variables. Each run has a shell of
   * its own. Resolves with the script's code whatever it is; rejects when the link is lost, the deadline
   * passes, the run is aborted, or a signal ended the script.
   */
  run(script: string, args?: Readonly<Record<string, string>>, options?: RunOptions): Promise<RunResult>
  /** Ends the waiting shells. Those that run a script go on. */
  close(): void
}

/** Opens a pool of waiting shells on a connection; the first ones open in the background. */
export function openShellPool(connection: Connection, options: ShellPoolOptions): ShellPool {
  const command = commandLine([...(options.wrap ?? []), 'sh', '-c', bootstrap, 'jetee'])
  let limit = options.limit ?? 6
  let count = 0
  let deaths = 0
  let closed = false
  const waiting: Promise<Channel>[] = []
  const queue: (() => void)[] = []

  const open = (): Promise<Channel> => {
    count += 1
    const opening = connection.exec(command, { stdin: true })
    opening.then(
      (shell) => shell.done.then(gone, gone),
      () => gone(),
    )
    const gone = (): void => {
      count -= 1
      const index = waiting.indexOf(opening)
      if (index >= 0) {
        waiting.splice(index, 1)
        deaths += 1
      }
      queue.shift()?.()
      refill()
    }
    return opening
  }

  const refill = (): void => {
    if (closed || connection.closed.aborted || deaths > 3) return
    while (queue.length === 0 && waiting.length < options.spare && count < limit) waiting.push(open())
  }

  const acquire = async (signal: AbortSignal): Promise<Channel> => {
    for (;;) {
      signal.throwIfAborted()
      const shell = waiting.shift() ?? (count < limit ? open() : undefined)
      refill()
      try {
        if (shell !== undefined) return await shell
      } catch (error) {
        // Others may hold all sessions that this server allows: then it is a matter of waiting for one.
        if (!isChannelRefused(error)) throw error
        if (count === 0) throw noSession(connection.where, error)
        limit = Math.max(1, Math.min(limit, count))
      }
      const { promise, resolve } = Promise.withResolvers<void>()
      queue.push(resolve)
      signal.addEventListener('abort', () => resolve(), { once: true })
      connection.closed.addEventListener('abort', () => resolve(), { once: true })
      await promise
      const index = queue.indexOf(resolve)
      if (index >= 0) queue.splice(index, 1)
      connection.closed.throwIfAborted()
    }
  }

  const run: ShellPool['run'] = async (script, args = {}, runOptions = {}) => {
    const deadlineMs = runOptions.deadlineMs ?? 600_000
    const deadline = new AbortController()
    const timer = setTimeout(
      () => deadline.abort(tooLong(connection.where, runOptions.title, deadlineMs)),
      deadlineMs,
    )
    const signal = AbortSignal.any([deadline.signal, ...(runOptions.signal ? [runOptions.signal] : [])])
    const aborted = Promise.withResolvers<never>()
    aborted.promise.catch(() => {})
    const abort = (): void => aborted.reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    try {
      const shell = await acquire(signal)
      signal.addEventListener('abort', () => shell.close(), { once: true })
      if (signal.aborted) shell.close()
      const result = await Promise.race([runScript(shell, script, args, runOptions), aborted.promise])
      deaths = 0
      return result
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }
  }

  const close = (): void => {
    closed = true
    for (const shell of waiting.splice(0)) shell.then((channel) => channel.close()).catch(() => {})
  }

  refill()
  return { run, close, [Symbol.asyncDispose]: async () => close() }
}

function tooLong(where: string, title: string | undefined, deadlineMs: number): Failure {
  return new Failure({
    what: `${title ?? 'A script on the server'} took too long`,
    where,
    why: `It had not ended after ${Math.round(deadlineMs / 1000)} s, so it was told to stop.`,
  })
}

function noSession(where: string, cause: Error): Failure {
  return new Failure(
    {
      what: 'The server lets no command run',
      where,
      why: `${cause.message}.`,
      next: 'Check MaxSessions, ForceCommand and the user’s line in authorized_keys on the server.',
    },
    { cause },
  )
}
