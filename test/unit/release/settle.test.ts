import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readScript } from '../../../src/templates.ts'

/** What becomes of a release behind the switch, by the server's own script; functions of the shell stand for Docker. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jetee-settle-'))
  for (const part of ['log', 'www', 'project/releases/7', 'project/releases/8'])
    mkdirSync(join(folder, part), { recursive: true })
  symlinkSync('r/8', join(folder, 'www/current'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (path: string): string => join(folder, 'project/releases', path)

/** Settles release 8, with what its helpers and its task come to; gives its status. */
const settle = (helpers: 'true' | 'false', task: 'true' | 'false'): number => {
  const script = `set -eu
${readScript('release')}
${readScript('prune')}
${readScript('helpers')}
${readScript('drain')}
${readScript('settle')}
point() { ln -sfn "$2" "$1"; }
containers_of() { if [ "$1$*" = "77 primary" ]; then echo seven; fi; }
others() { :; }
docker() { echo true; }
serve() { :; }
hand_over() { :; }
watch_helpers() { ${helpers}; }
run_task() { ${task}; }
run_hooks() { :; }
drain() { :; }
prune() { :; }
settle`
  try {
    execFileSync('sh', ['-c', script], {
      cwd: folder,
      env: {
        ...process.env,
        P: 'project',
        W: 'www',
        PROJECT: 'shop',
        RELEASE: '8',
        AUDIT: '{}',
        AFTER_HOOKS: '',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return 0
  } catch (error) {
    return (error as { readonly status: number }).status
  }
}

const beforeSwitch = (isGood: boolean): void => {
  writeFileSync(file('8/after-switch'), 'greet\n')
  writeFileSync(file('8/before'), 'r/7\n\n')
  mkdirSync(file('7/mount'))
  if (isGood) writeFileSync(file('7/good'), '')
}

describe('a release behind the switch', () => {
  test('is good when its helpers run and its tasks have ended well', () => {
    beforeSwitch(true)
    expect(settle('true', 'true')).toBe(0)
    expect(existsSync(file('8/good'))).toBe(true)
    expect(existsSync(file('8/after-switch'))).toBe(false)
  })

  test.each([
    ['a helper', 'false', 'true'],
    ['a task', 'true', 'false'],
  ] as const)('gives way to the good one before it when %s fails', (_, helpers, task) => {
    beforeSwitch(true)
    expect(settle(helpers, task)).toBe(1)
    expect(existsSync(file('8/good'))).toBe(false)
    expect(execFileSync('readlink', ['www/current'], { cwd: folder, encoding: 'utf8' })).toBe('r/7\n')
  })

  test.each([
    ['a helper', 'false', 'true'],
    ['a task', 'true', 'false'],
  ] as const)(
    'stays without being good when %s fails and there is none, and what waited for it still waits',
    (_, helpers, task) => {
      beforeSwitch(false)
      expect(settle(helpers, task)).toBe(0)
      expect(existsSync(file('8/good'))).toBe(false)
      expect(existsSync(file('8/after-switch'))).toBe(true)
      expect(settle('true', 'true')).toBe(0)
      expect(existsSync(file('8/good'))).toBe(true)
      expect(existsSync(file('8/after-switch'))).toBe(false)
    },
  )
})
