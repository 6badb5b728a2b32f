import { Failure } from '../report/failure.ts'
import {
  type FetchedRepository,
  type Fetching,
  readFile,
  type Sending,
  type Source,
  type Submodule,
} from '../source/source.ts'
import { homeOf, readGitmodules } from '../source/submodules.ts'
import { type Ask, ownerAndRepo } from './ask.ts'
import { openDeployKeys } from './deploy-keys.ts'
import { troubleOf } from './tries.ts'

/** What a fetch by the server is made of. */
interface FetchingOptions {
  readonly ask: Ask
  /** Asks with the token that may write deploy keys; undefined without one. */
  readonly askKeys: Ask | undefined
  /** What stands beside the server's keys at GitHub. */
  readonly title: string
  /** `owner/name` of the project's repository. */
  readonly repository: string
  readonly serverUrl: string
  /** Whether a stranger may have written the commit: its submodules are then public ones of this GitHub alone. */
  readonly isForeign: boolean
  readonly instead: () => Promise<Sending | undefined>
}

/** Has the server fetch a commit; GitHub is asked only when it comes to that. */
export const fetchingOf = (source: Omit<Source, 'delivery'>, options: FetchingOptions): Fetching => {
  const { ask, askKeys, title, serverUrl } = options
  const deployKeys = askKeys && openDeployKeys(askKeys, title)
  let home: string | undefined
  return {
    kind: 'fetch',
    async repositories() {
      const own = await repositoryAt(ask, options.repository, serverUrl).catch((cause: unknown) => {
        throw new Failure(
          {
            what: `GitHub does not tell where ${options.repository} is fetched from`,
            why: troubleOf(cause).message,
            next: 'The input `token` must be able to read the repository (`contents: read`).',
          },
          { cause },
        )
      })
      home = own.sshUrl
      const main = fetched(own, true, { path: '', commit: source.commit })
      return [main, ...(await submodulesOf(source, own.fullName, options))]
    },
    async hostKeys() {
      const { data } = await ask((octokit) => octokit.rest.meta.get()).catch((error: unknown) => {
        // A GitHub Enterprise Server may have no such page.
        if (troubleOf(error).status === 404) return { data: { ssh_keys: [] } }
        const why = troubleOf(error).message
        throw new Failure({ what: 'GitHub does not tell its SSH host keys', why }, { cause: error })
      })
      const host = knownName(home ?? '')
      return (data.ssh_keys ?? []).map((key) => `${host} ${key}\n`).join('')
    },
    admit: async ({ fullName }, key) => (await deployKeys?.admit(fullName, key)) ?? { kind: 'unknown' },
    instead: options.instead,
  }
}

/** A repository as GitHub knows it. */
interface Known {
  readonly fullName: string
  readonly isPrivate: boolean
  readonly sshUrl: string
  readonly httpsUrl: string
  /** Page where a person adds a key. */
  readonly keysPage: string
}

/** Asks GitHub about a repository, also by a name that it had before. */
const repositoryAt = async (ask: Ask, repository: string, serverUrl: string): Promise<Known> => {
  const { data } = await ask((octokit) => octokit.rest.repos.get(ownerAndRepo(repository)))
  return {
    fullName: data.full_name,
    isPrivate: data.private,
    sshUrl: data.ssh_url,
    httpsUrl: data.clone_url,
    keysPage: keysPageOf(data.full_name, serverUrl),
  }
}

/** Page at GitHub where a person adds a deploy key. */
export const keysPageOf = (repository: string, serverUrl: string): string =>
  `${serverUrl}/${repository}/settings/keys/new`

/** Name of a repository's folder on the server. No owner's name has two hyphens in a row, so that no two share one. */
export const folderOf = (repository: string): string => repository.toLowerCase().replace('/', '--')

/** The repository that such a folder is for, in small letters, which GitHub takes for the same. */
export const repositoryOf = (folder: string): string => folder.replace('--', '/')

const fetched = (
  { fullName, sshUrl, httpsUrl, keysPage }: Known,
  withKey: boolean,
  { path, commit }: Pick<Submodule, 'path' | 'commit'>,
): FetchedRepository => ({
  fullName,
  folder: folderOf(fullName),
  commit,
  url: withKey ? sshUrl : httpsUrl,
  withKey,
  path,
  keysPage,
})

const submodulesOf = async (
  source: Omit<Source, 'delivery'>,
  repository: string,
  { ask, askKeys, serverUrl, isForeign }: FetchingOptions,
): Promise<readonly FetchedRepository[]> => {
  /** Repositories of the submodules so far, by their path. */
  const names = new Map([['', repository]])
  const found: FetchedRepository[] = []
  for (const submodule of source.submodules) {
    const { path } = submodule
    const outer = [...names.keys()].filter((own) => own === '' || path.startsWith(`${own}/`)).at(-1) ?? ''
    const prefix = outer === '' ? '' : `${outer}/`
    if (path !== path.trim()) throw unfetchable(path, 'Its path begins or ends with a blank')
    const urls = readGitmodules((await readFile(source, `${prefix}.gitmodules`)) ?? '')
    const url = urls.get(path.slice(prefix.length))
    if (url === undefined) throw unfetchable(path, '.gitmodules has no address for it')
    const home = homeOf(url, names.get(outer) ?? repository, serverUrl)
    if (home.kind === 'elsewhere') {
      if (isForeign || !/^https:\/\/[^\s@]+$/.test(home.url))
        throw unfetchable(path, `${home.url} is not on this GitHub, and no public address by HTTPS`)
      names.set(path, home.url)
      found.push({
        fullName: home.url,
        folder: `elsewhere-${Buffer.from(home.url).toString('hex').slice(-160)}`,
        commit: submodule.commit,
        url: home.url,
        withKey: false,
        path,
        keysPage: home.url,
      })
      continue
    }
    // Whoever asks with more than the job's own token tells a stranger what there is.
    const first = isForeign ? ask : (askKeys ?? ask)
    const known = await repositoryAt(first, home.repository, serverUrl)
      .catch(() => repositoryAt(ask, home.repository, serverUrl))
      .catch((error: unknown) => {
        throw unfetchable(path, `${home.repository}: ${troubleOf(error).message}`)
      })
    if (known.isPrivate && isForeign)
      throw unfetchable(path, `${known.fullName} is private, and the commit may be a stranger’s`)
    names.set(path, known.fullName)
    found.push(fetched(known, known.isPrivate, submodule))
  }
  return found
}

const unfetchable = (path: string, why: string): Failure =>
  new Failure({
    what: `The server cannot fetch the submodule ${path}`,
    where: path,
    why,
    next: 'Give the input `deploy-key-token` a token that may write deploy keys of its repository as well, or set `source: checkout` and have actions/checkout bring it (`submodules: recursive`).',
  })

/** The host of an address of git's, as `known_hosts` writes it. */
export const knownName = (url: string): string => {
  const [, host = '', port] = /^ssh:\/\/(?:[^/@]*@)?([^/:]+)(?::(\d+))?\//.exec(url) ?? []
  if (host !== '') return port === undefined || port === '22' ? host : `[${host}]:${port}`
  return /^(?:[^/@:]+@)?([^/:]+):/.exec(url)?.[1] ?? ''
}
