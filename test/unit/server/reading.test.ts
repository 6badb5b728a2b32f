import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseFacts } from '../../../src/server/parse-facts.ts'
import { readScript } from '../../../src/templates.ts'

/** What is read of a server without the lock. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jetee-reading-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (root = folder): string =>
  execFileSync(
    'sh',
    [
      '-c',
      `ROOT=${root}\nPROJECT=shop\n${readScript('read')}\n${readScript('disk')}\n${readScript('facts')}`,
    ],
    {
      encoding: 'utf8',
      cwd: folder,
    },
  )

const held = () => read().match(/^held .*$/m)?.[0]

test('a server without the folder has few facts, and gets none', () => {
  // Where the script starts is of no account.
  mkdirSync(join(folder, 'projects/shop'), { recursive: true })
  writeFileSync(join(folder, 'projects/shop/key'), 'k3y')
  const facts = parseFacts(read(join(folder, 'none')))
  expect(facts).toMatchObject({ key: undefined, owner: undefined, sites: [], releases: [] })
  expect(facts.disk.totalKiB).toBeGreaterThan(0)
  expect(readdirSync(folder)).toEqual(['projects'])
})

test('the holder is named while the lock is held, and only then', async () => {
  mkdirSync(join(folder, 'locks'))
  expect(held()).toBeUndefined()
  const lock = join(folder, 'locks/shop.lock')
  writeFileSync(lock, '')
  writeFileSync(join(folder, 'locks/shop.holder'), 'token\nhttps://example.com/runs/7\n')
  expect(held()).toBeUndefined()
  const holder = spawn('flock', [lock, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    await once(holder.stdout, 'data')
    expect(held()).toBe('held https://example.com/runs/7')
  } finally {
    holder.stdin.end()
    await once(holder, 'exit')
  }
  expect(held()).toBeUndefined()
})
