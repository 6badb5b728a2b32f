import type { Facts } from '../plan/plan.ts'
import { Failure } from '../report/failure.ts'
import { runStepScript } from '../server/scripts.ts'
import { maintenanceFile } from '../stack/site.ts'
import { renderTemplate } from '../templates.ts'
import type { MaintenanceCommand } from './command.ts'
import { requireOwner } from './copy-release.ts'
import type { Observer } from './deploy.ts'
import { readOwnFile } from './file-at.ts'
import type { Invocation } from './invocation.ts'
import type { Result } from './run.ts'
import { openTarget, readTarget, type Target } from './target.ts'

/** Most bytes that a page of one's own may have. */
const mostBytes = 1024 * 1024

/** Shows visitors a page in place of the site, or the site again. No run is in its way, and nothing is loaded anew. */
export const maintenance = async (
  { on }: MaintenanceCommand,
  target: Target,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  const { configuration } = target
  const page = on ? await readPage(target, invocation) : ''
  const look = (facts: Facts, where: string): void => {
    requireOwner(target, invocation, facts, where)
    if (on) requireSite(target, facts, where)
  }
  const word = on ? 'on' : 'off'
  if (invocation.dryRun) {
    const { facts, where } = await readTarget(target, observer, async () => undefined)
    look(facts, where)
    const now = facts.host.maintenance ? 'on' : 'off'
    return {
      kind: 'done',
      changed: false,
      sentence: `Would turn maintenance ${word}; it is ${now} now`,
    }
  }

  await using server = await openTarget(target, invocation, observer, invocation.lockSeconds)
  const { session, facts } = server
  look(facts, session.where)
  const was = facts.host.maintenance
  const progress = observer.progress.begin(`Turn maintenance ${word}`, 'asked for')
  try {
    await runStepScript(session, {
      scripts: ['maintenance'],
      title: `Turning maintenance ${word}`,
      progress,
      signal: observer.signal,
      args: { PAGE: page, FILE: maintenanceFile },
    })
    progress.end('done')
  } catch (error) {
    progress.end('failed')
    throw error
  }
  const name = configuration.projectName
  return {
    kind: 'done',
    changed: was !== on,
    sentence: on
      ? `Maintenance of ${name} is on${was ? ', as it was' : ''}: visitors get the page with status 503; \`maintenance off\` ends it`
      : `Maintenance of ${name} is off${was ? '' : ', as it was'}: visitors reach the site`,
  }
}

/** The page: the repository's own at the commit that is checked out, or the usual one. */
const readPage = async ({ configuration, file }: Target, invocation: Invocation): Promise<string> => {
  const path = configuration.site.maintenancePage
  if (path === undefined) return renderTemplate('maintenance.html', {})
  const text = await readOwnFile(invocation, path)
  const mistake =
    text === undefined
      ? 'The commit has no such file.'
      : text.trim() === ''
        ? 'The file is empty.'
        : Buffer.byteLength(text) > mostBytes
          ? 'The file is larger than 1 MiB.'
          : undefined
  if (text === undefined || mistake !== undefined)
    throw new Failure({
      what: `The page for maintenance cannot be shown: ${path}`,
      where: `${file}, configuration ${configuration.name}, site.maintenance_page`,
      ...(mistake && { why: mistake }),
      stands: 'Nothing on the server was changed.',
      next: 'Commit the file, or leave `maintenance_page` out for the usual page.',
    })
  return text
}

/** There must be a site, which knows of the page; one of an older version of the deployer does not. */
const requireSite = ({ configuration }: Target, { host }: Facts, where: string): void => {
  const { siteConf } = host
  if (siteConf?.includes(maintenanceFile)) return
  throw new Failure({
    what:
      siteConf === undefined
        ? `${configuration.projectName} has no site on this server`
        : 'The site on this server is older than this command',
    where,
    why:
      siteConf === undefined
        ? 'There is nothing that a page could stand in place of.'
        : 'Its configuration does not know of the page.',
    stands: 'Nothing on the server was changed.',
    next: 'Run `build project` first.',
  })
}
