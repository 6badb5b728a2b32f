import { openAsk } from '../github/ask.ts'
import { fetchingOf } from '../github/fetching.ts'
import { readCommit } from '../github/read-commit.ts'
import { Failure } from '../report/failure.ts'
import { isOwn, resolveSource, type SourceRequest, sourceInCheckout } from './resolve.ts'
import type { Sending, Source } from './source.ts'
import { homeOf } from './submodules.ts'

/** Where a project's code is to come from, and how it may come to the server. */
export interface WayRequest extends SourceRequest {
  /** `source` of the project. */
  readonly source: 'auto' | 'deploy-key' | 'checkout'
  /** Address of GitHub's API. */
  readonly apiUrl: string
  /** Token that may write deploy keys; empty for none. */
  readonly deployKeyToken: string
  /** Full name of the commit that the run was started for; undefined outside of GitHub. */
  readonly triggeredBy: string | undefined
  /** Whether a stranger may have written the commit: then it has no say over what is read with our tokens. */
  readonly isForeign: boolean
  /** The server as a person knows it, for the title of its keys. */
  readonly server: string
  readonly signal: AbortSignal
}

/** A commit, and why its files come to the server the way that they do, as a line of the log. */
export interface WayChosen {
  readonly source: Source
  readonly note: string
}

/** Finds the commit to deploy, and decides how it comes to the server. */
export const findSource = async (request: WayRequest): Promise<WayChosen> => {
  const { source: wish, deployKeyToken } = request
  const repository = onGithub(request)
  if (wish === 'deploy-key' && repository === undefined) throw notOnGithub(request)
  const why =
    wish === 'checkout'
      ? 'as `source: checkout` says'
      : repository === undefined
        ? 'as its repository is not on this GitHub'
        : wish === 'auto' && deployKeyToken === ''
          ? 'as there is no input `deploy-key-token`'
          : undefined
  if (why !== undefined || repository === undefined)
    return { source: await resolveSource(request), note: `Code: from the runner, ${why}` }
  const source = await withKey(request, repository)
  const reason = wish === 'deploy-key' ? 'as `source: deploy-key` says' : 'as there is a `deploy-key-token`'
  return { source, note: `Code: from GitHub to the server, with a deploy key, ${reason}` }
}

/** The commit, to be fetched by the server: as the checkout lists it where there is one, else as GitHub does. */
const withKey = async (request: WayRequest, repository: string): Promise<Source> => {
  const { source: wish, apiUrl, token, deployKeyToken, serverUrl, signal } = request
  const ask = openAsk({ apiUrl, tokens: request.isForeign ? [token] : [token, deployKeyToken], signal })
  const found = await inCheckout(request)
  if (!found && token === '' && deployKeyToken === '') throw noToken(repository)
  const ref = request.ref ?? (isOwn(request) ? request.triggeredBy : undefined) ?? 'HEAD'
  const read = found ?? (await readCommit(ask, { repository, ref, serverUrl }))
  const instead = async (): Promise<Sending | undefined> => {
    if (wish === 'deploy-key') return undefined
    const sent = found ?? (await resolveSource({ ...request, ref: read.commit }).catch(() => undefined))
    return sent?.tree === read.tree ? sent.delivery : undefined
  }
  const delivery = fetchingOf(read, {
    ask,
    askKeys: deployKeyToken === '' ? undefined : openAsk({ apiUrl, tokens: [deployKeyToken], signal }),
    title: keyTitle(request.server),
    repository,
    serverUrl,
    isForeign: request.isForeign,
    instead,
  })
  return { ...read, delivery }
}

/** The commit as a checkout has it, with its submodules; undefined where there is none, or not all of it. */
const inCheckout = async (request: WayRequest) => {
  if (!isOwn(request)) return undefined
  try {
    return await sourceInCheckout(request)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** `owner/name` of the project's repository; undefined where that is not on the GitHub of the run. */
export const onGithub = ({
  repository,
  ownRepository,
  serverUrl,
}: Pick<SourceRequest, 'repository' | 'ownRepository' | 'serverUrl'>): string | undefined => {
  const name = repository ?? ownRepository
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return name
  const home = homeOf(name, ownRepository, serverUrl)
  return home.kind === 'github' ? home.repository : undefined
}

/** What stands beside a server's key at GitHub. */
export const keyTitle = (server: string): string => `jetee/deploy on ${server}`

const notOnGithub = ({ repository, serverUrl }: WayRequest): Failure =>
  new Failure({
    what: 'The server cannot fetch the project with a deploy key',
    where: 'source',
    why: `Deploy keys are for repositories at ${serverUrl}, and the project’s is ${repository}.`,
    stands: 'Nothing on the server was changed.',
    next: 'Set `source: checkout`, or name a repository there.',
  })

const noToken = (repository: string): Failure =>
  new Failure({
    what: 'There is no checkout, and no token to read the commit with',
    where: 'input token',
    why: `What there is to deploy of ${repository} is read by GitHub’s API where no step has checked it out.`,
    stands: 'Nothing on the server was changed.',
    next: 'Leave the input `token` at its default and give the job `permissions: { contents: read }`, or put a step `uses: actions/checkout@v6` before this one.',
  })
