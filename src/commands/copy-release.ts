import type { ChosenRelease } from '../plan/choose-release.ts'
import { type CopyAction, copySteps, type ReleaseCopy } from '../plan/copy-steps.ts'
import type { Facts } from '../plan/plan.ts'
import { ownerProblems } from '../plan/preflight.ts'
import { nextNumber } from '../plan/release-steps.ts'
import { copyRelease, readKept, startCopy } from '../release/copy.ts'
import type { ReleaseContext } from '../release/release.ts'
import { switchRelease, tidyUp } from '../release/switch.ts'
import { Failure } from '../report/failure.ts'
import { keptSecrets, keptStack } from '../stack/kept-release.ts'
import { deployNews } from './announce.ts'
import { carryOut } from './carry-out.ts'
import { type Observer, outcome } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Outcome } from './outcome.ts'
import { addressBook } from './perform.ts'
import type { OpenTarget, Target } from './target.ts'

/** Why a copy is made. */
export interface CopyRequest {
  readonly command: 'rollback' | 'restart'
  readonly chosen: ChosenRelease
  /** In words, for the steps. */
  readonly reason: string
  /** Whether a release that does not know some of the database's migrations is refused. */
  readonly asksMigrations: boolean
  /** When the command began, by `performance.now()`. */
  readonly begun: number
}

/** Brings a copy of a kept release live: with its image, its settings and its secrets, and nothing built. */
export const bringCopy = async (
  { command, chosen, reason, asksMigrations, begun }: CopyRequest,
  { session, facts }: OpenTarget,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<Outcome> => {
  const { configuration } = target
  const { mask } = observer
  const { number: from, record } = chosen
  const kept = await readKept(session, from)
  const key = facts.host.key ?? ''
  const release = keptStack(kept, record.spec, key)
  for (const secret of [...keptSecrets(kept), ...Object.values(facts.host.passwords), release.socketFolder])
    mask(secret)
  if (release.hasWeb && !facts.host.sites.some(({ project }) => project === session.project)) {
    throw new Failure({
      what: `Release ${from} has a site, and the server’s nginx knows none of the project by now`,
      where: session.where,
      stands: 'Nothing on the server was changed.',
      next: 'Deploy its commit again with `build all`, which sets up the site.',
    })
  }
  const { type } = configuration.project
  const { run: _, ...made } = record
  const question = asksMigrations ? type.unknownMigrations?.() : undefined
  const copy: ReleaseCopy = {
    number: nextNumber(facts),
    from,
    kept,
    release,
    record: {
      ...made,
      created: new Date().toISOString(),
      ...(invocation.run && { run: invocation.run.id }),
      actor: invocation.actor,
      copyOf: chosen.origin,
    },
    healthCheck: record.healthCheck ?? configuration.project.healthCheck,
    migrations:
      question && release.image.kind === 'supervised'
        ? { command: question, location: release.image.place.location }
        : undefined,
  }
  const { commit, tree, author, subject } = record
  // A restart brings no other commit: to GitHub it is no deployment.
  if (command === 'rollback')
    observer.announce?.(deployNews(command, target, invocation, { commit, hasWeb: release.hasWeb }))
  const context = {
    session,
    configuration,
    source: { commit, tree, author, subject },
    current: facts.host.current,
    buildSecrets: {},
    registryPassword: undefined,
    actor: invocation.actor,
    runUrl: invocation.runUrl,
  }
  observer.stage('working')
  const steps = copySteps(session.project, copy, facts, reason)
  await carryOut(
    steps,
    {
      context,
      number: copy.number,
      perform: (action, progress, signal) => {
        const own = { ...context, progress, signal }
        return performCopy(action, own, () => addressBook({ ...own, engineFacts: facts.engine }))
      },
    },
    observer,
  )
  return outcome(command, configuration, context.source, session, observer, {
    ...invocation,
    facts,
    steps,
    changes: [],
    release: copy.number,
    copyOf: chosen.origin,
    hasWeb: release.hasWeb,
    milliseconds: performance.now() - begun,
  })
}

const performCopy = (
  action: CopyAction,
  context: ReleaseContext,
  addresses: Parameters<typeof startCopy>[2],
): Promise<void> => {
  switch (action.kind) {
    case 'tidy':
      return tidyUp(context, action)
    case 'copy':
      return copyRelease(context, action.copy)
    case 'start-copy':
      return startCopy(context, action.copy, addresses)
    case 'switch':
      return switchRelease(context, action.release, action.number)
  }
}

/** Stops a command that would change a project which another repository or configuration has on the server. */
export const requireOwner = (
  { configuration }: Target,
  { repository }: Invocation,
  facts: Facts,
  where: string,
): void => {
  const owner = { repository, configuration: configuration.name }
  const [problem] = ownerProblems({ project: configuration.projectName, owner }, facts)
  if (problem) throw new Failure({ ...problem, where, stands: 'Nothing on the server was changed.' })
}
