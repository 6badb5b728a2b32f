import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { type CheckoutOptions, checkout, newRepository, type Repository } from '../world/checkout.ts'
import { type KeyPair, newKeyPair } from '../world/keys.ts'
import { type ActionResult, type ActionRun, startAction } from '../world/runner.ts'
import { type Server, type ServerOptions, startServer } from '../world/server.ts'

const root = join(import.meta.dirname, '../..')
const sample = join(root, 'examples/django')

/** How one run of the action differs from the usual one. */
export interface DeployOptions {
  readonly command?: string
  /** Inputs beside or instead of the usual ones; `undefined` leaves one out. */
  readonly inputs?: Readonly<Record<string, string | undefined>>
  /** Variables of the step's `env`, instead of the usual ones. */
  readonly env?: Readonly<Record<string, string>>
  readonly checkout?: Omit<CheckoutOptions, 'origin'>
  /** Number of the run, as its address shows it. */
  readonly runId?: string
  readonly onLine?: (line: string) => void
}

/** A bare server, the sample app as a repository for it, and the action between the two. */
export interface Site extends AsyncDisposable {
  readonly server: Server
  readonly key: KeyPair
  readonly origin: Repository
  /** Address of the site. */
  readonly url: string
  /** Sets values in `configurations.Staging` of the deployment file, by path, and commits. */
  configure(changes: Readonly<Record<string, unknown>>): Promise<void>
  /** Starts the action on the repository's last commit. */
  start(options?: DeployOptions): Promise<ActionRun>
  /** Runs the action to its end, whatever that is. */
  deploy(options?: DeployOptions): Promise<ActionResult>
  /** Runs the action; a failure throws, with its log. */
  mustDeploy(options?: DeployOptions): Promise<ActionResult>
}

/** A secret key for Django that is long enough for it. */
export const secretKey = 'a-secret-key-for-tests-0123456789-0123456789-0123456789'

/** Starts a bare server and makes a repository of the sample app for it. */
export const newSite = async (
  options: Partial<ServerOptions> & { readonly username?: string } = {},
): Promise<Site> => {
  const key = await newKeyPair()
  const server = await startServer({ debian: 13, authorizedKeys: [key.publicKey], ...options })
  const file = parseDocument(await readFile(join(sample, 'deployment.yml'), 'utf8'))
  const set = (changes: Readonly<Record<string, unknown>>) => {
    for (const [path, value] of Object.entries(changes)) {
      file.setIn(['configurations', 'Staging', ...path.split('.')], value)
    }
    return { 'deployment.yml': file.toString() }
  }
  const origin = await newRepository(
    sample,
    set({ hostname: server.host, server_names: [server.host], username: options.username ?? 'root' }),
  )

  const start = async (run: DeployOptions = {}): Promise<ActionRun> => {
    const workspace = await checkout({ origin, ...run.checkout })
    const inputs = {
      command: run.command,
      'ssh-private-key': key.privateKey,
      'ssh-known-hosts': server.hostKeys.join('\n'),
      ...run.inputs,
    }
    const action = startAction({
      actionDir: root,
      workspace: workspace.folder,
      inputs: Object.fromEntries(
        Object.entries(inputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
      env: run.env ?? { SECRET_KEY: secretKey },
      github: {
        ref: workspace.ref,
        sha: workspace.sha,
        ...(run.runId !== undefined && { run_id: run.runId }),
      },
      ...(run.onLine && { onLine: run.onLine }),
    })
    const clean = () => workspace[Symbol.asyncDispose]()
    void action.done.then(clean, clean)
    return action
  }
  const deploy = async (run?: DeployOptions) => (await start(run)).done
  return {
    server,
    key,
    origin,
    url: `http://${server.host}/`,
    configure: async (changes) => void (await origin.commit(set(changes))),
    start,
    deploy,
    mustDeploy: async (run) => {
      const result = await deploy(run)
      if (result.exitCode !== 0) throw new Error(`The action ended with ${result.exitCode}:\n${result.log}`)
      return result
    },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await origin[Symbol.asyncDispose]()
    },
  }
}

/** Names and ids of the containers on a server, one a line, in order: equal text means that none was created anew. */
export const containers = (server: Server): Promise<string> =>
  server.must("docker ps -a --no-trunc --format '{{.Names}} {{.ID}}' | sort")
