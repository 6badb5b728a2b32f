import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pack as openPack } from 'tar-stream'
import { Failure } from '../report/failure.ts'
import { git, readBlobs, tryGit } from './git.ts'

/** A commit of the project, ready to be sent. */
export interface Source {
  /** Full name of the commit, 40 hexadecimal digits (64 in a SHA-256 repository). */
  readonly commit: string
  /** Git's name of the commit's tree, together with those of its submodules. */
  readonly tree: string
  readonly author: string
  /** First line of the commit's message. */
  readonly subject: string
  readonly files: readonly SourceFile[]
}

/** A file of a commit. */
export interface SourceFile {
  /** Git's mode: 100644, 100755 or 120000 (a symbolic link). */
  readonly mode: string
  readonly blob: string
  /** Path from the root of the repository. */
  readonly path: string
  /** Repository that holds the blob. */
  readonly repository: string
}

/** Lists a commit of a repository on the runner. */
export const readSource = async (repository: string, revision: string): Promise<Source> => {
  const show = await git(['show', '-s', '--no-show-signature', '--format=%H%n%T%n%an%n%s', revision], {
    cwd: repository,
  })
  const [commit = '', tree = '', author = '', subject = ''] = show.split('\n')
  const { files, submodules } = await listTree(repository, tree, '')
  const sorted = files
    .map((file) => ({ file, line: Buffer.from(manifestLine(file)) }))
    .sort((a, b) => a.line.compare(b.line))
    .map(({ file }) => file)
  return { commit, tree: [tree, ...submodules].join('-'), author, subject, files: sorted }
}

interface Listing {
  readonly files: readonly SourceFile[]
  readonly submodules: readonly string[]
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
  // A manifest is lines of UTF-8; what is something else was read with this sign in its place.
  const broken = entries.find(({ path }) => /[\r\n\uFFFD]/.test(path))
  if (broken) {
    throw new Failure({
      what: 'The commit holds a file that cannot be sent',
      where: JSON.stringify(broken.path),
      why: 'Its name contains a line break, or is not in UTF-8.',
      next: 'Rename the file.',
    })
  }
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
  return { ...listing, submodules: [tree.trim().slice(0, 12), ...listing.submodules] }
}

/** A file's line in the manifest that the server compares with what it has. */
export const manifestLine = ({ mode, blob, path }: SourceFile): string => `${mode} ${blob} ${path}`

/** The manifest of a source: a line for each file, in the order of the C locale. */
export const manifest = ({ files }: Source): Buffer =>
  Buffer.from(files.map((file) => `${manifestLine(file)}\n`).join(''))

/** A tar of files, read from git while it is sent. */
export const packFiles = (files: readonly SourceFile[]): Readable => {
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

/** The text of a file of the source, or undefined when there is none of this path. */
export const readFile = async ({ files }: Source, path: string): Promise<string | undefined> => {
  const file = files.find((candidate) => candidate.path === path)
  if (!file) return undefined
  const { value } = await readBlobs(file.repository, [file.blob]).next()
  return value?.toString()
}
