import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readScript } from '../../../src/templates.ts'

/** A release on a server: its number, and what differs from a good one that is no copy. */
type Release = readonly [number: number, more?: { readonly copyOf?: number; readonly good?: false }]

/** The releases that the script keeps, the live one first. */
const kept = (
  releases: readonly Release[],
  { keep = 3, live, previous }: { keep?: number; live?: number; previous?: number } = {},
): readonly number[] => {
  const folder = mkdtempSync(join(tmpdir(), 'jetee-prune-'))
  try {
    mkdirSync(join(folder, 'www'))
    for (const [number, { copyOf, good = true } = {}] of releases) {
      const release = join(folder, 'project/releases', String(number))
      mkdirSync(release, { recursive: true })
      if (good) writeFileSync(join(release, 'good'), '')
      const record = { commit: 'c', subject: 'Say ,"copyOf":2, aloud', copyOf }
      writeFileSync(join(release, 'release.json'), `${JSON.stringify(record)}\n`)
    }
    if (live) symlinkSync(`r/${live}`, join(folder, 'www/current'))
    if (previous) symlinkSync(`r/${previous}`, join(folder, 'www/previous'))
    const script = `set -eu; P=project W=www KEEP=${keep}\n${readScript('prune')}\nkept_releases`
    return execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .map(Number)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('what is kept', () => {
  test('is the last good releases, by number and not by name', () => {
    expect(kept([[8], [9], [10], [11]], { live: 11, previous: 10 })).toEqual([11, 10, 9])
  })

  test('has no place for those that are not good, but for the live one', () => {
    expect(kept([[5], [6, { good: false }], [7, { good: false }], [8], [9]], { keep: 3, live: 7 })).toEqual([
      7, 9, 8,
    ])
  })

  test('counts a copy as one with what it was made from, and keeps the newest', () => {
    const releases: readonly Release[] = [[1], [2], [3], [4, { copyOf: 2 }], [5], [6, { copyOf: 2 }]]
    expect(kept(releases, { keep: 3, live: 6, previous: 5 })).toEqual([6, 5, 3])
    expect(kept(releases, { keep: 4, live: 6, previous: 5 })).toEqual([6, 5, 3, 1])
  })

  test('has the one before the live one, even if it is the same or beyond the number', () => {
    expect(
      kept([[1], [2], [3, { copyOf: 2 }], [4, { copyOf: 2 }]], { keep: 2, live: 4, previous: 3 }),
    ).toEqual([4, 3, 1])
    expect(kept([[1], [2], [3], [4]], { keep: 2, live: 4, previous: 1 })).toEqual([4, 3, 1])
  })

  test('is nothing where nothing is', () => {
    expect(kept([])).toEqual([])
    expect(kept([[1, { good: false }]])).toEqual([])
    expect(kept([[1], [2]])).toEqual([2, 1])
  })
})

describe('the build cache', () => {
  /** What Docker is asked for, when it may have so many bytes. */
  const asked = (bytes: string): string => {
    const script = `set -eu\n${readScript('prune')}\ntimeout() { shift; echo "$*" >&3; }\nprune_cache`
    return execFileSync('sh', ['-c', `{ ${script}\n} 3>&1`], {
      env: { ...process.env, CACHE: bytes },
      encoding: 'utf8',
    }).trim()
  }

  test('is brought under its bound', () => {
    expect(asked('1000')).toBe('docker builder prune --force --keep-storage 1000')
  })

  test('is left alone by a run that has no time for it', () => {
    expect(asked('')).toBe('')
  })
})
