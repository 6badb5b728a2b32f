import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Target } from './request.ts'

/** Kinds of frames. */
const [text, closing, ping, pong] = [1, 8, 9, 10]

/** Codes of close frames that say that a server goes away, or was asked to: going away, normal, restart. */
const properCodes: readonly number[] = [1000, 1001, 1012]

/** A frame of a client's: masked, as RFC 6455 wants it. Payloads of up to 125 bytes. */
const frame = (kind: number, payload: Buffer): Buffer => {
  const mask = randomBytes(4)
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] as number))
  return Buffer.concat([Buffer.from([0x80 | kind, 0x80 | payload.length]), mask, masked])
}

/** The first frame of what a server sent, with what is behind it; frames of up to 125 bytes. */
const firstFrame = (bytes: Buffer): { kind: number; payload: Buffer; rest: Buffer } | undefined => {
  const [head, length] = bytes
  if (head === undefined || length === undefined || bytes.length < 2 + length) return undefined
  return { kind: head & 15, payload: bytes.subarray(2, 2 + length), rest: bytes.subarray(2 + length) }
}

/** An open WebSocket that says something each half second. */
export interface WebSocketTalk {
  /** How it ended: with the code of the server's close frame, or with what happened in its place. */
  readonly ended: Promise<{ readonly code: number } | { readonly cut: string }>
  /** Leaves, as a browser does that closes its page. */
  leave(): void
}

const connect = (target: Target): Promise<{ socket: Duplex; head: Buffer }> =>
  new Promise((resolve, reject) => {
    const asking = request({
      host: target.address,
      path: '/socket',
      agent: false,
      headers: {
        host: target.name,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    })
    asking.on('upgrade', (_response, socket, head) => resolve({ socket, head }))
    asking.on('response', (response) => reject(new Error(`status ${response.statusCode}`)))
    asking.on('error', reject)
    asking.setTimeout(30_000, () => asking.destroy(new Error('no answer in time')))
    asking.end()
  })

/** Opens a WebSocket; throws when the server does not take part. */
export const openWebSocket = async (target: Target): Promise<WebSocketTalk> => {
  const { socket, head } = await connect(target)
  const ended = Promise.withResolvers<{ code: number } | { cut: string }>()
  const talking = setInterval(() => socket.write(frame(text, Buffer.from(String(Date.now())))), 500)
  const end = (how: { code: number } | { cut: string }) => {
    clearInterval(talking)
    ended.resolve(how)
    socket.end()
  }
  let bytes = head
  const read = () => {
    for (let next = firstFrame(bytes); next !== undefined; next = firstFrame(bytes)) {
      bytes = next.rest
      if (next.kind === ping) socket.write(frame(pong, next.payload))
      if (next.kind !== closing) continue
      socket.write(frame(closing, next.payload.subarray(0, 2)))
      const code = next.payload.length < 2 ? 1005 : next.payload.readUInt16BE(0)
      end(properCodes.includes(code) ? { code } : { cut: `closed with ${code}` })
    }
  }
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk])
    read()
  })
  socket.on('error', (error: NodeJS.ErrnoException) => end({ cut: error.code ?? error.message }))
  socket.on('close', () => end({ cut: 'no close frame' }))
  read()
  return {
    ended: ended.promise,
    leave: () => void socket.write(frame(closing, Buffer.from([0x03, 0xe9]))),
  }
}
