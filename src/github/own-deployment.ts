import type { Api } from './api.ts'
import type { Octokit } from './client.ts'
import { type DeploymentPayload, isOurs, isSame } from './deployment-words.ts'
import { latestStatus } from './earlier-deployments.ts'

/** A deployment that is there for this run already. */
export interface FoundDeployment {
  readonly id: number
  /** Whose it is: made by this run itself, or by GitHub for a job with `environment:`. */
  readonly by: 'run' | 'job'
  readonly environment: string
}

/** What a run looks for its deployment by. */
export interface OwnDeployment {
  /** Full names of the commits that it may stand on. */
  readonly commits: readonly string[]
  readonly environment: string
  readonly payload: DeploymentPayload
}

/** States of a deployment that is under way. */
const underWay = ['in_progress', 'queued', 'pending', 'waiting']

/** Deployments of a commit that are looked at, the newest first. */
const most = 20

/**
 * Finds the deployment that a run has already. GitHub makes one for a job with `environment:`, whose status links the
 * run; it is this job's when the environment is the same, or when it is still under way, as this job is.
 */
export const findOwnDeployment = async (
  octokit: Octokit,
  repo: Api['repo'],
  { commits, environment, payload }: OwnDeployment,
): Promise<FoundDeployment | undefined> => {
  const { repos } = octokit.rest
  const lists = await Promise.all(
    commits.map((sha) => repos.listDeployments({ ...repo, sha, per_page: most })),
  )
  const there = lists.flatMap(({ data }) => data)
  const same = (name: string) => name.toLowerCase() === environment.toLowerCase()
  const own = there.find((one) => same(one.environment) && isSame(one.payload, payload))
  if (own) return { id: own.id, by: 'run', environment: own.environment }
  const link = new RegExp(`/actions/runs/${payload.run}(?!\\d)`)
  const found = await Promise.all(
    there
      .filter((one) => !isOurs(one.payload))
      .map(async (one) => ({ ...one, status: await latestStatus(octokit, repo, one.id) })),
  )
  const job = found.find(
    ({ environment: name, status }) =>
      status &&
      link.test(`${status.log_url ?? ''} ${status.target_url}`) &&
      (same(name) || underWay.includes(status.state)),
  )
  return job && { id: job.id, by: 'job', environment: job.environment }
}
