import { stringify } from 'yaml'
import type { CheckedConfiguration } from '../commands/check.ts'
import type { Checked } from '../commands/run.ts'
import { oneLine } from '../configuration/problem.ts'
import { fitted, type Rows, summaryLimit } from './fit.ts'
import { escapeMarkdown } from './render-failure.ts'
import { rowTable } from './table.ts'

/** A check that found no mistake as lines of text: every value with where it is from. */
export const checkText = ({ file, configurations }: Checked): readonly string[] =>
  configurations.flatMap((configuration) => {
    const rows = configuration.settings.map(({ key, value, source }) => [key, shown(value), source] as const)
    const width = (column: 0 | 1) => Math.min(72, Math.max(...rows.map((row) => row[column].length)))
    return [
      title(configuration, file),
      ...rows.map(
        ([key, value, source]) => `  ${key.padEnd(width(0))}  ${value.padEnd(width(1))}  ${source}`,
      ),
    ]
  })

/** The step summary of a check that found no mistake. */
export const checkSummary = ({ file, because, configurations }: Checked): string =>
  fitted(
    [
      `## ✅ ${escapeMarkdown(file)} is valid`,
      `Checked: ${configurations.map(({ name }) => escapeMarkdown(name)).join(', ')} (${escapeMarkdown(because)}).`,
      ...configurations.flatMap((configuration) => [
        `### ${escapeMarkdown(title(configuration, file))}`,
        settingsTable(configuration),
      ]),
    ],
    summaryLimit,
  )

const settingsTable = ({ settings }: CheckedConfiguration): Rows => ({
  rows: settings.map(
    ({ key, value, source }) =>
      `| ${cell(key)} | ${cell(shown(value))} | ${source === 'default' ? source : cell(source)} |`,
  ),
  keep: 'first',
  render: (rows, left) => rowTable(['Key', 'Value', 'From'], rows, left),
})

const title = ({ name, parent }: CheckedConfiguration, file: string): string =>
  `Configuration ${name} of ${file}${parent === undefined ? '' : `, which extends ${parent}`}`

/** A value in one line of YAML; a long one in part. */
const shown = (value: unknown): string =>
  oneLine(
    stringify(value, {
      lineWidth: 0,
      defaultStringType: 'PLAIN',
      collectionStyle: 'flow',
      flowCollectionPadding: false,
    })
      .trimEnd()
      .replaceAll(/\s*\n\s*/g, ' '),
    200,
  )

/** Text for a cell of a table. */
const cell = (text: string): string => escapeMarkdown(text.replaceAll('`', 'ˋ'))
