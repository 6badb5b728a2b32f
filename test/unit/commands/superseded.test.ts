import { describe, expect, test } from 'vitest'
import {
  newerRelease,
  newerRemoval,
  superseded,
  supersededByRemoval,
} from '../../../src/commands/superseded.ts'
import type { ReleaseFact } from '../../../src/server/facts.ts'

const record = { commit: '0123456789abcdef', tree: '', spec: '', created: '', author: '', subject: '' }
const made = (number: number, run?: number): ReleaseFact => ({
  number,
  good: true,
  active: true,
  record: { ...record, ...(run !== undefined && { run }) },
})
const facts = { current: 2, releases: [made(1, 50), made(2, 20)] }

describe('a run that has waited for the lock', () => {
  test('is overtaken by a newer run whose release is live', () => {
    expect(newerRelease({ id: 19, attempt: 1 }, facts)).toBe(facts.releases[1])
    expect(newerRelease({ id: 19, attempt: 1 }, { current: 1, releases: [made(1, 20)] })?.number).toBe(1)
  })

  test.each([
    ['is as old', { id: 20, attempt: 1 }],
    ['is newer, whatever other releases are', { id: 21, attempt: 1 }],
    ['is run again', { id: 19, attempt: 2 }],
    ['comes from a terminal', undefined],
  ])('goes on when it %s', (_, run) => {
    expect(newerRelease(run, facts)).toBeUndefined()
  })

  test('goes on when the live release comes from a terminal, or none is live', () => {
    expect(newerRelease({ id: 19, attempt: 1 }, { current: 1, releases: [made(1)] })).toBeUndefined()
    expect(newerRelease({ id: 19, attempt: 1 }, { current: undefined, releases: [made(1, 20)] })).toBe(
      undefined,
    )
  })
})

test('what is told of an overtaken run names the release, its commit and its run', () => {
  const done = superseded(made(7, 20), { serverUrl: 'https://github.com', repository: 'acme/shop' })
  expect(done).toMatchObject({ kind: 'done', changed: false, release: 7 })
  for (const text of ['release 7', '0123456789ab', 'https://github.com/acme/shop/actions/runs/20'])
    expect(done.sentence).toContain(text)
})

describe('a run whose preview a newer run has taken down', () => {
  test.each([
    ['leaves it so', { id: 19, attempt: 1 }, 20, 20],
    ['brings it up when it is newer', { id: 21, attempt: 1 }, 20, undefined],
    ['brings it up when somebody runs it again', { id: 19, attempt: 2 }, 20, undefined],
    ['brings it up from a terminal', undefined, 20, undefined],
    ['brings it up where none was taken down', { id: 19, attempt: 1 }, undefined, undefined],
  ])('%s', (_, run, gone, expected) => {
    expect(newerRemoval(run, { gone })).toBe(expected)
  })

  test('says which run it was', () => {
    const done = supersededByRemoval(20, { serverUrl: 'https://github.com', repository: 'acme/shop' })
    expect(done).toMatchObject({ kind: 'done', changed: false })
    expect(done.sentence).toContain('https://github.com/acme/shop/actions/runs/20')
  })
})
