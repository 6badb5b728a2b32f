import type { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ClientChannel } from 'ssh2'
import { Failure } from '../../report/failure.ts'
import { channelStream } from './channel-stream.ts'
import type { Link } from './link.ts'

/** How a command runs. */
export interface ExecOptions {
  /** Whether something will be written to `stdin`; otherwise it is at its end from the start. */
  readonly stdin?: boolean
  /** Gives the command a pseudo-terminal: one round trip more. Its stderr then comes with its stdout. */
  readonly terminal?: Terminal | undefined
  /** Closes the channel when aborted; `done` then rejects with its reason. */
  readonly signal?: AbortSignal | undefined
}

/** The size of a terminal, in characters. */
export interface TerminalSize {
  readonly rows: number
  readonly cols: number
}

/** A pseudo-terminal, as it is asked for. */
export interface Terminal extends TerminalSize {
  /** Its kind, as `TERM` names it. */
  readonly term: string
}

/** How a command ended: with a code, or by a signal. */
export interface Exit {
  readonly code: number | null
  readonly signal?: string
}

/** A running command. */
export interface Channel {
  readonly stdin: Writable
  /** Must be read to its end, as must `stderr`, before the command counts as done. */
  readonly stdout: Readable
  readonly stderr: Readable
  /**
   * How the command ended. Rejects when nothing is known of that: with the loss of the link, the reason of
   * the abort, or a `Failure` when the channel was closed without a status.
   */
  readonly done: Promise<Exit>
  /** Tells the command's pseudo-terminal its new size. */
  resize(size: TerminalSize): void
  /** Sends the command a SIGTERM, where its stdin is still open and the server supports that, and lets go of it. */
  close(): void
}

/** Makes a {@link Channel} of a channel on which a command was just started. */
export function execChannel(channel: ClientChannel, link: Link, options: ExecOptions): Channel {
  const stream = channelStream(channel, link)
  const { promise: done, resolve, reject } = Promise.withResolvers<Exit>()
  done.catch(() => {})
  const close = (): void => {
    channel.signal('TERM')
    stream.destroy()
    channel.stderr.resume()
  }
  const abort = (): void => {
    reject(options.signal?.reason)
    close()
  }
  const lose = (): void => reject(link.closed.reason)
  link.closed.addEventListener('abort', lose, { once: true })
  options.signal?.addEventListener('abort', abort, { once: true })

  let exit: Exit | undefined
  channel.on('exit', (code: number | null, signal?: string) => {
    exit = { code, ...(signal !== undefined && { signal }) }
  })
  channel.on('close', async () => {
    await Promise.allSettled([finished(stream, { writable: false }), finished(channel.stderr)])
    link.closed.removeEventListener('abort', lose)
    options.signal?.removeEventListener('abort', abort)
    if (exit !== undefined) resolve(exit)
    else reject(new Failure({ what: 'A command on the server ended without a status', where: link.where }))
  })
  if (options.stdin !== true) stream.end()
  if (options.signal?.aborted) abort()
  const resize = ({ rows, cols }: TerminalSize): void => {
    channel.setWindow(rows, cols, 0, 0)
  }
  return { stdin: stream, stdout: stream, stderr: channel.stderr, done, resize, close }
}
