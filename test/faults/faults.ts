import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { newSite, type Site, secretKey } from '../e2e/harness.ts'
import { until } from '../e2e/until.ts'
import { status } from '../e2e/visitors.ts'
import { strays } from '../e2e/watch.ts'
import { checkGuestBook } from '../world/guest-book.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type Client, sendClient } from './client.ts'
import { differences, stateOf } from './state.ts'

/** What happens at an operation. */
export type How =
  /** The connection is cut; the runner lives on, and its post step clears up. */
  | 'cut'
  /** The connection is cut, and the runner dies with it. */
  | 'runner killed'
  /** Docker's engine is killed; systemd starts it again. */
  | 'dockerd killed'
  /** The server reboots. */
  | 'reboot'

/** A fault: what happens, and when. */
export interface Fault {
  /** Number of the operation. */
  readonly at: number
  readonly stage: 'before' | 'after'
  readonly how: How
}

/** What came of a fault. */
export interface Finding extends Fault {
  /** The operation's name. */
  readonly operation: string
  /** How the run ended that it happened to. */
  readonly said: string
  /** Answers that the client got meanwhile. */
  readonly answers: number
  /** What was not as it should be; empty when all is well. */
  readonly wrong: readonly string[]
}

/** A project on a server, for faults. */
export interface Ground extends AsyncDisposable {
  /** The operations of an update, in order; the first has number 1. */
  readonly operations: readonly string[]
  /** Lets a fault happen to an update, and the next run put it right. */
  inject(fault: Fault): Promise<Finding>
}

const project = 'guestbook'
const preload = pathToFileURL(join(import.meta.dirname, 'preload.ts')).href

/** The environment of a step whose operations are counted, and cut at one of them. */
const faultEnv = (variables: Readonly<Record<string, string>>) => ({
  SECRET_KEY: secretKey,
  NODE_OPTIONS: `--import ${preload}`,
  ...variables,
})

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
      await site.origin.commit({ 'guestbook/version.py': `VERSION = "version ${version}"\n` })
      return `version ${version}`
    }
    for (const _ of [1, 2]) {
      await next()
      await site.mustDeploy()
    }
    await next()
    const operations = await listOperations(site)
    const wanted = await stateOf(site.server, project)
    const { entries } = await status(site.url)
    const client = sendClient(site.url)
    return {
      operations,
      inject: async (fault) => injectFault(site, client, { wanted, entries, operations }, fault, next),
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

/** Runs an update and gives the operations that it was made of. */
const listOperations = async (site: Site): Promise<readonly string[]> => {
  const list = join(tmpdir(), `jetee-operations-${process.pid}`)
  await rm(list, { force: true })
  await site.mustDeploy({ command: 'update project', env: faultEnv({ FAULT_LIST: list }) })
  const lines = (await readFile(list, 'utf8')).trim().split('\n')
  await rm(list)
  return lines.map((line) => line.replace(/^\d+ /, ''))
}

interface Known {
  /** The state after an undisturbed update. */
  readonly wanted: string
  /** Rows in the database. */
  readonly entries: number
  readonly operations: readonly string[]
}

const injectFault = async (
  site: Site,
  client: Client,
  { wanted, entries, operations }: Known,
  fault: Fault,
  next: () => Promise<string>,
): Promise<Finding> => {
  const wrong: string[] = []
  const { version: old } = await status(site.url)
  const version = await next()
  client.expect([old, version])
  client.take()
  client.excuse(fault.how === 'reboot')

  const { said, happened } = await disturbedRun(site, fault)
  if (!happened) wrong.push('the operation never came')
  if (fault.how === 'reboot') await untilAnswers(site)
  client.excuse(false)
  // Whatever came of the run, a release answers as a whole by now, and its number of rows is the old one.
  const between = await status(site.url).catch((error: Error) => error.message)
  if (typeof between === 'string') wrong.push(`behind the cut: ${between}`)

  const again = await site.deploy({ command: 'update project' })
  if (again.exitCode !== 0) wrong.push(`the next run failed: ${again.log.split('\n').slice(-25).join('\n')}`)
  client.expect([version])
  client.expect([old, version])
  const now = await status(site.url).catch((error: Error) => error.message)
  if (typeof now === 'string') wrong.push(`in the end: ${now}`)
  else {
    if (now.version !== version) wrong.push(`in the end it is ${now.version}, not ${version}`)
    if (now.entries !== entries) wrong.push(`${now.entries} rows in the database, not ${entries}`)
  }
  wrong.push(...(await untilSame(site, wanted)))
  const { wrong: seen, answers } = client.take()
  wrong.push(...seen.slice(0, 5), ...(seen.length > 5 ? [`and ${seen.length - 5} more`] : []))
  return { ...fault, operation: operations[fault.at - 1] ?? '', said, answers, wrong }
}

/** Runs an update to which something happens. */
const disturbedRun = async (site: Site, { at, stage, how }: Fault) => {
  const { container } = site.server
  const command = {
    cut: '',
    'runner killed': '',
    'dockerd killed': `docker exec ${container} pkill -9 -x dockerd`,
    reboot: `docker restart --time 0 ${container}`,
  }[how]
  let happened = false
  const run = await site.start({
    command: 'update project',
    env: faultEnv({ FAULT_AT: String(at), FAULT_STAGE: stage, FAULT_COMMAND: command }),
    onLine(line) {
      if (!line.includes('fault: at operation')) return
      happened = true
      if (how === 'runner killed') run.kill()
    },
  })
  const { exitCode, log } = await run.done
  const cross = /✗ (.*)/.exec(log)?.[1]
  return { happened, said: exitCode === 0 ? 'done' : (cross ?? `status ${exitCode}`) }
}

const untilAnswers = async (site: Site): Promise<void> => {
  await until(
    'the site answers again',
    () =>
      status(site.url).then(
        () => true,
        () => false,
      ),
    (answers) => answers,
    90,
  )
}

/** Waits a moment until the server is in the wanted state; gives what is different if it is not. */
const untilSame = async ({ server }: Site, wanted: string): Promise<readonly string[]> => {
  const look = async () => {
    const left = await strays(server)
    return [
      ...differences(wanted, await stateOf(server, project)),
      ...(left === '' ? [] : left.split('\n').map((line) => `+ process ${line}`)),
    ]
  }
  let found = await look()
  for (let tries = 0; found.length > 0 && tries < 10; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    found = await look()
  }
  return found
}

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

/** A finding in a line. */
export const findingLine = ({ at, operation, stage, how, said, answers, wrong }: Finding): string =>
  [
    String(at).padStart(3),
    operation.padEnd(44).slice(0, 44),
    stage.padEnd(6),
    how.padEnd(14),
    `${wrong.length === 0 ? 'ok ' : 'BAD'} ${String(answers).padStart(5)} answers`,
    said.slice(0, 60),
  ].join('  ')
