import { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test, vi } from 'vitest'
import { terminalProgress } from '../../../src/terminal/progress.ts'
import { makeVeil } from '../../../src/terminal/veil.ts'

/** A stream that keeps what is written; a terminal of 60 columns if it is said to be one. */
const newStream = (isTTY: boolean, columns: number) => {
  let text = ''
  const stream = Object.assign(
    new Writable({
      decodeStrings: false,
      write: (chunk, _encoding, done) => {
        text += String(chunk)
        done()
      },
    }),
    { isTTY, columns, rows: 20 },
  ) as unknown as NodeJS.WriteStream
  return { stream, raw: () => text, text: () => stripVTControlCharacters(text) }
}

const start = (isTTY: boolean, env: Readonly<Record<string, string>> = {}, isQuiet = false, columns = 60) => {
  const out = newStream(isTTY, columns)
  const veil = makeVeil()
  return {
    ...out,
    veil,
    progress: terminalProgress({ stream: out.stream, clean: veil.clean, env, isQuiet }),
  }
}

describe('on a terminal', () => {
  test('a step is drawn while it is at work, and stays when it has ended', () => {
    const { progress, raw, text } = start(true)
    const step = progress.begin('Build it', 'it is new')
    expect(text()).toMatch(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] Build it \(it is new\) 0 s/)
    step.beginPart('fetch')
    step.endPart('fetch')
    step.end('done')
    expect(text()).toMatch(/✓ Build it, 0\.\d\d s\n$/)
    // The drawn line is taken away: by moving up and erasing.
    expect(raw()).toContain('\u001b[')
    expect(progress.timings).toMatchObject([
      { title: 'Build it', reason: 'it is new', outcome: 'done', parts: [{ title: 'fetch' }] },
    ])
    progress.close()
  })

  test('steps stand side by side, each with its part and the last line of the server', async () => {
    const { progress, text } = start(true)
    const one = progress.begin('One', 'because')
    const two = progress.begin('Two', 'because')
    one.beginPart('compile')
    one.output('first line')
    one.output(`second line${'.'.repeat(100)}`)
    await expect
      .poll(() => text().split('\n').slice(-3).join('\n'))
      .toMatch(/One: compile \d s │ second line\.+\n.* Two \(because\) \d s/)
    const drawn = text().split('\n').slice(-3)
    expect(Math.max(...drawn.map((line) => line.length))).toBeLessThanOrEqual(60)
    two.end('failed')
    expect(text()).toContain('✗ Two')
    one.end('cancelled')
    expect(text()).toContain('– One')
    progress.close()
  })

  test('a question has the terminal for itself', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { progress, text } = start(true)
    const step = progress.begin('Wait', 'because')
    await progress.during(async () => {
      const before = text()
      vi.advanceTimersByTime(1000)
      expect(text()).toBe(before)
    })
    const before = text()
    vi.advanceTimersByTime(1000)
    expect(text()).not.toBe(before)
    step.end('done')
    progress.close()
    vi.useRealTimers()
  })

  test('what a server prints moves no cursor, and shows no secret', async () => {
    const { progress, raw, text, veil } = start(true)
    veil.hide('s3cret-value')
    const step = progress.begin('Run', 'because')
    step.output('\u001b[2Jcleared \u0007 s3cret-value')
    await expect.poll(text).toContain('│ cleared   ***')
    expect(raw()).not.toContain('\u001b[2J')
    expect(raw()).not.toContain('s3cret-value')
    step.end('done')
    progress.close()
  })
})

test('a secret within another one leaves nothing of it', () => {
  const veil = makeVeil()
  veil.hide('blog')
  veil.hide('blog-s3cret')
  expect(veil.clean('It is blog-s3cret')).toBe('It is ***')
})

describe('elsewhere', () => {
  test.each([
    ['a pipe', false, {}],
    ['NO_COLOR', true, { NO_COLOR: '1' }],
    ['a dumb terminal', true, { TERM: 'dumb' }],
    ['a terminal without a size', true, {}, 0],
  ])('there are plain lines: %s', (_, isTTY, env, columns = 60) => {
    const { progress, raw } = start(isTTY, env, false, columns)
    const step = progress.begin('Build it', 'it is new')
    step.output('a line\u001b[31m of the server')
    step.end('done')
    progress.close()
    const [begun, output, ended] = raw().split('\n')
    expect(begun).toMatch(/ s {2}Build it \(it is new\)$/)
    expect(output).toBe('          │ a line of the server')
    expect(ended).toMatch(/✓ Build it, 0\.\d\d s$/)
    expect(raw()).not.toContain('\u001b')
  })

  test('a command that only looks says nothing on its way', () => {
    const { progress, raw } = start(false, {}, true)
    progress.note('Configuration Staging')
    expect(raw()).toBe('')
  })
})
