import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import { type DeploymentText, readDeploymentFile, usualFiles } from '../configuration/find.ts'
import { type LoadedDeployment, readDeployment } from '../configuration/load.ts'
import { locate } from '../configuration/locate.ts'
import { selectConfiguration } from '../configuration/select.ts'
import type { Facts } from '../plan/plan.ts'
import { Failure } from '../report/failure.ts'
import type { Progress } from '../report/progress.ts'
import { type Connection, type ConnectOptions, connect } from '../server/connection/connection.ts'
import { readPrivateKey } from '../server/connection/private-key.ts'
import type { Engine } from '../server/engine/client.ts'
import { type EngineFacts, noEngine, readEngineFacts } from '../server/engine/facts.ts'
import { wantedDiskKiB } from '../server/facts.ts'
import { operation } from '../server/operations.ts'
import { openReading } from '../server/reading.ts'
import { openSession, type Session } from '../server/session.ts'
import { nginxImage } from '../stack/front.ts'
import { span } from '../status/words.ts'
import { readFileAt } from './file-at.ts'
import type { Invocation, ServerAddress } from './invocation.ts'

/** What a command works on, and the way to it. */
export interface Target {
  readonly configuration: Configuration
  /** Path of the deployment file, for messages. */
  readonly file: string
  /** Where its server is, and how to log in there. */
  readonly access: ConnectOptions
}

/** Reads the deployment file that an invocation is about: of the checkout, or else of the commit that it is for. */
export const openDeployment = async (invocation: Invocation): Promise<LoadedDeployment> => {
  const { text, file } =
    (await withoutCheckout(invocation)) ??
    (await readDeploymentFile(invocation.workspace, invocation.configFile))
  return readDeployment(text, file)
}

/** The file as GitHub has it, for a job that has checked nothing out; undefined for any other. */
const withoutCheckout = async (invocation: Invocation): Promise<DeploymentText | undefined> => {
  const { workspace, configFile, env, token, deployKeyToken } = invocation
  const commit = env.GITHUB_SHA
  if (!commit || (token === '' && deployKeyToken === '')) return undefined
  const paths = ['.git', ...(configFile === undefined ? usualFiles : [configFile])]
  const there = await Promise.all(paths.map((path) => lstat(join(workspace, path)).catch(() => undefined)))
  if (there.some(Boolean)) return undefined
  return readFileAt({ ...invocation, token: token || deployKeyToken }, commit).catch((error: unknown) => {
    // What is told then is that nothing is there.
    if (error instanceof Failure) return undefined
    throw error
  })
}

/** The target of that name, with the way to it; the server is not touched. */
export const targetFor = async (
  loaded: LoadedDeployment,
  name: string,
  invocation: Invocation,
): Promise<Target> => {
  const { deployment } = loaded
  const configuration = selectConfiguration(deployment, name, invocation)
  const access = await (invocation.reach?.(writtenAddress(loaded, configuration)) ??
    byInputs(configuration, invocation))
  return { configuration, file: deployment.file, access }
}

/** The server's address as far as the file says it; where it does not, a terminal's own settings may. */
const writtenAddress = ({ source }: LoadedDeployment, configuration: Configuration): ServerAddress => {
  const { hostname, port, username, name } = configuration
  const isWritten = (key: string) => locate(source, ['configurations', name, key]).present
  return {
    hostname,
    port: isWritten('port') ? port : undefined,
    username: isWritten('username') ? username : undefined,
  }
}

/** The way that the action's inputs and the file's defaults say. */
const byInputs = async (
  { hostname, port, username }: Configuration,
  { privateKey, passphrase, pins }: Invocation,
): Promise<ConnectOptions> => ({
  host: hostname,
  port,
  username,
  login: await readPrivateKey(privateKey, passphrase),
  hostKeys: pins,
})

/** A target's server under the project's lock, and what was found there. */
export interface OpenTarget extends AsyncDisposable {
  readonly session: Session
  readonly facts: Facts
}

/** What a connection reports to, and is ended by. */
interface Watch {
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Connects to a target's server, takes the project's lock there and reads the facts. */
export const openTarget = async (
  target: Target,
  invocation: Invocation,
  watch: Watch,
  waitSeconds: number,
): Promise<OpenTarget> => {
  const { configuration } = target
  const { progress, signal } = watch
  await using opening = new AsyncDisposableStack()
  const connection = opening.use(await connectTo(target, watch))
  const session = opening.use(
    await openSession(connection, {
      project: configuration.projectName,
      holder: invocation.runUrl || invocation.actor,
      waitSeconds,
      helperImage: nginxImage,
      onWaiting: (holder, seconds, isFirst) =>
        progress.note(
          isFirst
            ? `Waiting for the lock of ${configuration.projectName}, held by ${holder}`
            : `Still waiting for the lock of ${configuration.projectName}, held by ${holder} for ${span(seconds)}`,
        ),
      signal,
    }),
  )
  const facts = { host: session.facts, engine: await engineFacts(session) }
  const opened = opening.move()
  return { session, facts, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

/** What was found on a target's server without its lock. */
export interface TargetReading {
  /** `user@host:port`. */
  readonly where: string
  readonly facts: Facts
  /** Who holds the project's lock; undefined when it is free. */
  readonly holder: string | undefined
  /** What the image's tag names now. */
  readonly digest: string | undefined
}

/** Connects to a target's server, reads the facts and leaves it as it is. */
export const readTarget = async (
  target: Target,
  watch: Watch,
  digestOf: (engine: Engine, facts: Facts) => Promise<string | undefined>,
): Promise<TargetReading> => {
  await using connection = await connectTo(target, watch)
  using reading = await openReading(connection, target.configuration.projectName, watch.signal)
  const { where, holder } = reading
  const facts = { host: reading.facts, engine: await engineFacts(reading) }
  return { where, holder, facts, digest: await digestOf(reading.engine, facts) }
}

/** Connects to a target's server. */
export const connectTo = async ({ access }: Target, { progress, signal }: Watch): Promise<Connection> => {
  const connection = await operation('connect', access.host, () => connect(access, signal))
  if (connection.hostKey.notice) progress.note(connection.hostKey.notice)
  return connection
}

/** What the engine knows, where there is one; a half-installed one need not answer. */
const engineFacts = async ({
  engine,
  facts,
  where,
}: Pick<Session, 'engine' | 'facts' | 'where'>): Promise<EngineFacts> => {
  if (!facts.hasDocker) return noEngine
  try {
    return await readEngineFacts(engine, facts.disk.freeKiB < wantedDiskKiB)
  } catch (cause) {
    if (facts.isDockerHalfway) return noEngine
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
