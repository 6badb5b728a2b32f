import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pack as openPack } from 'tar-stream'
import { Failure } from '../report/failure.ts'
import { git, readBlobs, tryGit } from './git.ts'
import {
  inOrder,
  refuseUnsendable,
  type Sending,
  type Source,
  type SourceFile,
  type Submodule,
  wholeTree,
} from './source.ts'

/** A file of a checkout. */
export interface CheckedOutFile extends SourceFile {
  /** Repository that holds the blob. */
  readonly repository: string
}

/** A commit that lies in a repository on the runner. */
export interface CheckedOut extends Source {
  readonly files: readonly CheckedOutFile[]
  readonly delivery: Sending
}

/** Lists a commit of a repository on the runner. */
export const readSource = async (repository: string, revision: string): Promise<CheckedOut> => {
  const show = await git(['show', '-s', '--no-show-signature', '--format=%H%n%T%n%an%n%s', revision], {
    cwd: repository,
  })
  const [commit = '', tree = '', author = '', subject = ''] = show.split('\n')
  const { files, submodules } = await listTree(repository, tree, '')
  const sorted = inOrder(files)
  const own = new Map(sorted.map((file) => [file.path, file]))
  return {
    commit,
    tree: wholeTree(tree, submodules),
    author,
    subject,
    files: sorted,
    submodules,
    async read({ path, blob }) {
      const { value } = await readBlobs(own.get(path)?.repository ?? repository, [blob]).next()
      return String(value)
    },
    delivery: {
      kind: 'send',
      pack: (wanted) => packFiles(wanted.flatMap(({ path }) => own.get(path) ?? [])),
    },
  }
}

interface Listing {
  readonly files: readonly CheckedOutFile[]
  readonly submodules: readonly Submodule[]
}

const listTree = async (repository: string, tree: string, prefix: string): Promise<Listing> => {
  const listing = await git(['ls-tree', '-r', '-z', '--full-tree', tree], { cwd: repository })
  const entries = listing
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const tab = entry.indexOf('\t')
      const [mode = '', , blob = ''] = entry.slice(0, tab).split(' ')
      return { mode, blob, path: prefix + entry.slice(tab + 1), repository }
    })
  refuseUnsendable(entries)
  const nested = await Promise.all(
    entries
      .filter(({ mode }) => mode === '160000')
      .map(({ blob, path }) => listSubmodule(join(repository, path.slice(prefix.length)), blob, path)),
  )
  return {
    files: [...entries.filter(({ mode }) => mode !== '160000'), ...nested.flatMap(({ files }) => files)],
    submodules: nested.flatMap(({ submodules }) => submodules),
  }
}

const listSubmodule = async (folder: string, commit: string, path: string): Promise<Listing> => {
  // Git before 2.38 knows no other way to tell a checkout from files that look like a repository.
  const tree = existsSync(join(folder, '.git'))
    ? await tryGit(['rev-parse', '--verify', '--quiet', `${commit}^{tree}`], { cwd: folder })
    : undefined
  if (tree === undefined) {
    throw new Failure({
      what: 'A submodule is not checked out',
      where: path,
      next: 'Give `submodules: true` (or `recursive`) to actions/checkout.',
    })
  }
  const listing = await listTree(folder, tree.trim(), `${path}/`)
  return { ...listing, submodules: [{ path, commit, tree: tree.trim() }, ...listing.submodules] }
}

/** A tar of files, read from git while it is sent. */
export const packFiles = (files: readonly CheckedOutFile[]): Readable => {
  const pack = openPack()
  const fill = async () => {
    for (const [repository, own] of Map.groupBy(files, (file) => file.repository)) {
      const contents = readBlobs(
        repository,
        own.map(({ blob }) => blob),
      )
      for (const { mode, path } of own) {
        const { value: content = Buffer.alloc(0) } = await contents.next()
        // The time plays no part in a build's cache; zero keeps the tar the same for the same files.
        const header = { name: path, mode: mode === '100755' ? 0o755 : 0o644, mtime: new Date(0) }
        await new Promise<void>((resolve, reject) => {
          const done = (error?: Error | null) => (error ? reject(error) : resolve())
          if (mode === '120000')
            pack.entry({ ...header, type: 'symlink', linkname: content.toString() }, done)
          else pack.entry({ ...header, size: content.length }, content, done)
        })
      }
    }
    pack.finalize()
  }
  fill().catch((error: Error) => pack.destroy(error))
  return Readable.from(pack)
}
