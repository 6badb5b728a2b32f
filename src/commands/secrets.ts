import type { ProjectImage, SecretName } from '../catalog/project-type.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { Failure } from '../report/failure.ts'
import type { Passwords } from '../stack/services.ts'

/** Values that come from the environment of the step. */
export interface Secrets {
  /** Variables of the project. */
  readonly variables: Readonly<Record<string, string>>
  /** For the build alone, by the name that it knows them under. */
  readonly build: Readonly<Record<string, string>>
  /** Password of the image's registry; undefined where there is none to log in at. */
  readonly registryPassword: string | undefined
  /** Passwords of secondary services that are not left to the server, by the service's name. */
  readonly servicePasswords: Passwords
  /** Password of a preview's site; undefined where everybody may look. */
  readonly visitorPassword: string | undefined
}

/** Takes all secrets of a configuration from the environment of the step; those that are missing are named at once. */
export const readSecrets = (
  { name, project, services, preview }: Configuration,
  image: ProjectImage,
  env: Readonly<Record<string, string | undefined>>,
  file: string,
): Secrets => {
  const buildSecrets = image.kind === 'image' ? [] : image.buildSecrets
  const password = image.kind === 'image' ? image.registry?.password : undefined
  const given = services.flatMap(({ name: service, common: { password: from } }) =>
    from === undefined ? [] : [{ service, from }],
  )
  const groups: Readonly<Record<string, readonly string[]>> = {
    secrets: project.secrets.map(({ from }) => from),
    build_secrets: buildSecrets.map(({ from }) => from),
    'registry.password': password === undefined ? [] : [password],
    'previews.password': preview?.password === undefined ? [] : [preview.password],
    ...Object.fromEntries(
      given.map(({ service, from }) => [`secondary_services.${service}.password`, [from]]),
    ),
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
      next: `${missing.includes(preview?.password ?? '') ? 'Store a password as that secret, or let everybody look by `previews.password: none`. ' : ''}Add to the step:\n${['env:', ...missing.map((variable) => `  ${variable}: \${{ secrets.${variable} }}`)].join('\n')}`,
    })
  }
  const visitors = preview?.password === undefined ? undefined : env[preview.password]
  if (visitors !== undefined && /\p{Cc}/u.test(visitors))
    throw new Failure({
      what: `The secret ${preview?.password} cannot be the password of previews`,
      where: `${file}, previews.password`,
      why: 'It has a line break or another character that nobody can type.',
      stands: 'Nothing on the server was changed.',
      next: 'Store it without a line break at its end.',
    })
  const unfit = given.find(({ from }) => !isPassword(env[from] ?? ''))
  if (unfit) throw unfitPassword(unfit, `${file}, configuration ${name}`)
  const take = (names: readonly SecretName[]) =>
    Object.fromEntries(names.map((secret) => [secret.name, env[secret.from] ?? '']))
  return {
    variables: take(project.secrets),
    build: take(buildSecrets),
    registryPassword: password === undefined ? undefined : env[password],
    visitorPassword: visitors,
    servicePasswords: Object.fromEntries(given.map(({ service, from }) => [service, env[from] ?? ''])),
  }
}

/** Whether a text can be a password everywhere: in an address, in SQL and in the configuration of each service. */
const isPassword = (text: string): boolean => /^[!-~]{1,128}$/.test(text) && !/['"`\\]/.test(text)

const unfitPassword = (
  { service, from }: { readonly service: string; readonly from: string },
  place: string,
): Failure =>
  new Failure({
    what: `The secret ${from} cannot be the password of ${service}`,
    where: `${place}, secondary_services.${service}.password`,
    why: 'A password is of 1 to 128 printable ASCII characters, without blanks, line breaks, quotes and backslashes: not each service takes these.',
    stands: 'Nothing on the server was changed.',
    next: `Choose another one, such as \`openssl rand -base64 24\` makes, and store it without a line break at its end. Data that has an unfit one already gets the new one by the command that the next run tells.`,
  })

/** Every value among the secrets. */
export const secretValues = ({
  variables,
  build,
  registryPassword,
  servicePasswords,
  visitorPassword,
}: Secrets): readonly string[] => [
  ...Object.values(variables),
  ...Object.values(build),
  ...Object.values(servicePasswords),
  ...(registryPassword === undefined ? [] : [registryPassword]),
  ...(visitorPassword === undefined ? [] : [visitorPassword]),
]
