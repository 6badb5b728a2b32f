import type { Rows } from './fit.ts'
import { lastOf } from './render-failure.ts'

/** Lines that a program printed, folded behind a title, which is text for HTML. */
export const outputBlock = (title: string, lines: readonly string[]): Rows => ({
  rows: lines,
  keep: 'last',
  render: (rows, left) =>
    [
      `<details><summary>${title}</summary>`,
      rows.length === 0
        ? left > 0
          ? 'What it printed is in the log of the run.'
          : 'It printed nothing.'
        : lastOf(rows, left),
      '</details>',
    ].join('\n\n'),
})

/** Text for HTML. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\r\n]+/g, ' ')
