import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../src/report/failure.ts'
import { type ConnectOptions, connect } from '../../../../src/server/connection/connection.ts'
import { readPrivateKey } from '../../../../src/server/connection/private-key.ts'
import { closeAfterwards, server } from './fixture.ts'
import { makeKey } from './keys.ts'

/** A TCP server that is not an SSH server. */
async function impostor(greet: (socket: Socket) => void): Promise<ConnectOptions> {
  const tcp: Server = createServer((socket) => {
    socket.on('error', () => {})
    greet(socket)
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  closeAfterwards(() => tcp.close())
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
    // Its greeting has to be there before that, or it would be one that says nothing.
    const failure = await refusal({ ...options, handshakeTimeoutMs: 1500 })
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
    const failure = await refusal({ ...options, hostKeys: { checking: 'strict' } })
    expect(failure.message).toBe('The host key of 127.0.0.1 is not known')
    expect(failure.details.next).toContain(hostKeyLine.trim())
  })

  test('when the host key is not the pinned one', async () => {
    const { options, port } = await server()
    const other = makeKey().public
    const hostKeys = { knownHosts: `[127.0.0.1]:${port} ${other}`, checking: 'accept-new' as const }
    expect((await refusal({ ...options, hostKeys })).message).toContain('is not the pinned one')
  })

  test('when the key is refused', async () => {
    const { options } = await server({ banner: 'Members only' })
    const login = await readPrivateKey(makeKey().private)
    const { details } = await refusal({ ...options, login })
    expect(details.what).toBe('127.0.0.1 refuses the key for deploy')
    expect(details.why).toContain(login.fingerprint)
    expect(details.next).toMatch(/~deploy\/\.ssh\/authorized_keys .*:\n/)
    expect(details.next?.endsWith(`\n${login.publicLine}`)).toBe(true)
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
  const connection = await connect({ ...options, hostKeys: { checking: 'accept-new' } })
  closeAfterwards(() => connection.end())
  expect(connection.hostKey.notice).toContain(hostKeyLine.trim())
})
