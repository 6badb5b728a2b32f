import { created, inRepository, notFound, type Operations } from '../operation.ts'
import { page } from '../pages.ts'
import { deploymentStatusShape } from '../shapes/deployment.ts'
import { type DeploymentStatusState, now } from '../state.ts'
import { findDeployment, isActive, tooLong } from './deployment-rules.ts'

const read = [{ name: 'deployments', level: 'read' }] as const
const write = [{ name: 'deployments', level: 'write' }] as const

/** Statuses of deployments. */
export const deploymentStatusOperations: Operations = {
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
    const make = (fields: Partial<DeploymentStatusState>): DeploymentStatusState => ({
      id: world.nextId(),
      state: 'inactive',
      creator: caller?.login ?? 'ghost',
      description: '',
      environment: found.environment,
      environmentUrl: '',
      logUrl: '',
      createdAt: now(),
      ...fields,
    })
    const added = make({
      state: String(body.state),
      description: String(body.description ?? ''),
      environment: String(body.environment ?? found.environment),
      environmentUrl: String(body.environment_url ?? ''),
      logUrl: String(body.log_url ?? body.target_url ?? ''),
    })
    found.statuses.push(added)
    // Only those that succeeded, are neither transient nor production, and came before it.
    if (added.state === 'success' && body.auto_inactive !== false) {
      for (const earlier of repository.deployments) {
        const isMeant =
          earlier.id < found.id &&
          earlier.environment === added.environment &&
          !earlier.isTransient &&
          !earlier.isProduction &&
          isActive(earlier)
        if (isMeant) earlier.statuses.push(make({ environment: earlier.environment }))
      }
    }
    return created(deploymentStatusShape(world, repository, found, added))
  }),
}
