import type { Api } from './api.ts'
import type { Octokit } from './client.ts'

/** A status that a deployment has. */
type Status = Awaited<ReturnType<Octokit['rest']['repos']['listDeploymentStatuses']>>['data'][number]

/** The deployments that are made inactive. */
interface Retiring {
  readonly environment: string
  /** The one that stays; undefined when none does, as for an environment that is gone. */
  readonly except: number | undefined
  readonly logUrl: string
  readonly description: string
}

/** Deployments whose status is asked for side by side. */
const batch = 5

/** Deployments of an environment that are looked at, the newest first: with one that stays, and with none. */
const most = { one: 100, none: 300 }

/**
 * Makes the other deployments of an environment inactive. GitHub does so by itself when another succeeds, but not for
 * production and not for previews. Those that succeeded are meant; when all go, so is whatever else is not inactive, as
 * what a dead run left under way. Each success settles what was before it, so that a row of inactive ones is the end; a
 * row of failures is not, as the last success may lie behind it.
 */
export const retireDeployments = async (
  octokit: Octokit,
  repo: Api['repo'],
  { environment, except, logUrl, description }: Retiring,
): Promise<void> => {
  const { repos } = octokit.rest
  const retire = async (id: number): Promise<boolean> => {
    const state = (await latestStatus(octokit, repo, id))?.state ?? 'pending'
    const isMeant = except === undefined ? state !== 'inactive' : state === 'success'
    if (isMeant)
      await repos.createDeploymentStatus({
        ...repo,
        deployment_id: id,
        state: 'inactive',
        log_url: logUrl,
        description,
        request: { repeatable: true },
      })
    return state !== 'inactive'
  }
  let seen = 0
  for await (const { data } of octokit.paginate.iterator(repos.listDeployments, {
    ...repo,
    environment,
    per_page: 100,
  })) {
    for (let from = 0; from < data.length; from += batch) {
      const ids = data.slice(from, from + batch).map(({ id }) => id)
      const found = await Promise.all(ids.filter((id) => id !== except).map(retire))
      if (except !== undefined && found.length > 0 && !found.includes(true)) return
    }
    seen += data.length
    if (seen >= (except === undefined ? most.none : most.one)) return
  }
}

/** The last status of a deployment; undefined when it has none yet. */
export const latestStatus = async (
  { rest: { repos } }: Octokit,
  repo: Api['repo'],
  id: number,
): Promise<Status | undefined> => {
  const { data } = await repos.listDeploymentStatuses({ ...repo, deployment_id: id })
  return data.toSorted((a, b) => b.id - a.id)[0]
}
