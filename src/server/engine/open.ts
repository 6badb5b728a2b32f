import { Duplex } from 'node:stream'
import type { Connection } from '../connection/connection.ts'
import { isChannelRefused } from '../connection/link.ts'
import { commandLine } from '../connection/shell-quote.ts'
import { type Engine, engineClient } from './client.ts'

/**
 * At most this many streams at once, as many as the facts take side by side: without forwarding each takes one of the
 * ten sessions that sshd allows, beside five shells.
 */
const maxStreams = 4

/**
 * Opens the server's Docker engine over the connection: its socket forwarded, or, where the login may not open it or
 * sshd forbids forwarding, by `docker system dial-stdio` behind the words of `wrap`. `limit` is the number of streams
 * at once.
 */
export const openEngine = (connection: Connection, wrap: readonly string[], limit = maxStreams): Engine => {
  const forward = (): Promise<Duplex> => connection.openUnixSocket('/var/run/docker.sock')
  // The first streams open while the lock is being taken. A server without Docker refuses them, for the time being.
  const early = Array.from({ length: maxStreams }, () => forward().catch(() => undefined))
  let forwards = true
  return engineClient(async () => {
    const opened = await early.shift()
    if (opened) return opened
    if (forwards) {
      try {
        return await forward()
      } catch (error) {
        if (!isChannelRefused(error)) throw error
        forwards = false
      }
    }
    const channel = await connection.exec(commandLine([...wrap, 'docker', 'system', 'dial-stdio']), {
      stdin: true,
    })
    channel.stderr.resume()
    channel.done.catch(() => {})
    return Duplex.from({ readable: channel.stdout, writable: channel.stdin })
  }, limit)
}
