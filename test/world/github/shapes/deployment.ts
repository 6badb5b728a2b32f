import type { DeploymentState, DeploymentStatusState, RepositoryState, World } from '../state.ts'
import { nodeId, userShape } from './user.ts'

/** A deployment. */
export const deploymentShape = (world: World, { fullName }: RepositoryState, deployment: DeploymentState) => {
  const { id, statuses, creator, createdAt, environment } = deployment
  const repositoryUrl = `${world.apiUrl}/repos/${fullName}`
  const url = `${repositoryUrl}/deployments/${id}`
  return {
    id,
    node_id: nodeId('DE', id),
    url,
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: environment,
    environment,
    description: deployment.description,
    creator: userShape(world, creator),
    created_at: createdAt,
    updated_at: statuses.at(-1)?.createdAt ?? createdAt,
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl,
    transient_environment: deployment.isTransient,
    production_environment: deployment.isProduction,
    performed_via_github_app: null,
  }
}

/** A status of a deployment. */
export const deploymentStatusShape = (
  world: World,
  { fullName }: RepositoryState,
  deployment: DeploymentState,
  status: DeploymentStatusState,
) => {
  const repositoryUrl = `${world.apiUrl}/repos/${fullName}`
  const url = `${repositoryUrl}/deployments/${deployment.id}`
  return {
    id: status.id,
    node_id: nodeId('DES', status.id),
    url: `${url}/statuses/${status.id}`,
    state: status.state,
    creator: userShape(world, status.creator),
    description: status.description,
    environment: status.environment,
    environment_url: status.environmentUrl,
    target_url: status.logUrl,
    log_url: status.logUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: repositoryUrl,
    performed_via_github_app: null,
  }
}
