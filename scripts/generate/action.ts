import { parse } from 'yaml'
import { table } from './markers.ts'

interface Manifest {
  readonly inputs: Readonly<Record<string, Input>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

interface Input {
  readonly description: string
  readonly required?: boolean
  readonly default?: string
}

/** The tables of inputs and outputs, in Markdown, from the text of `action.yml`. */
export const actionTables = (manifest: string): { readonly inputs: string; readonly outputs: string } => {
  const { inputs, outputs } = parse(manifest) as Manifest
  return {
    inputs: table(
      ['Input', 'Meaning', 'Default'],
      Object.entries(inputs).map(([name, input]) => [`\`${name}\``, input.description, defaultOf(input)]),
    ),
    outputs: table(
      ['Output', 'Meaning'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
  }
}

const defaultOf = (input: Input): string => {
  if (input.required) return '**required**'
  return input.default === undefined ? 'none' : `\`${input.default}\``
}
