import type { Facts } from '../plan/plan.ts'
import { goingLines, type Remains, remainsOf, stayingLines } from '../plan/remains.ts'
import { Failure } from '../report/failure.ts'
import { removalNews } from './announce.ts'
import type { DestroyCommand } from './command.ts'
import { confirmDestroy, expectName } from './confirm-destroy.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { removeProject } from './removal.ts'
import type { Done } from './run.ts'
import { openTarget, readTarget, type Target } from './target.ts'

/**
 * Removes the project from its server. The server is read first without the lock, so that nothing is touched before it
 * is sure what is meant.
 */
export const destroy = async (
  command: DestroyCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<Done> => {
  const { configuration } = target
  const { volumes, confirm } = command
  if (confirm !== undefined) expectName(confirm, configuration.projectName)
  const found = (facts: Facts, where: string): Remains => {
    expectOwner(facts, target, invocation, where)
    const services = configuration.services.map(({ name }) => name)
    return remainsOf(configuration.projectName, services, facts)
  }
  const { facts, where } = await readTarget(target, observer, async () => undefined)
  const remains = found(facts, where)
  if (!remains.isThere && !(volumes && remains.hasData)) return nothingThere(remains, where)
  const going = goingLines(remains, volumes).map((line) => `Goes: ${line}`)
  const staying = stayingLines(remains, volumes).map((line) => `Stays: ${line}`)
  if (invocation.dryRun) {
    const sentence = `\`destroy\` would remove ${configuration.projectName} from ${where}; nothing was changed`
    return { kind: 'done', sentence, lines: [...going, ...staying], changed: false }
  }
  if (confirm === undefined)
    await confirmDestroy(command, configuration.projectName, [...going, ...staying], observer)
  return remove(command, target, invocation, observer, found)
}

/** Removes the project under its lock, by what is there then. */
const remove = async (
  { volumes }: DestroyCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
  found: (facts: Facts, where: string) => Remains,
): Promise<Done> => {
  const { configuration } = target
  observer.announce?.(removalNews('destroy', target))
  await using server = await openTarget(target, invocation, observer, invocation.lockSeconds)
  const { where } = server.session
  const remains = found(server.facts, where)
  const lines = await removeProject(
    server,
    {
      configuration,
      remains,
      volumes,
      again: 'run `destroy` again: it goes on where this one stopped. `build all` brings the project back.',
    },
    invocation,
    observer,
  )
  return {
    kind: 'done',
    sentence: `Removed ${configuration.projectName} (${configuration.name}) from ${where}`,
    lines,
    changed: true,
  }
}

const nothingThere = ({ project, hasData }: Remains, where: string): Done => ({
  kind: 'done',
  sentence: `There is no project ${project} on ${where}: nothing was removed`,
  lines: hasData
    ? [`Its data is there, with the passwords that open it: \`destroy --volumes\` removes it`]
    : [],
  changed: false,
})

/** Refuses a project of somebody else, or of another configuration. */
const expectOwner = (
  { host: { owner } }: Facts,
  { configuration }: Target,
  { repository }: Invocation,
  where: string,
): void => {
  if (!owner || (owner.repository === repository && owner.configuration === configuration.name)) return
  throw new Failure({
    what: `The project ${configuration.projectName} on the server is somebody else’s`,
    where,
    why: `It belongs to ${owner.repository}, configuration ${owner.configuration}; this is ${repository}, configuration ${configuration.name}.`,
    stands: 'Nothing on the server was changed.',
    next: 'It can be destroyed from there. If another project is meant, correct `project_name`.',
  })
}
