import { afterEach, expect } from 'vitest'
import { type Connection, connect } from '../../../../src/server/connection/connection.ts'
import { type Behaviour, startServer, type TestServer } from './ssh-server.ts'

const open: AsyncDisposable[] = []
const strays: unknown[] = []
process.on('uncaughtException', (error) => strays.push(error))
process.on('unhandledRejection', (error) => strays.push(error))

afterEach(async () => {
  for (const item of open.splice(0).reverse()) await item[Symbol.asyncDispose]()
  expect(strays, 'errors that nobody caught').toEqual([])
})

/** Has something closed when the test ends. */
export function closeAfterwards(close: () => unknown): void {
  open.push({
    [Symbol.asyncDispose]: async () => {
      await close()
    },
  })
}

/** A server for this test. */
export async function server(behaviour?: Behaviour): Promise<TestServer> {
  const started = await startServer(behaviour)
  open.push(started)
  return started
}

/** A server for this test, and a connection to it. */
export async function connected(
  behaviour?: Behaviour,
): Promise<{ server: TestServer; connection: Connection }> {
  const started = await server(behaviour)
  const connection = await connect(started.options)
  open.push(connection)
  return { server: started, connection }
}
