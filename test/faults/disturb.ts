import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Site, secretKey } from '../e2e/harness.ts'
import { until } from '../e2e/until.ts'
import { status } from '../e2e/visitors.ts'
import { strays } from '../e2e/watch.ts'
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
  /** Number of the operation; or its kind and name, for the first one of that name. */
  readonly at: number | string
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

/** The project's name. */
export const project = 'guestbook'

const preload = pathToFileURL(join(import.meta.dirname, 'preload.ts')).href

/** The environment of a step whose operations are counted, and cut at one of them. */
const faultEnv = (variables: Readonly<Record<string, string>>) => ({
  SECRET_KEY: secretKey,
  NODE_OPTIONS: `--import ${preload}`,
  ...variables,
})

/** Runs a command and gives the operations that it was made of. */
export const listOperations = async (site: Site, command: string): Promise<readonly string[]> => {
  const list = join(tmpdir(), `jetee-operations-${process.pid}`)
  await rm(list, { force: true })
  await site.mustDeploy({ command, env: faultEnv({ FAULT_LIST: list }) })
  const lines = (await readFile(list, 'utf8')).trim().split('\n')
  await rm(list)
  return lines.map((line) => line.replace(/^\d+ /, ''))
}

/** Runs a command to which something happens. */
export const disturbedRun = async (site: Site, command: string, { at, stage, how }: Fault) => {
  const { container } = site.server
  const script = {
    cut: '',
    'runner killed': '',
    'dockerd killed': `docker exec ${container} pkill -9 -x dockerd`,
    reboot: `docker restart --time 0 ${container}`,
  }[how]
  let happened = false
  const run = await site.start({
    command,
    env: faultEnv({ FAULT_AT: String(at), FAULT_STAGE: stage, FAULT_COMMAND: script }),
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

/** Waits until the site answers after a reboot. */
export const untilAnswers = async (site: Site): Promise<void> => {
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

/** Waits a moment until the server is in one of the wanted states; gives what is different if it is not. */
export const untilSame = async ({ server }: Site, wanted: readonly string[]): Promise<readonly string[]> => {
  const look = async () => {
    const left = await strays(server)
    const state = await stateOf(server, project)
    const [nearest = []] = wanted
      .map((one) => differences(one, state))
      .sort((one, other) => one.length - other.length)
    return [...nearest, ...(left === '' ? [] : left.split('\n').map((line) => `+ process ${line}`))]
  }
  let found = await look()
  for (let tries = 0; found.length > 0 && tries < 20; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    found = await look()
  }
  return found
}

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
