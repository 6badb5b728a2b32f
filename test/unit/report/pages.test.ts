import fc from 'fast-check'
import { lexer, type Token, type Tokens } from 'marked'
import mermaid from 'mermaid'
import { describe, expect, test } from 'vitest'
import { pages } from '../../../scripts/screenshots/pages.ts'
import type { StepOutcome, Timing } from '../../../src/report/progress.ts'
import { timeline } from '../../../src/report/timeline.ts'

const codeOf = (block: string): string => (lexer(block)[0] as Tokens.Code).text

describe.each(Object.entries(pages))('%s', (_, markdown) => {
  const tokens = lexer(markdown)
  const of = <T extends Token>(type: T['type']) => tokens.filter((token): token is T => token.type === type)

  test('has its tables whole', () => {
    for (const { header, rows } of of<Tokens.Table>('table'))
      for (const row of rows) expect(row).toHaveLength(header.length)
    // What only looks like a table would be a paragraph.
    for (const { raw } of of<Tokens.Paragraph>('paragraph')) expect(raw).not.toMatch(/^\|/m)
  })

  test('closes what it folds, and opens nothing else of HTML', () => {
    const html = of<Tokens.HTML>('html').map(({ raw }) => raw.trim())
    const opened = html.filter((raw) => raw.startsWith('<details>'))
    expect(html.filter((raw) => raw === '</details>')).toHaveLength(opened.length)
    for (const raw of html)
      expect(raw).toMatch(/^(?:<details><summary>[^<]+<\/summary>|<\/details>|<!-- .* -->)/)
  })

  test('has a timeline that Mermaid knows', async () => {
    for (const { lang, text } of of<Tokens.Code>('code'))
      if (lang === 'mermaid') expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'gantt' })
  })
})

describe('a timeline', () => {
  const step = (
    title: string,
    begun: number,
    milliseconds: number,
    outcome: StepOutcome = 'done',
  ): Timing => ({
    title,
    reason: '',
    outcome,
    begun,
    milliseconds,
    parts: [],
  })

  test('has a bar for each step, from its beginning to its end', () => {
    expect(
      timeline([
        step('Two', 1500, 500, 'failed'),
        step('One', 500, 1250),
        step('Three', 700, 0, 'cancelled'),
      ]),
    ).toBe(`\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD HH:mm:ss.SSS
  axisFormat %-S.%L s
  tickInterval 200millisecond
  ✓ One :2000-01-01 00:00:00.000, 2000-01-01 00:00:01.250
  – Three :done, 2000-01-01 00:00:00.200, 2000-01-01 00:00:00.208
  ✗ Two :crit, 2000-01-01 00:00:01.000, 2000-01-01 00:00:01.500
\`\`\``)
  })

  test('is none of a single step', () => {
    expect(timeline([step('One', 0, 10)])).toBe('')
  })

  test('has the longest of many steps', () => {
    const many = timeline(Array.from({ length: 100 }, (_, n) => step(`Step ${n}`, n, n)))
    expect(many.match(/✓/g)).toHaveLength(40)
    expect(many).toContain('Step 99 ')
    expect(many).not.toContain('Step 59 ')
  })

  test('is one to Mermaid, whatever the steps are called and however long they take', async () => {
    const words = fc.constantFrom(
      'section',
      'title x',
      'click',
      '%%{init: {}}%%',
      ':',
      ';',
      '#35;',
      '\n',
      '---',
      '`',
    )
    const title = fc
      .array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 5 })
      .map((all) => all.join(' '))
    const time = fc.double({ min: 0, max: 4_000_000, noNaN: true })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(title, time, time), { minLength: 2, maxLength: 5 }), async (all) => {
        const text = codeOf(timeline(all.map((one) => step(...one))))
        await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: 'gantt' })
        expect(text.split('\n')).toHaveLength(4 + all.length)
      }),
      { numRuns: 100 },
    )
  })
})
