import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { statusOf } from '../../../src/server/interactive.ts'
import { readRefusal, readStart } from '../../../src/server/interactive-marks.ts'
import { terminalLike } from '../../../src/server/interactive-terminal.ts'
import { readScript } from '../../../src/templates.ts'

describe('the start of a program', () => {
  test('is waited for until its whole line is there', () => {
    for (const text of ['', '@jetee beg', '@jetee begin shop-app-1 12', 'noise @jetee begin\n'])
      expect(readStart(Buffer.from(text))).toEqual({ kind: 'waiting' })
  })

  test.for(['\n', '\r\n', '\r\r\n'])('leaves what follows it untouched (line end %j)', (end) => {
    const bytes = Buffer.from([0, 255, 10, 13, 10, 128])
    const output = Buffer.concat([Buffer.from(`a warning${end}@jetee begin shop-app-1 12${end}`), bytes])
    expect(readStart(output)).toEqual({ kind: 'begun', words: ['shop-app-1', '12'], rest: bytes })
  })

  test('that is refused says why', () => {
    expect(readRefusal('@jetee begin\n')).toBeUndefined()
    expect(readRefusal('x\r\n@jetee no running shop-app-1 exited\r\n')).toEqual([
      'running',
      'shop-app-1',
      'exited',
    ])
  })
})

test('an end by a signal counts as shells count it', () => {
  expect(statusOf({ code: 7 })).toBe(7)
  expect(statusOf({ code: null, signal: 'TERM' })).toBe(143)
  expect(statusOf({ code: null, signal: 'SIGKILL' })).toBe(137)
  expect(statusOf({ code: null, signal: 'NONE@example.com' })).toBe(255)
})

describe('the terminal', () => {
  const output = { rows: 31, columns: 97 } as NodeJS.WriteStream

  test('is of the same kind and size', () => {
    expect(terminalLike(output, 'tmux-256color')).toEqual({ term: 'tmux-256color', rows: 31, cols: 97 })
  })

  test.for([undefined, '', '-x', 'a b', "x'y", 'a\nb', '$(id)', '../x', 'x'.repeat(65)])(
    'is an ordinary one where its name is %j',
    (term) => {
      expect(terminalLike(output, term).term).toBe('xterm')
    },
  )

  test('has a size where it knows none', () => {
    expect(terminalLike({} as NodeJS.WriteStream, 'vt100')).toEqual({ term: 'vt100', rows: 24, cols: 80 })
  })
})

test('a command becomes the process that was announced, word for word', () => {
  const words = ['printf', '%s|', 'a b', '$HOME', "it's", '', '*', '\n']
  const output = execFileSync('sh', [
    '-c',
    readScript('in-container'),
    'jetee',
    'shop-app-1',
    '',
    '',
    ...words,
  ])
  expect(output.toString()).toMatch(/^@jetee begin shop-app-1 \d+\na b\|\$HOME\|it's\|\|\*\|\n\|$/)
  const shown = execFileSync('sh', [
    '-c',
    readScript('in-container'),
    'jetee',
    'c',
    '',
    '',
    'sh',
    '-c',
    'echo $$',
  ])
  const [announced, own] = shown.toString().split('\n')
  expect(announced).toBe(`@jetee begin c ${own}`)
})
