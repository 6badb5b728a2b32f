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

/** Commits by the names of tags that a remote has, those of annotated tags too. */
export const remoteTags = (folder: string): ReadonlyMap<string, string> => {
  const tags = new Map<string, string>()
  for (const line of git(folder, 'ls-remote', '--tags', 'origin').split('\n').filter(Boolean)) {
    const [commit = '', ref = ''] = line.split('\t')
    // Of an annotated tag there are two lines; the second names the commit.
    tags.set(ref.replace(/^refs\/tags\//, '').replace(/\^\{\}$/, ''), commit)
  }
  return tags
}
