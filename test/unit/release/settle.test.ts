import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
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
containers_of() { case "$*" in "7 primary") echo seven ;; "8 task") echo "@task" ;; esac; }
xargs() { command cat >>removed; }
keep_logs() { :; }
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
    expect(readlinkSync(join(folder, 'www/current'))).toBe('r/7')
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
      // A task that has a container of its own runs in it again.
      expect(existsSync(join(folder, 'removed'))).toBe(false)
      expect(settle('true', 'true')).toBe(0)
      expect(existsSync(file('8/good'))).toBe(true)
      expect(existsSync(file('8/after-switch'))).toBe(false)
      expect(readFileSync(join(folder, 'removed'), 'utf8')).toBe('@task\n')
    },
  )
})

describe('the links of a switch that never came to its end', () => {
  /** The release that `previous` names, once a release that is not live is about to be removed. */
  const previous = (links: { readonly previous?: string }, before: string | undefined): string => {
    if (links.previous) symlinkSync(`r/${links.previous}`, join(folder, 'www/previous'))
    if (before !== undefined) writeFileSync(file('7/before'), before)
    const prelude = readScript('prelude')
    const script = `set -eu
${prelude.slice(prelude.indexOf('# point '), prelude.indexOf('# shared'))}
${readScript('release')}
unswitch 7
readlink www/previous || true`
    const env = { ...process.env, P: 'project', W: 'www', PROJECT: 'shop' }
    return execFileSync('sh', ['-c', script], { cwd: folder, env, encoding: 'utf8' }).trim()
  }

  test('are as they were before it', () => {
    expect(previous({ previous: '8' }, 'r/8\nr/5\n')).toBe('r/5')
  })

  test('are none where there was none', () => {
    expect(previous({ previous: '8' }, 'r/8\n\n')).toBe('')
  })

  test.each([
    ['the second link was not reached', { previous: '5' }, 'r/8\nr/4\n'],
    ['the switch was not reached', { previous: '8' }, undefined],
  ])('stay where %s', (_, links, before) => {
    expect(previous(links, before)).toBe(`r/${links.previous}`)
  })

  test('stay none before the first release', () => {
    rmSync(join(folder, 'www/current'))
    expect(previous({}, '\n\n')).toBe('')
  })
})

describe('what is kept of a release that failed', () => {
  /** Keeps it, on a disk that takes so many files; gives the files there, by what stands in them. */
  const kept = (files: number): Readonly<Record<string, string>> => {
    const prelude = readScript('prelude')
    writeFileSync(file('8/release.json'), 'record\n')
    const script = `set -eu
${prelude.slice(prelude.indexOf('# write '), prelude.indexOf('# point'))}
${readScript('release')}
cat() { if [ "$(ls project/failed/8 | wc -l)" -gt ${files} ]; then return 1; fi; command cat; }
keep_failure 8 '{}'
echo goes on`
    const env = { ...process.env, P: 'project' }
    expect(execFileSync('sh', ['-c', script], { cwd: folder, env, encoding: 'utf8' })).toBe('goes on\n')
    const there = join(folder, 'project/failed/8')
    return Object.fromEntries(
      readdirSync(there).map((name) => [name, readFileSync(join(there, name), 'utf8')]),
    )
  }

  test('is its record and its failure', () => {
    expect(kept(9)).toEqual({ 'release.json': 'record\n', 'failed.json': '{}\n' })
  })

  test('is nothing half-written on a disk without room, and the removal goes on', () => {
    expect(kept(1)).toEqual({ 'release.json': 'record\n' })
    rmSync(join(folder, 'project/failed'), { recursive: true })
    expect(kept(0)).toEqual({})
  })
})
