import { randomBytes } from 'node:crypto'
import { Failure } from '../report/failure.ts'
import type { StepProgress } from '../report/progress.ts'
import { bridgeName, labels, networkName } from '../stack/layout.ts'
import type { Passwords } from '../stack/services.ts'
import { chooseSubnet, parseRange, type Range } from '../stack/subnet.ts'
import { EngineError } from './engine/client.ts'
import type { Owner } from './facts.ts'
import { runStepScript } from './scripts.ts'
import type { Session } from './session.ts'

/** What every action needs. */
export interface ActionContext {
  readonly session: Session
  readonly progress: StepProgress
  readonly signal: AbortSignal
}

/**
 * The context to put something in the place of what runs: neither a cancel nor a step that fails beside it ends that
 * half-way, with the one gone and the other not there yet. Whoever was cancelled before does not begin.
 */
export const seenThrough = <Context extends Pick<ActionContext, 'session' | 'signal'>>(
  context: Context,
): Context => {
  context.signal.throwIfAborted()
  return { ...context, signal: context.session.lost }
}

/** Installs Docker where it is missing, and writes its settings. */
export const setUpDocker = async (
  { session, progress, signal }: ActionContext,
  daemonJson: string | undefined,
): Promise<void> => {
  await runStepScript(session, {
    scripts: ['install-docker'],
    title: 'Installing Docker',
    progress,
    signal,
    args: { DAEMON_JSON: daemonJson ?? '' },
    deadlineMs: 900_000,
    failure: () => ({
      what: 'Docker could not be installed',
      next: 'Install Docker on the server by hand, or repair what the lines above name, then run the job again.',
    }),
  })
}

/** What is made once for a project: its key, and a password for each service that has one. */
export interface Credentials {
  /** Random key: hashes that are shown are keyed with it, so that nothing secret can be guessed from them. */
  readonly key: string
  /** The passwords that hold in this run. */
  readonly passwords: Passwords
  /** Those of them that were made for it, and that no server knows yet. */
  readonly made: Passwords
}

/**
 * The credentials that hold: a password that is given, else the one that the server keeps, else a new one from the
 * system's random source.
 */
export const completeCredentials = (
  known: { readonly key: string | undefined; readonly passwords: Passwords },
  services: readonly string[],
  given: Passwords,
): Credentials => {
  const made = Object.fromEntries(
    services
      .filter((name) => given[name] === undefined && known.passwords[name] === undefined)
      .map((name) => [name, randomBytes(24).toString('base64url')]),
  )
  const all = { ...known.passwords, ...given, ...made }
  return {
    key: known.key ?? randomBytes(32).toString('hex'),
    passwords: Object.fromEntries(services.map((name) => [name, all[name] ?? ''])),
    made,
  }
}

/**
 * Makes the project's folders and keeps there what was made; a given password waits until it has opened the data. `most`
 * says how many previews of its project there may be, where it is one: with another one at the same moment, it may turn out
 * only here that it is one too many.
 */
export const makeFolders = async (
  { session, progress, signal }: ActionContext,
  owner: Owner,
  { key, made }: Credentials,
  most: number | undefined,
): Promise<void> => {
  let crowd: number | undefined
  await runStepScript(session, {
    scripts: ['folders'],
    title: 'Making the project’s folders',
    progress,
    signal,
    args: {
      OWNER: JSON.stringify(owner),
      KEY: key,
      MOST: String(most ?? ''),
      ...crowdWords(owner),
    },
    onMark: (mark, rest) => {
      if (mark === 'crowded') crowd = Number(rest)
    },
    failure: () =>
      crowd === undefined
        ? {}
        : {
            what: `There are ${crowd} previews of ${owner.preview?.of} already`,
            why: `Another one came at the same moment. \`previews.max\` allows ${most}.`,
            stands: 'Nothing was made of this one; the others are as they were.',
            next: 'Close another pull request, take its preview down by `preview remove`, or raise `previews.max` on the base branch.',
          },
    stdin: Buffer.from(
      Object.entries(made)
        .map(([name, password]) => `${name} ${password}\n`)
        .join(''),
    ),
  })
}

/** What the owner's file of each preview of the same project has in it, to be looked for. No text in JSON can look like it. */
const crowdWords = ({
  repository,
  preview,
}: Owner): { readonly REPOSITORY: string; readonly OF: string } => ({
  REPOSITORY: `"repository":${JSON.stringify(repository)}`,
  OF: `"of":${JSON.stringify(preview?.of ?? '')}`,
})

/** A network of ours, less its subnet. */
export interface NetworkStack {
  readonly name: string
  /** Its bridge on the host: Linux takes at most 15 characters. */
  readonly bridge: string
  readonly labels: Readonly<Record<string, string>>
  /** Whether nothing in it reaches the host or any other place. */
  readonly isInternal: boolean
}

/** The network of a project. */
export const projectNetwork = (project: string): NetworkStack => ({
  name: networkName(project),
  bridge: bridgeName(project),
  labels: { [labels.project]: project },
  isInternal: false,
})

/** Creates a network on a subnet that nothing on the host uses; one that is there by now stays as it is. */
export const createNetwork = async (
  { session: { engine }, signal }: ActionContext,
  { name, bridge, labels: own, isInternal }: NetworkStack,
  taken: readonly Range[],
): Promise<void> => {
  const avoided = [...taken]
  for (let tries = 0; tries < 32; tries++) {
    const { subnet, gateway, dynamicRange } = chooseSubnet(avoided)
    try {
      await engine.call({
        method: 'POST',
        path: '/networks/create',
        body: {
          Name: name,
          CheckDuplicate: true,
          Driver: 'bridge',
          Internal: isInternal,
          Labels: own,
          Options: { 'com.docker.network.bridge.name': bridge },
          IPAM: { Config: [{ Subnet: subnet, Gateway: gateway, IPRange: dynamicRange }] },
        },
        signal,
      })
      return
    } catch (error) {
      // Two that look at the same moment are told apart by the bridge's name.
      if (error instanceof EngineError && /already exists|same bridge name/i.test(error.message)) return
      // The engine refuses a range that overlaps another network's: somebody was faster.
      if (!(error instanceof EngineError) || !/overlaps/i.test(error.message)) throw error
      const range = parseRange(subnet)
      if (range) avoided.push(range)
    }
  }
  throw new Failure({ what: `No free range of addresses was found for the network ${name}` })
}
