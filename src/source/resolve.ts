import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../report/failure.ts'
import { type CheckedOut, readSource } from './checkout.ts'
import { GitError, git, tryGit } from './git.ts'

/** Where a project's code is to come from. */
export interface SourceRequest {
  /** The job's workspace. */
  readonly workspace: string
  /** `repository` of the project: `owner/name` or an address; undefined for the one that was checked out. */
  readonly repository: string | undefined
  /** `ref` of the project; undefined for the commit that was checked out. */
  readonly ref: string | undefined
  /**
   * A ref of the repository that leads to the commit named by `ref`, such as `refs/pull/12/head`, for a git host that
   * hands out no commit by its name alone.
   */
  readonly fetchRef?: string | undefined
  /** `owner/name` of the repository that the job runs for. */
  readonly ownRepository: string
  /** Address of GitHub, such as `https://github.com`. */
  readonly serverUrl: string
  /** Token to fetch with; empty for none. */
  readonly token: string
}

const sha = /^[0-9a-f]{40}$/

/**
 * Finds the commit to deploy on the runner: in the checkout, or fetched with the step's token when the project's
 * `repository` or `ref` is another one. A commit by its full name is looked for in the checkout first: the head of a
 * pull request is the second parent of a merge commit that was checked out with its history.
 */
export const resolveSource = async (request: SourceRequest): Promise<CheckedOut> => {
  if (!isOwn(request)) return fetchSource(request)
  return (await sourceInCheckout(request)) ?? fetchSource(request)
}

/** Whether the project's code is in the repository that the job runs for. */
export const isOwn = ({ repository, ownRepository }: SourceRequest): boolean =>
  repository === undefined || repository.toLowerCase() === ownRepository.toLowerCase()

/** The commit to deploy as the checkout has it; undefined when it has to be fetched. Without a checkout, it fails. */
export const sourceInCheckout = async ({
  workspace,
  ref,
}: SourceRequest): Promise<CheckedOut | undefined> => {
  const head = (await tryGit(['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: workspace }))?.trim()
  if (head === undefined) {
    throw new Failure({
      what: 'There is no checkout to deploy',
      where: workspace,
      why: 'The workspace is not a git repository with a commit.',
      next: 'Put a step `uses: actions/checkout@v6` before this one.',
    })
  }
  if (ref === undefined || ref === 'HEAD' || ref === head) return readSource(workspace, head)
  // A full name never means another commit later; a branch's copy in the checkout may be old.
  if (
    sha.test(ref) &&
    (await tryGit(['cat-file', '-e', `${ref}^{tree}`], { cwd: workspace })) !== undefined
  ) {
    return readSource(workspace, ref)
  }
  return undefined
}

const addressOf = ({ repository, ownRepository, serverUrl }: SourceRequest): string => {
  const name = repository ?? ownRepository
  return /^[^/:]+\/[^/:]+$/.test(name) ? `${serverUrl}/${name}` : name
}

/** Commits that are fetched behind a ref when it may have moved on from the one that is wanted. */
const reach = 50

const fetchSource = async (request: SourceRequest): Promise<CheckedOut> => {
  const { fetchRef } = request
  const address = addressOf(request)
  const ref = request.ref ?? 'HEAD'
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), 'jetee-source-'))
  // The token goes by the environment, where no list of processes shows it, and to GitHub alone.
  const credential = Buffer.from(`x-access-token:${request.token}`).toString('base64')
  const env =
    request.token && address.startsWith(`${request.serverUrl}/`)
      ? {
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: `http.${request.serverUrl}/.extraheader`,
          GIT_CONFIG_VALUE_0: `Authorization: Basic ${credential}`,
        }
      : {}
  try {
    await git(['init', '--quiet', folder], { cwd: folder })
    const fetch = (name: string, depth: number) =>
      git(['fetch', '--quiet', `--depth=${depth}`, '--no-tags', '--', address, name], { cwd: folder, env })
    await fetch(ref, 1).catch((error: unknown) => {
      if (fetchRef === undefined || !(error instanceof GitError)) throw error
      return fetch(fetchRef, reach)
    })
    return await readSource(folder, sha.test(ref) ? ref : 'FETCH_HEAD')
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause
    throw new Failure(
      {
        what: `The commit to deploy could not be fetched: ${ref} of ${request.repository ?? request.ownRepository}`,
        where: address,
        why: cause.message,
        stands: 'Nothing on the server was changed.',
        next: 'Check `repository` and `ref`. A private repository needs an input `token` that may read it (`contents: read`).',
      },
      { cause },
    )
  }
}
