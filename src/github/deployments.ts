import type { Result } from '../commands/run.ts'
import type { Announcement } from '../report/announcement.ts'
import type { Wish } from './api.ts'
import type { Octokit } from './client.ts'
import { deploymentDescription, finalStatus, payloadOf } from './deployment-words.ts'
import { retireDeployments } from './earlier-deployments.ts'
import { findOwnDeployment, type OwnDeployment } from './own-deployment.ts'
import type { Part, TellerContext } from './tell.ts'
import { isDoubtful } from './tries.ts'

const permission = 'deployments: write'
const record: Wish = { what: 'record the deployment', permission }

/** A deployment of GitHub's that stands for a run. */
export interface RecordedDeployment {
  readonly id: number
  /** Whether GitHub keeps it by itself, for a job with `environment:`. */
  readonly isJobs: boolean
}

/** Who hears of a run's deployment: whoever would have to end it when the run cannot. */
interface Keeper {
  readonly onBegun: (deployment: RecordedDeployment) => void
  readonly onEnded: () => void
}

/**
 * Records a run as a deployment of GitHub's: begun, and how it ended. A job with `environment:` has one of GitHub's own,
 * and gets no second one. That one is left alone: GitHub writes how the job ended behind whatever is told of it here, with
 * the address that the workflow gives as the environment's `url`.
 */
export const deploymentsPart = (context: TellerContext, keeper: Keeper): Part => {
  const { api, run, runUrl } = context
  const recorded = new Map<Announcement, RecordedDeployment>()
  if (!api || !run) return { begin: async () => {}, end: async () => {} }
  const { repo } = api

  return {
    async begin(news) {
      const { commit } = news
      if (news.action === 'remove' || commit === undefined) return
      const payload = payloadOf(news, run)
      const commits = [...new Set([commit, context.sha])].filter((sha) => sha !== '')
      const own = { commits, environment: news.environment, payload }
      const deployment = await api.attempt(record, async (octokit) => {
        const found = await findOwnDeployment(octokit, repo, own)
        if (found?.by === 'job') {
          context.note(
            `GitHub records this job as a deployment to ${found.environment} by itself: there is no second one`,
          )
          return { id: found.id, isJobs: true }
        }
        return { id: found?.id ?? (await create(octokit, repo, news, commit, own)), isJobs: false }
      })
      if (!deployment) return
      recorded.set(news, deployment)
      keeper.onBegun(deployment)
      if (deployment.isJobs) return
      await api.attempt(record, ({ rest: { repos } }) =>
        repos.createDeploymentStatus({
          ...repo,
          deployment_id: deployment.id,
          state: 'in_progress',
          log_url: runUrl,
          description: 'Under way',
          request: { repeatable: true },
        }),
      )
    },

    async end(news, ending) {
      const { environment, urls } = news
      const deployment = recorded.get(news)
      if (news.action === 'remove') {
        // What stays, as a newer run has brought it up, stays deployed.
        if (ending.kind === 'failure' || stays(ending.result)) return
        const removed = { environment, except: undefined, logUrl: runUrl, description: 'Removed' }
        await api.attempt(
          { what: `make the deployments to ${environment} inactive`, permission },
          (octokit) => retireDeployments(octokit, repo, removed),
        )
        return
      }
      if (!deployment || deployment.isJobs) return
      const { state, description } = finalStatus(ending)
      const done = await api.attempt({ what: 'record how the deployment ended', permission }, (octokit) =>
        octokit.rest.repos.createDeploymentStatus({
          ...repo,
          deployment_id: deployment.id,
          state,
          log_url: runUrl,
          description,
          ...(state === 'success' && urls[0] !== undefined && { environment_url: urls[0] }),
          request: { repeatable: true },
        }),
      )
      if (!done) return
      keeper.onEnded()
      if (state !== 'success') return
      const earlier = {
        environment,
        except: deployment.id,
        logUrl: runUrl,
        description: 'Another one is live',
      }
      await api.attempt({ what: 'make earlier deployments inactive', permission }, (octokit) =>
        retireDeployments(octokit, repo, earlier),
      )
    },
  }
}

/** Whether what was to be removed is still live. */
const stays = (result: Result): boolean => result.kind === 'done' && result.release !== undefined

/** Creates the deployment; where nobody knows whether that was done, it is looked for before it is done again. */
const create = async (
  octokit: Octokit,
  repo: { readonly owner: string; readonly repo: string },
  news: Announcement,
  commit: string,
  own: OwnDeployment,
): Promise<number> => {
  const once = async (): Promise<number> => {
    const { data } = await octokit.rest.repos.createDeployment({
      ...repo,
      ref: commit,
      auto_merge: false,
      required_contexts: [],
      environment: news.environment,
      production_environment: news.production,
      transient_environment: news.preview !== undefined,
      description: deploymentDescription(news),
      payload: { ...own.payload },
    })
    if ('id' in data) return data.id
    throw new Error(data.message ?? 'GitHub made no deployment')
  }
  try {
    return await once()
  } catch (error) {
    if (!isDoubtful(error)) throw error
    const found = await findOwnDeployment(octokit, repo, own)
    return found ? found.id : once()
  }
}
