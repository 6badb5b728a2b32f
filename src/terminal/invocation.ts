import { userInfo } from 'node:os'
import { basename, relative, resolve } from 'node:path'
import type { Invocation } from '../commands/invocation.ts'
import type { Line } from '../commands/line.ts'
import { Failure } from '../report/failure.ts'
import { tryGit } from '../source/git.ts'
import { type Variables, withEnvFiles } from './env-file.ts'
import { type Remote, readRemote } from './remote.ts'

/** What was asked for in a terminal, and what is worth saying of it. */
interface TerminalInvocation {
  readonly invocation: Invocation
  readonly notes: readonly string[]
}

/** Reads from a folder's repository of git, and from the environment, what the action has from its job. */
export const readTerminal = async (
  line: Line,
  env: Variables,
  folder: string,
  reach: NonNullable<Invocation['reach']>,
): Promise<TerminalInvocation> => {
  const ask = async (...args: string[]) => (await tryGit(args, { cwd: folder }))?.trim() || undefined
  const workspace = await ask('rev-parse', '--show-toplevel')
  if (workspace === undefined) throw noRepository(folder)
  const [branch, address, author, changes] = await Promise.all([
    ask('symbolic-ref', '--quiet', '--short', 'HEAD'),
    ask('remote', 'get-url', 'origin'),
    ask('config', 'user.name'),
    ask('status', '--porcelain'),
  ])
  const { repository, serverUrl, isGuess } = repositoryOf(line, env, address, workspace)
  const { command, dryRun, configuration, configFile } = line
  return {
    invocation: {
      command,
      dryRun,
      configuration,
      preview: line.preview,
      trigger: { event: '', ref: branch === undefined ? undefined : { type: 'branch', name: branch } },
      configFile: configFile === undefined ? undefined : relative(workspace, resolve(folder, configFile)),
      workspace,
      privateKey: '',
      passphrase: undefined,
      pins: { checking: 'strict' },
      reach,
      repository,
      serverUrl: env.GITHUB_SERVER_URL || serverUrl,
      apiUrl: env.GITHUB_API_URL || apiUrlOf(env.GITHUB_SERVER_URL || serverUrl),
      token: env.GH_TOKEN || env.GITHUB_TOKEN || '',
      deployKeyToken: '',
      actor: author ?? userInfo().username,
      runUrl: '',
      run: undefined,
      lockSeconds: line.lockSeconds ?? 1800,
      env: await withEnvFiles(env, line.envFiles, folder),
    },
    notes: [
      ...(changes !== undefined && command.kind === 'deploy' ? [uncommitted(changes)] : []),
      ...(isGuess ? [guessed(repository)] : []),
    ],
  }
}

/** GitHub's API beside its pages, as GitHub itself and GitHub Enterprise Server have it. */
const apiUrlOf = (serverUrl: string): string =>
  serverUrl === 'https://github.com' ? 'https://api.github.com' : `${serverUrl}/api/v3`

/**
 * The repository: as the line says, else the remote `origin`, else the environment. For `check`, which needs no more of
 * it than its name, the folder's will do.
 */
const repositoryOf = (
  { repository: given, command }: Line,
  { GITHUB_REPOSITORY: known }: Variables,
  address: string | undefined,
  workspace: string,
): Remote & { readonly isGuess: boolean } => {
  const remote = address === undefined ? undefined : readRemote(address)
  const repository = given ?? remote?.repository ?? (known || undefined)
  const serverUrl = remote?.serverUrl ?? 'https://github.com'
  if (repository === undefined) {
    if (command.kind !== 'check') throw noRemote(workspace, address)
    return { repository: `owner/${basename(workspace).replace(/[^\w.-]/g, '-')}`, serverUrl, isGuess: true }
  }
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw notARepository(repository)
  return { repository, serverUrl, isGuess: false }
}

const uncommitted = (changes: string): string => {
  const count = changes.split('\n').length
  return `${count} ${count === 1 ? 'file has' : 'files have'} changes that are not committed: the last commit is deployed without them, by the deployment file as it lies here`
}

const guessed = (repository: string): string =>
  `git has no remote \`origin\` that names a repository: the project’s name is that of \`${repository}\`, as the folder is called`

const noRepository = (folder: string): Failure =>
  new Failure({
    what: 'This folder is in no git repository',
    where: folder,
    why: 'What is deployed is a commit, and there is none.',
    stands: 'Nothing on the server was changed.',
    next: 'Go to the folder of the project, or make it a repository: `git init`, `git add`, `git commit`.',
  })

const noRemote = (workspace: string, address: string | undefined): Failure =>
  new Failure({
    what: 'Nothing says which repository this is',
    where: workspace,
    why:
      address === undefined
        ? 'git has no remote `origin` here. The project’s name on the server comes from the repository, and belongs to it.'
        : `The remote \`origin\` is ${address}, which names no owner/name.`,
    stands: 'Nothing on the server was changed.',
    next: 'Say it by `--repository owner/name`, or add the remote: `git remote add origin git@github.com:owner/name.git`.',
  })

const notARepository = (repository: string): Failure =>
  new Failure({
    what: `${JSON.stringify(repository)} is not a repository`,
    stands: 'Nothing on the server was changed.',
    next: 'Write it as `owner/name`.',
  })
