import { setSecret } from '@actions/core'
import { secretForms } from '../report/secret-forms.ts'

const hidden = new Set<string>()

/** Keeps a secret out of the job's log, in all its forms; and out of what is {@link veil}ed. */
export const maskSecret = (secret: string): void => {
  for (const form of secretForms(secret)) {
    hidden.add(form)
    setSecret(form)
  }
}

/** A text without the secrets that were masked, for where the runner masks nothing: GitHub's API. */
export const veil = (text: string): string => {
  let veiled = text
  // The longer ones first: one may stand in another, of which the rest would be left.
  for (const form of [...hidden].sort((a, b) => b.length - a.length)) veiled = veiled.replaceAll(form, '***')
  return veiled
}
