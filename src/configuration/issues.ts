import type { z } from 'zod'
import { homeOf } from './homes.ts'
import { locate, type Place } from './locate.ts'
import { oneLine, type Problem } from './problem.ts'
import { withoutLogin } from './redact.ts'
import { missing, takes } from './words.ts'
import type { YamlSource } from './yaml.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** The problem, or problems, that an issue of zod's stands for, with their places in the text. */
export function problemsOf(issue: Issue, source: YamlSource, base: Path = []): Problem[] {
  const path = [...base, ...issue.path]
  const place = locate(source, path)
  const problem = (message: string): Problem => ({ offset: place.value, path, message })
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, source, path)
  if (issue.code === 'invalid_key') return [{ ...problem(issue.message), offset: place.key }]
  if (issue.code === 'invalid_union') {
    const branch = bestBranch(issue)
    if (branch) return branch.flatMap((inner) => problemsOf(inner, source, path))
  }
  if (!place.present) return [problem(issue.message.startsWith(missing) ? issue.message : missing)]
  const message = `${issue.message}${hint(issue, place)}`
  if (issue.input === null) return [problem(`is empty: it ${message}`)]
  if (place.written !== undefined) return [problem(`\`${oneLine(withoutLogin(place.written))}\` ${message}`)]
  // Where a key chooses among mappings, the input is the mapping, and not what the message is about.
  const isOfOtherKind =
    issue.code === 'invalid_type' || (issue.code === 'invalid_union' && issue.discriminator === undefined)
  return [problem(isOfOtherKind ? `${kindOf(issue.input)}${message}` : message)]
}

/** What a value is that has no text of its own, before what it must be. */
function kindOf(input: unknown): string {
  if (Array.isArray(input)) return 'is a list, and '
  return typeof input === 'object' ? 'is a mapping, and ' : ''
}

/** What YAML made of a value that its author may have meant otherwise. */
function hint(issue: Issue, { written, comment }: Place): string {
  if (comment !== undefined)
    return `; YAML takes \`${oneLine(comment)}\` for a comment: write the value in quotes if that is a part of it`
  if (written !== undefined && /^[“”„‘’‚«»]/.test(written))
    return `; \`${written[0]}\` is no quote for YAML: write ' or "`
  if (issue.code !== 'invalid_type' || written === undefined) return ''
  if (issue.expected === 'string' && /^(?:\d+(?:\.\d+)?|true|false)$/.test(written))
    return `; YAML reads \`${written}\` as a ${typeof issue.input}: for the text, write '${written}' in quotes`
  if (issue.expected === 'boolean' && /^(?:yes|on|y)$/i.test(written))
    return `; YAML 1.2 reads \`${written}\` as text: write true`
  if (issue.expected === 'boolean' && /^(?:no|off|n)$/i.test(written))
    return `; YAML 1.2 reads \`${written}\` as text: write false`
  if (/^(?:int|number)$/.test(issue.expected) && /^\d{1,9}(?::[0-5]?\d)+$/.test(written))
    return `; YAML 1.2 reads \`${written}\` as text: write ${written.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)}`
  return ''
}

/** The keys that a mapping takes, as they stand in a message. */
const listed = new RegExp(`${takes} [^;]+`)

/** One problem for each key that may not stand in a mapping; the message has a line for each. */
function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, source: YamlSource, base: Path): Problem[] {
  const messages = issue.message.split('\n')
  return issue.keys.map((key, index) => {
    const path = [...base, key]
    const message = messages[index] ?? ''
    const home = homeOf(key, base)
    const told =
      base.length === 0 && isTarget((issue.input as Record<string, unknown> | undefined)?.[key])
        ? 'is not a key here, but looks like a configuration: its place is below `configurations:`, indented'
        : home === undefined
          ? message
          : message.replace(listed, () => `its place is ${home}`)
    return { offset: locate(source, path).key, path, message: told }
  })
}

/** Whether a value has what only a configuration has. */
const isTarget = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('hostname' in value || 'primary_service' in value)

/** Of the ways in which a value may be written, the one that its author chose; undefined when it is none. */
function bestBranch(issue: z.core.$ZodIssueInvalidUnion): Issue[] | undefined {
  return issue.errors
    .filter((branch) => !branch.some((inner) => isOtherKind(inner)))
    .sort((a, b) => a.length - b.length)[0]
}

/** Whether the value as a whole is of another kind than this way of writing takes. */
const isOtherKind = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' ||
    (issue.code === 'invalid_value' && !issue.values.some((value) => typeof value === typeof issue.input)) ||
    (issue.code === 'invalid_union' && issue.errors.length > 0 && !bestBranch(issue)))
