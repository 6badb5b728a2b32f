import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readScript } from '../../../src/templates.ts'

/** The lock's script, as the server's shell runs it, in a folder of its own. */

let root: string
const running: ChildProcess[] = []

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lock-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) child.stdin?.end()
  await rm(root, { recursive: true, force: true })
})

const script = ['strays', 'lock', 'heartbeat'].map((name) => readScript(name)).join('\n')
const withSign = script.replace('# Holds what the shell holds', 'echo taken\n# Holds what the shell holds')

/** Somebody who wants the lock; what is printed comes line by line, then `end` and the status. */
const want = (token: string, waitSeconds: number) => {
  const child = spawn('sh', ['-c', withSign], {
    env: {
      PATH: process.env.PATH,
      ...{ ROOT: root, PROJECT: 'shop', TOKEN: token, JETEE_TOKEN: token },
      ...{ HOLDER: `run of ${token}`, WAIT: String(waitSeconds), HELPER_IMAGE: 'none' },
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.push(child)
  const lines: string[] = []
  const hearers = new Set<() => void>()
  const hear = (line: string) => {
    lines.push(line)
    for (const hearer of hearers) hearer()
  }
  createInterface({ input: child.stdout }).on('line', hear)
  child.on('exit', (code) => hear(`end ${code}`))
  return {
    /** Waits for a line that matches. */
    says: (pattern: RegExp) =>
      new Promise<string>((resolve) => {
        const look = () => {
          const found = lines.find((line) => pattern.test(line))
          if (found !== undefined) resolve(found)
        }
        hearers.add(look)
        look()
      }),
    lines,
    release: () => child.stdin.end(),
  }
}

const holder = async () => (await readFile(join(root, 'locks/shop.holder'), 'utf8')).split('\n')[0]

describe('the lock', () => {
  test('is refused at once to whoever does not wait, with the name of who holds it, and for how long', async () => {
    const first = want('first', 10)
    await first.says(/^taken$/)
    const begun = performance.now()
    const second = want('second', 0)
    await second.says(/^end /)
    expect(performance.now() - begun).toBeLessThan(9000)
    expect(second.lines[0]).toMatch(/^waiting \d+ run of first$/)
    expect(second.lines.slice(1)).toEqual(['end 75'])
    expect(await holder()).toBe('first')
  })

  test('goes to whoever waits, and not before it is free', async () => {
    const first = want('first', 10)
    await first.says(/^taken$/)
    const second = want('second', 10)
    await second.says(/^waiting /)
    expect(await holder()).toBe('first')
    first.release()
    await second.says(/^taken$/)
    expect(await holder()).toBe('second')
  })

  test('is given up after as many seconds as were to be waited', async () => {
    await want('first', 10).says(/^taken$/)
    const second = want('second', 1)
    const begun = performance.now()
    expect(await second.says(/^end /)).toBe('end 75')
    expect(performance.now() - begun).toBeGreaterThan(900)
    expect(performance.now() - begun).toBeLessThan(4000)
  })

  test('is one, also when its file has gone while somebody waited for it', async () => {
    const first = want('first', 10)
    await first.says(/^taken$/)
    const second = want('second', 10)
    await second.says(/^waiting /)
    // As the end of a removal does.
    await unlink(join(root, 'locks/shop.holder'))
    await unlink(join(root, 'locks/shop.lock'))
    const third = want('third', 10)
    await third.says(/^taken$/)
    first.release()
    // What the second one gets is no lock any more: it waits for the third.
    await second.says(/ run of third$/)
    expect(await holder()).toBe('third')
    third.release()
    await second.says(/^taken$/)
    expect(await holder()).toBe('second')
    expect(existsSync(join(root, 'locks/shop.lock'))).toBe(true)
  })
})
