import type { ProjectImage, SupervisedImage } from '../catalog/project-type.ts'
import type { Configuration, Limits, TimedTask, Volume } from '../configuration/configuration.ts'
import type { Dependencies } from '../source/dependencies.ts'
import { renderTemplate } from '../templates.ts'
import { canonicalJson, keyedHash } from './container.ts'
import { renderDockerfile } from './dockerfile.ts'
import type { HiddenValue } from './hidden.ts'
import { logFiles, logPipes } from './log-pipes.ts'
import { hasWebProcess, type ProgramStack, programScript, programStacks, supervisorNames } from './program.ts'
import { doorConf, releaseContainers } from './release-containers.ts'
import type { ServiceStack } from './services.ts'
import { socketFolder } from './socket.ts'

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
  readonly dependencies: Dependencies
  /** What the tag of a given image names now; undefined for other projects, or when its registry does not say. */
  readonly digest?: string | undefined
}

/** What a release was made from, as it is kept beside it on the server. */
export interface ReleaseParts {
  /** Git's name of the commit's tree, where the image is made from it. */
  readonly tree: string | undefined
  readonly dockerfile: string | undefined
  readonly mount: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string | HiddenValue>>
  readonly image: ProjectImage
  readonly programs: readonly ProgramStack[]
  readonly tasks: ReleaseStack['tasks']
  readonly limits: Limits
  readonly volumes: readonly Volume[]
  /** Its containers by name, less the environment, as if it had no number; with the door's configuration. */
  readonly containers: Readonly<Record<string, unknown>>
}

/** A release as it should be, before it has a number. */
export interface ReleaseStack {
  /** Everything that the release consists of, with keyed hashes in place of secrets, for the plan to compare. */
  readonly parts: ReleaseParts
  /** Keyed hash of the parts; equal means that nothing changed. */
  readonly hash: string
  /** Digest of a given image; undefined for any. */
  readonly digest: string | undefined
  readonly image: ProjectImage
  /** The Dockerfile, where it is one of ours. */
  readonly dockerfile: string | undefined
  /** Files that a container with supervisor finds under /etc/jetee. */
  readonly mount: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly programs: readonly ProgramStack[]
  readonly tasks: {
    /** Before visitors reach the release, in order. */
    readonly before: readonly TimedTask[]
    /** When they do. */
    readonly after: readonly TimedTask[]
  }
  /** Names of the helper processes under supervisor. */
  readonly helpers: readonly string[]
  readonly hasWeb: boolean
  /** Name of the folder of its web socket, which no other project knows. */
  readonly socketFolder: string
  /** Port that the web process listens on; undefined when there is none, or when it takes a socket. */
  readonly port: number | undefined
}

/** The desired release for an input. */
export const releaseStack = (input: ReleaseInput): ReleaseStack => {
  const { configuration } = input
  const { project, primary } = configuration
  const image = project.type.image(project.settings, primary.baseImage)
  const supervised = image.kind === 'supervised' ? image : undefined
  const programs = programStacks(project, image)
  const web = programs.find((program) => program.web)?.web
  const port = image.kind === 'supervised' ? (web?.kind === 'port' ? web.port : undefined) : image.port
  const keyed = (text: string): string => keyedHash(text, input.key)
  const tasks = {
    before: [
      ...image.tasks.map((task) => ({ ...task, deadlineSeconds: project.releaseTasks.deadlineSeconds })),
      ...(configuration.preview?.seed ?? []).map((task) => ({ ...task, once: true })),
      ...project.releaseTasks.beforeSwitch,
    ],
    after: project.releaseTasks.afterSwitch,
  }
  const stack: Omit<ReleaseStack, 'hash' | 'parts'> = {
    digest: input.digest,
    image,
    dockerfile:
      supervised && renderDockerfile(supervised, programs, input.dependencies, keyed('build cache')),
    mount: supervised ? mountFiles(supervised, programs, [...tasks.before, ...tasks.after]) : {},
    env: environment(input, image, port),
    programs,
    tasks,
    helpers: supervised ? programs.filter((program) => !program.web).flatMap(supervisorNames) : [],
    hasWeb: hasWebProcess(image, programs),
    socketFolder: socketFolder(input.key),
    port,
  }
  const parts: ReleaseParts = {
    // A given image is not made from the commit.
    tree: image.kind === 'image' ? undefined : input.tree,
    dockerfile: stack.dockerfile,
    mount: stack.mount,
    env: withoutSecrets(input, stack.env, keyed),
    image,
    programs,
    tasks,
    limits: primary.limits,
    volumes: primary.volumes,
    containers: containerParts(configuration, stack),
  }
  return { ...stack, parts, hash: keyed(canonicalJson(parts)) }
}

/** What the containers of a release are, less what other parts hold. */
const containerParts = (
  configuration: Configuration,
  stack: Omit<ReleaseStack, 'hash' | 'parts'>,
): ReleaseParts['containers'] => ({
  ...Object.fromEntries(
    releaseContainers(configuration, stack, { number: 0, commit: '', address: undefined }).map(
      ({ name, spec: { Env, ...spec } }) => [name, spec],
    ),
  ),
  ...(stack.port !== undefined && { 'door.conf': doorConf('', stack.port) }),
})

/** The environment with keyed hashes for the project's secrets, and for what holds a service's password. */
const withoutSecrets = (
  { services, secrets }: ReleaseInput,
  env: Readonly<Record<string, string>>,
  keyed: (text: string) => string,
): ReleaseParts['env'] => {
  const hides = (name: string, value: string): boolean =>
    Object.hasOwn(secrets, name) ||
    services.some(({ identity: { password } }) =>
      [password, encodeURIComponent(password)].some((form) => form !== '' && value.includes(form)),
    )
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      hides(name, value) ? { 'keyed hash': keyed(value) } : value,
    ]),
  )
}

/** What supervisor sets of a program's user, and nobody of a task's; its home both have. */
const taskUser = { USER: 'app', LOGNAME: 'app' }

/** What supervisor and the commands that run beside it read. */
const mountFiles = (
  image: SupervisedImage,
  programs: readonly ProgramStack[],
  tasks: readonly TimedTask[],
): Record<string, string> => {
  const { location } = image.place
  return {
    'entrypoint.sh': renderTemplate('entrypoint.sh', { ...image, ...logPipes(programs, tasks) }),
    'supervisord.conf': renderTemplate('supervisord.conf', { programs, location }),
    ...logFiles(),
    ...Object.assign({}, ...programs.map(({ files }) => files)),
    ...Object.fromEntries(
      programs.map((program) => [`commands/${program.name}`, programScript(program, location)]),
    ),
    ...Object.fromEntries(
      tasks.map(({ name, command }) => [
        `tasks/${name}`,
        programScript({ env: taskUser, command }, location),
      ]),
    ),
  }
}

/** The environment of every process, task and shell of the project; what stands later wins. */
const environment = (
  { configuration, services, secrets }: ReleaseInput,
  image: ProjectImage,
  port: number | undefined,
): Record<string, string> => {
  const databaseUrl = services.find(({ container }) => container.databaseUrl)?.container.databaseUrl
  return {
    ...(image.kind !== 'supervised' && port !== undefined && { PORT: String(port) }),
    [image.configurationVariable]: configuration.name,
    ...Object.assign({}, ...services.map(({ container }) => container.projectEnv)),
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    ...configuration.primary.envVariables,
    ...configuration.project.envVariables,
    ...secrets,
  }
}
