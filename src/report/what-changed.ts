import type { Outcome } from '../commands/outcome.ts'
import type { Field } from '../plan/field.ts'
import { table } from './containers.ts'
import type { Section } from './fit.ts'
import { foreignText } from './foreign-text.ts'

/** Characters of a value that is shown. */
const longestValue = 200

/** What an update has changed, field by field, folded; nothing of a first deploy, to which everything is new. */
export const whatChanged = ({ previousRelease, changes }: Outcome): Section => {
  if (previousRelease === undefined) return ''
  const fields = changes.flatMap(({ title, fields: own }) => own.map((field) => ({ title, field })))
  const rows = fields.map(
    ({ title, field }) =>
      `| ${foreignText(title)} | ${foreignText(field.name)} | ${value(field.old)} | ${value(field.new)} |`,
  )
  if (rows.length === 0) return ''
  return {
    rows,
    keep: 'first',
    render: (shown, left) =>
      [
        `<details><summary>What changed: ${fields.length} ${fields.length === 1 ? 'value' : 'values'}</summary>`,
        table(['Step', 'What', 'Before', 'Now'], shown, left),
        '</details>',
      ].join('\n\n'),
  }
}

const value = (text: Field['old']): string => {
  if (text === null) return ''
  const characters = [...text]
  return foreignText(
    characters.length <= longestValue ? text : `${characters.slice(0, longestValue).join('')}…`,
  )
}
