import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { table } from '../../../src/report/containers.ts'
import { fitted, type Rows, summaryLimit } from '../../../src/report/fit.ts'
import { outputBlock } from '../../../src/report/output-block.ts'

const limit = (most: number) => ({ most, measure: (text: string) => Buffer.byteLength(text) })
const output = (title: string, count: number) =>
  outputBlock(
    title,
    Array.from({ length: count }, (_, n) => `${title} ${n} ${'ä'.repeat(20)}`),
  )
const rows: Rows = {
  rows: Array.from({ length: 100 }, (_, n) => `| row ${n} | ${'x'.repeat(20)} |`),
  keep: 'first',
  render: (kept, left) => table(['One', 'Two'], kept, left),
}

describe('a document that GitHub takes', () => {
  test('is whole as long as it is short, and leaves out what is empty', () => {
    expect(fitted(['a', '', 'b'], limit(100))).toBe('a\n\nb\n\n')
  })

  test('loses the first lines of the longest output, and says so', () => {
    const text = fitted(['## Head', output('long', 400), output('short', 4), 'End'], limit(10_000))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_000)
    expect(text).toContain('… 300 lines before these, in the log of the run\nlong 300 ')
    expect(text).toContain('long 399')
    expect(text).toContain('short 0')
    expect(text).toContain('End')
  })

  test.each([300, 1000, 2000, 5000, 9000])('is well-formed within %i bytes', (most) => {
    const text = fitted(['## Head', output('long', 400), rows, output('other', 40), 'End'], limit(most))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most)
    const html = marked.parse(text, { async: false })
    expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length)
    expect(text.match(/^```/gm)?.length ?? 0).toSatisfy((fences: number) => fences % 2 === 0)
    for (const [row = ''] of html.matchAll(/<tr>.*?<\/tr>/gs)) expect(row.match(/<t[hd]/g)).toHaveLength(2)
  })

  test('gives up whole sections behind the head when nothing else helps, and says so', () => {
    const text = fitted(['## Head', 'x'.repeat(500), 'y'.repeat(500)], limit(700))
    expect(text).toBe(
      `## Head\n\n${'x'.repeat(500)}\n\nMore than GitHub takes was left out here: the log of the run has all of it.\n\n`,
    )
    expect(fitted(['x'.repeat(1000), 'y'], limit(700))).toMatch(/^More than GitHub takes/)
  })

  test('is counted in bytes for a summary', () => {
    const text = fitted(['## Head', output('long', 100_000)], summaryLimit)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_048_576)
    expect(Buffer.byteLength(text)).toBeGreaterThan(400_000)
  })
})
