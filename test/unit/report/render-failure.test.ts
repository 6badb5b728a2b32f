import fc from 'fast-check'
import { lexer, marked, type Token, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { fitted, summaryLimit } from '../../../src/report/fit.ts'
import { escapeHtml } from '../../../src/report/output-block.ts'
import {
  codeBlock,
  escapeMarkdown,
  failureSections,
  failureText,
} from '../../../src/report/render-failure.ts'
import { proseCell, rowTable } from '../../../src/report/table.ts'

const details = {
  what: 'The host key of a_b is not known',
  where: 'a_b:22',
  why: 'Nothing pins it.\nAnd one more thing: `ssh_host_key`.',
  output: ['one', 'two ``` three'],
  next: 'Set `ssh-known-hosts` to this line:\n  a_b ssh-ed25519 AAAA\n',
}

describe('a failure', () => {
  test('begins with the cause in the log, and each part has its label', () => {
    expect(failureText(details)).toEqual([
      'The host key of a_b is not known',
      'Where: a_b:22',
      'Why: Nothing pins it.',
      '  And one more thing: `ssh_host_key`.',
      '  │ one',
      '  │ two ``` three',
      'What to do: Set `ssh-known-hosts` to this line:',
      '    a_b ssh-ed25519 AAAA',
    ])
  })

  test('keeps what is to be copied as it is in the summary, and lists several causes', () => {
    expect(fitted(failureSections(details), summaryLimit)).toBe(`### ❌ The host key of a\\_b is not known

**Where:** \`a_b:22\`

**Why:**

- Nothing pins it.
- And one more thing: \`ssh_host_key\`.

\`\`\`\`text
one
two \`\`\` three
\`\`\`\`

**What to do:** Set \`ssh-known-hosts\` to this line:

\`\`\`text
  a_b ssh-ed25519 AAAA
\`\`\`

`)
  })
})

describe('text of others', () => {
  test('stays text, and code between single back ticks stays code', () => {
    expect(escapeMarkdown('a_b <img> & `a_b <img>` [x](y)')).toBe(
      'a\\_b &lt;img> &amp; `a_b <img>` \\[x\\](y)',
    )
  })

  test('cannot smuggle HTML behind back ticks that mark no code', () => {
    for (const text of ['` <img> ``', '`` <img> `', '`\n<img>`', '`a`` <img> `'])
      expect(escapeMarkdown(text)).not.toContain('<img>')
    // The first ones here would mark code themselves, with what is between them and the last ones outside.
    for (const text of ['`a\nb`<img>`', '`a``b`<img>`', '\\`<img>`', '``a`<img>`'])
      expect(marked.parseInline(escapeMarkdown(text))).not.toContain('<img>')
  })

  test('stays on its line, whatever breaks a line', () => {
    expect(escapeMarkdown('a\r\nb\rc\nd `e\rf`')).toBe('a<br>b<br>c<br>d \\`e<br>f\\`')
    expect(escapeHtml('a\r\n\r\nb')).toBe('a b')
  })

  test('keeps what a terminal acts upon out of a block', () => {
    expect(codeBlock(['\x1b[31mred\x1b[0m\tand', '10 %\r20 %\x07'])).toBe(
      '```text\nred\tand\n10 % 20 % \n```',
    )
  })

  test('ends no cell of a table, nor in its code', () => {
    const table = rowTable(['a', 'b'], [`| ${proseCell('`x|y` | z \\| <b>')} | 1 |`], 0)
    const [token] = lexer(table)
    expect((token as Tokens.Table).rows[0]?.map(({ text }) => text)).toEqual(['`x|y` | z \\\\| &lt;b>', '1'])
  })
})

describe('text of others, whatever stands in it', () => {
  const pieces = fc.constantFrom(
    ...['[x](y)', '![](z)', '<img src=x>', '<!-- -->', '&lt;', '`', '``', '```', '**', '_', '~~', '|', '\\'],
    ...['\n', '\r', '\r\n\r\n# ', ' ', 'a'],
  )
  const text = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(''))
  const leaves = (tokens: readonly Token[]): readonly Token[] =>
    tokens.flatMap((token) => ('tokens' in token && token.tokens ? leaves(token.tokens) : [token]))
  const expectText = (tokens: readonly Token[]): void => {
    for (const { type, raw } of leaves(tokens))
      if (raw !== '<br>') expect(['text', 'escape', 'codespan']).toContain(type)
  }

  test('is a line of text and code', () => {
    fc.assert(
      fc.property(text, (given) => {
        const tokens = lexer(`x ${escapeMarkdown(given)} x`)
        expect(tokens.map(({ type }) => type)).toEqual(['paragraph'])
        expectText(tokens)
      }),
      { numRuns: 1000 },
    )
  })

  test('is a cell of text and code', () => {
    fc.assert(
      fc.property(text, text, (one, two) => {
        const row = `| x ${proseCell(one)} | x ${proseCell(two)} |`
        const [table, ...rest] = lexer(rowTable(['a', 'b'], [row], 0)).filter(({ type }) => type !== 'space')
        expect(rest).toEqual([])
        const [cells = [], ...others] = (table as Tokens.Table).rows
        expect([cells.length, others]).toEqual([2, []])
        for (const { tokens } of cells) expectText(tokens)
      }),
      { numRuns: 1000 },
    )
  })
})
