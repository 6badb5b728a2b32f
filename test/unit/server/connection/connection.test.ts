import { mkdtemp } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { Failure } from '../../../../src/report/failure.ts'
import {
  type Connection,
  type ConnectOptions,
  connect,
} from '../../../../src/server/connection/connection.ts'
import { isChannelRefused } from '../../../../src/server/connection/link.ts'
import { readPrivateKey } from '../../../../src/server/connection/private-key.ts'
import { makeKey } from './keys.ts'
import { type Behaviour, startServer, type TestServer } from './ssh-server.ts'

let open: AsyncDisposable[] = []
const strays: unknown[] = []
process.on('uncaughtException', (error) => strays.push(error))
process.on('unhandledRejection', (error) => strays.push(error))

afterEach(async () => {
  for (const item of open.reverse()) await item[Symbol.asyncDispose]()
  open = []
  expect(strays).toEqual([])
})

async function server(behaviour?: Behaviour): Promise<TestServer> {
  const started = await startServer(behaviour)
  open.push(started)
  return started
}

async function connected(behaviour?: Behaviour): Promise<{ server: TestServer; connection: Connection }> {
  const started = await server(behaviour)
  const connection = await connect(started.options)
  open.push(connection)
  return { server: started, connection }
}

/** A TCP server that is not an SSH server. */
async function impostor(greet: (socket: Socket) => void): Promise<ConnectOptions> {
  const tcp: Server = createServer((socket) => {
    socket.on('error', () => {})
    greet(socket)
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  open.push({
    [Symbol.asyncDispose]: async () => {
      tcp.close()
    },
  })
  return { ...(await (await server()).options), port: (tcp.address() as AddressInfo).port }
}

async function refusal(options: ConnectOptions): Promise<Failure> {
  const thrown = await connect(options).then(
    async (connection) => connection.end(),
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(Failure)
  return thrown as Failure
}

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
    open.push({
      [Symbol.asyncDispose]: async () => {
        unix.close()
      },
    })
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

describe('connecting fails', () => {
  test('when the name does not resolve', async () => {
    const { options } = await server()
    const failure = await refusal({ ...options, host: 'no-such-host.invalid' })
    expect(failure.message).toBe('The name no-such-host.invalid does not resolve')
  })

  test('when nothing listens there', async () => {
    const { options } = await server()
    const failure = await refusal({ ...options, port: 1 })
    expect(failure.message).toBe('127.0.0.1 refuses connections on port 1')
  })

  test('when nothing answers', async () => {
    // An address that is reserved for documentation: packets to it get lost, or the network says no at once.
    const { options } = await server()
    const failure = await refusal({ ...options, host: '192.0.2.1', tcpTimeoutMs: 200 })
    expect(failure.message).toMatch(/192\.0\.2\.1/)
  })

  test('when it is cancelled', async () => {
    const options = await impostor(() => {})
    const control = new AbortController()
    setTimeout(() => control.abort(new Error('cancelled')), 50)
    await expect(connect(options, control.signal)).rejects.toThrow('cancelled')
    await expect(connect(options, control.signal)).rejects.toThrow('cancelled')
  })

  test('when a web server listens there', async () => {
    const options = await impostor((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const failure = await refusal(options)
    expect(failure.message).toContain('is not an SSH server')
    expect(failure.details.why).toContain('HTTP/1.1 400 Bad Request')
  })

  test('when what listens there says nothing', async () => {
    const options = await impostor(() => {})
    const failure = await refusal({ ...options, handshakeTimeoutMs: 100 })
    expect(failure.message).toContain('but says nothing')
  })

  test('when the server falls silent', async () => {
    const options = await impostor((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n'))
    const failure = await refusal({ ...options, handshakeTimeoutMs: 100 })
    expect(failure.message).toContain('did not finish in time')
  })

  test.each([
    ['without a word', ''],
    ['with OpenSSH’s word', 'Exceeded MaxStartups\r\n'],
    ['with its newer word', 'Not allowed at this time\r\n'],
  ])('when the server has too many logins, %s', async (_, said) => {
    const options = await impostor((socket) => socket.end(said))
    const failure = await refusal(options)
    expect(failure.message).toContain('closed the connection before the SSH handshake')
  })

  test('when the server breaks off in the middle', async () => {
    const options = await impostor((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'))
    const failure = await refusal(options)
    expect(failure.message).toContain('The SSH handshake with 127.0.0.1 failed')
  })

  test('when the host key is not known', async () => {
    const { options, hostKeyLine } = await server()
    const failure = await refusal({ ...options, pins: { checking: 'strict' } })
    expect(failure.message).toBe('The host key of 127.0.0.1 is not known')
    expect(failure.details.next).toContain(hostKeyLine.trim())
  })

  test('when the host key is not the pinned one', async () => {
    const { options, port } = await server()
    const other = makeKey().public
    const pins = { knownHosts: `[127.0.0.1]:${port} ${other}`, checking: 'accept-new' as const }
    expect((await refusal({ ...options, pins })).message).toContain('is not the pinned one')
  })

  test('when the key is refused', async () => {
    const { options } = await server({ banner: 'Members only' })
    const privateKey = await readPrivateKey(makeKey().private)
    const { details } = await refusal({ ...options, privateKey })
    expect(details.what).toBe('127.0.0.1 refuses the key for deploy')
    expect(details.why).toContain(privateKey.fingerprint)
    expect(details.next).toContain(`~deploy/.ssh/authorized_keys on the server:\n${privateKey.publicLine}\n`)
    expect(details.output).toEqual(['Members only'])
  })

  test('when the server takes no keys', async () => {
    const { options } = await server({ refuseKey: true, methods: ['password'] })
    const { details } = await refusal({ ...options, username: 'root' })
    expect(details.what).toBe('127.0.0.1 does not let root log in by key')
    expect(details.why).toContain('password')
  })
})

test('an unpinned server is trusted on request, with a notice', async () => {
  const { options, hostKeyLine } = await server()
  const connection = await connect({ ...options, pins: { checking: 'accept-new' } })
  open.push(connection)
  expect(connection.hostKey.notice).toContain(hostKeyLine.trim())
})

describe('a lost link', () => {
  test('fails everything in flight with one reason, and the process lives on', async () => {
    const { connection, server } = await connected()
    const path = join(await mkdtemp(join(tmpdir(), 'jetee-')), 'socket')
    const unix = createServer(() => {})
    await new Promise<void>((resolve) => unix.listen(path, resolve))
    const channel = await connection.exec('sleep 60', { stdin: true })
    const stream = await connection.openUnixSocket(path)
    const streamError = new Promise((resolve) => stream.once('error', resolve))
    const opening = connection.exec('true').catch((error: unknown) => error)
    server.cut()
    const loss = await channel.done.catch((error: unknown) => error)
    expect(loss).toBeInstanceOf(Failure)
    expect((loss as Failure).message).toBe('The connection to the server was lost')
    expect(await streamError).toBe(loss)
    expect(await opening).toBe(loss)
    expect(connection.closed.reason).toBe(loss)
    await expect(connection.exec('true')).rejects.toBe(loss)
    await expect(connection.openUnixSocket(path)).rejects.toBe(loss)
    await connection.end()
    unix.close()
  })

  test('is noticed when the server stops answering', async () => {
    const target = await server()
    const pairs: Socket[] = []
    const relay = createServer((socket) => {
      const to = new (socket.constructor as new () => Socket)()
      to.connect(target.port, '127.0.0.1')
      pairs.push(socket, to)
      socket.on('error', () => {}).pipe(to)
      to.on('error', () => {}).pipe(socket)
    })
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
    const connection = await connect({
      ...target.options,
      port: (relay.address() as AddressInfo).port,
      pins: { checking: 'accept-new' },
      keepaliveMs: 50,
    })
    const channel = await connection.exec('sleep 60')
    for (const socket of pairs) socket.unpipe().pause()
    const loss = (await channel.done.catch((error: unknown) => error)) as Failure
    expect(loss.message).toBe('The connection to the server was lost')
    expect(loss.details.why).toContain('no answer')
    for (const socket of pairs) socket.destroy()
    relay.close()
  })
})

test('end closes the connection, and may be called again', async () => {
  const { connection } = await connected()
  const channel = await connection.exec('sleep 60')
  await connection.end()
  expect(connection.closed.aborted).toBe(true)
  await expect(channel.done).rejects.toThrow('The connection was closed')
  await connection.end()
})
