import { type ChosenRelease, chooseRelease, isName } from '../plan/choose-release.ts'
import type { Facts } from '../plan/plan.ts'
import { nextNumber } from '../plan/release-steps.ts'
import { Failure } from '../report/failure.ts'
import { commitNamed } from '../source/commit-named.ts'
import type { RollbackCommand } from './command.ts'
import { bringCopy, requireOwner } from './copy-release.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { Result } from './run.ts'
import { openTarget, readTarget, type Target } from './target.ts'

/** Brings an earlier release back. */
export const rollback = async (
  { to, despiteMigrations }: RollbackCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  const begun = performance.now()
  const commit = to === undefined ? undefined : await commitNamed(to, invocation.workspace)
  if (to !== undefined && isName(to) && commit === undefined) {
    throw new Failure({
      what: `There is no release, commit or tag ${JSON.stringify(to)}`,
      where: invocation.workspace,
      why: 'A release has a number, a commit at least 7 hexadecimal digits, and git knows no tag or branch of this name here.',
      stands: 'Nothing on the server was changed.',
      next: 'Name a release by its number. In a workflow, the checkout fetches tags with `fetch-depth: 0`.',
    })
  }
  const choose = (facts: Facts, where: string): ChosenRelease => {
    requireOwner(target, invocation, facts, where)
    return chooseRelease({ text: to, commit }, facts.host, where)
  }

  if (invocation.dryRun) {
    const { facts, where } = await readTarget(target, observer, async () => undefined)
    const chosen = choose(facts, where)
    return {
      kind: 'done',
      changed: false,
      sentence: wouldBring(chosen, nextNumber(facts), despiteMigrations),
    }
  }
  await using server = await openTarget(target, invocation, observer, invocation.lockSeconds)
  const chosen = choose(server.facts, server.session.where)
  observer.progress.note(`Back to ${tell(chosen)}`)
  const request = {
    command: 'rollback',
    chosen,
    reason: to === undefined ? 'the last good one before' : `${to} is asked for`,
    asksMigrations: !despiteMigrations,
    begun,
  } as const
  return { kind: 'deployed', outcome: await bringCopy(request, server, target, invocation, observer) }
}

const tell = ({ origin, record: { commit, subject } }: ChosenRelease): string =>
  `release ${origin}, commit ${commit.slice(0, 12)}: ${subject}`

const wouldBring = (chosen: ChosenRelease, number: number, despiteMigrations: boolean): string =>
  `Would bring back ${tell(chosen)}, as release ${number}. ${
    despiteMigrations
      ? 'Migrations that it does not know would not be asked for.'
      : 'Whether the database has migrations that it does not know is asked when it starts.'
  }`
