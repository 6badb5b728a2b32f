import { invalid, type RepositoryCall } from '../operation.ts'
import {
  type DeploymentState,
  type DeploymentStatusState,
  now,
  type RepositoryState,
  type World,
} from '../state.ts'

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

/** Puts a deployment there, and with it its environment. */
export const addDeployment = (
  world: World,
  repository: RepositoryState,
  fields: Pick<DeploymentState, 'sha' | 'ref' | 'environment' | 'creator'> & Partial<DeploymentState>,
): DeploymentState => {
  const { environment } = fields
  if (!repository.environments.has(environment))
    repository.environments.set(environment, { id: world.nextId(), createdAt: now() })
  const added: DeploymentState = {
    id: world.nextId(),
    task: 'deploy',
    payload: '',
    description: null,
    isTransient: false,
    isProduction: environment === 'production',
    createdAt: now(),
    statuses: [],
    ...fields,
  }
  repository.deployments.push(added)
  return added
}

/** Gives a deployment another status. */
export const addStatus = (
  world: World,
  deployment: DeploymentState,
  fields: Pick<DeploymentStatusState, 'state' | 'creator'> & Partial<DeploymentStatusState>,
): DeploymentStatusState => {
  const added: DeploymentStatusState = {
    id: world.nextId(),
    description: '',
    environment: deployment.environment,
    environmentUrl: '',
    logUrl: '',
    createdAt: now(),
    ...fields,
  }
  deployment.statuses.push(added)
  return added
}
