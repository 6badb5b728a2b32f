import { setSecret } from '@actions/core'
import { secretForms } from '../report/secret-forms.ts'

/** Keeps a secret out of the job's log, in all its forms. */
export const maskSecret = (secret: string): void => {
  for (const form of secretForms(secret)) setSecret(form)
}
