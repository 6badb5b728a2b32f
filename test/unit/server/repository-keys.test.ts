import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readScript } from '../../../src/templates.ts'

let folder: string
const own = (file: string) => join(folder, 'repositories/acme--shop', file)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jetee-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs a script about the repository's key, with what it is answered; gives what it printed. */
const run = (name: string, args: string, input: string): string => {
  const text = `set -eu; umask 077; P=project PROJECT=shop ROOT=$PWD ${args}\n${readScript('repository')}\n${readScript(name)}`
  return execFileSync('sh', ['-c', text], { cwd: folder, encoding: 'utf8', input })
}

/** Data of the keys that were told. */
const told = (output: string): readonly (string | undefined)[] =>
  [...output.matchAll(/^@jetee (?:key .*|next )ssh-ed25519 (\S+)/gm)].map(([, data]) => data)

const fetchArgs = `TREE=t MANIFEST_BYTES=0 REPOSITORIES='acme--shop c0ffee key git@github.com:acme/shop.git '`

test('a rotated key counts as one that has not worked yet, and goes with the project', () => {
  const [first] = told(run('deploy-key', 'NAME=acme--shop VERB=show', ''))
  expect(existsSync(own('users/shop'))).toBe(true)
  writeFileSync(own('worked'), '')
  const [old, next] = told(run('deploy-key', 'NAME=acme--shop VERB=rotate', 'use\n'))
  expect(old).toBe(first)
  expect(told(run('deploy-key', 'NAME=acme--shop VERB=show', ''))).toEqual([next])
  expect(existsSync(own('worked'))).toBe(false)
})

test('a key that is gone at GitHub is replaced once, also when two runs have seen that', () => {
  mkdirSync(join(folder, 'project'))
  const [first] = told(run('fetch', fetchArgs, 'send\n'))
  writeFileSync(own('worked'), '')
  const [again, second] = told(run('fetch', fetchArgs, `renew acme--shop ${first}\nsend\n`))
  expect(again).toBe(first)
  expect(second).not.toBe(first)
  expect(existsSync(own('worked'))).toBe(false)
  const kept = readFileSync(own('key'), 'utf8')
  expect(told(run('fetch', fetchArgs, `renew acme--shop ${first}\nsend\n`))).toEqual([second, second])
  expect(readFileSync(own('key'), 'utf8')).toBe(kept)
})
