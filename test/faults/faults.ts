import { newSite, type Site } from '../e2e/harness.ts'
import { status } from '../e2e/visitors.ts'
import { checkGuestBook } from '../world/guest-book.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type Client, sendClient } from './client.ts'
import {
  disturbedRun,
  type Fault,
  type Finding,
  type How,
  listOperations,
  project,
  untilAnswers,
  untilSame,
} from './disturb.ts'
import { stateOf } from './state.ts'

/** A project on a server, for faults. */
export interface Ground extends AsyncDisposable {
  /** The operations of an update, in order; the first has number 1. */
  readonly operations: readonly string[]
  /** Lets a fault happen to an update, and the next one put it right. */
  inject(fault: Fault): Promise<Finding>
  /** The operations of a rollback. */
  rollbackOperations(): Promise<readonly string[]>
  /** Lets a fault happen to a rollback, and the next update put it right. */
  injectRollback(fault: Fault): Promise<Finding>
}

/** Brings the sample app to a server, and finds out what an update does there. */
export const openGround = async (say: (line: string) => void): Promise<Ground> => {
  const site = await newSite({ from: await dockerSnapshot(13), settings: { keep_releases: 2 } })
  try {
    say('The first releases …')
    await site.mustDeploy()
    await checkGuestBook(site.url)
    let version = 1
    const next = async () => {
      version += 1
      await site.origin.commit({
        'guestbook/version.py': `VERSION = "version ${version}"\n`,
        'guestbook/static/guestbook/version.txt': `version ${version}`,
      })
      return `version ${version}`
    }
    for (const _ of [1, 2]) {
      await next()
      await site.mustDeploy()
    }
    await next()
    const operations = await listOperations(site, 'update project')
    const wanted = [await stateOf(site.server, project)]
    const { entries } = await status(site.url)
    const client = sendClient(site.url)
    const known = { wanted, entries, operations }
    return {
      operations,
      inject: async (fault) => injectFault(site, client, known, 'update project', fault, next),
      async rollbackOperations() {
        const found = await listOperations(site, 'rollback')
        await site.mustDeploy({ command: 'update project' })
        // A release that came back and went again leaves its copy, which a rollback that was cut early does not.
        wanted.push(await stateOf(site.server, project))
        known.operations = found
        return found
      },
      injectRollback: async (fault) =>
        injectFault(site, client, known, 'rollback', fault, async () => (await status(site.url)).version),
      async [Symbol.asyncDispose]() {
        await client.stop()
        await site[Symbol.asyncDispose]()
      },
    }
  } catch (error) {
    await site[Symbol.asyncDispose]()
    throw error
  }
}

interface Known {
  /** The states that an update may leave. */
  readonly wanted: readonly string[]
  /** Rows in the database. */
  readonly entries: number
  operations: readonly string[]
}

const injectFault = async (
  site: Site,
  client: Client,
  { wanted, entries, operations }: Known,
  command: string,
  fault: Fault,
  next: () => Promise<string>,
): Promise<Finding> => {
  const wrong: string[] = []
  const { version: old } = await status(site.url)
  const version = await next()
  client.expect(command === 'rollback' ? [before(version), version] : [old, version])
  client.take()
  client.excuse(fault.how === 'reboot')

  const { said, happened } = await disturbedRun(site, command, fault)
  if (!happened) wrong.push('the operation never came')
  if (fault.how === 'reboot') await untilAnswers(site)
  client.excuse(false)
  // Whatever came of the run, a release answers as a whole by now, and its number of rows is the old one.
  const between = await status(site.url).catch((error: Error) => error.message)
  if (typeof between === 'string') wrong.push(`behind the cut: ${between}`)

  const again = await site.deploy({ command: 'update project' })
  if (again.exitCode !== 0) wrong.push(`the next run failed: ${again.log.split('\n').slice(-25).join('\n')}`)
  const now = await status(site.url).catch((error: Error) => error.message)
  if (typeof now === 'string') wrong.push(`in the end: ${now}`)
  else {
    if (now.version !== version) wrong.push(`in the end it is ${now.version}, not ${version}`)
    if (now.entries !== entries) wrong.push(`${now.entries} rows in the database, not ${entries}`)
  }
  wrong.push(...(await untilSame(site, wanted)))
  const { wrong: seen, answers } = client.take()
  wrong.push(...seen.slice(0, 5), ...(seen.length > 5 ? [`and ${seen.length - 5} more`] : []))
  return { ...fault, operation: operations[Number(fault.at) - 1] ?? '', said, answers, wrong }
}

/** The version before another one. */
const before = (version: string): string => version.replace(/\d+/, (number) => String(Number(number) - 1))

/** The faults of an update: each operation's beginning and end; every tenth hits the server itself. */
export const allFaults = (operations: number): readonly Fault[] =>
  Array.from({ length: operations }, (_, index) => index + 1).flatMap((at) =>
    (['before', 'after'] as const).map((stage, half): Fault => {
      const count = (at - 1) * 2 + half + 1
      const how: How =
        count % 20 === 0
          ? 'reboot'
          : count % 10 === 0
            ? 'dockerd killed'
            : at % 2 === 0
              ? 'cut'
              : 'runner killed'
      return { at, stage, how }
    }),
  )
