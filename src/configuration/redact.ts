import type { Setting } from './settings.ts'

/** What stands in place of a secret. */
const hidden = '***'

/** Names of variables whose values are likely to be secrets, though they stand in the file for everybody to read. */
const secretName = /PASS|SECRET|TOKEN|CREDENTIAL|PRIVATE|AUTH|DSN|(?:^|_)(?:API|ACCESS)?KEY(?:_|$)/i

/** The keys that hold mappings of the user's own names. */
const variables = /(?:^|\.)(?:env_variables|build_args|headers)\.([^.]+)$/

/** Settings as text that anybody may read: without what looks like a secret, and without `secrets`, wherever they are. */
export const redacted = (settings: readonly Setting[], secrets: readonly string[]): readonly Setting[] => {
  // Anything shorter stands in the settings by chance.
  const known = secrets.filter((secret) => secret.length > 3).sort((a, b) => b.length - a.length)
  return settings.map((setting) => {
    const name = variables.exec(setting.key)?.[1]
    if (name !== undefined && secretName.test(name)) return { ...setting, value: hidden }
    return { ...setting, value: clean(setting.value, known) }
  })
}

function clean(value: unknown, secrets: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => clean(item, secrets))
  if (typeof value !== 'string') return value
  const text = secrets.reduce((rest, secret) => rest.replaceAll(secret, hidden), value)
  return withoutLogin(text)
}

/** A text without the names and passwords in its addresses. */
export const withoutLogin = (text: string): string =>
  text.replaceAll(/(?<=:\/\/)[^/@\s]*:[^/@\s]+(?=@)|(?<=https?:\/\/)[^/@\s]+(?=@)/g, hidden)
