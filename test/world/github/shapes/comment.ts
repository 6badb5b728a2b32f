import type { CommentState, RepositoryState, World } from '../state.ts'
import { nodeId, userShape } from './user.ts'

/** A comment of an issue or a pull request. */
export const commentShape = (world: World, { fullName, pulls }: RepositoryState, comment: CommentState) => {
  const { id, issue, author, body, createdAt, updatedAt } = comment
  const kind = pulls.some(({ number }) => number === issue) ? 'pull' : 'issues'
  return {
    id,
    node_id: nodeId('IC', id),
    url: `${world.apiUrl}/repos/${fullName}/issues/comments/${id}`,
    html_url: `${world.serverUrl}/${fullName}/${kind}/${issue}#issuecomment-${id}`,
    issue_url: `${world.apiUrl}/repos/${fullName}/issues/${issue}`,
    user: userShape(world, author),
    created_at: createdAt,
    updated_at: updatedAt,
    body,
    author_association: author.endsWith('[bot]') ? 'NONE' : 'MEMBER',
    performed_via_github_app: null,
  }
}
