import { spawn } from 'node:child_process'
import {
  type AddressInfo,
  connect as connectTcp,
  createServer as createTcpServer,
  type Socket,
} from 'node:net'
import ssh2, { type Connection, type ServerChannel, type Session } from 'ssh2'
import type { ConnectOptions } from '../../../../src/server/connection/connection.ts'
import { readPrivateKey } from '../../../../src/server/connection/private-key.ts'
import { makeKey } from './keys.ts'

const { Server } = ssh2

/** How the server behaves where it does not behave as sshd does by default. */
export interface Behaviour {
  readonly refuseKey?: boolean
  /** Ways to authenticate that a refusal names. */
  readonly methods?: ('publickey' | 'password')[]
  readonly banner?: string
  readonly maxSessions?: number
  readonly forbidSockets?: boolean
  /** Runs instead of each command, as a forced command does. */
  readonly forcedCommand?: string
  readonly refuseExec?: boolean
}

/** A small SSH server in this process: it runs commands with `sh` and forwards to unix sockets. */
export interface TestServer extends AsyncDisposable {
  readonly port: number
  /** The host key as in a known_hosts line, and the same as bytes. */
  readonly hostKeyLine: string
  readonly hostKey: Buffer
  /** What to connect with, in short for tests. */
  readonly options: ConnectOptions
  /** TCP connections that there have been. */
  readonly connections: () => number
  /** Sessions that are open, the most that there were at once, and how many there were. */
  readonly sessions: { open: number; most: number; opened: number }
  /** Cuts every connection without a word. */
  readonly cut: () => void
  /** Kills every process that runs a command. */
  readonly killProcesses: () => void
}

export async function startServer(behaviour: Behaviour = {}): Promise<TestServer> {
  const host = makeKey()
  const user = makeKey()
  const sockets = new Set<Socket>()
  const processes = new Set<ReturnType<typeof spawn>>()
  const sessions = { open: 0, most: 0, opened: 0 }
  let connections = 0

  const server = new Server({ hostKeys: [host.private], banner: behaviour.banner ?? '' }, (client) => {
    client.on('error', () => {})
    client.on('authentication', (context) => {
      const known = context.method === 'publickey' && context.key.data.equals(user.blob)
      if (known && behaviour.refuseKey !== true) context.accept()
      else context.reject(behaviour.methods ?? ['publickey'])
    })
    client.on('session', (accept, reject) => {
      if (sessions.open >= (behaviour.maxSessions ?? 10)) return reject()
      sessions.open += 1
      sessions.opened += 1
      sessions.most = Math.max(sessions.most, sessions.open)
      serveSession(accept(), behaviour, processes, () => {
        sessions.open -= 1
      })
    })
    forwardSockets(client, behaviour)
  })
  const tcp = createTcpServer((socket) => {
    connections += 1
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('close', () => sockets.delete(socket))
    server.injectSocket(socket)
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const { port } = tcp.address() as AddressInfo
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const killProcesses = (): void => {
    for (const child of processes) child.kill('SIGKILL')
  }
  const hostKeyLine = `[127.0.0.1]:${port} ${host.public}`
  return {
    port,
    hostKeyLine,
    hostKey: host.blob,
    options: {
      host: '127.0.0.1',
      port,
      username: 'deploy',
      login: await readPrivateKey(user.private),
      hostKeys: { knownHosts: hostKeyLine, checking: 'strict' },
    },
    connections: () => connections,
    sessions,
    cut,
    killProcesses,
    [Symbol.asyncDispose]: async () => {
      killProcesses()
      cut()
      await new Promise((resolve) => tcp.close(resolve))
    },
  }
}

function serveSession(
  session: Session,
  behaviour: Behaviour,
  processes: Set<ReturnType<typeof spawn>>,
  ended: () => void,
): void {
  let child: ReturnType<typeof spawn> | undefined
  session.on('signal', (accept, _reject, info) => {
    accept?.()
    if (child?.pid !== undefined) process.kill(-child.pid, `SIG${info.name}` as NodeJS.Signals)
  })
  session.on('close', ended)
  session.on('exec', (accept, reject, info) => {
    if (behaviour.refuseExec === true) return reject()
    const channel: ServerChannel = accept()
    const started = spawn('sh', ['-c', behaviour.forcedCommand ?? info.command], { detached: true })
    child = started
    processes.add(started)
    started.stdin.on('error', () => {})
    channel.on('error', () => {})
    channel.pipe(started.stdin)
    started.stdout.pipe(channel, { end: false })
    started.stderr.pipe(channel.stderr, { end: false })
    channel.on('close', () => started.stdin.destroy())
    started.on('close', (code, signal) => {
      processes.delete(started)
      if (code !== null) channel.exit(code)
      else channel.exit(signal?.slice(3) ?? 'TERM')
      channel.end()
    })
  })
}

function forwardSockets(client: Connection, behaviour: Behaviour): void {
  client.on('openssh.streamlocal' as 'tcpip', (accept, reject, info) => {
    if (behaviour.forbidSockets === true) return reject()
    const { socketPath } = info as unknown as { socketPath: string }
    const target = connectTcp(socketPath)
    target.once('error', () => reject())
    target.once('connect', () => {
      const channel = accept()
      channel.on('error', () => {})
      target.on('error', () => {})
      target.pipe(channel).pipe(target)
    })
  })
  client.on('tcpip', (accept, reject, info) => {
    const target = connectTcp(info.destPort, info.destIP)
    target.once('error', () => reject())
    target.once('connect', () => {
      const channel = accept()
      channel.on('error', () => {})
      target.pipe(channel).pipe(target)
    })
  })
}
