import { mkdtemp } from 'node:fs/promises'
import { type AddressInfo, connect as connectTcp, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../src/report/failure.ts'
import { connect } from '../../../../src/server/connection/connection.ts'
import { connected, server } from './fixture.ts'

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
      const to = connectTcp(target.port, '127.0.0.1')
      pairs.push(socket, to)
      socket.on('error', () => {}).pipe(to)
      to.on('error', () => {}).pipe(socket)
    })
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
    const connection = await connect({
      ...target.options,
      port: (relay.address() as AddressInfo).port,
      hostKeys: { checking: 'accept-new' },
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
