import type { Configuration } from '../configuration/configuration.ts'
import type { Announcement } from '../report/announcement.ts'
import { siteUrls } from '../stack/site-names.ts'
import type { Invocation } from './invocation.ts'
import type { Target } from './target.ts'

/** What is announced of a run that brings a commit to a server. */
export const deployNews = (
  command: string,
  target: Target,
  { repository, env }: Invocation,
  { commit, hasWeb }: { readonly commit: string; readonly hasWeb: boolean },
): Announcement => {
  const { configuration } = target
  // GitHub knows no commit of another repository: what is recorded there is the workflow's.
  const isOwn = isSameRepository(configuration.project.repository, repository)
  return {
    ...newsOf(target),
    action: 'deploy',
    command,
    commit: isOwn ? commit : env.GITHUB_SHA || undefined,
    urls: hasWeb ? siteUrls(configuration) : [],
  }
}

/** What is announced of a run that takes a project from a server. */
export const removalNews = (command: string, target: Target): Announcement => ({
  ...newsOf(target),
  action: 'remove',
  command,
  commit: undefined,
  urls: [],
})

const newsOf = ({ configuration, access }: Target) => ({
  configuration: configuration.name,
  project: configuration.projectName,
  environment: configuration.environment,
  production: configuration.production,
  where: `${access.username}@${access.host}:${access.port}`,
  preview: configuration.preview?.number,
  expiresSeconds: configuration.preview?.expiresSeconds,
  password: configuration.preview?.password,
})

const isSameRepository = (given: Configuration['project']['repository'], own: string): boolean =>
  given === undefined || given.toLowerCase() === own.toLowerCase()
