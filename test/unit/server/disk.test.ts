import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readScript } from '../../../src/templates.ts'

/** Which disk the script looks at, with settings of Docker's like these. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jetee-disk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const disk = (settings: string | undefined): string => {
  const file = join(folder, 'daemon.json')
  if (settings !== undefined) writeFileSync(file, settings)
  const script = `set -eu
${readScript('disk').replace('/etc/docker/daemon.json', file)}
df() { printf 'Filesystem Blocks Used Available\\n/dev/vdb 900 300 600 33%% %s\\n' "$2"; }
disk`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trim()
}

test('the disk is the one that Docker’s settings name', () => {
  mkdirSync(join(folder, 'docker data'))
  const place = join(folder, 'docker data')
  expect(disk(JSON.stringify({ 'live-restore': true, 'data-root': place }, undefined, 2))).toBe(
    `disk 600 900 ${place}`,
  )
  expect(disk(`{"data-root":"${place}","debug":true}`)).toBe(`disk 600 900 ${place}`)
  // It is made when Docker starts.
  expect(disk(JSON.stringify({ 'data-root': `${place}/not/yet` }))).toBe(`disk 600 900 ${place}`)
})

test('without such a setting, the disk is the one of the usual folder, or of the one above it', () => {
  expect(disk(undefined)).toMatch(/^disk 600 900 \/var\/lib/)
  expect(disk('{}')).toMatch(/^disk 600 900 \/var\/lib/)
})
