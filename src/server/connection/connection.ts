import { setMaxListeners } from 'node:events'
import type { Duplex } from 'node:stream'
import type { ClientChannel } from 'ssh2'
import { Failure } from '../../report/failure.ts'
import { channelStream } from './channel-stream.ts'
import { dial } from './dial.ts'
import { type Channel, type ExecOptions, execChannel } from './exec-channel.ts'
import { shakeHands } from './handshake.ts'
import { type HostKey, type HostKeyPins, type HostKeyPolicy, hostKeyPolicy } from './host-key.ts'
import { type Link, openChannel } from './link.ts'
import type { Login } from './login.ts'
import { watchSilence } from './silence.ts'

/** Where to connect, as whom, and what to trust. */
export interface ConnectOptions {
  readonly host: string
  readonly port: number
  readonly username: string
  readonly login: Login
  /** What the host key must be: by pins, or by who decides otherwise. */
  readonly hostKeys: HostKeyPins | HostKeyPolicy
  /** Opens the stream to the server where that is not a TCP connection from here, but leads by way of others. */
  readonly open?: ((signal: AbortSignal | undefined) => Promise<Way>) | undefined
  /** How long TCP may take, 10 s by default. */
  readonly tcpTimeoutMs?: number
  /** How long key exchange and authentication may take after that, 20 s by default. */
  readonly handshakeTimeoutMs?: number
  /** A keepalive is sent this often, 5 s by default; after three without a sign of life the link counts as lost. */
  readonly keepaliveMs?: number
}

/** A stream to a server, and what lies below it. */
export interface Way {
  readonly stream: Duplex
  /** Closes what lies below the stream. */
  readonly close: () => Promise<void>
}

/** One SSH connection to a server. */
export interface Connection extends AsyncDisposable {
  /** `user@host:port`, for messages. */
  readonly where: string
  readonly hostKey: HostKey
  /**
   * Aborted once the connection is over; its reason is then a `Failure` that says how. Everything in flight
   * fails with this same reason.
   */
  readonly closed: AbortSignal
  /** Starts a command by the user's login shell on the server: two round trips until its first output. */
  exec(command: string, options?: ExecOptions): Promise<Channel>
  /** Opens a stream to a unix socket on the server: one round trip. A refusal is a {@link ChannelRefused}. */
  openUnixSocket(path: string): Promise<Duplex>
  /** Opens a stream to a TCP port as seen from the server. A refusal is a {@link ChannelRefused}. */
  openTcp(host: string, port: number): Promise<Duplex>
  /** Closes the connection; what is still in flight fails. */
  end(): Promise<void>
}

/** Connects to a server over SSH: one TCP connection, and with one key no other attempt. */
export async function connect(options: ConnectOptions, signal?: AbortSignal): Promise<Connection> {
  const { host, port, username } = options
  const where = `${username}@${host}:${port}`
  const { hostKeys } = options
  const policy = 'judge' in hostKeys ? hostKeys : hostKeyPolicy(hostKeys, host, port)
  // The library loads while TCP is under way; nothing else of a run needs it.
  const [{ stream: socket, close: closeWay }, { NodeSSH }] = await Promise.all([
    options.open?.(signal) ?? direct(options, signal),
    import('node-ssh'),
  ])
  const keepaliveMs = options.keepaliveMs ?? 5_000
  const { client, hostKey } = await shakeHands(
    new NodeSSH(),
    socket,
    policy,
    { ...options, keepaliveMs },
    signal,
  ).catch(async (error: unknown) => {
    await closeWay()
    throw error
  })

  const over = new AbortController()
  setMaxListeners(0, over.signal)
  socket.setMaxListeners(0)
  const lose = (why: string, cause?: Error): void => over.abort(lost(where, why, cause))
  client.on('error', (error: Error) => lose(`${error.message}.`, error))
  client.on('end', () => lose('The server closed it.'))
  client.on('close', () => lose('It was cut.'))
  if (socket.destroyed) lose('It was cut.')
  watchSilence(socket, keepaliveMs, () => {
    lose('Nothing came from it any more, no answer to keepalives either: it or the network is down.')
    socket.destroy()
  })

  const link: Link = { where, client, socket, closed: over.signal }

  const end = async (): Promise<void> => {
    if (over.signal.aborted) return
    over.abort(new Failure({ what: 'The connection was closed', where }))
    const finished = Promise.withResolvers<void>()
    socket.once('finish', finished.resolve).once('close', finished.resolve)
    const giveUp = setTimeout(() => socket.destroy(), 2000)
    client.end()
    await finished.promise
    clearTimeout(giveUp)
    // Waiting for the server's goodbye would cost a round trip.
    socket.destroy()
    await closeWay()
  }

  return {
    where,
    hostKey,
    closed: over.signal,
    exec: async (command, execOptions = {}) => {
      execOptions.signal?.throwIfAborted()
      return openChannel<ClientChannel, Channel>(
        link,
        (ssh, done) => ssh.exec(command, execOptions.terminal ? { pty: execOptions.terminal } : {}, done),
        (channel) => execChannel(channel, link, execOptions),
      )
    },
    openUnixSocket: (path) =>
      openChannel(
        link,
        (ssh, done) => ssh.openssh_forwardOutStreamLocal(path, done),
        (channel) => channelStream(channel, link),
      ),
    openTcp: (toHost, toPort) =>
      openChannel(
        link,
        (ssh, done) => ssh.forwardOut('127.0.0.1', 0, toHost, toPort, done),
        (channel) => channelStream(channel, link),
      ),
    end,
    [Symbol.asyncDispose]: end,
  }
}

/** A TCP connection from here. */
const direct = async (
  { host, port, tcpTimeoutMs = 10_000 }: ConnectOptions,
  signal: AbortSignal | undefined,
): Promise<Way> => ({
  stream: await dial(host, port, tcpTimeoutMs, signal),
  close: async () => {},
})

function lost(where: string, why: string, cause?: Error): Failure {
  return new Failure(
    {
      what: 'The connection to the server was lost',
      where,
      why,
      next: 'Run the job again: it picks up where this one stopped.',
    },
    { cause },
  )
}
