import { invalid, type RepositoryCall } from '../operation.ts'
import type { DeploymentState } from '../state.ts'

/** Characters that a description may have. */
const descriptionLimit = 140

/** What a description that is too long is answered with; undefined for any other. */
export const tooLong = (resource: string, description: unknown) =>
  String(description ?? '').length > descriptionLimit
    ? invalid(resource, 'description', `description is too long (maximum is ${descriptionLimit} characters)`)
    : undefined

/** The deployment that a call's path names. */
export const findDeployment = ({ repository, params }: RepositoryCall): DeploymentState | undefined =>
  repository.deployments.find(({ id }) => String(id) === params.deployment_id)

/** Whether a deployment counts as what the environment has now: its last status says success. */
export const isActive = ({ statuses }: DeploymentState): boolean => statuses.at(-1)?.state === 'success'
