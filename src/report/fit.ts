/** A part of a document: a text, or rows of which some can be left out. */
export type Section = string | Rows

/** Rows of a table, or lines of an output, that stay well-formed with some of them left out. */
export interface Rows {
  readonly rows: readonly string[]
  /** Which rows stay when not all can: the first ones of a table, the last ones of an output. */
  readonly keep: 'first' | 'last'
  /** The section with the rows that stay; `left` is the number of those that were left out. */
  readonly render: (rows: readonly string[], left: number) => string
}

/** How long a document may be, and how that is counted. */
export interface Limit {
  readonly most: number
  readonly measure: (text: string) => number
}

/** GitHub takes 1 MiB for the summary of a step, in UTF-8; of a longer one it takes nothing. */
export const summaryLimit: Limit = { most: 1024 * 1024, measure: (text) => Buffer.byteLength(text) }

/** GitHub takes 65,536 characters for a comment. */
export const commentLimit: Limit = { most: 65_536, measure: (text) => text.length }

/** What stands where whole sections were left out. */
const leftOut = 'More than GitHub takes was left out here: the log of the run has all of it.'

/**
 * A document of sections that GitHub takes. What is too long loses rows of its longest section, half of them at a time;
 * when no rows are left, the last sections go. Nothing is cut in its middle.
 */
export const fitted = (sections: readonly Section[], { most, measure }: Limit): string => {
  const shown = sections.map((section) => ({ section, kept: rowsOf(section).length }))
  let texts = shown.map(({ section, kept }) => renderSection(section, kept))
  const isTooLong = () => measure(joined(texts)) > most
  while (isTooLong()) {
    const lengths = shown.map(({ kept }, index) => (kept > 0 ? measure(texts[index] ?? '') : 0))
    const longest = lengths.indexOf(Math.max(...lengths))
    const found = shown[longest]
    if (!found || found.kept === 0) break
    found.kept = Math.floor(found.kept / 2)
    texts[longest] = renderSection(found.section, found.kept)
  }
  if (!isTooLong()) return joined(texts)
  texts = [...texts, leftOut]
  while (isTooLong() && texts.length > 2) texts.splice(-2, 1)
  return isTooLong() ? joined([leftOut]) : joined(texts)
}

const rowsOf = (section: Section): readonly string[] => (typeof section === 'string' ? [] : section.rows)

const renderSection = (section: Section, kept: number): string => {
  if (typeof section === 'string') return section
  const { rows, keep, render } = section
  const left = rows.length - kept
  return render(keep === 'first' ? rows.slice(0, kept) : rows.slice(left), left)
}

/** Sections stand apart by an empty line, and the last one ends with one. */
const joined = (texts: readonly string[]): string => [...texts.filter((text) => text !== ''), ''].join('\n\n')
