/** Tables of a page in Markdown, for tests of what they say. */

/** A row of a table: its cells by the heading of their column. */
export type Row = Readonly<Record<string, string>>

const cells = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

/** Every row of every table of a page. */
export const tableRows = (page: string): readonly Row[] =>
  [...page.matchAll(/^(\|.*\|)\n\|[ :|-]+\|\n((?:\|.*\|\n)*)/gm)].flatMap(([, heading = '', body = '']) =>
    body
      .trimEnd()
      .split('\n')
      .map((line) => {
        const row = cells(line)
        if (row.length !== cells(heading).length) throw new Error(`A row does not fit its heading: ${line}`)
        return Object.fromEntries(cells(heading).map((name, index) => [name, row[index] ?? '']))
      }),
  )

/** What stands in backquotes in the cells of a column. */
export const codeIn = (rows: readonly Row[], column: string): readonly string[] =>
  rows.flatMap((row) => [...(row[column] ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code))
