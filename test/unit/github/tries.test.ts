import { describe, expect, test } from 'vitest'
import { limitOf, pauseBefore, type Trouble, troubleOf } from '../../../src/github/tries.ts'

const now = Date.UTC(2026, 10, 23, 14, 0, 0)
const trouble = (more: Partial<Trouble>): Trouble => ({
  status: undefined,
  headers: {},
  message: '',
  isUnsent: false,
  ...more,
})
const reset = (seconds: number) => ({
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String(now / 1000 + seconds),
})

describe('what is made again', () => {
  test.each<[string, Trouble, boolean, number | undefined]>([
    ['a read that nobody answered', trouble({}), true, 1000],
    ['a read that failed', trouble({ status: 502 }), true, 1000],
    ['a write that may have been done', trouble({ status: 502 }), false, undefined],
    ['a write whose answer did not come', trouble({}), false, undefined],
    ['a write that never left', trouble({ isUnsent: true }), false, 1000],
    ['what is refused', trouble({ status: 403 }), true, undefined],
    ['what is wrong', trouble({ status: 422 }), true, undefined],
    ['a write over a limit that ends soon', trouble({ status: 403, headers: reset(5) }), false, 6000],
    ['a read over a limit that ends late', trouble({ status: 403, headers: reset(3000) }), true, undefined],
    [
      'what came too often, with a short wait',
      trouble({ status: 429, headers: { 'retry-after': '2' } }),
      false,
      3000,
    ],
    [
      'what came too often, for a minute',
      trouble({ status: 403, message: 'You have exceeded a secondary rate limit' }),
      true,
      undefined,
    ],
  ])('%s', (_, what, isRepeatable, pause) => {
    expect(pauseBefore(what, { isRepeatable, tried: 1 }, now)).toBe(pause)
  })

  test('nothing, after the third try', () => {
    expect(pauseBefore(trouble({}), { isRepeatable: true, tried: 2 }, now)).toBe(3000)
    expect(pauseBefore(trouble({}), { isRepeatable: true, tried: 3 }, now)).toBeUndefined()
  })
})

test('a refusal is no limit, as long as there are requests left', () => {
  const headers = { ...reset(60), 'x-ratelimit-remaining': '4711' }
  expect(limitOf(trouble({ status: 403, headers }), now)).toBeUndefined()
  expect(limitOf(trouble({ status: 403, headers: reset(60) }), now)).toEqual({ until: now + 60_000 })
})

test('an error that comes before the connection is found below its wrappings', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED ::1:1'), { code: 'ECONNREFUSED' })
  const both = new AggregateError([refused], '')
  const wrapped = new Error('fetch failed', { cause: new TypeError('fetch failed', { cause: both }) })
  expect(troubleOf(wrapped).isUnsent).toBe(true)
  expect(troubleOf(new Error('fetch failed', { cause: new Error('terminated') })).isUnsent).toBe(false)
})
