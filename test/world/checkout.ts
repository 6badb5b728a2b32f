import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { command } from './command.ts'
import { ensureProgram } from './packages.ts'

/** A git repository as it would stand at GitHub, with the history of its default branch. */
export type Repository = AsyncDisposable & {
  readonly folder: string
  /** Where it is cloned from. */
  readonly url: string
  /** Writes files (`null` deletes one), commits them on a branch, a new one of `main` if need be, and returns the commit's id. */
  readonly commit: (
    changes: Readonly<Record<string, string | null>>,
    options?: { readonly message?: string; readonly branch?: string },
  ) => Promise<string>
  /** Id of a branch's last commit. */
  readonly head: (branch?: string) => Promise<string>
}

/** A workspace as actions/checkout leaves it. */
export type Checkout = AsyncDisposable & {
  readonly folder: string
  readonly sha: string
  readonly ref: string
}

/** How a workspace is checked out. */
export type CheckoutOptions = {
  readonly origin: Repository
  /** 1 as actions/checkout does by default, 0 for the whole history. */
  readonly depth?: number
  readonly branch?: string
  /** Full name of what is checked out instead of a branch, such as `refs/pull/1/merge`, without a branch of its own. */
  readonly ref?: string
  /** Another address for the remote `origin`, set once everything is fetched. */
  readonly remoteUrl?: string
}

const author = [
  '-c',
  'user.name=Octo Cat',
  '-c',
  'user.email=octocat@example.com',
  '-c',
  'commit.gpgsign=false',
]
const leaveOut = new Set(['.git', '__pycache__', 'node_modules', '.venv'])

/** Runs git in a folder, whatever this machine's user has configured. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  await ensureProgram('git', 'git', 'check out sources')
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0' }
  return command('git', ['-C', folder, ...author, ...args], { env })
}

/** Makes a repository whose first commit holds a copy of a folder, with files replaced as in `changes`. */
export async function newRepository(
  from: string,
  changes: Readonly<Record<string, string | null>> = {},
): Promise<Repository> {
  const folder = await mkdtemp(join(tmpdir(), 'jetee-origin-'))
  await cp(from, folder, {
    recursive: true,
    filter: (path) => path === from || !leaveOut.has(basename(path)),
  })
  await git(folder, 'init', '--quiet', '--initial-branch', 'main')
  const repository: Repository = {
    folder,
    url: `file://${folder}`,
    commit: async (changed, { message = 'Change the site', branch = 'main' } = {}) => {
      if (branch !== (await git(folder, 'branch', '--show-current'))) {
        const isThere = (await git(folder, 'branch', '--list', branch)) !== ''
        await git(folder, 'checkout', '-q', ...(isThere ? [branch] : ['-b', branch, 'main']))
      }
      await writeChanges(folder, changed)
      await git(folder, 'add', '--all')
      await git(folder, 'commit', '--quiet', '--allow-empty', '--message', message)
      return git(folder, 'rev-parse', 'HEAD')
    },
    head: (branch = 'main') => git(folder, 'rev-parse', `refs/heads/${branch}`),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
  await repository.commit(changes, { message: 'Start the project' })
  return repository
}

/** Clones as actions/checkout does: one commit of one branch, fetched into an empty repository. */
export async function checkout(options: CheckoutOptions): Promise<Checkout> {
  const { origin, depth = 1, branch = 'main' } = options
  const folder = await mkdtemp(join(tmpdir(), 'jetee-workspace-'))
  const ref = options.ref ?? `refs/heads/${branch}`
  const sha = await git(origin.folder, 'rev-parse', ref)
  const remote = ref.replace(/^refs\/(?:heads\/)?/, (start) =>
    start === 'refs/heads/' ? 'refs/remotes/origin/' : 'refs/remotes/',
  )
  const wanted =
    depth === 0
      ? [`+refs/heads/*:refs/remotes/origin/*`, ...(options.ref ? [`+${ref}:${remote}`] : [])]
      : [`--depth=${depth}`, 'origin', `+${sha}:${remote}`]
  await git(folder, 'init', '--quiet')
  await git(folder, 'remote', 'add', 'origin', origin.url)
  await git(folder, 'config', '--local', 'gc.auto', '0')
  await git(
    folder,
    'fetch',
    '--quiet',
    '--no-tags',
    '--prune',
    '--no-recurse-submodules',
    ...(depth === 0 ? ['origin'] : []),
    ...wanted,
  )
  const place = ref.startsWith('refs/heads/')
    ? ['-B', ref.slice('refs/heads/'.length), remote]
    : ['--detach', sha]
  await git(folder, 'checkout', '--quiet', '--progress', '--force', ...place)
  if (options.remoteUrl) await git(folder, 'remote', 'set-url', 'origin', options.remoteUrl)
  return {
    folder,
    sha,
    ref,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

async function writeChanges(folder: string, changes: Readonly<Record<string, string | null>>): Promise<void> {
  for (const [name, text] of Object.entries(changes)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    if (text === null) await rm(path, { recursive: true, force: true })
    else await writeFile(path, text)
  }
}
