import { z } from 'zod'
import { nearMiss } from './near.ts'
import { oneLine } from './problem.ts'

/** What is said of a key that must be there and is not. */
export const missing = 'is missing'

/** What comes before the keys that a mapping takes. */
export const takes = 'this mapping takes'

/** What a zod issue means, as a phrase that follows the path; fields with a message of their own keep it. */
export function words(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? absent(issue.inst) : mistyped(issue.expected, issue.input)
    case 'invalid_value':
      return oneOf(issue.values, issue.input)
    case 'invalid_union':
      return Array.isArray(issue.options)
        ? oneOf(issue.options, (issue.input as Record<string, unknown>)[String(issue.discriminator)])
        : `must be ${issue.errors.flatMap(expectations).join(' or ')}`
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).join('; ')
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, knownKeys(issue.inst), issue.input ?? {})).join('\n')
    case 'invalid_format':
      return `must match ${issue.pattern ?? issue.format}`
    case 'too_small':
      return bound('at least', issue.origin, Number(issue.minimum))
    case 'too_big':
      return bound('at most', issue.origin, Number(issue.maximum))
    default:
      return undefined
  }
}

/** A missing key, with its description when the schema has one. */
function absent(schema: unknown): string {
  const description = schema instanceof z.ZodType ? schema.description : undefined
  return description ? `${missing} (${description.replace(/\.$/, '')})` : missing
}

/** A value of another type than may stand there. */
function mistyped(expected: string, input: unknown): string {
  const simple = typeof input === 'string' && /^[\w.-]+$/.test(input)
  if (expected === 'array' && simple) return `must be a list, such as [${input}]`
  if (expected === 'array' && isMapping(input)) return 'must be a list: each entry starts with `- `'
  const quoted =
    expected !== 'object' && expected !== 'record' && simple && /^(?:\d+|true|false)$/.test(input)
  return `must be ${kind(expected)}${quoted ? ', without quotes' : ''}`
}

const isMapping = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

/** A type of zod's, in words. */
function kind(expected: string): string {
  switch (expected) {
    case 'string':
      return 'text'
    case 'int':
      return 'a whole number'
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'array':
      return 'a list'
    case 'object':
    case 'record':
      return 'a mapping'
    case 'null':
      return 'empty'
    default:
      return expected
  }
}

const expectations = (issues: readonly z.core.$ZodIssue[]): string[] =>
  issues.flatMap((issue) =>
    issue.path.length === 0 && issue.code === 'invalid_type' ? [kind(issue.expected)] : [],
  )

/** A word that is not among those that may stand there. */
function oneOf(values: readonly unknown[], input: unknown): string {
  const known = values.filter((value) => value !== undefined).map(String)
  const near = typeof input === 'string' ? nearMiss(input, known) : undefined
  const list = known.map((value) => `\`${value}\``).join(', ')
  const expected = known.length === 1 ? `must be ${list}` : `must be one of ${list}`
  return near ? `${expected}; did you mean \`${near}\`?` : expected
}

/** A key that may not stand in its mapping; behind an empty one, it is likely to lack an indent. */
function unknownKey(key: string, known: readonly string[], mapping: object): string {
  const near = nearMiss(key, known)
  if (near) return `is not a key here; did you mean \`${oneLine(near)}\`?`
  const before = Object.entries(mapping).slice(0, Object.keys(mapping).indexOf(key))
  const parent = before.findLast(([, value]) => value === null)?.[0]
  const hint = parent === undefined ? '' : `; indent it further if it belongs to \`${oneLine(parent)}\``
  return `is not a key here; ${takes} ${known.map((name) => `\`${name}\``).join(', ')}${hint}`
}

const knownKeys = (schema: unknown): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : []

/** A size or number out of bounds. */
function bound(which: 'at least' | 'at most', origin: string, limit: number): string {
  if (origin === 'string') return limit === 1 ? 'must not be empty' : `must have ${which} ${limit} characters`
  if (origin === 'array') return `must hold ${which} ${limit === 1 ? 'one' : limit}`
  return `must be ${which} ${limit}`
}
