import { listed } from '../configuration/choose.ts'
import type { Nothing } from '../configuration/nothing.ts'
import { escapeMarkdown } from './render-failure.ts'
import { proseCell } from './table.ts'

/** The notice of a run that deploys nothing, in one line. */
export const nothingNotice = ({ because, next, patterns }: Nothing): string =>
  [
    `Nothing is deployed: ${because}`,
    ...(patterns.length > 0 ? [`These would match: ${listed(patterns)}`] : []),
    ...(next === undefined ? [] : [next]),
  ].join('. ')

/** The step summary of a run that deploys nothing. */
export const nothingSummary = ({ because, next, patterns }: Nothing): string => {
  const why = escapeMarkdown(`${because[0]?.toUpperCase()}${because.slice(1)}`)
  return [
    '## ⏭️ Nothing is deployed',
    patterns.length > 0 ? `${why}. These would match:` : `${why}.`,
    ...(patterns.length > 0 ? [table(patterns)] : []),
    ...(next === undefined ? [] : [escapeMarkdown(next)]),
    '',
  ].join('\n\n')
}

const table = (patterns: Nothing['patterns']): string =>
  [
    '| Configuration | Branches and tags |',
    '| --- | --- |',
    ...patterns.map(
      ({ configuration, branches }) =>
        `| ${proseCell(configuration)} | ${branches.map((pattern) => proseCell(`\`${pattern}\``)).join(', ')} |`,
    ),
  ].join('\n')
