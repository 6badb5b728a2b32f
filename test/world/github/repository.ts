import { type PullRequests, pullRequests } from './pull-requests.ts'
import type {
  CommentState,
  DeploymentState,
  KeyState,
  PullState,
  RepositoryState,
  RunState,
  World,
} from './state.ts'

/** A repository as tests see it: what is there, and what people do. */
export interface FakeRepository extends PullRequests {
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
  /** Puts a run of a workflow there, which the API then knows. */
  addRun(run: RunState): void
}

/** The handle of a repository. */
export const fakeRepository = (world: World, state: RepositoryState): FakeRepository => ({
  ...pullRequests(world, state),
  fullName: state.fullName,
  deployments: state.deployments,
  keys: state.keys,
  pulls: state.pulls,
  dispatches: state.dispatches,
  comments: (number) => state.comments.filter(({ issue }) => issue === number),
  comment(number, author, body) {
    const createdAt = new Date().toISOString().replace(/\.\d+/, '')
    state.comments.push({ id: world.nextId(), issue: number, author, body, createdAt, updatedAt: createdAt })
  },
  setStatus(sha, context, status) {
    const states = state.statuses.get(sha) ?? new Map<string, string>()
    state.statuses.set(sha, states.set(context, status))
  },
  addRun: (run) => void state.runs.push(run),
})
