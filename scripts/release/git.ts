import { execFileSync } from 'node:child_process'

/** Runs git in a folder and gives what it printed; what it says of a failure is the error. */
export const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim()

/** The same; undefined when it fails. */
export const tryGit = (folder: string, ...args: readonly string[]): string | undefined => {
  try {
    return git(folder, ...args)
  } catch {
    return undefined
  }
}

/** What a remote has, by the names of its tags. */
interface RemoteTags {
  /** The commits that they lead to. */
  readonly commits: ReadonlyMap<string, string>
  /** What they are themselves: of an annotated tag its own object, else the commit. */
  readonly objects: ReadonlyMap<string, string>
}

/** Reads the tags that a remote has. */
export const readRemoteTags = (folder: string): RemoteTags => {
  const commits = new Map<string, string>()
  const objects = new Map<string, string>()
  for (const line of git(folder, 'ls-remote', '--tags', 'origin').split('\n').filter(Boolean)) {
    const [object = '', ref = ''] = line.split('\t')
    const name = ref.replace(/^refs\/tags\//, '')
    // Of an annotated tag there are two lines; the second names the commit.
    commits.set(name.replace(/\^\{\}$/, ''), object)
    if (!name.endsWith('^{}')) objects.set(name, object)
  }
  return { commits, objects }
}

/** Commits by the names of tags that a remote has, those of annotated tags too. */
export const remoteTags = (folder: string): ReadonlyMap<string, string> => readRemoteTags(folder).commits
