import { mkdtemp } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../src/report/failure.ts'
import { isChannelRefused } from '../../../../src/server/connection/link.ts'
import { closeAfterwards, connected } from './fixture.ts'

describe('a command', () => {
  test('streams in and out and ends with its code', async () => {
    const { connection } = await connected()
    const channel = await connection.exec('cat; echo on stderr >&2; exit 3', { stdin: true })
    channel.stdin.end('in and out')
    const [stdout, stderr, exit] = await Promise.all([
      text(channel.stdout),
      text(channel.stderr),
      channel.done,
    ])
    expect(stdout).toBe('in and out')
    expect(stderr).toBe('on stderr\n')
    expect(exit).toEqual({ code: 3 })
  })

  test('has nothing on stdin unless it is asked for', async () => {
    const { connection } = await connected()
    const channel = await connection.exec('cat; echo end')
    channel.stderr.resume()
    expect(await text(channel.stdout)).toBe('end\n')
    expect(await channel.done).toEqual({ code: 0 })
  })

  test('that a signal ended says so', async () => {
    const { connection } = await connected()
    const channel = await connection.exec('kill -KILL $$')
    channel.stdout.resume()
    channel.stderr.resume()
    expect(await channel.done).toEqual({ code: null, signal: 'SIGKILL' })
  })

  test('can be many at once, on one TCP connection', async () => {
    const { connection, server } = await connected()
    const outputs = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const channel = await connection.exec(`echo ${index}`)
        channel.stderr.resume()
        return text(channel.stdout)
      }),
    )
    expect(outputs).toEqual(Array.from({ length: 8 }, (_, index) => `${index}\n`))
    expect(server.connections()).toBe(1)
  })

  test('moves megabytes both ways, whole', async () => {
    const { connection } = await connected()
    const data = Buffer.alloc(20_000_000, 'some bytes, again and again. ')
    const channel = await connection.exec('cat', { stdin: true })
    channel.stderr.resume()
    const [, back] = await Promise.all([
      pipeline(Readable.from([data.subarray(0, 9_999_999), data.subarray(9_999_999)]), channel.stdin),
      buffer(channel.stdout),
    ])
    expect(back.equals(data)).toBe(true)
  })

  test('that ends before its stdin does leaves nothing hanging', async () => {
    const { connection } = await connected()
    const channel = await connection.exec('exit 5', { stdin: true })
    channel.stdout.resume()
    channel.stderr.resume()
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536)
      })(),
    )
    const piped = pipeline(endless, channel.stdin).catch((error: NodeJS.ErrnoException) => error.code)
    expect(await channel.done).toEqual({ code: 5 })
    expect(await piped).toMatch(/ERR_STREAM_PREMATURE_CLOSE|EPIPE/)
  })

  test('can be closed, which ends it', async () => {
    const { connection } = await connected()
    const channel = await connection.exec('echo started; sleep 60 & wait', { stdin: true })
    const first = await new Promise<Buffer>((resolve) => channel.stdout.once('data', resolve))
    expect(first.toString()).toBe('started\n')
    channel.close()
    await channel.done.catch(() => {})
  })

  test('can be aborted', async () => {
    const { connection } = await connected()
    const control = new AbortController()
    const channel = await connection.exec('sleep 60', { signal: control.signal })
    control.abort(new Error('cancelled'))
    await expect(channel.done).rejects.toThrow('cancelled')
    await expect(connection.exec('true', { signal: control.signal })).rejects.toThrow('cancelled')
  })

  test('that the server refuses', async () => {
    const { connection } = await connected({ refuseExec: true })
    await expect(connection.exec('true')).rejects.toThrow(Failure)
  })
})

describe('a forwarded stream', () => {
  async function listen(answer: (socket: Socket) => void): Promise<string> {
    const path = join(await mkdtemp(join(tmpdir(), 'jetee-')), 'socket')
    const unix = createServer({ allowHalfOpen: true }, answer)
    await new Promise<void>((resolve) => unix.listen(path, resolve))
    closeAfterwards(() => unix.close())
    return path
  }

  test('to a unix socket', async () => {
    const { connection } = await connected()
    const stream = await connection.openUnixSocket(await listen((socket) => socket.pipe(socket)))
    stream.end('there and back')
    expect(await text(stream)).toBe('there and back')
  })

  test('to a TCP port', async () => {
    const { connection } = await connected()
    const tcp = createServer((socket) => socket.end('hello'))
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
    const stream = await connection.openTcp('127.0.0.1', (tcp.address() as AddressInfo).port)
    expect(await text(stream)).toBe('hello')
    tcp.close()
  })

  test('closes as a socket does', async () => {
    const { connection } = await connected()
    let served: Socket | undefined
    const path = await listen((socket) => {
      served = socket
      socket.on('error', () => {})
      socket.write('x')
    })
    const stream = await connection.openUnixSocket(path)
    await new Promise((resolve) => stream.once('data', resolve))
    stream.destroy()
    expect(stream.destroyed).toBe(true)
    await new Promise((resolve) => served?.once('end', resolve).resume())
    served?.destroy()
  })

  test('to nobody is refused with reason 2', async () => {
    const { connection } = await connected()
    const error = await connection.openUnixSocket('/nonexistent/socket').catch((thrown: unknown) => thrown)
    expect(isChannelRefused(error) && error.reason).toBe(2)
    await expect(connection.openTcp('127.0.0.1', 1)).rejects.toThrow('the other end cannot be reached')
  })
})
