import type { Timing } from './progress.ts'

/** Steps that a timeline shows; of more, the longest. */
const mostBars = 40

/** Characters of a bar's text. */
const longestText = 48

/**
 * What ran side by side, as a chart of Mermaid's, which GitHub draws. A single step needs none. Times are written as those
 * of a day long ago: as numbers, Mermaid would show them in the reader's time zone.
 */
export const timeline = (timings: readonly Timing[]): string => {
  if (timings.length < 2) return ''
  const start = Math.min(...timings.map(({ begun }) => begun))
  const end = Math.max(...timings.map(({ begun, milliseconds }) => begun + milliseconds))
  const total = Math.max(end - start, 1)
  const shown = [...timings]
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, mostBars)
    .sort((a, b) => a.begun - b.begun)
  return [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${total < 5000 ? '%-S.%L s' : total < 60_000 ? '%-S s' : '%-M:%S'}`,
    `  tickInterval ${tickOf(total)}`,
    ...shown.map(({ title, outcome, begun, milliseconds }) => {
      const from = begun - start
      // A bar without any length would not be seen.
      const to = from + Math.max(milliseconds, total / 200)
      return `  ${words[outcome]} ${plainWords(title)} :${tags[outcome]}${instant(from)}, ${instant(to)}`
    }),
    '```',
  ].join('\n')
}

/** In front of each text, so that none begins with a word of Mermaid's. */
const words = { done: '✓', failed: '✗', cancelled: '–' } as const

const tags = { done: '', failed: 'crit, ', cancelled: 'done, ' } as const

/** Letters, digits and little else: Mermaid knows no escape for what ends a text. */
const plainWords = (text: string): string => {
  const plain = text
    .replaceAll(/[^\p{L}\p{N} ._()/’-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const characters = [...plain]
  return characters.length <= longestText ? plain : `${characters.slice(0, longestText - 1).join('')}…`
}

/** A time since the start, as one of the first of January 2000. */
const instant = (milliseconds: number): string =>
  new Date(Date.UTC(2000, 0, 1) + Math.round(milliseconds)).toISOString().slice(0, -1).replace('T', ' ')

/** Distances of an axis's marks that people read well, in milliseconds. */
const ticks = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000,
]

/** About ten marks at most. */
const tickOf = (total: number): string => {
  const tick = ticks.find((one) => total / one <= 10) ?? 3_600_000
  if (tick < 1000) return `${tick}millisecond`
  return tick < 60_000 ? `${tick / 1000}second` : `${tick / 60_000}minute`
}
