import { created, inRepository, notFound, type Operations } from '../operation.ts'
import { page } from '../pages.ts'
import { deploymentStatusShape } from '../shapes/deployment.ts'
import { addStatus, findDeployment, isActive, tooLong } from './deployment-rules.ts'

const read = [{ name: 'deployments', level: 'read' }] as const
const write = [{ name: 'deployments', level: 'write' }] as const

/** Statuses of deployments. */
export const deploymentStatusOperations = {
  'repos/list-deployment-statuses': inRepository(read, (call) => {
    const found = findDeployment(call)
    if (!found) return notFound
    return page(
      call,
      found.statuses
        .toReversed()
        .map((status) => deploymentStatusShape(call.world, call.repository, found, status)),
    )
  }),
  'repos/create-deployment-status': inRepository(write, (call) => {
    const { world, repository, body, caller } = call
    const found = findDeployment(call)
    if (!found) return notFound
    const long = tooLong('DeploymentStatus', body.description)
    if (long) return long
    const creator = caller?.login ?? 'ghost'
    const added = addStatus(world, found, {
      state: String(body.state),
      creator,
      description: String(body.description ?? ''),
      environment: String(body.environment ?? found.environment),
      environmentUrl: String(body.environment_url ?? ''),
      logUrl: String(body.log_url ?? body.target_url ?? ''),
    })
    // Only those that succeeded, are neither transient nor production, and came before it.
    if (added.state === 'success' && body.auto_inactive !== false) {
      for (const earlier of repository.deployments) {
        const isMeant =
          earlier.id < found.id &&
          earlier.environment === added.environment &&
          !earlier.isTransient &&
          !earlier.isProduction &&
          isActive(earlier)
        if (isMeant) addStatus(world, earlier, { state: 'inactive', creator })
      }
    }
    return created(deploymentStatusShape(world, repository, found, added))
  }),
} satisfies Operations
