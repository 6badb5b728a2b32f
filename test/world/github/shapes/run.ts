import type { Workflow } from '../operations/actions.ts'
import type { RepositoryState, RunState, World } from '../state.ts'
import { repositoryShape } from './repository.ts'
import { nodeId, numberOf, userShape } from './user.ts'

/** A run of a workflow. */
export const runShape = (world: World, repository: RepositoryState, run: RunState) => {
  const { fullName } = repository
  const url = `${world.apiUrl}/repos/${fullName}/actions/runs/${run.id}`
  const workflowId = numberOf(`${fullName} ${run.workflow}`)
  const { id, attempt, status, conclusion, sha, createdAt } = run
  return {
    id,
    name: 'Deploy',
    node_id: nodeId('WFR', id),
    check_suite_id: id,
    check_suite_node_id: nodeId('CS', id),
    head_branch: run.branch,
    head_sha: sha,
    path: run.workflow,
    display_title: 'Deploy',
    run_number: 1,
    run_attempt: attempt,
    event: run.event,
    status,
    conclusion,
    workflow_id: workflowId,
    url,
    html_url: `${world.serverUrl}/${fullName}/actions/runs/${id}`,
    pull_requests: [],
    created_at: createdAt,
    updated_at: createdAt,
    actor: userShape(world, run.actor),
    triggering_actor: userShape(world, run.actor),
    run_started_at: createdAt,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${world.apiUrl}/repos/${fullName}/check-suites/${id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: `${world.apiUrl}/repos/${fullName}/actions/workflows/${workflowId}`,
    head_commit: {
      id: sha,
      tree_id: sha,
      message: 'Change the site',
      timestamp: createdAt,
      author: { name: 'Octo Cat', email: 'octocat@example.com' },
      committer: { name: 'Octo Cat', email: 'octocat@example.com' },
    },
    repository: repositoryShape(world, repository),
    head_repository: repositoryShape(world, repository),
  }
}

/** A job of a run. */
export const jobShape = (
  world: World,
  { fullName }: RepositoryState,
  run: RunState,
  { id, name }: RunState['jobs'][number],
) => {
  const { status, conclusion, createdAt } = run
  return {
    id,
    run_id: run.id,
    run_url: `${world.apiUrl}/repos/${fullName}/actions/runs/${run.id}`,
    run_attempt: run.attempt,
    node_id: nodeId('CR', id),
    head_sha: run.sha,
    head_branch: run.branch,
    url: `${world.apiUrl}/repos/${fullName}/actions/jobs/${id}`,
    html_url: `${world.serverUrl}/${fullName}/actions/runs/${run.id}/job/${id}`,
    status,
    conclusion,
    created_at: createdAt,
    started_at: createdAt,
    completed_at: status === 'completed' ? createdAt : null,
    name,
    steps: [],
    check_run_url: `${world.apiUrl}/repos/${fullName}/check-runs/${id}`,
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'GitHub Actions 1',
    runner_group_id: 1,
    runner_group_name: 'GitHub Actions',
    workflow_name: 'Deploy',
  }
}

/** A workflow. */
export const workflowShape = (world: World, { fullName }: RepositoryState, { id, name, path }: Workflow) => ({
  id,
  node_id: nodeId('W', id),
  name,
  path,
  state: 'active',
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  url: `${world.apiUrl}/repos/${fullName}/actions/workflows/${id}`,
  html_url: `${world.serverUrl}/${fullName}/blob/main/${path}`,
  badge_url: `${world.serverUrl}/${fullName}/workflows/${encodeURIComponent(name)}/badge.svg`,
})
