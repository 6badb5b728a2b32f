import { type Change, changesOf } from '../plan/diff.ts'
import { makePlan } from '../plan/plan.ts'
import { preflight } from '../plan/preflight.ts'
import type { DeployCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { desiredState, imageDigest, prepare } from './prepare.ts'
import { readTarget, type Target } from './target.ts'

/** What a command would do; the output `plan` is this as JSON. */
export interface Plan {
  /** The command, such as `build all`. */
  readonly command: string
  readonly configuration: string
  readonly project: string
  /** `user@host:port`. */
  readonly server: string
  /** Who holds the project's lock, so that the server may soon be another; null when it is free. */
  readonly lockHolder: string | null
  /** The steps in the order in which they begin; empty when there is nothing to do. */
  readonly changes: readonly Change[]
}

/** Tells what a command would change: it reads what the command reads, plans as it does, and ends there. */
export const plan = async (
  { name, scope }: DeployCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<Plan> => {
  const prepared = await prepare(`plan ${name}`, target, invocation, observer)
  const { where, facts, holder, digest } = await readTarget(target, observer, (engine, found) =>
    imageDigest(prepared, engine, found, observer),
  )
  const { desired } = desiredState(prepared, facts, digest, observer.mask)
  preflight(desired, facts, scope, where)
  return {
    command: name,
    configuration: target.configuration.name,
    project: desired.project,
    server: where,
    lockHolder: holder ?? null,
    changes: changesOf(makePlan(desired, facts, scope), desired, facts, prepared.source),
  }
}
