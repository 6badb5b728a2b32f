import type { GivenImage, ProjectImage } from '../catalog/types.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { type DesiredState, makePlan } from '../plan/plan.ts'
import { preflight } from '../plan/preflight.ts'
import { runSteps } from '../plan/run.ts'
import { loginOf } from '../release/image.ts'
import { clearRun } from '../release/switch.ts'
import { Failure } from '../report/failure.ts'
import type { Progress } from '../report/progress.ts'
import { resolveDigest } from '../server/images.ts'
import { completeCredentials } from '../server/provision.ts'
import type { Session } from '../server/session.ts'
import { type Dependencies, readDependencies } from '../source/dependencies.ts'
import { requireDockerfile } from '../source/dockerfile.ts'
import { resolveSource } from '../source/resolve.ts'
import type { Source } from '../source/source.ts'
import { frontStack } from '../stack/front.ts'
import { releaseStack } from '../stack/release.ts'
import { serviceStacks } from '../stack/services.ts'
import { siteStack } from '../stack/site.ts'
import { siteNames } from '../stack/site-names.ts'
import type { DeployCommand } from './command.ts'
import type { Invocation } from './invocation.ts'
import type { Outcome } from './outcome.ts'
import { perform } from './perform.ts'
import { readSecrets, type Secrets, secretValues } from './secrets.ts'
import { stepFailure } from './step-failure.ts'
import { type OpenTarget, openTarget, type Target } from './target.ts'

/** Who hears of a run and may end it. */
export interface Observer {
  readonly progress: Progress
  /** Hears every secret value before it can appear anywhere. */
  readonly mask: (secret: string) => void
  readonly signal: AbortSignal
  /**
   * Hears when the run begins to change the server, and when it has ended and left nothing half-done there: in between,
   * whoever ends it from outside leaves something to be cleared.
   */
  readonly stage: (stage: 'working' | 'ended') => void
}

/** Runs `build …` or `update …`: from what was asked for to what the server then is. */
export const deploy = async (
  command: DeployCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<Outcome> => {
  const begun = performance.now()
  const { progress, signal } = observer
  const { configuration } = target
  const image = configuration.project.type.image(
    configuration.project.settings,
    configuration.primary.baseImage,
  )
  const secrets = readSecrets(configuration, image, invocation.env, target.file)
  for (const secret of secretValues(secrets)) observer.mask(secret)
  progress.note(
    `${command.name}: ${configuration.name} of ${invocation.repository} to ${configuration.username}@${configuration.hostname}:${configuration.port}`,
  )

  const source = await resolveSource({
    ...invocation,
    repository: configuration.project.repository,
    ref: configuration.project.ref,
    ownRepository: invocation.repository,
  })
  progress.note(`Commit ${source.commit.slice(0, 12)}: ${source.subject}`)
  const dependencies = await inspectSource(source, image, progress)

  await using server = await openTarget(target, invocation, observer, 1800)
  const { session, facts } = server
  observer.stage('working')
  const credentials = completeCredentials(
    facts.host,
    configuration.services.map(({ name }) => name),
  )
  for (const password of Object.values(credentials.passwords)) observer.mask(password)

  const services = serviceStacks(configuration, credentials.passwords)
  const release = releaseStack({
    configuration,
    services,
    secrets: secrets.variables,
    key: credentials.key,
    tree: source.tree,
    dependencies,
    digest: image.kind === 'image' ? await digestOf(image, secrets, server, observer) : undefined,
  })
  const desired: DesiredState = {
    project: configuration.projectName,
    owner: { repository: invocation.repository, configuration: configuration.name },
    front: frontStack(facts.host.hasIpv6),
    services,
    site: release.hasWeb
      ? siteStack(configuration, facts.host.hasIpv6, {
          static: image.staticLocation !== undefined,
          media: image.mediaLocation !== undefined,
        })
      : undefined,
    release,
  }
  preflight(desired, facts, command.scope, session.where)
  const steps = makePlan(desired, facts, command.scope)

  const context = {
    session,
    configuration,
    source,
    current: facts.host.current,
    buildSecrets: secrets.build,
    registryPassword: secrets.registryPassword,
    actor: invocation.actor,
    runUrl: invocation.runUrl,
    credentials,
    engineFacts: facts.engine,
  }
  const number = steps.map(({ action }) => ('number' in action ? action.number : undefined)).find(Boolean)
  let live = facts.host.current
  try {
    await runSteps(
      steps,
      async (step, own, stepSignal) => {
        await perform(step.action, { ...context, progress: own, signal: stepSignal }).catch(
          (error: unknown) => {
            throw stepFailure(error, step, { where: session.where, current: facts.host.current })
          },
        )
        if (step.action.kind === 'switch') live = step.action.number
      },
      progress,
      AbortSignal.any([signal, session.lost]),
    )
  } catch (error) {
    if (!session.lost.aborted) {
      await clearRun(context, number, signal.aborted ? 'cancelled' : 'failed').then(
        () => observer.stage('ended'),
        (cause: unknown) =>
          progress.note(`What the run left could not be removed (${String(cause)}); the next run does it`),
      )
    }
    throw signal.aborted && live !== undefined ? cancelled(error, live) : error
  }
  if (steps.length === 0) progress.note('Everything is as it should be: nothing was changed')
  return outcome(command.name, configuration, source, session, observer, {
    changed: steps.length > 0,
    release: number ?? facts.host.current,
    hasWeb: release.hasWeb,
    milliseconds: performance.now() - begun,
  })
}

/** Looks for what a project's image needs of the commit, and says what it found. */
const inspectSource = async (
  source: Source,
  image: ProjectImage,
  progress: Progress,
): Promise<Dependencies> => {
  if (image.kind === 'dockerfile') requireDockerfile(source, image.dockerfile)
  if (image.kind !== 'supervised') return { tool: undefined, files: [] }
  const { note, ...dependencies } = await readDependencies(source, image.requirements)
  progress.note(note)
  return dependencies
}

/** What a given image's tag names now; undefined when nobody says. A server without Docker cannot be asked yet. */
const digestOf = async (
  image: GivenImage,
  { registryPassword }: Secrets,
  { session, facts }: OpenTarget,
  { progress, signal }: Observer,
): Promise<string | undefined> => {
  if (!facts.host.hasDocker || facts.host.isDockerHalfway) return undefined
  const digest = await resolveDigest(session.engine, image.image, loginOf(image, registryPassword), signal)
  if (digest === undefined)
    progress.note(`No news of ${image.image} from its registry: what is on the server counts`)
  return digest
}

/** Tells whoever cancelled a run which release visitors reach now: the one before, or the new one as a whole. */
const cancelled = (error: unknown, live: number): unknown =>
  error instanceof Failure
    ? new Failure({ ...error.details, stands: `Visitors reach release ${live}.` }, { cause: error })
    : error

const outcome = (
  command: string,
  configuration: Configuration,
  source: Source,
  session: Session,
  { progress }: Observer,
  facts: Pick<Outcome, 'changed' | 'release' | 'milliseconds'> & { readonly hasWeb: boolean },
): Outcome => ({
  command,
  configuration: configuration.name,
  project: configuration.projectName,
  where: session.where,
  changed: facts.changed,
  release: facts.release,
  commit: source.commit,
  subject: source.subject,
  author: source.author,
  urls: facts.hasWeb
    ? siteNames(configuration.serverNames, configuration.site.redirectWww)
        .served.filter((name) => !name.startsWith('*'))
        .map((name) => `http://${name}/`)
    : [],
  timings: progress.timings,
  milliseconds: facts.milliseconds,
  warnings: [],
})
