import { PassThrough } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import type { Failure } from '../../../src/report/failure.ts'
import type { Connection } from '../../../src/server/connection/connection.ts'
import type { Channel, Exit } from '../../../src/server/connection/exec-channel.ts'
import { type LockRequest, takeLock } from '../../../src/server/lock.ts'

/** A server whose script says what a test lets it say, and somebody who wants the lock of it. */
const want = (request: Partial<LockRequest> = {}) => {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const { promise: done, resolve, reject } = Promise.withResolvers<Exit>()
  const close = vi.fn<() => void>()
  const channel: Channel = { stdin, stdout, stderr, done, resize: () => {}, close }
  const told: string[] = []
  const connection = { where: 'root@server:22', exec: async () => channel } as Partial<Connection>
  const lock = takeLock(connection as Connection, {
    project: 'shop',
    token: 'run 7',
    holder: 'run 7',
    waitSeconds: 60,
    helperImage: 'helper',
    wrap: [],
    onWaiting: (holder, seconds, isFirst) => told.push(`${holder} ${seconds} ${isFirst}`),
    signal: new AbortController().signal,
    ...request,
  })
  lock.catch(() => {})
  return {
    lock,
    told,
    stdin,
    close,
    says: (...lines: readonly string[]) => stdout.write(lines.map((line) => `${line}\n`).join('')),
    ends: (code: number | null, errors = '') => {
      stderr.end(errors)
      stdout.end(() => resolve({ code }))
    },
    breaks: reject,
  }
}

const refusalOf = (lock: Promise<unknown>): Promise<Failure> =>
  lock.then(
    () => expect.unreachable(),
    (error: Failure) => error,
  )

describe('whoever takes the lock', () => {
  test('gets the facts that were read with it', async () => {
    const { lock, says } = want()
    says('os debian', 'current 7', 'ready')
    expect((await lock).facts.split('\n').slice(0, 2)).toEqual(['os debian', 'current 7'])
  })

  test('hears whom it waits for, once for each', async () => {
    const { lock, says, told } = want()
    says('waiting 3 run 5', 'waiting 4 run 5', 'waiting 1 run 6', 'ready')
    await lock
    expect(told).toEqual(['run 5 3 true', 'run 6 1 true'])
  })

  test('and does not wait is told by the failure alone', async () => {
    const { lock, says, ends, told } = want({ waitSeconds: 0 })
    says('waiting 60 run 5')
    ends(75)
    const { message, details } = await refusalOf(lock)
    expect(message).toBe('Another run holds the lock of shop')
    expect(details.why).toBe(
      'It is run 5, which took the lock 1 minute ago. With a `lock-timeout` of 0, nothing waits for it.',
    )
    expect(told).toEqual([])
  })

  test('may not work on the server, and is told whose the folder is', async () => {
    const { lock, says, ends } = want()
    says('denied deployer')
    ends(77)
    const { message, details } = await refusalOf(lock)
    expect(message).toBe('The login may not write the deployer’s folder on the server')
    expect(details.why).toContain('It belongs to deployer')
  })

  test('fails with what a server says that has not the tools', async () => {
    const { lock, ends } = want()
    ends(127, 'sh: flock: not found\n')
    expect((await refusalOf(lock)).details).toMatchObject({
      what: 'The server could not be read',
      why: 'The first script ended with status 127.',
      output: ['sh: flock: not found'],
    })
  })

  test('is cancelled while it waits, and lets go of the server', async () => {
    const controller = new AbortController()
    const { lock, says, close, told } = want({ signal: controller.signal })
    says('waiting 3 run 5')
    await vi.waitFor(() => expect(told).toHaveLength(1))
    controller.abort(new Error('cancelled'))
    expect(await refusalOf(lock)).toEqual(new Error('cancelled'))
    expect(close).toHaveBeenCalled()
  })

  test('keeps it when the run is cancelled, so that what was done can be undone', async () => {
    const controller = new AbortController()
    const { lock, says, close } = want({ signal: controller.signal })
    says('ready')
    const { lost } = await lock
    controller.abort()
    expect(lost.aborted).toBe(false)
    expect(close).not.toHaveBeenCalled()
  })
})

describe('a lock that is held', () => {
  test('is lost with the process that holds it, or with the connection', async () => {
    const one = want()
    one.says('ready')
    const { lost } = await one.lock
    one.ends(0)
    await vi.waitFor(() => expect(lost.reason).toMatchObject({ message: 'The lock on the server was lost' }))

    const other = want()
    other.says('ready')
    const held = await other.lock
    other.breaks(new Error('the link is gone'))
    await vi.waitFor(() => expect(held.lost.aborted).toBe(true))
  })

  test('is not lost when it is given up', async () => {
    const { lock, says, ends, stdin } = want()
    says('ready')
    const held = await lock
    held.release()
    expect(stdin.writableEnded).toBe(true)
    ends(0)
    await new Promise((resolve) => setImmediate(resolve))
    expect(held.lost.aborted).toBe(false)
  })

  test('is kept by a sign of life every five seconds', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const { lock, says, stdin } = want()
      says('ready')
      const held = await lock
      vi.advanceTimersByTime(15_000)
      expect(stdin.read()?.toString()).toBe('...')
      held.release()
      expect(() => vi.advanceTimersByTime(15_000)).not.toThrow()
    } finally {
      vi.useRealTimers()
    }
  })
})
