import { createHmac } from 'node:crypto'
import type { ProjectImage } from '../catalog/types.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { commandLine } from '../server/connection/shell-quote.ts'
import { renderTemplate } from '../templates.ts'
import { boundedLog, type ContainerSpec, canonicalJson, envList } from './container.ts'
import type { HiddenValue } from './hidden.ts'
import { labels, networkName, releaseImage, root, www } from './layout.ts'
import { type ProgramStack, programScript, programStack, supervisorNames } from './program.ts'
import type { ServiceStack } from './services.ts'

/** What a release is made from, beside its configuration. */
export interface ReleaseInput {
  readonly configuration: Configuration
  readonly services: readonly ServiceStack[]
  /** Values of the project's `secrets`. */
  readonly secrets: Readonly<Record<string, string>>
  /** The project's random key on the server. */
  readonly key: string
  /** Git's name of the commit's tree. */
  readonly tree: string
  /** Requirements file and the files that it includes, from the root of the repository; empty for none. */
  readonly requirementFiles: readonly string[]
}

/** What a release was made from, as it is kept beside it on the server. */
export interface ReleaseParts {
  /** Git's name of the commit's tree. */
  readonly tree: string
  readonly dockerfile: string
  readonly mount: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string | HiddenValue>>
  readonly image: ProjectImage
  readonly programs: readonly ProgramStack[]
}

/** A release as it should be, before it has a number. */
export interface ReleaseStack {
  /** Everything that the release consists of, with keyed hashes in place of secrets, for the plan to compare. */
  readonly parts: ReleaseParts
  /** Keyed hash of the parts; equal means that nothing changed. */
  readonly hash: string
  readonly dockerfile: string
  /** Files that the container finds under /etc/jetee. */
  readonly mount: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly image: ProjectImage
  readonly programs: readonly ProgramStack[]
  /** Names of the tasks, in order. */
  readonly tasks: readonly string[]
  /** Names of the helper processes. */
  readonly helpers: readonly string[]
  readonly hasWeb: boolean
  /** Seconds until a container that is asked to stop is killed: longer than any of its processes gets. */
  readonly stopSeconds: number
}

/** The desired release for an input. */
export const releaseStack = (input: ReleaseInput): ReleaseStack => {
  const { configuration, key } = input
  const { project } = configuration
  const image = project.type.image(project.settings)
  const programs = project.processes.map((process) => programStack(process, image.place))
  const keyed = (text: string): string => createHmac('sha256', key).update(text).digest('hex').slice(0, 32)
  const { location } = image.place

  const dockerfile = renderTemplate(image.template, {
    base: image.base,
    aptPackages: unique([...image.aptPackages, ...programs.flatMap(({ aptPackages }) => aptPackages)]),
    requirementFiles: input.requirementFiles,
    cacheId: keyed('build cache'),
    ...image.place,
  })
  const script = (command: readonly string[]) =>
    `cd ${commandLine([location])}\nexec ${commandLine(command)}\n`
  const mount = {
    'entrypoint.sh': renderTemplate('entrypoint.sh', image),
    'supervisord.conf': renderTemplate('supervisord.conf', { programs, location }),
    ...Object.assign({}, ...programs.map(({ files }) => files)),
    ...Object.fromEntries(
      programs.map((program) => [`commands/${program.name}`, programScript(program, location)]),
    ),
    ...Object.fromEntries(image.tasks.map(({ name, command }) => [`tasks/${name}`, script(command)])),
  }
  const env = environment(input, image)
  const parts: ReleaseParts = {
    tree: input.tree,
    dockerfile,
    mount,
    env: withoutSecrets(input, env, keyed),
    image,
    programs,
  }
  return {
    parts,
    hash: keyed(canonicalJson(parts)),
    dockerfile,
    mount,
    env,
    image,
    programs,
    tasks: image.tasks.map(({ name }) => name),
    helpers: programs.filter(({ web }) => !web).flatMap(supervisorNames),
    hasWeb: programs.some(({ web }) => web !== undefined),
    stopSeconds: Math.max(0, ...programs.map(({ stopSeconds }) => stopSeconds)) + 10,
  }
}

/** The environment of every process, task and shell of the project; what stands later wins. */
const environment = (
  { configuration, services, secrets }: ReleaseInput,
  image: ProjectImage,
): Record<string, string> => {
  const databaseUrl = services.find(({ container }) => container.databaseUrl)?.container.databaseUrl
  return {
    [image.configurationVariable]: configuration.name,
    ...Object.assign({}, ...services.map(({ container }) => container.projectEnv)),
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    ...configuration.primary.envVariables,
    ...configuration.project.envVariables,
    ...secrets,
  }
}

/** The environment with keyed hashes for the project's secrets, and for what holds a service's password. */
const withoutSecrets = (
  { services, secrets }: ReleaseInput,
  env: Readonly<Record<string, string>>,
  keyed: (text: string) => string,
): ReleaseParts['env'] => {
  const hides = (name: string, value: string): boolean =>
    Object.hasOwn(secrets, name) ||
    services.some(({ identity: { password } }) => password !== '' && value.includes(password))
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      hides(name, value) ? { 'keyed hash': keyed(value) } : value,
    ]),
  )
}

/** The container of a release with its number. */
export const releaseSpec = (
  { configuration }: Pick<ReleaseInput, 'configuration'>,
  stack: ReleaseStack,
  release: number,
  commit: string,
): ContainerSpec => {
  const project = configuration.projectName
  const folder = `${www}/${project}`
  return {
    Image: releaseImage(project, release),
    Env: envList(stack.env),
    Hostname: `${project}-app`,
    StopTimeout: stack.stopSeconds,
    Labels: {
      [labels.project]: project,
      [labels.configuration]: configuration.name,
      [labels.service]: 'primary',
      [labels.release]: String(release),
      [labels.commit]: commit,
      [labels.spec]: stack.hash,
    },
    HostConfig: {
      NetworkMode: networkName(project),
      Binds: [
        `${root}/projects/${project}/releases/${release}/mount:/etc/jetee:ro`,
        `${folder}/r/${release}:/run/jetee`,
        `${folder}/r/${release}/static:${stack.image.staticLocation}`,
        `${folder}/media:${stack.image.mediaLocation}`,
      ],
      // Not `always` until the switch: a stopped candidate would come back with the daemon.
      RestartPolicy: { Name: 'no' },
      LogConfig: boundedLog,
      // The socket's backlog is cut to this.
      Sysctls: { 'net.core.somaxconn': '4096' },
    },
  }
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)]
