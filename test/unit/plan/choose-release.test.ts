import { describe, expect, test } from 'vitest'
import { chooseRelease, isName } from '../../../src/plan/choose-release.ts'
import type { Failure } from '../../../src/report/failure.ts'
import type { ReleaseFact } from '../../../src/server/facts.ts'
import { releaseFact } from '../sample.ts'

/** A good release at a commit whose name begins so, or a copy of one. */
const good = (number: number, commit: string, copyOf?: number): ReleaseFact => {
  const fact = releaseFact(number, { good: true, spec: 'spec' })
  return {
    ...fact,
    record: fact.record && {
      ...fact.record,
      commit: commit.padEnd(40, '0'),
      ...(copyOf !== undefined && { copyOf }),
    },
  }
}

const first = 'aaaaaaa1'
const second = 'bbbbbbb2'
const third = 'ccccccc3'

/** Release 5 failed, 6 is a copy of 2 that is live. */
const there = {
  current: 6,
  sequence: 6,
  releases: [good(1, first), good(2, second), good(3, third), good(4, third), good(6, second, 2)],
}

const choose = (text?: string, commit?: string, facts: typeof there = there) => {
  try {
    const { number, origin } = chooseRelease({ text, commit }, facts, 'root@example.com:22')
    return `${number} of ${origin}`
  } catch (error) {
    return (error as Failure).message
  }
}

describe('the release to go back to', () => {
  test.each([
    ['the one before the origin of the live one', undefined, '1 of 1'],
    ['a number', '4', '4 of 4'],
    ['seven digits of a commit: its newest release', third.slice(0, 7), '4 of 4'],
    ['a whole commit, in capitals', third.toUpperCase().padEnd(40, '0'), '4 of 4'],
    ['the number of the live one', '6', 'Release 6 is live already'],
    ['the origin of the live one', '2', 'Release 2 is live already'],
    ['the commit of the live one', second, `Release ${second} is live already`],
    ['one that failed', '5', 'Release 5 is not kept on the server'],
    ['one that never was', '7', 'Release 7 is not kept on the server'],
    ['a commit that nobody has deployed', 'ddddddd', 'Release ddddddd is not kept on the server'],
  ])('%s', (_, text, expected) => {
    expect(choose(text)).toBe(expected)
  })

  test('is what was live before, not what was rolled back from', () => {
    const facts = { current: 7, sequence: 7, releases: [...there.releases, good(7, 'ddddddd4')] }
    expect(choose(undefined, undefined, facts)).toBe('6 of 2')
  })

  test('is found by the commit of a tag', () => {
    expect(choose('v1.0', first.padEnd(40, '0'))).toBe('1 of 1')
    expect(choose('v2.0', 'd'.repeat(40))).toBe('Release v2.0 is not kept on the server')
  })

  test('is the newest copy of one that is gone itself', () => {
    const copies = [good(4, third), good(5, first, 1), good(6, first, 1), good(7, third, 4)]
    const facts = { current: 7, sequence: 7, releases: copies }
    expect(choose(undefined, undefined, facts)).toBe('6 of 1')
    expect(choose('1', undefined, facts)).toBe('6 of 1')
    expect(choose('5', undefined, facts)).toBe('5 of 1')
  })

  test('is none before the first one, and none where nothing is live', () => {
    const only = { current: 2, sequence: 2, releases: [good(2, second)] }
    expect(choose(undefined, undefined, only)).toBe('There is no release before release 2 to go back to')
    expect(choose('2', undefined, { ...only, current: 9 })).toBe('No release of the project is live')
  })

  test('is never one that has not gone live', () => {
    const releases = [...there.releases, releaseFact(7, { good: false, spec: 'spec' })]
    expect(choose('7', undefined, { ...there, releases })).toBe('Release 7 is not kept on the server')
  })

  test('is not guessed where digits begin two commits', () => {
    const releases = [good(1, 'abcdef01'), good(2, 'abcdef02'), good(3, third)]
    const facts = { current: 3, sequence: 3, releases }
    expect(choose('abcdef0', undefined, facts)).toBe('abcdef0 begins the names of 2 commits')
    expect(choose('abcdef02', undefined, facts)).toBe('2 of 2')
  })

  test('is told with those that are kept, and why it may be missing', () => {
    let why: string | undefined
    try {
      chooseRelease({ text: '5', commit: undefined }, there, 'root@example.com:22')
    } catch (error) {
      why = (error as Failure).details.why
    }
    expect(why?.split('\n').map((line) => line.replace(/, of .*Z/, ''))).toEqual([
      'It failed before it was live, or it was removed since, as only the last good ones are kept.',
      'These are kept:',
      'release 4, commit ccccccc30000: First',
      'release 3, commit ccccccc30000: First',
      'release 6 (a copy of 2), commit bbbbbbb20000, live: First',
      'release 2, commit bbbbbbb20000: First',
      'release 1, commit aaaaaaa10000: First',
    ])
  })
})

test.each([
  ['12', false],
  ['abcdef0', false],
  ['abcdef', true],
  ['v1.2', true],
  ['main', true],
])('%s can only be a name of git: %s', (text, expected) => expect(isName(text)).toBe(expected))
