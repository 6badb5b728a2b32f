import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Duplex } from 'node:stream'
import { Failure } from '../report/failure.ts'
import { type ConnectOptions, connect, type Way } from '../server/connection/connection.ts'
import { isChannelRefused } from '../server/connection/link.ts'

/** Ways to a server that are not a TCP connection from here. */

/** Opens a way through a server that is logged in to first (`ProxyJump`). */
export const wayThrough =
  (jump: ConnectOptions, host: string, port: number) =>
  async (signal: AbortSignal | undefined): Promise<Way> => {
    const gate = await connect(jump, signal)
    try {
      return { stream: await gate.openTcp(host, port), close: () => gate.end() }
    } catch (error) {
      await gate.end()
      if (!isChannelRefused(error)) throw error
      throw new Failure(
        {
          what: `The jump host does not reach ${host} on port ${port}`,
          where: gate.where,
          why: `${error.message}.`,
          stands: 'Nothing on the server was changed.',
          next: 'See to it that the jump host resolves the name and reaches the port, and that its sshd allows AllowTcpForwarding.',
        },
        { cause: error },
      )
    }
  }

/** Opens a way by a program that speaks to the server on its standard input and output (`ProxyCommand`). */
export const wayByCommand = (command: string) => async (): Promise<Way> => {
  // In a session of its own, so that Ctrl-C does not cut the connection before the run has ended well.
  const child = spawn('sh', ['-c', `exec ${command}`], { stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const ended = once(child, 'exit') as Promise<[code: number | null]>
  ended.catch(() => {})
  // An SSH server speaks first; a program that fails ends without a word.
  await once(child.stdout, 'readable')
  if (child.stdout.readableLength === 0) throw noWay(command, await ended)
  const stream = Duplex.from({ readable: child.stdout, writable: child.stdin })
  return { stream, close: async () => void child.kill() }
}

const noWay = (command: string, [code]: readonly [number | null]): Failure =>
  new Failure({
    what: 'The ProxyCommand of this server leads nowhere',
    where: '~/.ssh/config, ProxyCommand',
    why: `It ended with ${code === null ? 'a signal' : `status ${code}`} before a server spoke: ${command}`,
    stands: 'Nothing on the server was changed.',
    next: 'Run it by hand: it must print a line that begins with `SSH-2.0`.',
  })
