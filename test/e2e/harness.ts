import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { type CheckoutOptions, checkout, newRepository, type Repository } from '../world/checkout.ts'
import type { Delivery } from '../world/github/delivery.ts'
import type { FakeGithub, RepositoryOptions } from '../world/github/github.ts'
import type { FakeRepository } from '../world/github/repository.ts'
import { type KeyPair, newKeyPair } from '../world/keys.ts'
import { type ActionResult, type ActionRun, startAction } from '../world/runner.ts'
import type { GithubContext } from '../world/runner-context.ts'
import { type Server, type ServerOptions, startServer } from '../world/server.ts'

const root = join(import.meta.dirname, '../..')
const projects = join(import.meta.dirname, 'projects')

/** The projects that tests bring to servers: the sample app, and those of `projects/`. */
export type ProjectSample =
  | 'guestbook'
  | 'shop'
  | 'classes'
  | 'flaskless'
  | 'containerfile'
  | 'workers'
  | 'names'
  | 'load'

const folderOf = (sample: ProjectSample): string =>
  sample === 'guestbook' ? join(root, 'examples/django') : join(projects, sample)

/** Which project is made, and what differs in its deployment file and the environment of its step. */
export interface ProjectOptions {
  /** The sample app by default. */
  readonly sample?: ProjectSample
  /** Values in `configurations.Staging`, by path. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Variables of the step's `env`; by default Django's secret key. */
  readonly env?: Readonly<Record<string, string>>
  /** The GitHub that has its repository, as `octo-org/octo-repo` unless it is given another name. */
  readonly at?: { readonly github: FakeGithub; readonly name?: string } & RepositoryOptions
}

/** How one run of the action differs from the usual one. */
export interface DeployOptions {
  readonly command?: string
  /** Inputs beside or instead of the usual ones; `undefined` leaves one out. */
  readonly inputs?: Readonly<Record<string, string | undefined>>
  /** Variables of the step's `env`, instead of the project's usual ones. */
  readonly env?: Readonly<Record<string, string>>
  readonly checkout?: Omit<CheckoutOptions, 'origin'>
  /** Does something to the checked out workspace before the action starts. */
  readonly prepare?: (workspace: string) => Promise<void>
  /** What happened at GitHub: its payload, its part of the `github` context, and the commit that is checked out for it. */
  readonly event?: Delivery
  /** The job's token; without one, GitHub is not told of the run. */
  readonly token?: string
  /** What differs in the `github` context. */
  readonly github?: Partial<GithubContext>
  readonly onLine?: (line: string) => void
}

/** A project for a server: a sample as a repository, and the action that brings it there. */
export interface Project extends AsyncDisposable {
  readonly origin: Repository
  /** The repository at GitHub; there is none without a GitHub to be at. */
  readonly repository: FakeRepository | undefined
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

/** A bare server, and a project for it. */
export interface Site extends Project {
  readonly server: Server
  readonly key: KeyPair
}

/** A secret key for Django that is long enough for it. */
export const secretKey = 'a-secret-key-for-tests-0123456789-0123456789-0123456789'

/** Starts a server, a bare one by default, and makes a repository of a project for it. */
export const newSite = async (
  options: Partial<ServerOptions> & ProjectOptions & { readonly username?: string } = {},
): Promise<Site> => {
  const { sample, settings, env, at, username = 'root', ...serverOptions } = options
  const key = await newKeyPair()
  const server = await startServer({ debian: 13, authorizedKeys: [key.publicKey], ...serverOptions })
  const project = await newProject(server, key, {
    ...(sample && { sample }),
    ...(env && { env }),
    ...(at && { at }),
    settings: { username, ...settings },
  })
  return {
    ...project,
    server,
    key,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await project[Symbol.asyncDispose]()
    },
  }
}

/** Makes a repository of a project for a server, with values set as by `configure`. */
export const newProject = async (
  server: Server,
  key: KeyPair,
  { sample = 'guestbook', settings = {}, env = { SECRET_KEY: secretKey }, at }: ProjectOptions = {},
): Promise<Project> => {
  const folder = folderOf(sample)
  const file = parseDocument(await readFile(join(folder, 'deployment.yml'), 'utf8'))
  const hasSite = file.hasIn(['configurations', 'Staging', 'server_names'])
  const set = (changes: Readonly<Record<string, unknown>>) => {
    for (const [path, value] of Object.entries(changes)) {
      file.setIn(['configurations', 'Staging', ...path.split('.')], file.createNode(value))
    }
    return { 'deployment.yml': file.toString() }
  }
  const origin = await newRepository(
    folder,
    set({ hostname: server.host, ...(hasSite && { server_names: [server.host] }), ...settings }),
  )
  const repository = at?.github.addRepository(at.name ?? 'octo-org/octo-repo', origin, at)

  const start = async (run: DeployOptions = {}): Promise<ActionRun> => {
    const ref = run.event?.context.ref
    const workspace = await checkout({ origin, ...(ref && { ref }), ...run.checkout })
    await run.prepare?.(workspace.folder)
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
      env: run.env ?? env,
      ...(run.event && { event: run.event.payload }),
      github: {
        ref: workspace.ref,
        sha: workspace.sha,
        ...(repository && { repository: repository.fullName }),
        ...at?.github.context(run.token ?? ''),
        ...run.event?.context,
        ...run.github,
      },
      ...(run.onLine && { onLine: run.onLine }),
    })
    const clean = () => workspace[Symbol.asyncDispose]()
    void action.done.then(clean, clean)
    return action
  }
  const deploy = async (run?: DeployOptions) => (await start(run)).done
  return {
    origin,
    repository,
    url: `http://${server.host}/`,
    configure: async (changes) => void (await origin.commit(set(changes))),
    start,
    deploy,
    mustDeploy: async (run) => {
      const result = await deploy(run)
      if (result.exitCode !== 0) throw new Error(`The action ended with ${result.exitCode}:\n${result.log}`)
      return result
    },
    [Symbol.asyncDispose]: () => origin[Symbol.asyncDispose](),
  }
}

/** Names and ids of the containers on a server, one a line, in order: equal text means that none was created anew. */
export const containers = (server: Server): Promise<string> =>
  server.must("docker ps -a --no-trunc --format '{{.Names}} {{.ID}}' | sort")
