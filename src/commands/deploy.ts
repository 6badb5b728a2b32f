import type { Configuration } from '../configuration/configuration.ts'
import { readDeploymentFile } from '../configuration/find.ts'
import { loadDeployment } from '../configuration/load.ts'
import { selectConfiguration } from '../configuration/select.ts'
import { type DesiredState, makePlan } from '../plan/plan.ts'
import { preflight } from '../plan/preflight.ts'
import { runSteps } from '../plan/run.ts'
import { discardRelease } from '../release/switch.ts'
import { Failure } from '../report/failure.ts'
import type { Progress } from '../report/progress.ts'
import { connect } from '../server/connection/connection.ts'
import { readPrivateKey } from '../server/connection/private-key.ts'
import { EngineError } from '../server/engine/client.ts'
import { type EngineFacts, noEngine, readEngineFacts } from '../server/engine/facts.ts'
import { completeCredentials } from '../server/provision.ts'
import { openSession, type Session } from '../server/session.ts'
import { requirementFiles } from '../source/requirements.ts'
import { resolveSource } from '../source/resolve.ts'
import type { Source } from '../source/source.ts'
import { frontStack, nginxImage, siteStack } from '../stack/front.ts'
import { releaseStack } from '../stack/release.ts'
import { serviceStacks } from '../stack/services.ts'
import { parseCommand } from './command.ts'
import type { Invocation } from './invocation.ts'
import type { Outcome } from './outcome.ts'
import { perform } from './perform.ts'
import { readSecrets } from './secrets.ts'

/** Who hears of a run and may end it. */
export interface Observer {
  readonly progress: Progress
  /** Hears every secret value before it can appear anywhere. */
  readonly mask: (secret: string) => void
  readonly signal: AbortSignal
}

/** Runs `build …` or `update …`: from what was asked for to what the server then is. */
export const deploy = async (invocation: Invocation, observer: Observer): Promise<Outcome> => {
  const begun = performance.now()
  const { progress, signal } = observer
  const command = parseCommand(invocation.command)
  const { text, file } = await readDeploymentFile(invocation.workspace, invocation.configFile)
  const configuration = selectConfiguration(loadDeployment(text, file), invocation.configuration, invocation)
  const secrets = readSecrets(configuration, invocation.env, file)
  for (const secret of Object.values(secrets)) observer.mask(secret)
  const privateKey = await readPrivateKey(invocation.privateKey, invocation.passphrase)
  progress.note(
    `${command.name}: ${configuration.name} of ${invocation.repository} to ${configuration.username}@${configuration.hostname}:${configuration.port}`,
  )

  const source = await resolveSource({
    ...invocation,
    repository: configuration.project.repository,
    ref: configuration.project.ref,
    ownRepository: invocation.repository,
  })
  const image = configuration.project.type.image(configuration.project.settings)
  const requirements = await requirementFiles(source, image.requirements)
  progress.note(`Commit ${source.commit.slice(0, 12)}: ${source.subject}`)

  await using connection = await connect(
    {
      host: configuration.hostname,
      port: configuration.port,
      username: configuration.username,
      privateKey,
      pins: invocation.pins,
    },
    signal,
  )
  if (connection.hostKey.notice) progress.note(connection.hostKey.notice)
  await using session = await openSession(connection, {
    project: configuration.projectName,
    holder: invocation.runUrl || invocation.actor,
    waitSeconds: 1800,
    helperImage: nginxImage,
    onWaiting: (holder) =>
      progress.note(`Waiting for the lock of ${configuration.projectName}, held by ${holder}`),
    signal,
  })

  const facts = {
    host: session.facts,
    engine: session.facts.hasDocker ? await knownEngine(session) : noEngine,
  }
  const credentials = completeCredentials(
    facts.host,
    configuration.services.map(({ name }) => name),
  )
  for (const password of Object.values(credentials.passwords)) observer.mask(password)

  const services = serviceStacks(configuration, credentials.passwords)
  const release = releaseStack({
    configuration,
    services,
    secrets,
    key: credentials.key,
    tree: source.tree,
    requirementFiles: requirements,
  })
  const desired: DesiredState = {
    project: configuration.projectName,
    owner: { repository: invocation.repository, configuration: configuration.name },
    front: frontStack(facts.host.hasIpv6),
    services,
    site: release.hasWeb
      ? siteStack(configuration.projectName, configuration.serverNames, facts.host.hasIpv6)
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
    actor: invocation.actor,
    runUrl: invocation.runUrl,
    credentials,
    engineFacts: facts.engine,
  }
  const number = steps.map(({ action }) => ('number' in action ? action.number : undefined)).find(Boolean)
  try {
    await runSteps(
      steps,
      (step, own, stepSignal) =>
        perform(step.action, { ...context, progress: own, signal: stepSignal }).catch((error: unknown) => {
          throw error instanceof EngineError ? refusedByEngine(step.title, session.where, error) : error
        }),
      progress,
      AbortSignal.any([signal, session.lost]),
    )
  } catch (error) {
    if (number !== undefined && !session.lost.aborted) {
      await discardRelease(context, number).catch((cause: unknown) =>
        progress.note(`The candidate could not be removed (${String(cause)}); the next run does it`),
      )
    }
    throw error
  }
  if (steps.length === 0) progress.note('Everything is as it should be: nothing was changed')
  return outcome(command.name, configuration, source, session, observer, {
    changed: steps.length > 0,
    release: number ?? facts.host.current,
    hasWeb: release.hasWeb,
    milliseconds: performance.now() - begun,
  })
}

const knownEngine = async ({ engine, where }: Session): Promise<EngineFacts> => {
  try {
    return await readEngineFacts(engine)
  } catch (cause) {
    throw new Failure(
      {
        what: 'The Docker engine on the server does not answer',
        where,
        why: cause instanceof Error ? cause.message : String(cause),
        stands: 'Nothing on the server was changed.',
        next: 'On the server, `systemctl status docker` tells how it is, and `systemctl start docker` starts it.',
      },
      { cause },
    )
  }
}

const refusedByEngine = (title: string, where: string, cause: EngineError): Failure =>
  new Failure(
    {
      what: `${title} failed`,
      where,
      why: `The Docker engine says: ${cause.message}`,
      next: 'See to what the engine says on the server, then run the job again: it picks up where this one stopped.',
    },
    { cause },
  )

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
    ? configuration.serverNames.filter((name) => !name.startsWith('*')).map((name) => `http://${name}/`)
    : [],
  timings: progress.timings,
  milliseconds: facts.milliseconds,
  warnings: [],
})
