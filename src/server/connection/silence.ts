import type { Duplex } from 'node:stream'

/** How many keepalives in a row may stay without any sign of life. */
const PATIENCE = 3

/**
 * Tells when nothing at all has come from the server for one interval more than {@link PATIENCE}, given that
 * it is sent a keepalive every interval. ssh2's own count heeds only answers to keepalives: on a slow line
 * these wait behind megabytes of upload, and it would give up a link that works.
 */
export function watchSilence(socket: Duplex, everyMs: number, tell: () => void): void {
  let silent = 0
  const timer = setInterval(() => {
    silent += 1
    if (silent > PATIENCE) {
      clearInterval(timer)
      tell()
    }
  }, everyMs)
  timer.unref()
  socket.on('data', () => {
    silent = 0
  })
  socket.once('close', () => clearInterval(timer))
}
