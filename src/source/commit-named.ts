import { tryGit } from './git.ts'

/** The commit that a tag, a branch or a commit's first digits name in a repository; undefined when there is none. */
export const commitNamed = async (name: string, repository: string): Promise<string | undefined> => {
  for (const ref of [`refs/tags/${name}`, name, `refs/remotes/origin/${name}`]) {
    const commit = await tryGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], {
      cwd: repository,
    })
    if (commit !== undefined) return commit.trim()
  }
  return undefined
}
