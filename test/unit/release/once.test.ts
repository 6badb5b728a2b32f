import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readScript } from '../../../src/templates.ts'

/** A task that runs once in the life of a project, by the server's own script; a program of the shell is its container. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jetee-once-'))
  for (const number of ['1', '2']) {
    mkdirSync(join(folder, 'releases', number), { recursive: true })
    writeFileSync(join(folder, 'releases', number, 'deadlines'), 'migrate 5\nseed-1 5 once\n')
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a release's task comes to when its container ends with that program's status: whether it ran, and its status. */
const run = (release: number, task: string, program: 'true' | 'false' | 'kill -9 $$'): string => {
  const script = `set -eu
${readScript('release')}
attach_task() { ${program}; }
status=0
run_task ${release} ${task} || status=$?
echo "status $status"`
  try {
    const output = execFileSync('sh', ['-c', script], {
      env: { ...process.env, P: folder, PROJECT: 'shop-pr-1' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return `${output.includes('@jetee task begin') ? 'ran' : 'left out'}, ${output.trim().split('\n').at(-1)}`
  } catch {
    return 'killed'
  }
}

test('a task runs in each release, and one that runs once does until it has succeeded', () => {
  expect([run(1, 'migrate', 'true'), run(2, 'migrate', 'true')]).toEqual(['ran, status 0', 'ran, status 0'])
  expect(run(1, 'seed-1', 'false')).toBe('ran, status 1')
  expect(run(1, 'seed-1', 'kill -9 $$')).toBe('killed')
  expect(run(1, 'seed-1', 'true')).toBe('ran, status 0')
  expect(run(2, 'seed-1', 'false')).toBe('left out, status 0')
})
