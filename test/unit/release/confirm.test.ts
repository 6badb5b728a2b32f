import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newerRelease } from '../../../src/commands/superseded.ts'
import { confirmLive } from '../../../src/release/confirm.ts'
import type { ReleaseRecord } from '../../../src/server/facts.ts'
import type { ScriptRun, Session } from '../../../src/server/session.ts'
import { readScript } from '../../../src/templates.ts'
import { releaseFact } from '../sample.ts'

/** What a run that found release 7 as it should be writes down of it, if anything; `made` is the run that made it. */
const confirmed = async (run: number | undefined, made: number | undefined, status?: number) => {
  const fact = releaseFact(7, { good: true })
  const record = {
    ...(fact.record as ReleaseRecord),
    subject: 'It\'s "done" \\n',
    ...(made && { run: made }),
  }
  const folder = mkdtempSync(join(tmpdir(), 'jetee-confirm-'))
  mkdirSync(join(folder, 'releases/7'), { recursive: true })
  const warnings: string[] = []
  const session = {
    run: async ([script = '']: readonly string[], { args }: ScriptRun) => {
      if (status !== undefined) return { code: status, stderr: 'no room\n' }
      const text = `set -eu\nwrite() { cat >"$1"; }\n${readScript(script)}`
      execFileSync('sh', ['-c', text], { env: { ...process.env, P: folder, ...args } })
      return { code: 0, stderr: '' }
    },
  }
  const facts = { current: 7, releases: [{ ...fact, record }] }
  try {
    await confirmLive(session as unknown as Session, facts, run, { warn: (text) => warnings.push(text) })
    const file = join(folder, 'releases/7/release.json')
    const written = JSON.parse(readFileSync(file, 'utf8')) as ReleaseRecord
    expect(written).toEqual({ ...record, run })
    return written
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return warnings
    throw error
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a newer run that changed nothing has overtaken an older one that still waits', async () => {
  const record = (await confirmed(50, 20)) as ReleaseRecord
  const there = { current: 7, releases: [{ ...releaseFact(7, { good: true }), record }] }
  expect(newerRelease({ id: 49, attempt: 1 }, there)?.number).toBe(7)
  expect(newerRelease({ id: 51, attempt: 1 }, there)).toBeUndefined()
})

test('one behind a release from a terminal has, too', async () => {
  expect(await confirmed(50, undefined)).toMatchObject({ run: 50 })
})

test.each([
  ['run again', 20, 20],
  ['older than the run that made it', 19, 20],
  ['from a terminal', undefined, 20],
])('nothing is written down by one that is %s', async (_, run, made) => {
  expect(await confirmed(run, made)).toEqual([])
})

test('when it cannot be written down, that is a warning', async () => {
  expect(await confirmed(50, 20, 1)).toEqual([
    'An older run that still waits may deploy after this one: no room',
  ])
})
