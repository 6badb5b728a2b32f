import type { Configuration } from '../../../src/configuration/configuration.ts'
import { loadDeployment } from '../../../src/configuration/load.ts'
import { selectConfiguration } from '../../../src/configuration/select.ts'
import { Failure } from '../../../src/report/failure.ts'

/** A deployment file with these lines in configuration Staging: the first is line 3, and starts in column 5. */
export function target(lines: string): string {
  const hostname = /^hostname:/m.test(lines) ? '' : '    hostname: example.com\n'
  return `configurations:\n  Staging:\n${indent(lines, 4)}\n${hostname}    primary_service: { project: { type: django } }\n`
}

/** A deployment file with these lines in the project: the first is line 6, and starts in column 9. */
export function project(lines: string): string {
  return `configurations:\n  Staging:\n    hostname: example.com\n    primary_service:\n      project:\n${indent(lines, 8)}\n`
}

const indent = (lines: string, columns: number): string => lines.replace(/^/gm, ' '.repeat(columns))

/** The configuration Staging of a deployment file. */
export function staging(text: string): Configuration {
  return selectConfiguration(loadDeployment(text, 'deployment.yml'), 'Staging', { repository: 'acme/shop' })
}

/** What is wrong with a deployment file, line by line without the file's name; empty when nothing is. */
export function mistakes(text: string): string[] {
  const failure = failureOf(() => loadDeployment(text, 'deployment.yml'))
  return (failure?.details.why ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/^deployment\.yml:/, ''))
}

/** The failure that a function throws, if any; other errors pass. */
export function failureOf(action: () => unknown): Failure | undefined {
  try {
    action()
    return undefined
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

/** The words for entries of the catalogue, as messages list them. */
export function names(types: readonly { readonly type: string }[], separator: string): string {
  return types.map(({ type }) => `\`${type}\``).join(separator)
}
