import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { Failure } from '../report/failure.ts'
import { root } from '../stack/layout.ts'
import { span } from '../status/words.ts'
import type { Connection } from './connection/connection.ts'
import { commandLine } from './connection/shell-quote.ts'
import { scriptText } from './script-text.ts'
import { holderName } from './word-lines.ts'

/** Who wants which lock. */
export interface LockRequest {
  readonly project: string
  /** Names this run among all that ever hold the lock. */
  readonly token: string
  /** Who holds it, for those who wait: the run's address, or a name. */
  readonly holder: string
  /** Seconds to wait for another holder. */
  readonly waitSeconds: number
  /** Image that makes the folder for a login that may not; pulled when it is missing. */
  readonly helperImage: string
  /** Words before the shell. */
  readonly wrap: readonly string[]
  /** Hears who holds the lock, when it is not free, and for how many seconds; again every 30 s. */
  readonly onWaiting: (holder: string, seconds: number, isFirst: boolean) => void
  /** Ends the waiting; a lock that is held stays, so that what its holder did can be undone. */
  readonly signal: AbortSignal
}

/** A lock that is held; it dies with the connection, and 18 s after the last heartbeat. */
export interface Lock {
  /** The lines of `facts.sh`, read under the lock. */
  readonly facts: string
  /** Aborted, with a `Failure`, when the server gave the lock up. */
  readonly lost: AbortSignal
  /** Gives it up; the server notices by itself, so that nothing waits for it. */
  release(): void
}

/** Milliseconds between two heartbeats. */
const beat = 5000

/** Milliseconds until whoever waits for the same holder is told of it again. */
const patience = 30_000

/** Who holds a lock that is not free. */
interface Holder {
  readonly name: string
  /** Seconds since it took the lock. */
  readonly seconds: number
}

/** Reads `SECONDS NAME`, as `lock.sh` says it. */
const parseHolder = (text: string): Holder => {
  const space = text.indexOf(' ')
  return { name: holderName(text.slice(space + 1)), seconds: Number(text.slice(0, space)) }
}

/** Takes a project's lock and reads the facts in the same breath. */
export const takeLock = async (connection: Connection, request: LockRequest): Promise<Lock> => {
  const variables = {
    ROOT: root,
    PROJECT: request.project,
    TOKEN: request.token,
    HOLDER: request.holder,
    WAIT: String(request.waitSeconds),
    HELPER_IMAGE: request.helperImage,
  }
  const script = scriptText(variables, ['strays', 'lock', 'disk', 'facts', 'heartbeat'])
  const { signal } = request
  const channel = await connection.exec(commandLine([...request.wrap, 'sh', '-c', script]), { stdin: true })
  channel.done.catch(() => {})
  const errors = text(channel.stderr).catch(() => '')
  const heartbeat = setInterval(() => channel.stdin.write('.'), beat)

  const facts: string[] = []
  let denied: string | undefined
  let holder: Holder | undefined
  let told = 0
  let ready = false
  const lines = createInterface({ input: channel.stdout })
  // The end of the channel says what happened.
  lines.on('error', () => {})
  lines.on('line', (line) => {
    if (line.startsWith('waiting ')) {
      const now = parseHolder(line.slice('waiting '.length))
      const isFirst = now.name !== holder?.name
      holder = now
      if (!isFirst && performance.now() - told < patience) return
      told = performance.now()
      // Whoever does not wait is told by the failure.
      if (request.waitSeconds > 0) request.onWaiting(now.name, now.seconds, isFirst)
    } else if (line.startsWith('denied ')) denied = line.slice('denied '.length)
    else facts.push(line)
  })
  try {
    signal.throwIfAborted()
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      lines.on('line', (line) => line === 'ready' && resolve())
      channel.done.then(
        async ({ code }) =>
          reject(
            code === 75
              ? stillHeld(connection, request, holder)
              : refusal(connection, code, denied, await errors),
          ),
        reject,
      )
    })
    ready = true
  } finally {
    if (!ready) {
      clearInterval(heartbeat)
      channel.close()
    }
  }

  const lost = new AbortController()
  let released = false
  const ended = channel.done.then(
    () => undefined,
    (error: unknown) => error,
  )
  void ended.then((error) => {
    clearInterval(heartbeat)
    if (released) return
    lost.abort(
      error instanceof Failure
        ? error
        : new Failure({
            what: 'The lock on the server was lost',
            where: connection.where,
            why: 'The process that holds it ended.',
            next: 'Run the job again: it picks up where this one stopped.',
          }),
    )
  })
  return {
    facts: facts.join('\n'),
    lost: lost.signal,
    release() {
      released = true
      clearInterval(heartbeat)
      channel.stdin.end()
    },
  }
}

/** Why a login cannot work on the server: from the status of the first script, what it said of it, and its stderr. */
export const refusal = (
  { where }: Connection,
  code: number | null,
  denied: string | undefined,
  errors: string,
): Failure => {
  if (denied !== undefined) {
    return new Failure({
      what: 'The login may not write the deployer’s folder on the server',
      where: `${where}, ${root}`,
      why:
        denied === 'nobody'
          ? `The folder does not exist, and the login is neither root, nor may it use sudo without a password, nor Docker.${errors && `\n${errors.trim()}`}`
          : `It belongs to ${denied}, and the login may not become root by sudo without a password.`,
      stands: 'Nothing on the server was changed.',
      next: 'Log in as root, as a user with `sudo` without a password (a line `NAME ALL=(ALL) NOPASSWD: ALL` in a file of /etc/sudoers.d), or as a member of the group docker; and always as the same one.',
    })
  }
  return new Failure({
    what: 'The server could not be read',
    where,
    why: `The first script ended with status ${code}.`,
    output: errors.trim().split('\n'),
    next: 'The server needs a Linux with the usual tools (GNU or BusyBox, flock).',
  })
}

const stillHeld = (
  { where }: Connection,
  { project, waitSeconds }: LockRequest,
  holder: Holder | undefined,
): Failure =>
  new Failure({
    what: `Another run ${waitSeconds > 0 ? 'still ' : ''}holds the lock of ${project}`,
    where,
    why: [
      ...(holder ? [`It is ${holder.name}, which took the lock ${span(holder.seconds)} ago.`] : []),
      waitSeconds > 0
        ? `It did not end within ${waitSeconds} s.`
        : 'With a `lock-timeout` of 0, nothing waits for it.',
    ].join(' '),
    stands: 'This run has changed nothing on the server.',
    next: 'Wait for it, or cancel it, and run this one again; a higher `lock-timeout` waits longer.',
  })
