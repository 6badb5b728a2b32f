import { execFile } from 'node:child_process'
import { git } from '../checkout.ts'

/** Bytes that git prints; undefined where it fails, as for a name that there is not. */
export const gitBytes = (folder: string, ...args: readonly string[]): Promise<Buffer | undefined> =>
  new Promise((resolve) => {
    execFile(
      'git',
      ['-C', folder, ...args],
      {
        encoding: 'buffer',
        maxBuffer: 256 * 1024 * 1024,
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
      },
      (error, stdout) => resolve(error ? undefined : stdout),
    )
  })

/** Full name of a commit that a branch, a tag or a full name of a commit leads to. */
export const findCommit = async (folder: string, name: string): Promise<string | undefined> => {
  const names = name.startsWith('refs/')
    ? [name]
    : [
        `refs/heads/${name}`,
        `refs/tags/${name}`,
        `refs/${name}`,
        ...(/^[0-9a-f]{7,40}$/.test(name) ? [name] : []),
      ]
  for (const candidate of names) {
    const found = await gitBytes(folder, 'rev-parse', '--verify', '--quiet', `${candidate}^{commit}`)
    if (found) return found.toString().trim()
  }
  return undefined
}

/** What stands at a path of a commit. */
export interface TreeEntry {
  readonly mode: string
  readonly type: 'blob' | 'tree' | 'commit'
  readonly sha: string
  /** Bytes of a blob; 0 of anything else. */
  readonly size: number
  /** Path from the tree's root. */
  readonly path: string
}

/** What a tree holds, and with `recursive` all below it. */
export const listTree = async (
  folder: string,
  treeish: string,
  { recursive = false } = {},
): Promise<readonly TreeEntry[] | undefined> => {
  const text = await gitBytes(folder, 'ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), treeish)
  return text
    ?.toString()
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [facts = '', path = ''] = line.split('\t')
      const [mode = '', type = '', sha = '', size = ''] = facts.split(/ +/)
      return { mode, type: type as TreeEntry['type'], sha, size: Number(size) || 0, path }
    })
}

/** A commit as git has it. */
export interface CommitFacts {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: { readonly name: string; readonly email: string; readonly date: string }
  readonly committer: { readonly name: string; readonly email: string; readonly date: string }
  readonly message: string
}

/** Reads a commit; undefined where there is none of that name. */
export const readCommit = async (folder: string, sha: string): Promise<CommitFacts | undefined> => {
  const format = '%H%n%T%n%P%n%an%n%ae%n%aI%n%cn%n%ce%n%cI%n%B'
  const text = await gitBytes(folder, 'show', '-s', `--format=${format}`, `${sha}^{commit}`)
  if (!text) return undefined
  const [
    hash = '',
    tree = '',
    parents = '',
    an = '',
    ae = '',
    ad = '',
    cn = '',
    ce = '',
    cd = '',
    ...message
  ] = text.toString().split('\n')
  const utc = (date: string) => new Date(date).toISOString().replace(/\.\d+/, '')
  return {
    sha: hash,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name: an, email: ae, date: utc(ad) },
    committer: { name: cn, email: ce, date: utc(cd) },
    message: message.join('\n').trimEnd(),
  }
}

/** Names of the commits that one has and another lacks, the oldest first. */
export const commitsBetween = async (
  folder: string,
  base: string,
  head: string,
): Promise<readonly string[]> =>
  (await git(folder, 'rev-list', '--reverse', `${base}..${head}`)).split('\n').filter(Boolean)

/** Merges two commits without a branch; undefined when they conflict. */
export const mergeCommits = async (
  folder: string,
  base: string,
  head: string,
  message: string,
): Promise<string | undefined> => {
  const merged = await gitBytes(folder, 'merge-tree', '--write-tree', base, head)
  const tree = merged?.toString().split('\n')[0]
  return tree && git(folder, 'commit-tree', tree, '-p', base, '-p', head, '-m', message)
}

/** Lets a branch lead to another commit, and the repository's files follow where they are that branch's. */
export const moveBranch = async (folder: string, branch: string, sha: string): Promise<void> => {
  await git(folder, 'update-ref', `refs/heads/${branch}`, sha)
  if ((await git(folder, 'branch', '--show-current')) === branch)
    await git(folder, 'reset', '--quiet', '--hard')
}
