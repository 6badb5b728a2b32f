import fc from 'fast-check'
import { lexer, type Token, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { foreignProse, foreignText } from '../../../src/report/foreign-text.ts'

/** Pieces that mean something to Markdown, HTML, Mermaid or GitHub, more often than chance would have it. */
const pieces = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '@octocat',
      '#12',
      'GH-7',
      'acme/shop#3',
      'https://evil.example/x',
      'www.evil.example',
      'mailto:a@b.example',
      'a@b.example',
      '[x](y)',
      '![](z)',
      '<img src=x>',
      '<!-- -->',
      '&lt;',
      '`',
      '```',
      '**',
      '_',
      '~~',
      '|',
      '\\',
      '\n',
      '\r\n\r\n# ',
      '- [ ] ',
      '$x$',
      ':tada:',
      '\u202e',
      ' ',
    ),
  },
)
const text = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''))

/** What a reader sees of a text: on one line, without what has no width and what turns it. */
const seen = (given: string): string =>
  given
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const decode = (html: string): string =>
  html.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

const isParent = (token: Token): token is Tokens.Generic & { tokens: Token[] } =>
  'tokens' in token && Array.isArray(token.tokens)

const leaves = (tokens: readonly Token[]): readonly Token[] =>
  tokens.flatMap((token) => (isParent(token) ? leaves(token.tokens) : [token]))

describe('text of strangers', () => {
  test('is shown as it is, whatever stands in it', () => {
    fc.assert(
      fc.property(text, (given) => {
        const [paragraph, ...rest] = lexer(`x ${foreignText(given)} x`)
        expect(rest.map(({ type }) => type)).toEqual([])
        expect(paragraph?.type).toBe('paragraph')
        const parts = leaves([paragraph as Token])
        expect(new Set(parts.map(({ type }) => type))).toEqual(new Set(['text']))
        const shown = parts.map(({ raw }) => raw).join('')
        expect(seen(decode(shown))).toBe(seen(`x ${given} x`))
      }),
      { numRuns: 1000 },
    )
  })

  test('turns nothing that stands around it', () => {
    const marks = ['\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069']
    expect(foreignText(`a${marks.join('')}b`)).toBe('ab')
    expect(foreignProse(`\u202ea \`code\` \u2067b`)).toBe('a `code` b')
  })

  test('stays within its cell of a table', () => {
    fc.assert(
      fc.property(text, text, (one, two) => {
        const [table, ...rest] = lexer(
          `| a | b |\n| --- | --- |\n| x${foreignText(one)} | x${foreignText(two)} |\n`,
        ).filter(({ type }) => type !== 'space')
        expect(rest).toEqual([])
        expect((table as Tokens.Table).rows.map((cells) => cells.length)).toEqual([2])
      }),
    )
  })

  test('mentions nobody and refers to nothing', () => {
    fc.assert(
      fc.property(text, (given) => {
        const shown = decode(foreignText(given))
        expect(shown).not.toMatch(/@[\w-]|#\d|\bGH-\d|:\/\/|\bwww\.\w/i)
        expect(shown).not.toMatch(/:[\w+-]+:/)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('prose of strangers', () => {
  test('keeps its code', () => {
    expect(foreignProse('Run `a @b <c>` as @me, or `d`')).toBe('Run `a @b <c>` as &#64;\u200bme, or `d`')
  })

  test('mentions nobody outside of code', () => {
    fc.assert(
      fc.property(text, (given) => {
        const outside = leaves(lexer(`x ${foreignProse(given)} x`)).filter(({ type }) => type !== 'codespan')
        expect(new Set(outside.map(({ type }) => type))).toEqual(new Set(['text']))
        for (const { raw } of outside) expect(decode(raw)).not.toMatch(/@[\w-]|#\d/)
      }),
      { numRuns: 1000 },
    )
  })
})
