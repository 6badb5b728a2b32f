import { describe, expect, test } from 'vitest'
import { parseReleases } from '../../../src/releases/read.ts'
import { releasesSummary, releasesText } from '../../../src/releases/text.ts'

const target = { project: 'shop', configuration: 'Staging', where: 'root@host:22' }
const record = (more: object = {}): string =>
  JSON.stringify({
    commit: 'c'.repeat(40),
    tree: '',
    spec: '',
    created: '2026-11-22T16:00:00Z',
    author: 'Ada',
    subject: 'Tea | \x1b[2J',
    ...more,
  })
const lines = [
  'live 12',
  `release 9 ${record()}`,
  'good 9',
  `release 12 ${record({ copyOf: 9 })}`,
  'good 12',
  'release 13 {}',
  `failed_release 11 ${record()}`,
  `failed 11 ${JSON.stringify({ outcome: 'failed', time: '2026-11-22T17:00:00Z', commit: 'd'.repeat(40), subject: 'Milk', author: 'Bob', what: 'It does not answer', place: 'health' })}`,
  `failed_release 10 ${record()}`,
  'failed 10 {"outcome":"interrupted"}',
  'failed 8 {"outc',
  'image 104857600  jetee/shop:9 jetee/shop:12',
  'image 7  jetee/shop:mine',
  'now 1795370400',
  'ready',
]
const read = (...more: readonly string[]) => parseReleases([...more, ...lines].join('\n'), target).releases

describe('the releases that a server keeps', () => {
  test('are told with their states, the newest first', () => {
    expect(read().releases.map(({ number, state }) => [number, state])).toEqual([
      [13, 'interrupted'],
      [12, 'live'],
      [11, 'failed'],
      [10, 'interrupted'],
      [9, 'good'],
      [8, 'failed'],
    ])
  })

  test('have a candidate while another run works', () => {
    const { releases, lockHolder } = read('held ada’s run')
    expect(lockHolder).toBe('ada’s run')
    expect(releases[0]).toEqual({
      number: 13,
      state: 'candidate',
      copyOf: null,
      commit: null,
      subject: null,
      author: null,
      created: null,
      imageBytes: null,
      failure: null,
    })
  })

  test('share the size of an image that has both of their names', () => {
    expect(read().releases.map(({ imageBytes }) => imageBytes)).toEqual([
      ...[null, 104_857_600, null, null],
      ...[104_857_600, null],
    ])
  })

  test('that failed say why; what was recorded when they failed stands above what they were', () => {
    const [, , failed, interrupted] = read().releases
    expect(failed).toMatchObject({
      subject: 'Milk',
      created: '2026-11-22T17:00:00Z',
      failure: { what: 'It does not answer', place: 'health' },
    })
    expect(interrupted).toMatchObject({ author: 'Ada', failure: null })
  })
})

describe('the table', () => {
  const now = 1_795_370_400_000

  test('has a line for each, and nothing that a terminal would obey', () => {
    const text = releasesText(read(), now)
    expect(text[0]).toBe('shop (Staging) on root@host:22')
    expect(text[3]).toMatch(/^13 {7}interrupted {6,} – /)
    expect(text[4]).toMatch(/^12 {7}live, a copy of 9 +c{12} +\d+ \w+ +100 MiB +Ada +Tea \|/)
    expect(text[5]).toMatch(/^11 {7}failed: health +d{12} /)
    expect(text.join('\n')).not.toContain('\x1b')
  })

  test('is Markdown for a summary, where no subject makes another cell', () => {
    expect(releasesSummary(read(), now)).toMatch(
      /^\| 9 \| good \| c{12} \| .* \| 100 MiB \| Ada \| Tea \\\| /m,
    )
  })

  test('says when there is nothing', () => {
    const { releases } = parseReleases('live \nnow 1\nready', target)
    expect(releasesText(releases, now)).toEqual([
      'shop (Staging) on root@host:22',
      '',
      'Nothing is deployed yet.',
    ])
  })
})
