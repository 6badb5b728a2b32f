import { setSecret } from '@actions/core'
import { secretForms } from '../report/secret-forms.ts'

/** What is hidden, the longer ones first: one may stand in another, of which the rest would be left. */
let hidden: readonly string[] = []

/** Keeps a secret out of the job's log, in all its forms; and out of what is {@link veil}ed. */
export const maskSecret = (secret: string): void => {
  const forms = secretForms(secret)
  for (const form of forms) setSecret(form)
  hidden = [...new Set([...hidden, ...forms])].sort((a, b) => b.length - a.length)
}

/** A text without the secrets that were masked, for where the runner masks nothing: GitHub's API. */
export const veil = (text: string): string =>
  hidden.reduce((rest, form) => rest.replaceAll(form, '***'), text)

/** Fields that hold a word of the deployer's own, by which it decides something. */
const own = ['action', 'command', 'kind', 'outcome', 'state']

/**
 * Data without the secrets that were masked, in whichever of its texts they stand. What becomes Markdown is veiled before:
 * a secret that was escaped or cut short would not be known any more.
 */
export const veiled = <T>(data: T): T => veiledValue(data) as T

const veiledValue = (value: unknown): unknown => {
  if (typeof value === 'string') return veil(value)
  if (Array.isArray(value)) return value.map(veiledValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      typeof item === 'string' && own.includes(name) ? item : veiledValue(item),
    ]),
  )
}
