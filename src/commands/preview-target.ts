import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { DeploymentFile } from '../configuration/configuration.ts'
import type { LoadedDeployment } from '../configuration/load.ts'
import { previewConfiguration } from '../configuration/preview-configuration.ts'
import type { PreviewsSettings } from '../configuration/previews.ts'
import type { PullRequest } from '../github/event.ts'
import { Failure } from '../report/failure.ts'
import type { Invocation } from './invocation.ts'
import { type Target, targetFor } from './target.ts'

/** A pull request, as far as its preview depends on it. */
export type PullOfPreview = Pick<PullRequest, 'number' | 'headBranch' | 'isFork'>

/** The files that make a preview. */
export interface PreviewFiles {
  /** The base branch's. */
  readonly base: LoadedDeployment
  /** The pull request's own; undefined for one of a fork, which has no say. */
  readonly own: LoadedDeployment | undefined
}

/** What the base branch's file says of previews; its absence is a mistake of whoever asks for one. */
export const previewsOf = ({ file, previews }: DeploymentFile): PreviewsSettings => {
  if (previews) return previews
  throw new Failure({
    what: 'There are no previews',
    where: file,
    why: 'The deployment file has no `previews`.',
    next: 'docs/previews.md says how to have a preview for each pull request.',
  })
}

/** The configuration that a deployment file's previews are made from, with the way to its server. */
export const baseTarget = (loaded: LoadedDeployment, invocation: Invocation): Promise<Target> =>
  targetFor(loaded, previewsOf(loaded.deployment).configuration, invocation)

/** The preview of a pull request, with the way to its server; the server is not touched. */
export const previewTarget = async (
  { base, own }: PreviewFiles,
  pull: PullOfPreview,
  invocation: Invocation,
): Promise<Target> => {
  const target = await baseTarget(base, invocation)
  const { serverNames } = previewsOf(base.deployment)
  const address = serverNames.length > 0 ? '' : await addressOf(target.configuration.hostname)
  const configuration = previewConfiguration({
    base: base.deployment,
    own: own?.deployment,
    pull,
    repository: invocation.repository,
    address,
  })
  return { ...target, configuration }
}

/** The server's address as the Internet knows it, for a name that needs no DNS of its own. */
const addressOf = async (hostname: string): Promise<string> => {
  if (isIP(hostname) !== 0) return hostname
  try {
    const { address } = await lookup(hostname, { order: 'ipv4first' })
    return address
  } catch (cause) {
    throw new Failure(
      {
        what: `The address of ${hostname} is not known`,
        why: `${cause instanceof Error ? cause.message : cause}. A preview without \`server_names\` has a name that is made from it.`,
        stands: 'Nothing on the server was changed.',
        next: 'Correct `hostname`, or give the previews `server_names` of their own.',
      },
      { cause },
    )
  }
}
