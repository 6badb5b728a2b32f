import { randomUUID } from 'node:crypto'
import { Failure } from '../report/failure.ts'
import { root } from '../stack/layout.ts'
import { readScript } from '../templates.ts'
import type { Connection } from './connection/connection.ts'
import type { RunOptions, RunResult } from './connection/script-run.ts'
import { commandLine } from './connection/shell-quote.ts'
import { openShellPool } from './connection/warm-shell.ts'
import type { Engine } from './engine/client.ts'
import { openEngine } from './engine/open.ts'
import type { HostFacts } from './facts.ts'
import { type Lock, type LockRequest, takeLock } from './lock.ts'
import { operation } from './operations.ts'
import { parseFacts } from './parse-facts.ts'

/** The server under the project's lock: everything that reads or changes it goes through here. */
export interface Session extends AsyncDisposable {
  /** `user@host:port`, for messages. */
  readonly where: string
  readonly project: string
  /** What the server said of itself when the lock was taken. */
  readonly facts: HostFacts
  readonly engine: Engine
  /** Aborted when the connection or the lock is lost; its reason is a `Failure`. */
  readonly lost: AbortSignal
  /** Runs some of `templates/scripts`, one behind the other in one shell, under the lock; gives their exit status. */
  run(scripts: readonly string[], run: ScriptRun): Promise<RunResult>
}

/** How a script of `templates/scripts` is run. */
export interface ScriptRun extends RunOptions {
  /** Variables that the scripts read. */
  readonly args?: Readonly<Record<string, string>>
  /** Positional parameters. */
  readonly words?: readonly string[]
}

/** Status of a script that found that another run holds the lock. */
const lockTaken = 76

/** Takes the project's lock and reads the facts; the connection stays the caller's. */
export const openSession = async (
  connection: Connection,
  request: Omit<LockRequest, 'token' | 'wrap'>,
): Promise<Session> => {
  const token = randomUUID()
  const wrap = [...asRoot, `JETEE_TOKEN=${token}`]
  // The shells open while the lock is being taken.
  const pool = openShellPool(connection, { spare: 2, limit: 5, wrap })
  const engine = openEngine(connection, wrap)
  let lock: Lock
  try {
    lock = await operation('lock', request.project, () => takeLock(connection, { ...request, token, wrap }))
  } catch (error) {
    pool.close()
    engine.close()
    throw error
  }
  const lost = AbortSignal.any([connection.closed, lock.lost])
  return {
    where: connection.where,
    project: request.project,
    facts: parseFacts(lock.facts),
    engine,
    lost,
    async run(scripts, { args, words = [], ...options }) {
      lost.throwIfAborted()
      const script = [
        `set -- ${commandLine(words)}`,
        readScript('prelude'),
        ...scripts.map((name) => readScript(name)),
      ].join('\n')
      const result = await operation('script', scripts.join(' '), () =>
        pool.run(
          script,
          { ROOT: root, PROJECT: request.project, TOKEN: token, ...args },
          { ...options, signal: AbortSignal.any([lost, ...(options.signal ? [options.signal] : [])]) },
        ),
      )
      if (result.code === lockTaken) {
        throw new Failure({
          what: 'Another run took over',
          where: connection.where,
          why: result.stderr.trim(),
        })
      }
      return result
    },
    async [Symbol.asyncDispose]() {
      engine.close()
      pool.close()
      lock.release()
    },
  }
}

/**
 * Words before a command and its environment that run it as root where the login may become that: directly, or by sudo
 * without a password. Any other login goes on as it is, which is enough for a member of the group docker.
 */
export const asRoot: readonly string[] = [
  'sh',
  '-c',
  'if [ "$(id -u)" = 0 ]; then exec env "$@"; elif sudo -n true 2>/dev/null; then exec sudo -n env "$@"; else exec env "$@"; fi',
  'sh',
]
