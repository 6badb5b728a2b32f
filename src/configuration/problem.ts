import type { LineCounter } from 'yaml'
import { Failure } from '../report/failure.ts'

/** Something wrong in a deployment file. */
export interface Problem {
  /** Where in the text, counted in characters from 0. */
  readonly offset: number
  /** The keys that lead there; none for a problem of the text as such. */
  readonly path: readonly PropertyKey[]
  /** What is wrong, as a phrase that follows the path. */
  readonly message: string
}

/** All problems of a deployment file as one failure, in the order in which they stand in the file. */
export function invalidFile(file: string, problems: readonly Problem[], lines: LineCounter): Failure {
  const placed = withoutCovered(problems)
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, path, message }) => {
      const { line, col } = lines.linePos(offset)
      return {
        file,
        line: Math.max(line, 1),
        column: Math.max(col, 1),
        message: path.length > 0 ? `${pathText(path)}: ${message}` : message,
      }
    })
  const [first] = placed
  const only = placed.length === 1 && first
  return new Failure({
    what: only ? `${file} has a mistake` : `${file} has ${placed.length} mistakes`,
    where: only ? `${file}:${only.line}:${only.column}` : file,
    why: placed.map(({ line, column, message }) => `${file}:${line}:${column}  ${message}`).join('\n'),
    next: `Correct ${file}, commit it and run again.`,
    annotations: placed,
  })
}

function withoutCovered(problems: readonly Problem[]): Problem[] {
  const byOffset = new Map<number, Problem[]>()
  return problems.filter((problem) => {
    const earlier = byOffset.get(problem.offset) ?? []
    if (earlier.some((other) => covers(other, problem))) return false
    byOffset.set(problem.offset, [...earlier, problem])
    return true
  })
}

/**
 * Whether an earlier problem makes another one idle: it is about the same value, or it is the same one, met again
 * through an alias.
 */
const covers = (earlier: Problem, problem: Problem): boolean =>
  earlier.offset === problem.offset &&
  (pathText(earlier.path) === pathText(problem.path) ||
    (earlier.message === problem.message && earlier.path.at(-1) === problem.path.at(-1)))

/** A path in the words of the file: `configurations.Staging.server_names[0]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`
      const name = oneLine(String(key))
      return index === 0 ? name : `.${name}`
    })
    .join('')
}

/** Text from a file, fit for one line of a log: cut when it is long, control characters spelt out. */
export function oneLine(text: string, limit = 60): string {
  const shown = text.length > limit ? `${text.slice(0, limit - 1)}…` : text
  return shown.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
