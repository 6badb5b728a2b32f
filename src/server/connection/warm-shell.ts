import { Failure } from '../../report/failure.ts'
import type { Connection } from './connection.ts'
import { type RunOptions, type RunResult, runScript } from './script-run.ts'
import { immediateShell, scriptLine } from './shell-script.ts'
import { spareShells } from './spare-shells.ts'

/** How a pool is made. */
export interface ShellPoolOptions {
  /** How many shells wait ready. */
  readonly spare: number
  /** Words to put before the shell, such as `['sudo', '-n']`. */
  readonly wrap?: readonly string[] | undefined
  /** How many shells there are at most at once, 6 by default: sshd allows ten sessions a connection. */
  readonly limit?: number | undefined
}

/** Shells on the server that wait for a script, so that running one costs a single round trip. */
export interface ShellPool extends AsyncDisposable {
  /**
   * Runs a POSIX shell script with arguments that it sees as (unexported) variables. Each run has a shell of
   * its own. Resolves with the script's code whatever it is; rejects when the link is lost, the deadline
   * passes, the run is aborted, its stdin fails, or a signal ended the script. A script that is told to stop
   * gets SIGTERM with all it started, unless it reads stdin or runs as another user (`sudo`): then it only
   * loses its streams.
   */
  run(script: string, args?: Readonly<Record<string, string>>, options?: RunOptions): Promise<RunResult>
  /** Ends the waiting shells. Those that run a script go on. */
  close(): void
}

/** Opens a pool of waiting shells on a connection; the first ones open in the background. */
export function openShellPool(connection: Connection, options: ShellPoolOptions): ShellPool {
  const { wrap, spare, limit = 6 } = options
  const shells = spareShells(connection, wrap, spare, limit)

  const run: ShellPool['run'] = async (script, args = {}, runOptions = {}) => {
    const hasStdin = runOptions.stdin !== undefined
    const line = scriptLine(script, args, hasStdin)
    const isPlain = !hasStdin && Object.keys(args).length === 0
    const immediate = isPlain ? immediateShell(script, wrap) : undefined

    const deadlineMs = runOptions.deadlineMs ?? 600_000
    const deadline = new AbortController()
    const expire = (): void => deadline.abort(tooLong(connection.where, runOptions.title, deadlineMs))
    const timer = setTimeout(expire, deadlineMs)
    const signal = AbortSignal.any([deadline.signal, ...(runOptions.signal ? [runOptions.signal] : [])])
    const aborted = Promise.withResolvers<never>()
    signal.addEventListener('abort', () => aborted.reject(signal.reason), { once: true })

    const result = shells.acquire(immediate, signal).then(({ channel, waits }) => {
      signal.addEventListener('abort', () => channel.close(), { once: true })
      if (signal.aborted) channel.close()
      return runScript(channel, waits ? line : undefined, runOptions)
    })
    return Promise.race([result, aborted.promise]).finally(() => clearTimeout(timer))
  }

  return { run, close: shells.close, [Symbol.asyncDispose]: async () => shells.close() }
}

function tooLong(where: string, title: string | undefined, deadlineMs: number): Failure {
  return new Failure({
    what: `${title ?? 'A script on the server'} took too long`,
    where,
    why: `It had not ended after ${Math.round(deadlineMs / 1000)} s, so it was told to stop.`,
  })
}
