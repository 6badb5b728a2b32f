import type { Configuration } from '../configuration/configuration.ts'
import type { CopyAction } from '../plan/copy-steps.ts'
import { changesOf } from '../plan/diff.ts'
import { isolationWarnings } from '../plan/isolation-steps.ts'
import { type Facts, makePlan } from '../plan/plan.ts'
import { preflight } from '../plan/preflight.ts'
import type { Action, Step } from '../plan/steps.ts'
import { confirmLive } from '../release/confirm.ts'
import type { Announcement } from '../report/announcement.ts'
import type { Progress } from '../report/progress.ts'
import type { Output } from '../server/output.ts'
import type { Session } from '../server/session.ts'
import type { Commit } from '../source/source.ts'
import { hasWebProcess, programStacks } from '../stack/program.ts'
import { serviceList } from '../stack/service-list.ts'
import { siteUrls } from '../stack/site-names.ts'
import { deployNews } from './announce.ts'
import { carryOut } from './carry-out.ts'
import type { DeployCommand } from './command.ts'
import type { Invocation } from './invocation.ts'
import type { Outcome } from './outcome.ts'
import { perform } from './perform.ts'
import { desiredState, imageDigest, prepare } from './prepare.ts'
import type { Result } from './run.ts'
import { runningContainers } from './running.ts'
import { newerRelease, newerRemoval, superseded, supersededByRemoval } from './superseded.ts'
import { openTarget, type Target } from './target.ts'

/** Where a command that looks inside of a server reads and writes. */
export interface Console {
  readonly input: NodeJS.ReadStream
  readonly output: Output
  readonly errors: Output
  /** Whether a person sits before it: both input and output are a terminal. */
  readonly isTerminal: boolean
}

/** Who hears of a run and may end it. */
export interface Observer {
  readonly progress: Progress
  readonly console: Console
  /** Hears every secret value before it can appear anywhere. */
  readonly mask: (secret: string) => void
  readonly signal: AbortSignal
  /** Hears what the run is about to bring or to take, before anything is changed; it goes its own way with it. */
  readonly announce?: (news: Announcement) => void
  /** Hears what came of something that was announced, when the run goes on to something else. */
  readonly told?: (news: Announcement, result: Result) => void
  /** Hears which configuration is meant, as soon as that is known. */
  readonly chosen?: (configuration: Configuration) => void
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
): Promise<Result> => {
  const begun = performance.now()
  const { progress } = observer
  const { configuration } = target
  const prepared = await prepare(command.name, target, invocation, observer)
  const { source, image } = prepared
  const hasWeb = hasWebProcess(image, programStacks(configuration.project, image))
  observer.announce?.(deployNews(command.name, target, invocation, { commit: source.commit, hasWeb }))

  await using server = await openTarget(target, invocation, observer, invocation.lockSeconds)
  const { session, facts } = server
  const newer = newerRelease(invocation.run, facts.host)
  if (newer) return superseded(newer, invocation)
  const removal = newerRemoval(invocation.run, facts.host)
  if (removal !== undefined) return supersededByRemoval(removal, invocation)
  observer.stage('working')
  const digest = await imageDigest(prepared, session.engine, facts, observer)
  const { desired, credentials } = desiredState(prepared, facts, digest, observer.mask)
  preflight(desired, facts, command.scope, session.where)
  const steps = makePlan(desired, facts, command.scope)
  for (const warning of isolationWarnings(facts)) progress.warn(warning)
  if (facts.host.maintenance)
    progress.warn('Maintenance is on: visitors get its page until `maintenance off`, also for this release')

  const context = {
    session,
    configuration,
    source,
    current: facts.host.current,
    buildSecrets: prepared.secrets.build,
    registryPassword: prepared.secrets.registryPassword,
    actor: invocation.actor,
    runUrl: invocation.runUrl,
    run: invocation.run?.id,
    credentials,
    engineFacts: facts.engine,
    services: desired.services,
  }
  const number = steps.map(({ action }) => ('number' in action ? action.number : undefined)).find(Boolean)
  await carryOut(
    steps,
    {
      context,
      number,
      perform: (action, own, stepSignal) =>
        perform(action, { ...context, progress: own, signal: stepSignal }),
    },
    observer,
  )
  if (command.scope.release && number === undefined)
    await confirmLive(session, facts.host, invocation.run?.id, progress)
  if (steps.length === 0) progress.note('Everything is as it should be: nothing was changed')
  return {
    kind: 'deployed',
    outcome: outcome(command.name, configuration, source, session, observer, {
      ...invocation,
      facts,
      steps,
      changes: changesOf(steps, desired, facts, source),
      release: number ?? facts.host.current,
      hasWeb,
      milliseconds: performance.now() - begun,
    }),
  }
}

/** What is told of a run that went well. */
export const outcome = (
  command: string,
  configuration: Configuration,
  source: Commit,
  session: Session,
  { progress }: Observer,
  ended: Pick<Outcome, 'release' | 'copyOf' | 'milliseconds' | 'changes'> &
    Pick<Invocation, 'actor' | 'serverUrl' | 'repository' | 'runUrl'> & {
      /** What the server had before the run. */
      readonly facts: Facts
      /** What was done. */
      readonly steps: readonly Step<Action | CopyAction>[]
      readonly hasWeb: boolean
    },
): Outcome => {
  const { current, releases } = ended.facts.host
  return {
    command,
    configuration: configuration.name,
    project: configuration.projectName,
    environment: configuration.environment,
    where: session.where,
    actor: ended.actor,
    repositoryUrl: repositoryUrl(configuration, ended),
    changed: ended.steps.length > 0,
    release: ended.release,
    ...(current !== ended.release && { previousRelease: current }),
    ...(ended.copyOf !== undefined && { copyOf: ended.copyOf }),
    commit: source.commit,
    previousCommit: releases.find(({ number }) => number === current)?.record?.commit,
    subject: source.subject,
    author: source.author,
    urls: ended.hasWeb ? siteUrls(configuration) : [],
    services: serviceList(configuration),
    containers: runningContainers({ ...ended, configuration, commit: source.commit }),
    changes: ended.changes,
    preview: configuration.preview?.number,
    timings: progress.timings,
    milliseconds: ended.milliseconds,
    warnings: progress.warnings,
  }
}

/** Where the commit's repository can be looked at: at the GitHub of the run, when it is there. */
const repositoryUrl = (
  { project }: Configuration,
  { serverUrl, repository, runUrl }: Pick<Invocation, 'serverUrl' | 'repository' | 'runUrl'>,
): string | undefined => {
  const name = project.repository ?? repository
  return runUrl !== '' && /^[\w.-]+\/[\w.-]+$/.test(name) ? `${serverUrl}/${name}` : undefined
}
