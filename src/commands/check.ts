import type { Check } from '../configuration/choose.ts'
import type { LoadedDeployment } from '../configuration/load.ts'
import { redacted } from '../configuration/redact.ts'
import { selectConfiguration } from '../configuration/select.ts'
import { type Setting, settingsOf } from '../configuration/settings.ts'
import type { Invocation } from './invocation.ts'

/** A configuration that was checked. */
export interface CheckedConfiguration {
  readonly name: string
  /** The one that it extends. */
  readonly parent: string | undefined
  /** Every value of it, without secrets. */
  readonly settings: readonly Setting[]
}

/** The configurations of a check, resolved; the file itself is known to be valid. */
export const check = (
  loaded: LoadedDeployment,
  { names }: Check,
  invocation: Invocation,
): readonly CheckedConfiguration[] =>
  names.map((name) => {
    const settings = settingsOf(loaded, selectConfiguration(loaded.deployment, name, invocation))
    return {
      name,
      parent: loaded.parents.get(name),
      settings: redacted(settings, secretsFor(settings, invocation)),
    }
  })

/** The secrets that the action was given, and those in the step's environment that the settings name. */
const secretsFor = (
  settings: readonly Setting[],
  { privateKey, passphrase, token, deployKeyToken, env }: Invocation,
): readonly string[] => {
  const named = settings
    .filter(({ key }) => /secret|password/.test(key))
    .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
    .map((name) => env[String(name)])
  return [privateKey, passphrase, token, deployKeyToken, ...named].filter((secret) => secret !== undefined)
}
