import { stripVTControlCharacters } from 'node:util'
import { Failure, type FailureDetails } from './failure.ts'
import type { Section } from './fit.ts'

/** Lines of a program's output that are shown. */
export const shownLines = 40

/** What to tell of anything that was thrown. What is no Failure is a defect, and said to be one. */
export const detailsOf = (error: unknown): FailureDetails => {
  if (error instanceof Failure) return error.details
  const cause = error instanceof Error ? error : new Error(String(error))
  return {
    what: 'The deployer failed in a way that it does not know',
    why: cause.message,
    output: cause.stack?.split('\n').slice(1),
    next: 'This is a defect of jetee/deploy: please report it with the lines above.',
  }
}

/** A failure as lines of text for a log. */
export const failureText = (details: FailureDetails): readonly string[] => {
  const { what, where, why, output = [], stands, next } = details
  return [
    what,
    ...labelled('Where', where),
    ...labelled('Why', why),
    ...output.slice(-shownLines).map((line) => `  │ ${line}`),
    ...labelled('What still stands', stands),
    ...labelled('What to do', next),
  ]
}

const labelled = (label: string, text: string | undefined): readonly string[] => {
  if (!text) return []
  const [first = '', ...rest] = text.trimEnd().split('\n')
  return [`${label}: ${first}`, ...rest.map((line) => `  ${line}`)]
}

/** A failure as Markdown for a summary. What is long in it gives way to the rest of it. */
export const failureSections = (details: FailureDetails): readonly Section[] => {
  const { what, where, why, output = [], stands, next } = details
  const shown = output.slice(-shownLines)
  return [
    `### ❌ ${escapeMarkdown(what)}`,
    ...place(where),
    ...row('Why', why),
    ...(shown.length > 0 ? [{ rows: shown, keep: 'last', render: lastOf } as const] : []),
    ...row('What still stands', stands),
    ...row('What to do', next),
  ]
}

/** The last lines of an output as a block, with a word of those that were left out. */
export const lastOf = (rows: readonly string[], left: number): string =>
  codeBlock([...(left > 0 ? [`… ${left} lines before these, in the log of the run`] : []), ...rows])

/** Where it failed. As code: GitHub would make an address for mail of `user@host`. */
const place = (where: string | undefined): readonly Section[] =>
  !where || /[`\n]/.test(where) ? row('Where', where) : [`**Where:** \`${where}\``]

/**
 * One labelled text. Lines behind a first one that ends in a colon are there to be copied, and keep every character;
 * other texts of several lines are lists.
 */
const row = (label: string, text: string | undefined): readonly Section[] => {
  if (!text) return []
  const [first = '', ...rest] = text.trimEnd().split('\n')
  if (rest.length === 0) return [`**${label}:** ${escapeMarkdown(first)}`]
  if (first.endsWith(':')) return [`**${label}:** ${escapeMarkdown(first)}`, codeBlock(rest)]
  return [
    {
      rows: [first, ...rest].map((line) => `- ${escapeMarkdown(line.trim())}`),
      keep: 'first',
      render: (rows, left) =>
        [`**${label}:**`, [...rows, ...(left > 0 ? [`- … ${left} more, in the log`] : [])].join('\n')].join(
          '\n\n',
        ),
    },
  ]
}

/** Text of others, so that Markdown and HTML in it stay text; single back ticks mark code, which stays as it is. */
export const escapeMarkdown = (text: string): string =>
  text
    .split(/((?<!`)`[^`\r\n]+`(?!`))/)
    .map((part, index) => (index % 2 === 1 ? part : escapeText(part)))
    .join('')

const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\*_[\]|#~`]/g, '\\$&')
    .replaceAll(/\r\n?|\n/g, '<br>')

/** Lines as a block of code that nothing in them can end. */
export const codeBlock = (lines: readonly string[]): string => {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)),
  )
  const fence = '`'.repeat(longest + 1)
  return [`${fence}text`, ...lines.map(printed), fence].join('\n')
}

/** A line as it is read: without the colours and the other signs that a terminal acts upon. */
const printed = (line: string): string => stripVTControlCharacters(line).replaceAll(/[^\P{Cc}\t]+/gu, ' ')
