import { connect as connectTcp, type Socket } from 'node:net'
import { Failure } from '../../report/failure.ts'

/**
 * Opens one TCP connection, with Nagle's delay off (it costs tens of milliseconds a round trip). The socket
 * is paused, so that nothing the server says early is lost.
 */
export async function dial(
  host: string,
  port: number,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Socket> {
  signal?.throwIfAborted()
  // An address gets 2 s before the next one is tried: Node's default of 250 ms is less than a far round trip.
  const socket = connectTcp({ host, port, noDelay: true, autoSelectFamilyAttemptTimeout: 2000 })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(() => reject(timedOut(host, port)), timeoutMs)
  const abort = (): void => reject(signal?.reason)
  const fail = (error: NodeJS.ErrnoException): void => reject(unreachable(host, port, error))
  signal?.addEventListener('abort', abort, { once: true })
  socket.once('connect', resolve).once('error', fail)
  try {
    await promise
    socket.pause()
    return socket
  } catch (error) {
    socket.on('error', () => {})
    socket.destroy()
    throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    socket.off('error', fail)
  }
}

function timedOut(host: string, port: number, cause?: Error): Failure {
  return new Failure(
    {
      what: `${host} does not answer on port ${port}`,
      where: `${host}:${port}`,
      why: 'No TCP connection came about in time. The server may be down, or a firewall drops the packets of this machine.',
      next: 'Check `hostname` and `port`, and that the server’s firewall lets this machine reach its SSH port.',
    },
    { cause },
  )
}

function unreachable(host: string, port: number, error: NodeJS.ErrnoException): Failure {
  const details = (what: string, why: string, next: string): Failure =>
    new Failure({ what, where: `${host}:${port}`, why, next }, { cause: error })
  switch (error.code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return details(
        `The name ${host} does not resolve`,
        error.code === 'EAI_AGAIN'
          ? 'The name server did not answer.'
          : 'The name server knows no address for it.',
        'Check `hostname`, and that its DNS record exists.',
      )
    case 'ECONNREFUSED':
      return details(
        `${host} refuses connections on port ${port}`,
        'The server is up, but nothing listens on that port, or a firewall rejects it.',
        'Check `port`, and that sshd runs on the server: `systemctl status ssh`.',
      )
    case 'ETIMEDOUT':
      return timedOut(host, port, error)
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return details(
        `There is no route to ${host}`,
        `The network says so (${error.code}). Hosted runners have no IPv6, and no way into private networks.`,
        'Check `hostname`; give the server a public IPv4 address, or run the job on a machine that reaches it.',
      )
    default:
      return details(
        `No TCP connection to ${host} on port ${port}`,
        `${error.message || error.code || error.name}.`,
        'Check `hostname` and `port`.',
      )
  }
}
