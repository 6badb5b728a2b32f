import { stringify } from 'yaml'
import type { JsonSchema } from '../../src/configuration/json-schema.ts'
import { table } from './markers.ts'

/** The table of a mapping's keys; those of the mappings in a list follow it, as `jobs[].name`. */
export const keys = (mapping: JsonSchema): string =>
  table(['Key', 'Type', 'Default', 'Meaning', 'Example'], rows(mapping))

const rows = ({ properties = {}, required = [] }: JsonSchema, within = ''): readonly (readonly string[])[] =>
  Object.entries(properties).flatMap(([key, schema]) => [
    [
      `\`${within}${key}\``,
      typeName(schema),
      defaultOf(schema, required.includes(key)),
      schema.description ?? '',
      (schema.examples ?? []).map((example) => `\`${key}: ${inline(example)}\``).join('<br>'),
    ],
    ...rows(schema.items ?? {}, `${within}${key}[].`),
  ])

const defaultOf = (schema: JsonSchema, required: boolean): string => {
  if (schema.default === undefined) return required ? '**required**' : '–'
  if (isEmpty(schema.default)) return schema.properties ? 'its defaults' : 'none'
  return `\`${inline(schema.default)}\``
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** A value as YAML in one line, as one would write it. */
const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, part]) => `${key}: ${inline(part)}`)
    return `{ ${pairs.join(', ')} }`
  }
  // A version may be written as a number.
  return /^\d+$/.test(String(value)) ? String(value) : stringify(value, { lineWidth: 0 }).trimEnd()
}

const typeName = (schema: JsonSchema): string => {
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ')
  if (schema.oneOf) return 'mapping'
  if (schema.anyOf) return schema.anyOf.map(typeName).join(' or ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => wordFor(type)).join(' or ')
  const word = wordFor(schema.type)
  if (schema.type === 'integer') return `${word}, ${schema.minimum} to ${schema.maximum}`
  if (schema.type === 'array' && schema.items?.type === 'string') return 'list of text'
  return word
}

const wordFor = (type: JsonSchema['type']): string => {
  switch (type) {
    case 'string':
      return 'text'
    case 'integer':
      return 'whole number'
    case 'array':
      return 'list'
    case 'object':
      return 'mapping'
    default:
      return String(type)
  }
}
