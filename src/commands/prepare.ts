import type { ProjectImage } from '../catalog/project-type.ts'
import type { Configuration, Preview } from '../configuration/configuration.ts'
import type { DesiredState, Facts } from '../plan/plan.ts'
import { loginOf } from '../release/image.ts'
import type { Engine } from '../server/engine/client.ts'
import type { PreviewFact } from '../server/facts.ts'
import { resolveDigest } from '../server/images.ts'
import { type Credentials, completeCredentials } from '../server/provision.ts'
import { type Dependencies, readDependencies } from '../source/dependencies.ts'
import { requireDockerfile } from '../source/dockerfile.ts'
import { refuseLfs } from '../source/lfs.ts'
import type { Source } from '../source/source.ts'
import { findSource } from '../source/way.ts'
import { consulStack } from '../stack/discovery.ts'
import { entranceStack } from '../stack/entrance.ts'
import { frontStack } from '../stack/front.ts'
import { releaseStack } from '../stack/release.ts'
import { serviceStacks } from '../stack/services.ts'
import { siteStack } from '../stack/site.ts'
import { visitorsFile } from '../stack/visitors.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { readSecrets, type Secrets, secretValues } from './secrets.ts'
import type { Target } from './target.ts'

/** What a command works with that is known before the server is asked. */
export interface Prepared {
  readonly target: Target
  readonly invocation: Invocation
  readonly source: Source
  readonly image: ProjectImage
  /** Values from the step's environment; masked. */
  readonly secrets: Secrets
  readonly dependencies: Dependencies
}

/** Reads secrets and commit; `name` is the command's, for the log. */
export const prepare = async (
  name: string,
  target: Target,
  invocation: Invocation,
  { progress, mask, signal }: Pick<Observer, 'progress' | 'mask' | 'signal'>,
): Promise<Prepared> => {
  const { configuration, access } = target
  const { project, primary } = configuration
  const image = project.type.image(project.settings, primary.baseImage)
  const secrets = readSecrets(configuration, image, invocation.env, target.file)
  for (const secret of secretValues(secrets)) mask(secret)
  progress.note(
    `${name}: ${configuration.name} of ${invocation.repository} to ${access.username}@${access.host}:${access.port}`,
  )
  const { source, note } = await findSource({
    ...invocation,
    repository: project.repository,
    ref: project.ref,
    fetchRef: configuration.preview && `refs/pull/${configuration.preview.number}/head`,
    ownRepository: invocation.repository,
    source: project.source,
    triggeredBy: invocation.env.GITHUB_SHA || undefined,
    isForeign: configuration.preview?.isFork ?? false,
    server: serverName(configuration),
    signal,
  })
  if (image.kind !== 'image') progress.note(note)
  progress.note(`Commit ${source.commit.slice(0, 12)}: ${source.subject}`)
  const dependencies = await inspectSource(source, image, progress)
  return { target, invocation, source, image, secrets, dependencies }
}

/** A server as a person knows it. */
export const serverName = ({ hostname, port }: Pick<Configuration, 'hostname' | 'port'>): string =>
  port === 22 ? hostname : `${hostname}:${port}`

/** Looks for what a project's image needs of the commit, and says what it found. */
const inspectSource = async (
  source: Source,
  image: ProjectImage,
  progress: Observer['progress'],
): Promise<Dependencies> => {
  if (image.kind !== 'image') await refuseLfs(source)
  if (image.kind === 'dockerfile') requireDockerfile(source, image.dockerfile)
  if (image.kind !== 'supervised') return { tool: undefined, files: [] }
  const { note, ...dependencies } = await readDependencies(source, image.requirements)
  progress.note(note)
  return dependencies
}

/**
 * What the tag of a given image names now; undefined for other projects, or when nobody says. A server without Docker
 * cannot be asked yet.
 */
export const imageDigest = async (
  { image, secrets }: Prepared,
  engine: Engine,
  { host }: Facts,
  { progress, signal }: Pick<Observer, 'progress' | 'signal'>,
): Promise<string | undefined> => {
  if (image.kind !== 'image' || !host.hasDocker || host.isDockerHalfway) return undefined
  const login = loginOf(image, secrets.registryPassword)
  const digest = await resolveDigest(engine, image.image, login, signal)
  if (digest === undefined)
    progress.note(`No news of ${image.image} from its registry: what is on the server counts`)
  return digest
}

/** What the server should be, by what was prepared and what the server has; new passwords are made, and all are masked. */
export const desiredState = (
  { target: { configuration }, invocation, source, image, secrets, dependencies }: Prepared,
  { host }: Facts,
  digest: string | undefined,
  mask: Observer['mask'],
): { readonly desired: DesiredState; readonly credentials: Credentials } => {
  const credentials = completeCredentials(
    host,
    configuration.services.flatMap(({ name, type }) => (type.password === 'nothing' ? [] : [name])),
    secrets.servicePasswords,
  )
  for (const password of Object.values(credentials.passwords)) mask(password)
  const services = serviceStacks(configuration, credentials.passwords, credentials.key)
  const release = releaseStack({
    configuration,
    services,
    secrets: secrets.variables,
    key: credentials.key,
    tree: source.tree,
    dependencies,
    digest,
  })
  // What knows it leads from one project to another: it stands in texts that a plan shows line by line.
  mask(release.socketFolder)
  const files = {
    static: image.staticLocation !== undefined,
    media: image.mediaLocation !== undefined,
    socketFolder: release.socketFolder,
  }
  const password = secrets.visitorPassword
  const visitors = password === undefined ? undefined : visitorsFile(password, credentials.key)
  return {
    credentials,
    desired: {
      project: configuration.projectName,
      owner: {
        repository: invocation.repository,
        configuration: configuration.name,
        ...(configuration.production && { production: true }),
        ...(configuration.preview && { preview: previewFact(configuration.preview) }),
      },
      front: frontStack(host.hasIpv6),
      consul: configuration.discovery === 'consul' ? consulStack() : undefined,
      services,
      preview: configuration.preview,
      site: release.hasWeb ? siteStack(configuration, host.hasIpv6, files, visitors) : undefined,
      entrance: release.hasWeb ? entranceStack(configuration, files) : undefined,
      release,
    },
  }
}

/** What the server keeps of a preview. */
const previewFact = ({ number, branch, of, expiresSeconds, isFork }: Preview): PreviewFact => ({
  number,
  branch,
  of,
  ...(expiresSeconds !== undefined && { expiresSeconds }),
  ...(isFork && { isFork }),
})
