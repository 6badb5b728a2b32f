import { inRepository, noContent, notFound, type Operations, ok } from '../operation.ts'
import { fullRepositoryShape } from '../shapes/repository.ts'
import { nodeId, userShape } from '../shapes/user.ts'

/** What the older word for each role is. */
const permissions = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
} as const

/** A repository itself, who may what in it, and its environments. */
export const repositoryOperations = {
  'repos/get': inRepository([], ({ world, repository }) => ok(fullRepositoryShape(world, repository))),
  'repos/get-collaborator-permission-level': inRepository(
    [],
    ({ world, repository, params }) => {
      const login = params.username ?? ''
      // Of a public repository, anybody may read.
      const role = repository.collaborators.get(login) ?? (repository.isPrivate ? undefined : 'read')
      return ok({
        permission: role ? permissions[role] : 'none',
        role_name: role ?? 'none',
        user: { ...userShape(world, login), role_name: role ?? 'none' },
      })
    },
    { isPublic: false },
  ),
  'repos/get-environment': inRepository(
    [{ name: 'actions', level: 'read' }],
    ({ world, repository, params }) => {
      const name = params.environment_name ?? ''
      const found = repository.environments.get(name)
      if (!found) return notFound
      const { fullName } = repository
      return ok({
        id: found.id,
        node_id: nodeId('EN', found.id),
        name,
        url: `${world.apiUrl}/repos/${fullName}/environments/${encodeURIComponent(name)}`,
        html_url: `${world.serverUrl}/${fullName}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
        created_at: found.createdAt,
        updated_at: found.createdAt,
        protection_rules: [],
        deployment_branch_policy: null,
      })
    },
  ),
  'repos/delete-an-environment': inRepository(
    [{ name: 'administration', level: 'write' }],
    ({ repository, params }) =>
      repository.environments.delete(params.environment_name ?? '') ? noContent : notFound,
  ),
} satisfies Operations
