import { lexer, marked, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { fitted, summaryLimit } from '../../../src/report/fit.ts'
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
