import type { Plan } from '../commands/plan.ts'
import type { Field } from '../plan/field.ts'
import { fitted, type Rows, summaryLimit } from './fit.ts'
import { escapeMarkdown } from './render-failure.ts'
import { rowTable } from './table.ts'

/** Characters of a line with both values; longer ones stand below each other. */
const longestLine = 120

/** A plan as lines of text: each step with its reason, and below it what it changes (`+` new, `-` gone, `~` changed). */
export const planText = (plan: Plan): readonly string[] => [
  `${headline(plan)}: ${sentence(plan)}`,
  ...lockNote(plan),
  ...plan.changes.flatMap(({ title, reason, fields }) => [
    `${title} (${reason})`,
    ...fields.flatMap(fieldText),
  ]),
]

/** The step summary of a plan. */
export const planSummary = (plan: Plan): string =>
  fitted(
    [
      `## 📋 ${escapeMarkdown(headline(plan))}`,
      `${escapeMarkdown(sentence(plan))}.`,
      ...lockNote(plan).map((note) => `> ⚠️ ${escapeMarkdown(note)}`),
      ...(plan.changes.length > 0 ? [changeTable(plan)] : []),
    ],
    summaryLimit,
  )

const changeTable = ({ changes }: Plan): Rows => ({
  rows: changes.flatMap(({ title, reason, fields }) => [
    `| **${cell(title)}** (${cell(reason)}) | | | |`,
    ...fields.map(
      (field) => `| | ${cell(field.name)} | ${cell(field.old ?? '')} | ${cell(field.new ?? '')} |`,
    ),
  ]),
  keep: 'first',
  render: (rows, left) => rowTable(['Step', 'Field', 'Now', 'Then'], rows, left),
})

const headline = ({ command, project, configuration }: Plan): string =>
  `Plan of \`${command}\` for ${project} (${configuration})`

const sentence = ({ changes, server }: Plan): string =>
  changes.length === 0
    ? `there is nothing to do on ${server}`
    : `${changes.length} ${changes.length === 1 ? 'step' : 'steps'} on ${server}`

const lockNote = ({ lockHolder }: Plan): readonly string[] =>
  lockHolder === null
    ? []
    : [`Another run holds the project’s lock (${lockHolder}): what it changes meanwhile is not in this plan`]

const fieldText = ({ name, old, new: now }: Field): readonly string[] => {
  const mark = old === null ? '+' : now === null ? '-' : '~'
  const line = `  ${mark} ${name}: ${[old, now].filter((value) => value !== null).join(' → ')}`
  if (!line.includes('\n') && line.length <= longestLine) return [line]
  const lines = (sign: string, value: string | null) =>
    value === null ? [] : value.split('\n').map((line) => `      ${sign} ${line}`)
  return [`  ${mark} ${name}:`, ...lines('-', old), ...lines('+', now)]
}

/** Text for a cell of a table; a back tick of others would open code. */
const cell = (text: string): string => escapeMarkdown(text.replaceAll('`', 'ˋ'))
