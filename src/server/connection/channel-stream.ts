import { Duplex } from 'node:stream'
import type { Channel } from 'ssh2'
import type { Link } from './link.ts'

/** Written in pieces of this size, and never more than this ahead of what the operating system took. */
const PIECE = 128 * 1024

/**
 * A duplex stream over an SSH channel that behaves as a socket does: `destroy` closes the channel, `close`
 * follows, and a write is called back once the operating system can take more. ssh2's own channel hands up
 * to 2 MiB at once to the socket, behind which keepalives would wait on a slow line, and never calls back
 * writes to a channel that the other side has closed; here such writes are discarded.
 *
 * When the link is lost, the stream is destroyed with the loss. Errors reach whoever listens; nobody has to.
 */
export function channelStream(channel: Channel, { socket, closed: lost }: Link): Duplex {
  let closed = false
  let release = (): void => {}

  const send = (data: Buffer, done: () => void): void => {
    const rest = data.subarray(PIECE)
    const next = (): void => {
      if (closed || rest.length === 0) done()
      else send(rest, done)
    }
    channel.write(data.subarray(0, PIECE), () => {
      if (socket.writableLength > PIECE) socket.once('drain', next)
      else next()
    })
  }

  const stream = new Duplex({
    read: () => {
      channel.resume()
    },
    write: (chunk: Buffer, _encoding, done) => {
      release = once(done)
      if (closed) setImmediate(release)
      else send(chunk, release)
    },
    final: (done) => {
      channel.end()
      done()
    },
    destroy: (error, done) => {
      closed = true
      lost.removeEventListener('abort', lose)
      channel.close()
      channel.resume()
      done(error)
    },
  })
  const lose = (): void => {
    stream.destroy(lost.reason)
  }
  stream.on('error', () => {})
  lost.addEventListener('abort', lose, { once: true })
  channel.on('data', (chunk: Buffer) => {
    if (!stream.destroyed && !stream.push(chunk)) channel.pause()
  })
  channel.on('end', () => {
    if (!stream.destroyed) stream.push(null)
  })
  channel.on('close', () => {
    closed = true
    release()
    if (stream.readableEnded) stream.destroy()
    else stream.once('end', () => stream.destroy())
  })
  channel.on('error', (error: Error) => stream.destroy(error))
  return stream
}

function once(action: () => void): () => void {
  let called = false
  return () => {
    if (called) return
    called = true
    action()
  }
}
