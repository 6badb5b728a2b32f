import { Failure } from '../report/failure.ts'
import {
  type Commit,
  inOrder,
  refuseUnsendable,
  type Source,
  type SourceFile,
  type Submodule,
  wholeTree,
} from '../source/source.ts'
import { homeOf, readGitmodules } from '../source/submodules.ts'
import { type Ask, ownerAndRepo } from './ask.ts'
import { troubleOf } from './tries.ts'

/** Which commit is read. */
interface CommitRequest {
  /** `owner/name`. */
  readonly repository: string
  /** Branch, tag, full name of a commit, or `HEAD`. */
  readonly ref: string
  readonly serverUrl: string
}

/** A file at GitHub. */
interface RemoteFile extends SourceFile {
  /** `owner/name` of the repository that has it. */
  readonly repository: string
}

/** Lists a commit by GitHub's API, with its submodules on the same GitHub, as `readSource` lists one of a checkout. */
export const readCommit = async (ask: Ask, request: CommitRequest): Promise<Omit<Source, 'delivery'>> => {
  const { repository, ref } = request
  try {
    const { tree, ...commit } = await commitAt(ask, repository, ref)
    const { files, submodules } = await listTree(ask, request, tree, '')
    const sorted = inOrder(files)
    const homes = new Map(sorted.map((file) => [file.path, file.repository]))
    return {
      ...commit,
      tree: wholeTree(tree, submodules),
      files: sorted,
      submodules,
      read: ({ path, blob }) => readBlob(ask, homes.get(path) ?? repository, blob),
    }
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure(
      {
        what: `The commit to deploy could not be read by GitHub’s API: ${ref} of ${repository}`,
        why: troubleOf(cause).message,
        stands: 'Nothing on the server was changed.',
        next: 'Check `repository` and `ref`. The input `token` must be able to read the repository (`contents: read`).',
      },
      { cause },
    )
  }
}

const commitAt = async (ask: Ask, repository: string, ref: string): Promise<Commit> => {
  const own = ownerAndRepo(repository)
  const name =
    ref === 'HEAD' ? (await ask((octokit) => octokit.rest.repos.get(own))).data.default_branch : ref
  const { data } = await ask((octokit) => octokit.rest.repos.getCommit({ ...own, ref: name, per_page: 1 }))
  return {
    commit: data.sha,
    tree: data.commit.tree.sha,
    author: data.commit.author?.name ?? '',
    // As git's own %s: the first paragraph, as one line.
    subject: (data.commit.message.split(/\n\s*\n/)[0] ?? '').replaceAll(/\s*\n/g, ' '),
  }
}

/** Reads a file at GitHub by its blob. */
const readBlob = async (ask: Ask, repository: string, blob: string): Promise<string> => {
  const { data } = await ask((octokit) =>
    octokit.rest.git.getBlob({ ...ownerAndRepo(repository), file_sha: blob }),
  )
  return Buffer.from(data.content, 'base64').toString()
}

interface Listing {
  readonly files: readonly RemoteFile[]
  readonly submodules: readonly Submodule[]
}

const listTree = async (
  ask: Ask,
  { repository, serverUrl }: CommitRequest,
  tree: string,
  prefix: string,
): Promise<Listing> => {
  const entries = (await entriesOf(ask, repository, tree, '')).map((entry) => ({
    ...entry,
    path: prefix + entry.path,
    repository,
  }))
  refuseUnsendable(entries)
  const files = entries.filter(({ mode }) => mode !== '160000')
  const modules = entries.filter(({ mode }) => mode === '160000')
  if (modules.length === 0) return { files, submodules: [] }
  const gitmodules = files.find(({ path }) => path === `${prefix}.gitmodules`)
  const urls = readGitmodules(gitmodules ? await readBlob(ask, repository, gitmodules.blob) : '')
  const nested = await Promise.all(
    modules.map(async ({ path, blob }): Promise<Listing> => {
      const url = urls.get(path.slice(prefix.length))
      const home = url === undefined ? undefined : homeOf(url, repository, serverUrl)
      if (home?.kind !== 'github')
        throw unreadable(
          path,
          url === undefined
            ? '.gitmodules has no address for it'
            : `It is at ${url}, which is not this GitHub`,
        )
      const inner = await commitAt(ask, home.repository, blob).catch((error: unknown) => {
        throw unreadable(path, `${home.repository}: ${troubleOf(error).message}`)
      })
      const listing = await listTree(
        ask,
        { repository: home.repository, ref: blob, serverUrl },
        inner.tree,
        `${path}/`,
      )
      return { ...listing, submodules: [{ path, commit: blob, tree: inner.tree }, ...listing.submodules] }
    }),
  )
  return {
    files: [...files, ...nested.flatMap((listing) => listing.files)],
    submodules: nested.flatMap(({ submodules }) => submodules),
  }
}

const unreadable = (path: string, why: string): Failure =>
  new Failure({
    what: `The submodule ${path} could not be read without a checkout`,
    where: path,
    why,
    stands: 'Nothing on the server was changed.',
    next: 'Give the input `deploy-key-token` a token that may read its repository, or check it out: `submodules: recursive` for actions/checkout.',
  })

/** The files below a tree; GitHub cuts a list of all when it is too long, and then each folder is asked for. */
const entriesOf = async (
  ask: Ask,
  repository: string,
  tree: string,
  folder: string,
): Promise<readonly SourceFile[]> => {
  const list = async (recursive: boolean) => {
    const { data } = await ask((octokit) =>
      octokit.rest.git.getTree({
        ...ownerAndRepo(repository),
        tree_sha: tree,
        ...(recursive && { recursive: '1' }),
      }),
    )
    return data
  }
  const all = await list(true)
  const { tree: entries } = all.truncated ? await list(false) : all
  const found: SourceFile[] = []
  for (const { path, mode, sha, type, size } of entries) {
    const own = { path: `${folder}${path}`, mode, blob: sha, ...(size !== undefined && { size }) }
    if (type !== 'tree') found.push(own)
    else if (all.truncated) found.push(...(await entriesOf(ask, repository, sha, `${own.path}/`)))
  }
  return found
}
