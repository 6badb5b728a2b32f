import { stripVTControlCharacters } from 'node:util'
import { secretForms } from '../report/secret-forms.ts'

/** Makes lines of others fit to be shown. */
export interface Veil {
  /** Hides a secret in every line from now on. */
  readonly hide: (secret: string) => void
  /** A line without secrets, and without what a terminal acts upon. */
  readonly clean: (line: string) => string
}

/** Makes a veil that hides nothing yet. */
export const makeVeil = (): Veil => {
  // The longer ones first: one may stand in another, of which the rest would be left.
  let hidden: readonly string[] = []
  return {
    hide: (secret) => {
      hidden = [...new Set([...hidden, ...secretForms(secret)])].sort((a, b) => b.length - a.length)
    },
    clean: (line) => {
      let text = line
      for (const form of hidden) text = text.replaceAll(form, '***')
      return stripVTControlCharacters(text).replaceAll(/\p{Cc}/gu, ' ')
    },
  }
}
