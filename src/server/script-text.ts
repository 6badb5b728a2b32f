import { readScript } from '../templates.ts'
import { quote } from './connection/shell-quote.ts'

/**
 * The text of scripts of `templates/scripts`, one behind the other, for `sh -c`. The variables stand before them, and
 * with them in the list of processes, so that none of these may be secret.
 */
export const scriptText = (variables: Readonly<Record<string, string>>, names: readonly string[]): string =>
  [
    ...Object.entries(variables).map(([name, value]) => `${name}=${quote(value)}`),
    ...names.map((name) => readScript(name)),
  ].join('\n')
