import type { Duplex } from 'node:stream'
import type { NodeSSH } from 'node-ssh'
import type { AuthenticationType, Client, NextAuthHandler, ServerHostKeyAlgorithm } from 'ssh2'
import { handshakeFailure } from './handshake-failure.ts'
import type { HostKey, HostKeyPolicy } from './host-key.ts'
import { attemptsOf, type Login } from './login.ts'

/** What a handshake needs to know. */
export interface HandshakeOptions {
  readonly host: string
  readonly port: number
  readonly username: string
  readonly login: Login
  readonly handshakeTimeoutMs?: number
  readonly keepaliveMs: number
}

/**
 * Speaks SSH over an open socket until the user is logged in: key exchange (2 round trips after TCP's own), the
 * request for authentication (1), the question whether the key would do (1) and the signature (1). An attempt
 * without any key, which ssh2 makes by default, would cost one more, and is made only where several keys are tried.
 */
export async function shakeHands(
  ssh: NodeSSH,
  socket: Duplex,
  policy: HostKeyPolicy,
  options: HandshakeOptions,
  signal?: AbortSignal,
): Promise<{ client: Client; hostKey: HostKey }> {
  const attempts = await attemptsOf(options.login, options.username)
  let hostKey: HostKey | undefined
  let refused: unknown
  let greeting = ''
  let banner = ''
  let methods: readonly string[] | undefined
  let partial = false

  const judge = async (key: Buffer): Promise<boolean> => {
    const judgement = await policy.judge(key)
    if (judgement.accepted) hostKey = judgement.hostKey
    else refused = judgement.failure
    return judgement.accepted
  }
  const verify = (key: Buffer, answer: (accepted: boolean) => void): void => {
    judge(key).then(answer, (error: unknown) => {
      refused = error
      answer(false)
    })
  }
  const authenticate = (
    left: AuthenticationType[] | null,
    more: boolean | null,
    next: NextAuthHandler,
  ): void => {
    methods = left ?? methods
    partial = more === true
    const attempt = attempts.next(methods)
    next(attempt ?? (false as never)) // ssh2's way to stop, unknown to its types
  }
  const listen = (data: Buffer): void => {
    greeting += data.toString('latin1')
    if (greeting.includes('\n') || greeting.length > 1000) socket.off('data', listen)
  }
  socket.on('data', listen)
  const abort = (): void => {
    socket.destroy(signal?.reason)
  }
  signal?.addEventListener('abort', abort, { once: true })
  try {
    signal?.throwIfAborted()
    const connected = ssh.connect({
      sock: socket,
      username: options.username,
      authHandler: authenticate,
      hostVerifier: verify,
      algorithms: { serverHostKey: [...policy.algorithms] as ServerHostKeyAlgorithm[] },
      readyTimeout: options.handshakeTimeoutMs ?? 20_000,
      keepaliveInterval: options.keepaliveMs,
      keepaliveCountMax: Number.MAX_SAFE_INTEGER, // see silence.ts
      strictVendor: false,
    })
    const client = ssh.connection
    // node-ssh takes its own listener away once connected; without one a dropped link ends the process.
    client?.on('error', () => {})
    client?.on('banner', (text: string) => {
      banner += text
    })
    await connected
    if (client === null || hostKey === undefined) throw new Error('Not connected')
    return { client, hostKey }
  } catch (error) {
    socket.destroy()
    if (signal?.aborted) throw signal.reason
    const { tried, trouble } = attempts
    const known = { ...options, tried, greeting, banner, methods, partial }
    throw refused ?? trouble() ?? handshakeFailure(error as Error, known)
  } finally {
    socket.off('data', listen)
    signal?.removeEventListener('abort', abort)
  }
}
