import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../sample.ts'

/** A program that does not end by itself, and tells what it hears of signals. */
const program = `
  const { cancelOnSignals } = await import(${JSON.stringify(join(root, 'src/terminal/cancel.ts'))})
  const { signal, exitCode } = cancelOnSignals((text) => console.log(text))
  signal.addEventListener('abort', () => console.log(signal.reason.details.why, exitCode()))
  setInterval(() => {}, 1000)
  console.log('ready')`

test.each([
  ['SIGINT', 130, 'Ctrl-C was pressed. 130'],
  ['SIGTERM', 143, 'The program was sent SIGTERM. 143'],
] as const)('the first %s cancels, and a second one ends the program', async (name, status, why) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program])
  let text = ''
  const seen = async (words: string) => {
    await expect.poll(() => text, { timeout: 10_000 }).toContain(words)
  }
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  await seen('ready')
  child.kill(name)
  await seen('Ctrl-C once more ends at once')
  await seen(why)
  expect(child.exitCode).toBeNull()
  child.kill(name)
  expect(await ended).toBe(status)
})
