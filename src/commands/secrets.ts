import type { ProjectImage, SecretName } from '../catalog/project-type.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { Failure } from '../report/failure.ts'

/** Values that come from the environment of the step. */
export interface Secrets {
  /** Variables of the project. */
  readonly variables: Readonly<Record<string, string>>
  /** For the build alone, by the name that it knows them under. */
  readonly build: Readonly<Record<string, string>>
  /** Password of the image's registry; undefined where there is none to log in at. */
  readonly registryPassword: string | undefined
}

/** Takes all secrets of a configuration from the environment of the step; those that are missing are named at once. */
export const readSecrets = (
  { name, project }: Configuration,
  image: ProjectImage,
  env: Readonly<Record<string, string | undefined>>,
  file: string,
): Secrets => {
  const buildSecrets = image.kind === 'image' ? [] : image.buildSecrets
  const password = image.kind === 'image' ? image.registry?.password : undefined
  const groups = {
    secrets: project.secrets.map(({ from }) => from),
    build_secrets: buildSecrets.map(({ from }) => from),
    'registry.password': password === undefined ? [] : [password],
  }
  const missing = [...new Set(Object.values(groups).flat())].filter((variable) => !env[variable])
  if (missing.length > 0) {
    const keys = Object.entries(groups).filter(([, names]) => names.some((from) => missing.includes(from)))
    throw new Failure({
      what:
        missing.length === 1
          ? `The secret ${missing[0]} is missing`
          : `Secrets are missing: ${missing.join(', ')}`,
      where: `${file}, configuration ${name}, ${keys.map(([key]) => key).join(' and ')}`,
      why: 'The environment of the step has no such variable, or an empty one.',
      stands: 'Nothing on the server was changed.',
      next: `Add to the step:\n${['env:', ...missing.map((variable) => `  ${variable}: \${{ secrets.${variable} }}`)].join('\n')}`,
    })
  }
  const take = (names: readonly SecretName[]) =>
    Object.fromEntries(names.map((secret) => [secret.name, env[secret.from] ?? '']))
  return {
    variables: take(project.secrets),
    build: take(buildSecrets),
    registryPassword: password === undefined ? undefined : env[password],
  }
}

/** Every value among the secrets. */
export const secretValues = ({ variables, build, registryPassword }: Secrets): readonly string[] => [
  ...Object.values(variables),
  ...Object.values(build),
  ...(registryPassword === undefined ? [] : [registryPassword]),
]
