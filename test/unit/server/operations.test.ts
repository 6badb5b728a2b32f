import { afterEach, describe, expect, test, vi } from 'vitest'
import { debugOperations } from '../../../src/github/debug.ts'
import { beginPart, type Operation, operation, operationsChannel } from '../../../src/server/operations.ts'

/** Everything that the channel tells until the end of a test, as `event name`. */
const listen = () => {
  const heard: string[] = []
  const numbers: number[] = []
  const hear = (event: string) => (told: Operation) => {
    heard.push(`${event} ${told.name}`)
    if (event === 'start') numbers.push(told.number)
  }
  operationsChannel.subscribe({
    start: hear('start'),
    end() {},
    asyncStart: hear('answer'),
    asyncEnd() {},
    error() {},
  })
  return { heard, numbers }
}

describe('the operations of a run', () => {
  test('are told of before their work begins, and when it has ended', async () => {
    const { heard, numbers } = listen()
    await operation('script', 'first', async () => {
      heard.push('works')
    })
    await expect(
      operation('engine', 'GET /info', async () => {
        throw new Error('no engine')
      }),
    ).rejects.toThrow('no engine')
    const end = beginPart('migrate')
    end()
    expect(heard).toEqual([
      'start first',
      'works',
      'answer first',
      'start GET /info',
      'answer GET /info',
      'start migrate',
      'answer migrate',
    ])
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1)
    expect(numbers[2]).toBe((numbers[0] ?? 0) + 2)
  })
})

describe('the debug log', () => {
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    written.length = 0
  })

  test('says nothing of them unless it is switched on', async () => {
    vi.stubEnv('RUNNER_DEBUG', '')
    debugOperations()
    await operation('lock', 'quiet', async () => {})
    expect(written.join('')).not.toContain('quiet')
  })

  test('tells of each with its duration', async () => {
    vi.stubEnv('RUNNER_DEBUG', '1')
    debugOperations()
    await operation('lock', 'shop', async () => {})
    expect(written.join('')).toMatch(
      /::debug::operation (\d+): lock shop\n::debug::operation \1 ended: lock shop, \d+ ms/,
    )
  })
})
