import type { RepositoryState, World } from '../state.ts'
import { examplePayload, rewrite, type Shape } from './example.ts'
import { nodeId, userShape } from './user.ts'

const example = examplePayload('pull_request', 'opened').repository as Shape & { readonly full_name: string }

/** A repository, as answers and payloads have it. */
export const repositoryShape = (world: World, repository: RepositoryState) => {
  const { id, owner, name, fullName, isPrivate, isFork, defaultBranch, createdAt, pulls } = repository
  const open = pulls.filter(({ closedAt }) => closedAt === null).length
  return {
    ...rewrite(example, { fullName: example.full_name }, { ...world, fullName }),
    id,
    node_id: nodeId('R', id),
    name,
    full_name: fullName,
    owner: userShape(world, owner),
    private: isPrivate,
    visibility: isPrivate ? 'private' : 'public',
    fork: isFork,
    default_branch: defaultBranch,
    created_at: createdAt,
    updated_at: createdAt,
    pushed_at: createdAt,
    open_issues: open,
    open_issues_count: open,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    ssh_url: `git@${world.sshHost}:${fullName}.git`,
    clone_url: `${world.serverUrl}/${fullName}.git`,
  }
}

/** A repository, as it is told of by itself. */
export const fullRepositoryShape = (world: World, repository: RepositoryState) => ({
  ...repositoryShape(world, repository),
  has_discussions: false,
  network_count: 0,
  subscribers_count: 0,
})
