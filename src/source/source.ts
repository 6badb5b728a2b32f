import type { Readable } from 'node:stream'
import { Failure } from '../report/failure.ts'

/** What is told of a commit. */
export interface Commit {
  /** Full name of the commit, 40 hexadecimal digits (64 in a SHA-256 repository). */
  readonly commit: string
  /** Git's name of the commit's tree, together with those of its submodules. */
  readonly tree: string
  readonly author: string
  /** First line of the commit's message. */
  readonly subject: string
}

/** A commit of the project, and how its files come to the server. */
export interface Source extends Commit {
  /** Its files and those of its submodules, in the order of their lines in the manifest. */
  readonly files: readonly SourceFile[]
  /** Its submodules, and theirs. */
  readonly submodules: readonly Submodule[]
  /** Reads one of its files as text. */
  read(file: SourceFile): Promise<string>
  readonly delivery: Delivery
}

/** A file of a commit. */
export interface SourceFile {
  /** Git's mode: 100644, 100755 or 120000 (a symbolic link). */
  readonly mode: string
  readonly blob: string
  /** Path from the root of the repository. */
  readonly path: string
  /** Bytes, where whoever listed it knows. */
  readonly size?: number | undefined
}

/** A submodule at the commit that its repository has of it. */
export interface Submodule {
  /** Path from the root of the project's repository. */
  readonly path: string
  readonly commit: string
  /** Git's name of the commit's tree. */
  readonly tree: string
}

/** How files come to the server: the runner sends those that it lacks, or it fetches the commit by itself. */
export type Delivery = Sending | Fetching

/** The runner has the files, and sends what the server lacks. */
export interface Sending {
  readonly kind: 'send'
  /** A tar of files of the commit, read while it is sent. */
  pack(files: readonly SourceFile[]): Readable
}

/** The server fetches the commit from GitHub, with a deploy key. */
export interface Fetching {
  readonly kind: 'fetch'
  /** Asks GitHub what there is to be fetched; called only when the server lacks the commit. */
  repositories(): Promise<readonly FetchedRepository[]>
  /** Lines of `known_hosts` for GitHub; empty when it does not say what its keys are. */
  hostKeys(): Promise<string>
  /** Makes sure that the key of the server may read a repository. */
  admit(repository: FetchedRepository, key: ServerKey): Promise<Admission>
  /** What the server does in place of it when a key is refused; undefined when there is nothing else. */
  instead(): Promise<Sending | undefined>
}

/** A repository that a server fetches from, once for each place in the project's tree. */
export interface FetchedRepository {
  /** `owner/name`, as GitHub writes it. */
  readonly fullName: string
  /** Its folder on the server, such as `acme--shop`. */
  readonly folder: string
  readonly commit: string
  /** Where it is fetched from, by SSH with a key, or by HTTPS without. */
  readonly url: string
  readonly withKey: boolean
  /** The submodule's path; empty for the project's own repository. */
  readonly path: string
  /** Page where a person adds a key. */
  readonly keysPage: string
}

/** The public half of a key that a server made for a repository. */
export interface ServerKey {
  /** As OpenSSH writes it: type, key, comment. */
  readonly publicKey: string
  /** Whether it has opened the repository before. */
  readonly hasWorked: boolean
}

/** What came of admitting a key. */
export type Admission =
  /** It may read the repository; `how` is told in the log. */
  | { readonly kind: 'admitted'; readonly how: string }
  /** Somebody has taken it away at GitHub: the server is to make another one. */
  | { readonly kind: 'gone' }
  /** Nobody knows: there is no token that may ask. It is tried. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: string }

/** A file's line in the manifest that the server compares with what it has. */
export const manifestLine = ({ mode, blob, path }: SourceFile): string => `${mode} ${blob} ${path}`

/** The manifest of a source: a line for each file, in the order of the C locale. */
export const manifest = ({ files }: Pick<Source, 'files'>): Buffer =>
  Buffer.from(files.map((file) => `${manifestLine(file)}\n`).join(''))

/** Files in the order of their manifest. */
export const inOrder = <File extends SourceFile>(files: readonly File[]): readonly File[] =>
  files
    .map((file) => ({ file, line: Buffer.from(manifestLine(file)) }))
    .sort((a, b) => a.line.compare(b.line))
    .map(({ file }) => file)

/** Refuses names that no manifest can hold: it is lines of UTF-8; what is something else was read with this sign in its place. */
export const refuseUnsendable = (files: readonly Pick<SourceFile, 'path'>[]): void => {
  const broken = files.find(({ path }) => /[\r\n\uFFFD]|(?:^|\/)\.\.(?:\/|$)/.test(path))
  if (!broken) return
  throw new Failure({
    what: 'The commit holds a file that cannot be sent',
    where: JSON.stringify(broken.path),
    why: 'Its name contains a line break, is not in UTF-8, or leads out of the repository.',
    next: 'Rename the file.',
  })
}

/** Git's name of a tree together with those of its submodules, which its own does not cover. */
export const wholeTree = (tree: string, submodules: readonly Submodule[]): string =>
  [tree, ...submodules.map((submodule) => submodule.tree.slice(0, 12))].join('-')

/** The text of a file of the source, or undefined when there is none of this path. */
export const readFile = async (
  { files, read }: Pick<Source, 'files' | 'read'>,
  path: string,
): Promise<string | undefined> => {
  const file = files.find((candidate) => candidate.path === path)
  return file && read(file)
}
