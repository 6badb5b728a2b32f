import type { z } from 'zod'
import { locate } from './locate.ts'
import { oneLine, type Problem } from './problem.ts'
import type { YamlSource } from './yaml.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** The problem, or problems, that an issue of zod's stands for, with their places in the text. */
export function problemsOf(issue: Issue, text: string, source: YamlSource, base: Path = []): Problem[] {
  const path = [...base, ...issue.path]
  const place = locate(source.document, text, path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const messages = issue.message.split('\n')
      return issue.keys.map((key, index) => {
        const own = [...path, key]
        return { offset: locate(source.document, text, own).key, path: own, message: messages[index] ?? '' }
      })
    }
    case 'invalid_key':
      return [{ offset: place.key, path, message: issue.message }]
    case 'invalid_union': {
      const branch = bestBranch(issue)
      if (branch) return branch.flatMap((inner) => problemsOf(inner, text, source, path))
    }
  }
  if (!place.present)
    return [
      {
        offset: place.value,
        path,
        message: /^is missing/.test(issue.message) ? issue.message : 'is missing',
      },
    ]
  const lead = place.written === undefined ? '' : `\`${oneLine(place.written)}\` `
  const input = issue.input
  return [
    {
      offset: place.value,
      path,
      message: input === null ? `is empty: it ${issue.message}` : lead + issue.message,
    },
  ]
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
