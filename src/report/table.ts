import { escapeMarkdown } from './render-failure.ts'

/** Rows with their cells below each other. */
export const aligned = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** Text with code for a cell of a table: a bar ends it in code, too. */
export const proseCell = (text: string): string => escapeMarkdown(text).replaceAll(/(?<!\\)\|/g, '\\|')

/** A table in Markdown; what stands in its cells is text. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const cell = (text: string): string => escapeMarkdown(text.replaceAll('`', 'ˋ'))
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n')
}

/** A table of rows that are there already; the last row tells how many are not. */
export const rowTable = (head: readonly string[], rows: readonly string[], left: number): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${' --- |'.repeat(head.length)}`,
    ...rows,
    ...(left > 0 ? [`| … ${left} more, in the log |${' |'.repeat(head.length - 1)}`] : []),
  ].join('\n')
