import { expect, test } from 'vitest'
import { completeCredentials } from '../../../src/server/provision.ts'

test('credentials that the server has are kept', () => {
  const known = { key: 'k', passwords: { redis: 'a', gone: 'b' } }
  expect(completeCredentials(known, ['redis'], {})).toEqual({ key: 'k', passwords: { redis: 'a' }, made: {} })
})

test('a password that is given holds, whatever the server keeps, and is none of those to be kept at once', () => {
  const known = { key: 'k', passwords: { redis: 'old' } }
  const given = { redis: 'new', postgresql: 'other' }
  expect(completeCredentials(known, ['redis', 'postgresql'], given)).toEqual({
    key: 'k',
    passwords: given,
    made: {},
  })
})

test('credentials that it lacks are made, each another, of characters that need no quoting', () => {
  const made = [1, 2].map(() =>
    completeCredentials({ key: undefined, passwords: {} }, ['postgresql', 'redis'], {}),
  )
  const all = made.flatMap(({ key, passwords }) => [key, ...Object.values(passwords)])
  expect(new Set(all).size).toBe(6)
  for (const { key, passwords, made: kept } of made) {
    expect(kept).toEqual(passwords)
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    for (const password of Object.values(passwords)) expect(password).toMatch(/^[A-Za-z0-9_-]{32}$/)
  }
})
