import { type Branches, branches } from './branches.ts'
import { addDeployment, addStatus } from './operations/deployment-rules.ts'
import { type PullRequests, pullRequests } from './pull-requests.ts'
import {
  type CommentState,
  type DeploymentState,
  type KeyState,
  now,
  type PullState,
  type RepositoryState,
  type RunState,
  type World,
} from './state.ts'

/** A repository as tests see it: what is there, and what people do. */
export interface FakeRepository extends PullRequests, Branches {
  /** `owner/name`. */
  readonly fullName: string
  /** All deployments with their statuses, the oldest first. */
  readonly deployments: readonly DeploymentState[]
  readonly keys: readonly KeyState[]
  readonly pulls: readonly PullState[]
  /** Workflows that were started by the API. */
  readonly dispatches: RepositoryState['dispatches']
  /** Comments of a pull request, the oldest first. */
  comments(number: number): readonly CommentState[]
  /** Somebody comments on a pull request. */
  comment(number: number, author: string, body: string): void
  /** Puts a status of a commit there, such as `pending`; a job that runs is one too. */
  setStatus(sha: string, context: string, state: string): void
  /**
   * A job with `environment:` begins: GitHub makes a deployment of the commit by itself, whose status links the job.
   * Returns the deployment's id.
   */
  beginJob(job: { readonly environment: string; readonly sha: string; readonly run: number }): number
  /** Puts a run of a workflow there, which the API then knows. */
  addRun(run: RunState): void
}

/** The handle of a repository. */
export const fakeRepository = (world: World, state: RepositoryState): FakeRepository => {
  const pulls = pullRequests(world, state)
  return {
    ...pulls,
    ...branches(world, state, pulls),
    fullName: state.fullName,
    deployments: state.deployments,
    keys: state.keys,
    pulls: state.pulls,
    dispatches: state.dispatches,
    comments: (number) => state.comments.filter(({ issue }) => issue === number),
    comment(number, author, body) {
      const createdAt = now()
      state.comments.push({
        id: world.nextId(),
        issue: number,
        author,
        body,
        createdAt,
        updatedAt: createdAt,
      })
    },
    setStatus(sha, context, status) {
      const states = state.statuses.get(sha) ?? new Map<string, string>()
      state.statuses.set(sha, states.set(context, status))
    },
    beginJob({ environment, sha, run }) {
      const job = addDeployment(world, state, {
        environment,
        sha,
        ref: state.defaultBranch,
        creator: 'github-actions[bot]',
      })
      addStatus(world, job, {
        state: 'in_progress',
        creator: job.creator,
        logUrl: `${world.serverUrl}/${state.fullName}/actions/runs/${run}/job/${world.nextId()}`,
      })
      return job.id
    },
    addRun: (run) => void state.runs.push(run),
  }
}
