import type { CommitFacts } from '../git-objects.ts'
import type { RepositoryState, World } from '../state.ts'
import { userShape } from './user.ts'

const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }

/** A commit, as git's own database has it. */
export const gitCommitShape = (world: World, { fullName }: RepositoryState, commit: CommitFacts) => {
  const api = `${world.apiUrl}/repos/${fullName}/git`
  const html = `${world.serverUrl}/${fullName}/commit`
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/${sha}` })),
    verification: unsigned,
  }
}

/** A commit, as the pages of a repository show it. */
export const commitShape = (world: World, repository: RepositoryState, commit: CommitFacts) => {
  const api = `${world.apiUrl}/repos/${repository.fullName}`
  const html = `${world.serverUrl}/${repository.fullName}/commit`
  const { author, committer, tree, message } = gitCommitShape(world, repository, commit)
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      author,
      committer,
      tree,
      message,
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: unsigned,
    },
    author: userShape(world, 'octocat'),
    committer: userShape(world, 'octocat'),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/${sha}` })),
  }
}
