import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { commandLine, quote } from '../../../../src/server/connection/shell-quote.ts'

const words = [
  '',
  'plain',
  "it's",
  "''",
  '"$HOME" `id` \\ \\n $(id)',
  'two\nlines',
  '\ttab ',
  'A=b',
  '-n',
  '*',
  '~',
  '{a,b}',
  '#x',
  'é ✓',
  'a;b|c&d<e>f(g)!',
]

test('a shell gives back exactly the words', () => {
  const script = `for w in ${commandLine(words)}; do printf '%s\\0' "$w"; done`
  expect(execFileSync('sh', ['-c', script]).toString().split('\0').slice(0, -1)).toEqual(words)
})

test('plain words stay readable', () => {
  expect(commandLine(['sudo', '-n', 'sh', '-c', 'exit 1'])).toBe("sudo -n sh -c 'exit 1'")
})

test('a word that looks like an assignment is not one', () => {
  expect(quote('A=b')).toBe("'A=b'")
})

test('NUL is refused', () => {
  expect(() => quote('a\0b')).toThrow('NUL')
})
