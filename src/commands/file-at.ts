import { normalize } from 'node:path/posix'
import { type DeploymentText, usualFiles } from '../configuration/find.ts'
import { tryGit } from '../source/git.ts'
import { resolveSource } from '../source/resolve.ts'
import { readFile } from '../source/source.ts'
import type { Invocation } from './invocation.ts'

/**
 * Reads the deployment file of a commit: from the checkout where it has the commit, else by GitHub's API, else fetched
 * by git; undefined when the commit has none. The workspace's own files play no part.
 */
export const readFileAt = async (
  invocation: Invocation,
  commit: string,
): Promise<DeploymentText | undefined> => {
  const paths = invocation.configFile === undefined ? usualFiles : [normalize(invocation.configFile)]
  const first = async (read: Reader): Promise<DeploymentText | undefined> => {
    for (const file of paths) {
      const text = await read(file)
      if (text !== undefined) return { text, file }
    }
    return undefined
  }
  const near = await inCheckout(invocation, commit)
  if (near) return first(near)
  const api = await byApi(invocation, commit)
  const told = api && (await first(api.read).catch(() => undefined))
  if (told || (await api?.isReadable())) return told
  return first(byGit(invocation, commit))
}

/** Reads a file of the commit that the run is for: of the checkout, or of the commit that started it. */
export const readOwnFile = async (invocation: Invocation, path: string): Promise<string | undefined> => {
  const inHead = await tryGit(['show', `HEAD:${path}`], { cwd: invocation.workspace }).catch(() => undefined)
  const commit = invocation.env.GITHUB_SHA
  if (inHead !== undefined || !commit) return inHead
  const read = (await inCheckout(invocation, commit)) ?? (await byApi(invocation, commit))?.read
  return read?.(path)
}

/** Gives the text of a file of one commit, or undefined when there is none of this path. */
type Reader = (path: string) => Promise<string | undefined>

/** A name of a commit says what is in it, whoever has checked it out; unless something stands in its place. */
const plain = '--no-replace-objects'

const inCheckout = async ({ workspace }: Invocation, commit: string): Promise<Reader | undefined> => {
  const has = await tryGit([plain, 'cat-file', '-e', `${commit}^{tree}`], { cwd: workspace })
  return has === undefined
    ? undefined
    : (path) => tryGit([plain, 'show', `${commit}:${path}`], { cwd: workspace })
}

/** GitHub's API, which tells a token that may not read the same as one that asks for what is not there. */
interface ApiReader {
  readonly read: Reader
  /** Whether the token may read the commit; asked when nothing was found. */
  readonly isReadable: () => Promise<boolean>
}

/** Undefined without a token. */
const byApi = async (
  { apiUrl, token, repository }: Invocation,
  commit: string,
): Promise<ApiReader | undefined> => {
  if (token === '') return undefined
  const { openApi } = await import('../github/api.ts')
  const api = openApi({ apiUrl, token, repository, warn: () => {} })
  const { repo } = api
  const octokit = await api.client()
  return {
    async read(path) {
      try {
        const { data } = await octokit.rest.repos.getContent({ ...repo, path, ref: commit })
        if (Array.isArray(data) || data.type !== 'file') return undefined
        return Buffer.from(data.content, 'base64').toString()
      } catch (error) {
        if (Object(error).status === 404) return undefined
        throw error
      }
    },
    isReadable: () =>
      octokit.rest.repos.getCommit({ ...repo, ref: commit }).then(
        () => true,
        () => false,
      ),
  }
}

const byGit = (invocation: Invocation, commit: string): Reader => {
  const source = resolveSource({
    ...invocation,
    repository: undefined,
    ref: commit,
    ownRepository: invocation.repository,
  })
  return async (path) => readFile(await source, path)
}
