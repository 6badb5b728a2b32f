import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { splitWords } from '../../src/words.ts'

const inShell = (line: string): readonly string[] =>
  execFileSync('sh', ['-c', `for word in ${line}; do printf '%s\\0' "$word"; done`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)

test.each([
  'python worker.py',
  '  rq  worker\t--queue mail ',
  'sh -c \'echo "a b" c\' d',
  'echo "say \\"hello\\"" x',
  'a\\ b c\\\\ \\"d\\"',
  '"back\\slash" \'back\\slash\' "\\$HOME" "\\`x\\`" "\\\\"',
  'a"b c"d\'e f\'g',
  '"" \'\' x=""',
  `'it'"'"'s' it\\'s`,
  '"two\nlines" \'two\nlines\'',
  '"joined\\\nline" joined\\\nline',
  'ü "ß ẞ" 日本 no\u00a0break',
])('%j is split as a shell does', (line) => {
  expect(splitWords(line)).toEqual(inShell(line))
})

test('nothing is expanded, and nothing ends a command', () => {
  expect(splitWords('a $HOME $(reboot) `x` *.py ~ {a,b} ; b && c | d > e # f')).toEqual([
    'a',
    '$HOME',
    '$(reboot)',
    '`x`',
    '*.py',
    '~',
    '{a,b}',
    ';',
    'b',
    '&&',
    'c',
    '|',
    'd',
    '>',
    'e',
    '#',
    'f',
  ])
  expect(splitWords(' \n')).toEqual([])
})

test.each(['"open', "it's", 'a "b\\"', 'end\\', "'"])('%j has no end', (line) => {
  expect(splitWords(line)).toBeUndefined()
})
