import { commitsBetween, findCommit, mergeCommits, moveBranch } from '../git-objects.ts'
import {
  created,
  inRepository,
  invalid,
  noContent,
  notFound,
  type Operations,
  ok,
  type RepositoryCall,
  refused,
} from '../operation.ts'
import { page } from '../pages.ts'
import { deploymentShape } from '../shapes/deployment.ts'
import { addDeployment, findDeployment, isActive, tooLong } from './deployment-rules.ts'

const read = [{ name: 'deployments', level: 'read' }] as const
const write = [{ name: 'deployments', level: 'write' }] as const

/** Deployments. */
export const deploymentOperations = {
  'repos/list-deployments': inRepository(read, (call) => {
    const { world, repository, query } = call
    const filters = ['sha', 'ref', 'task', 'environment'] as const
    // GitHub's own default is the word `none`, which filters nothing.
    const fitting = repository.deployments.filter((deployment) =>
      filters.every((name) => [undefined, 'none', deployment[name]].includes(query[name])),
    )
    return page(
      call,
      fitting.toReversed().map((deployment) => deploymentShape(world, repository, deployment)),
    )
  }),
  'repos/get-deployment': inRepository(read, (call) => {
    const found = findDeployment(call)
    return found ? ok(deploymentShape(call.world, call.repository, found)) : notFound
  }),
  'repos/create-deployment': inRepository(write, async (call) => {
    const { world, repository, body, caller } = call
    const ref = String(body.ref)
    const sha = await findCommit(repository.origin.folder, ref)
    if (!sha) return refused(422, `No ref found for: ${ref}`)
    const long = tooLong('Deployment', body.description)
    if (long) return long
    const environment = String(body.environment ?? 'production')
    if (environment.length > 255)
      return invalid('Deployment', 'environment', 'environment is too long (maximum is 255 characters)')
    if (body.auto_merge !== false) {
      const merged = await autoMerge(call, ref, sha)
      if (merged) return merged
    }
    const failing = failedContexts(call, sha)
    if (failing.length > 0)
      return {
        status: 409,
        body: {
          message: `Conflict: Commit status checks failed for ${ref}.`,
          errors: [
            { contexts: failing, resource: 'Deployment', field: 'required_contexts', code: 'invalid' },
          ],
          documentation_url: 'https://docs.github.com/rest',
        },
      }
    const isProduction = body.production_environment as boolean | undefined
    const added = addDeployment(world, repository, {
      sha,
      ref,
      environment,
      creator: caller?.login ?? 'ghost',
      task: String(body.task ?? 'deploy'),
      payload: body.payload ?? '',
      description: body.description === undefined ? null : (body.description as string | null),
      isTransient: body.transient_environment === true,
      ...(isProduction !== undefined && { isProduction }),
    })
    return created(deploymentShape(world, repository, added))
  }),
  'repos/delete-deployment': inRepository(write, (call) => {
    const { repository } = call
    const found = findDeployment(call)
    if (!found) return notFound
    // The only deployment of a repository goes in any state, of several only those that are not active.
    if (repository.deployments.length > 1 && isActive(found))
      return refused(
        422,
        'We cannot delete an active deployment unless it is the only deployment in a repository.',
      )
    repository.deployments.splice(repository.deployments.indexOf(found), 1)
    return noContent
  }),
} satisfies Operations

/** Merges the default branch into a branch that is behind it, in place of deploying it; undefined where it is not behind. */
const autoMerge = async ({ repository }: RepositoryCall, ref: string, sha: string) => {
  const { origin, defaultBranch } = repository
  const base = await origin.head(defaultBranch)
  if ((await commitsBetween(origin.folder, sha, base)).length === 0) return undefined
  const message = `Merge branch '${defaultBranch}' into ${ref}`
  const isBranch = (await findCommit(origin.folder, `refs/heads/${ref}`)) === sha
  const merged = isBranch ? await mergeCommits(origin.folder, sha, base, message) : undefined
  if (!merged) return refused(409, `Conflict merging ${defaultBranch} into ${ref}.`)
  await moveBranch(origin.folder, ref, merged)
  return { status: 202, body: { message: `Auto-merged ${defaultBranch} into ${ref} on deployment.` } }
}

/** Contexts that are no success, of those that are required: all that the commit has, where nothing else is said. */
const failedContexts = ({ repository, body }: RepositoryCall, sha: string) => {
  const states = repository.statuses.get(sha) ?? new Map<string, string>()
  const required = (body.required_contexts as readonly string[] | undefined) ?? [...states.keys()]
  return required
    .map((context) => ({ context, state: states.get(context) ?? 'pending' }))
    .filter(({ state }) => state !== 'success')
}
