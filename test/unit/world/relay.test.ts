import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startRelay } from '../../world/relay.ts'

/** An echo server behind a relay, and a client connected through it. */
async function echoThroughRelay(delayMs: number) {
  const server = createServer({ noDelay: true }, (socket) => socket.pipe(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const relay = await startRelay({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, delayMs })
  const client = connect({ host: relay.host, port: relay.port, noDelay: true })
  await once(client, 'connect')
  return {
    relay,
    client,
    async [Symbol.asyncDispose]() {
      client.destroy()
      await relay.close()
      server.close()
    },
  }
}

async function echo(client: Socket, text: string): Promise<number> {
  const start = performance.now()
  client.write(text)
  let got = ''
  while (got.length < text.length) got += (await once(client, 'data'))[0]
  expect(got).toBe(text)
  return performance.now() - start
}

test('a round trip takes twice the delay, and the delay can be changed', async () => {
  await using world = await echoThroughRelay(400)
  expect(await echo(world.client, 'a')).toBeGreaterThan(798)
  world.relay.setDelay(0)
  expect(await echo(world.client, 'b')).toBeLessThan(700)
  expect(world.relay.roundTrips()).toBe(2)
  expect(world.relay.roundTrips()).toBe(0)
})

test('delays without limiting throughput, in order', async () => {
  await using world = await echoThroughRelay(500)
  const text = Array.from({ length: 200_000 }, (_, i) => i.toString(36)).join(',')
  // Chunk by chunk it would take a second for each 64 KiB: eighteen.
  expect(await echo(world.client, text)).toBeLessThan(6000)
})

test('a cut relay goes silent and closes nothing', async () => {
  await using world = await echoThroughRelay(0)
  await echo(world.client, 'a')
  world.relay.cut()
  const events: string[] = []
  for (const event of ['data', 'end', 'close', 'error']) world.client.on(event, () => events.push(event))
  world.client.write('b')
  await sleep(150)
  expect(events).toEqual([])
})

test('passes on the end of a connection', async () => {
  await using world = await echoThroughRelay(10)
  world.client.resume().end('bye')
  await once(world.client, 'close')
})
