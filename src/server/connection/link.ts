import type { Duplex } from 'node:stream'
import type { Channel, Client } from 'ssh2'
import { Failure } from '../../report/failure.ts'

/** What the streams and channels of one connection share. */
export interface Link {
  /** `user@host:port`, for messages. */
  readonly where: string
  readonly client: Client
  readonly socket: Duplex
  /** Aborted with a `Failure` once the connection is over. */
  readonly closed: AbortSignal
}

/** The server's refusal to open a channel: 1 forbidden, 2 nothing listens there, 3 unknown, 4 out of resources. */
export interface ChannelRefused extends Error {
  readonly name: 'ChannelRefused'
  readonly reason: number
}

/** Whether an error is the server's refusal to open a channel. */
export function isChannelRefused(error: unknown): error is ChannelRefused {
  return error instanceof Error && error.name === 'ChannelRefused'
}

/**
 * Has ssh2 open a channel and wraps it at once: a short command can have ended before any promise settles.
 * Rejects with the loss when the link is lost meanwhile, with {@link ChannelRefused} when the server refuses.
 */
export function openChannel<C extends Channel, T>(
  { client, closed, where }: Link,
  start: (client: Client, done: (error: Error | undefined, channel: C) => void) => void,
  wrap: (channel: C) => T,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const lose = (): void => reject(closed.reason)
  closed.addEventListener('abort', lose, { once: true })
  promise.finally(() => closed.removeEventListener('abort', lose)).catch(() => {})
  try {
    closed.throwIfAborted()
    start(client, (error, channel) => {
      if (error) reject(refusal(error, where))
      else resolve(wrap(channel))
    })
  } catch (error) {
    reject(closed.aborted ? error : refusal(error as Error, where))
  }
  return promise
}

function refusal(error: Error & { reason?: unknown }, where: string): Error {
  const { reason } = error
  if (typeof reason !== 'number') {
    return new Failure(
      { what: 'The server did not take a request', where, why: `${error.message}.` },
      { cause: error },
    )
  }
  const said = error.message.replace(/^\(SSH\) Channel open failure: ?/, '')
  const meaning = reasons[reason] ?? `reason ${reason}`
  const message = `The server refused to open a channel: ${said === '' ? meaning : `${meaning} (${said})`}`
  return Object.assign(new Error(message, { cause: error }), { name: 'ChannelRefused' as const, reason })
}

const reasons: Readonly<Record<number, string>> = {
  1: 'it is forbidden',
  2: 'the other end cannot be reached',
  3: 'it does not know this kind of channel',
  4: 'it is out of resources',
}
