import type { z } from 'zod'
import { locate } from './locate.ts'
import { oneLine, type Problem } from './problem.ts'
import { missing } from './words.ts'
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
  if (issue.input === null) return [problem(`is empty: it ${issue.message}`)]
  return [
    problem(place.written === undefined ? issue.message : `\`${oneLine(place.written)}\` ${issue.message}`),
  ]
}

/** One problem for each key that may not stand in a mapping; the message has a line for each. */
function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, source: YamlSource, base: Path): Problem[] {
  const messages = issue.message.split('\n')
  return issue.keys.map((key, index) => {
    const path = [...base, key]
    return { offset: locate(source, path).key, path, message: messages[index] ?? '' }
  })
}

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
