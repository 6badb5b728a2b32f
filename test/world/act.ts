import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cacheFolder, lock } from './cache.ts'
import { type CommandResult, command, hasCommand, tryCommand } from './command.ts'

/** The version of nektos/act that the tests run. */
export const actVersion = 'v0.2.87'

/** Why act cannot be had on this machine, as a sentence for a skip; undefined where Go can build it. */
export async function whyNoAct(): Promise<string | undefined> {
  return (await hasCommand('go'))
    ? undefined
    : `act ${actVersion} did not run: it is built with Go, which this machine does not have.`
}

/** Builds act once a machine, from the Go module proxy; that it cannot be reached is an error. */
async function ensureAct(): Promise<string> {
  const folder = join(cacheFolder(), `act-${actVersion}`)
  const program = join(folder, 'act')
  await using _ = await lock(`act-${actVersion}`)
  if (existsSync(program)) return program
  const build = () =>
    command('go', ['install', `github.com/nektos/act@${actVersion}`], {
      env: { ...process.env, GOBIN: folder },
      signal: AbortSignal.timeout(480_000),
    })
  // What was fetched stays fetched: where the network failed, a second time goes on from there.
  await build().catch(build)
  return program
}

/** A run of a workflow by act. */
export type ActOptions = {
  /** Folder of a clean checkout. */
  readonly folder: string
  /** Path of the workflow in it. */
  readonly workflow: string
  /** Name of the event, such as `push`. */
  readonly event: string
  /** What GitHub would tell of the event, as far as it matters; or what is typed where a workflow is started by hand. */
  readonly given: { readonly payload: object } | { readonly inputs: Readonly<Record<string, string>> }
  readonly secrets: Readonly<Record<string, string>>
  /** Variables of every step, such as `GITHUB_API_URL`. */
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Runs a workflow as docs/act.md says, on this machine itself in place of a container, by the Node that runs this.
 * actions/checkout need not be fetched: act copies the folder in its place.
 */
export async function act(options: ActOptions): Promise<CommandResult> {
  const program = await ensureAct()
  const temp = await mkdtemp(join(tmpdir(), 'jetee-act-'))
  try {
    const event = join(temp, 'event.json')
    const secrets = join(temp, 'secrets')
    if ('payload' in options.given) await writeFile(event, JSON.stringify(options.given.payload))
    await writeFile(secrets, dotenv(options.secrets), { mode: 0o600 })
    // act does not look at --input where it has the payload of an event.
    const given =
      'payload' in options.given
        ? ['--eventpath', event]
        : Object.entries(options.given.inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`])
    const env = Object.entries(options.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`])
    return await tryCommand(
      program,
      [
        options.event,
        ...['--workflows', options.workflow, '--secret-file', secrets],
        ...['--platform', 'ubuntu-latest=-self-hosted', '--pull=false', '--no-cache-server'],
        ...given,
        ...env,
      ],
      {
        cwd: options.folder,
        env: {
          HOME: temp,
          XDG_CACHE_HOME: temp,
          LANG: 'C.UTF-8',
          PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        },
      },
    )
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}

/** Values as a file of variables has them: quoted, on one line each. */
const dotenv = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
    .join('')
