import type { Configuration } from '../configuration/configuration.ts'
import { Failure } from '../report/failure.ts'

/** Takes the project's secrets from the environment of the step; all that are missing are named at once. */
export const readSecrets = (
  configuration: Configuration,
  env: Readonly<Record<string, string | undefined>>,
  file: string,
): Readonly<Record<string, string>> => {
  const { secrets } = configuration.project
  const missing = secrets.map(({ from }) => from).filter((name) => !env[name])
  if (missing.length > 0) {
    throw new Failure({
      what:
        missing.length === 1
          ? `The secret ${missing[0]} is missing`
          : `Secrets are missing: ${missing.join(', ')}`,
      where: `${file}, configuration ${configuration.name}, secrets`,
      why: 'The environment of the step has no such variable, or an empty one.',
      stands: 'Nothing on the server was changed.',
      next: `Add to the step:\n${['env:', ...missing.map((name) => `  ${name}: \${{ secrets.${name} }}`)].join('\n')}`,
    })
  }
  return Object.fromEntries(secrets.map(({ name, from }) => [name, env[from] ?? '']))
}
