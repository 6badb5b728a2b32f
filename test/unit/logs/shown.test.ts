import { describe, expect, test } from 'vitest'
import { harmless, lineWriter } from '../../../src/logs/shown.ts'

const line = (name: string, text: string, release = 0) => ({
  time: '2026-11-22T18:20:01.426378141Z',
  release,
  name,
  text: Buffer.from(text),
})

describe('a line', () => {
  test('stands behind its name and release, in a column', () => {
    const write = lineWriter({ colour: false, timestamps: false, expected: ['web', 'celery-0'] })
    expect(write(line('web', 'hello', 7))).toBe('web@7    | hello')
    expect(write(line('celery-0', 'hello', 12))).toBe('celery-0@12 | hello')
    expect(write(line('web', '', 7))).toBe('web@7       | ')
  })

  test('has its time, and a colour for its name', () => {
    const write = lineWriter({ colour: true, timestamps: true, expected: [] })
    expect(write(line('web', 'a'))).toBe('\x1b[36mweb | \x1b[0m2026-11-22T18:20:01.426378141Z a')
    expect(write(line('redis', 'a'))).toContain('\x1b[33mredis | ')
    expect(write(line('web', 'a'))).toContain('\x1b[36mweb   | ')
  })
})

describe('a text', () => {
  test.each([
    ['plain € text\twith a tab', 'plain € text\twith a tab'],
    ['\x1b[1;31mred\x1b[m', '\x1b[1;31mred\x1b[m\x1b[0m'],
    ['\x1b[31mred', '\x1b[31mred\x1b[0m'],
    ['\x1b[2J\x1b[H', '^[[2J^[[H'],
    ['\x1b]0;title\x07', '^[]0;title^G'],
    ['\x1b]52;c;aGk=\x1b\\', '^[]52;c;aGk=^[\\'],
    ['10 %\r20 %\r', '10 %^M20 %'],
    ['\u009b2J \x7f', '<009B>2J ^?'],
    ['a\nb', 'a^Jb'],
  ])('%j is shown as %j', (text, shown) => expect(harmless(text)).toBe(shown))
})
