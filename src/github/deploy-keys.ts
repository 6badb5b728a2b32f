import type { Admission, ServerKey } from '../source/source.ts'
import { type Ask, ownerAndRepo } from './ask.ts'
import { clock } from './refusal.ts'
import { limitOf, troubleOf } from './tries.ts'

/** The deploy keys of repositories, for a token with `administration: write`. */
export interface DeployKeys {
  /** Makes sure that a repository has a server's key, read-only. */
  admit(repository: string, key: ServerKey): Promise<Admission>
  /** Whether a repository has a key. */
  has(repository: string, publicKey: string): Promise<boolean>
  /** Takes a key away from a repository; gives whether it was there. */
  remove(repository: string, publicKey: string): Promise<boolean>
}

/** Works with deploy keys; `title` stands beside those that are added. */
export const openDeployKeys = (ask: Ask, title: string): DeployKeys => {
  const list = (repository: string) =>
    ask((octokit) =>
      octokit.paginate(octokit.rest.repos.listDeployKeys, { ...ownerAndRepo(repository), per_page: 100 }),
    )
  const find = async (repository: string, publicKey: string) =>
    (await list(repository)).find(({ key }) => plain(key) === plain(publicKey))
  const removeId = (repository: string, key_id: number) =>
    ask((octokit) => octokit.rest.repos.deleteDeployKey({ ...ownerAndRepo(repository), key_id })).catch(
      (error: unknown) => {
        // Somebody else was faster.
        if (troubleOf(error).status !== 404) throw error
      },
    )
  const add = async (repository: string, publicKey: string): Promise<void> => {
    try {
      await ask((octokit) =>
        octokit.rest.repos.createDeployKey({
          ...ownerAndRepo(repository),
          title,
          key: plain(publicKey),
          read_only: true,
          // GitHub refuses a key that it has, so that no try adds a second one.
          request: { repeatable: true },
        }),
      )
    } catch (error) {
      // Another project of the same repository was faster, or the answer to an earlier try was lost.
      if (troubleOf(error).status === 422 && (await find(repository, publicKey))) return
      throw error
    }
  }
  return {
    async admit(repository, { publicKey, hasWorked }) {
      try {
        const found = await find(repository, publicKey)
        if (found && found.enabled !== false)
          return { kind: 'admitted', how: `The server fetches ${repository} with its deploy key` }
        if (found) await removeId(repository, found.id)
        if (found || hasWorked) return { kind: 'gone' }
        await add(repository, publicKey)
        return {
          kind: 'admitted',
          how: `The server fetches ${repository} with a deploy key, which was added there as “${title}”, to read only`,
        }
      } catch (error) {
        return { kind: 'refused', why: whyNot(repository, error) }
      }
    },
    has: async (repository, publicKey) => (await find(repository, publicKey)) !== undefined,
    async remove(repository, publicKey) {
      const found = await find(repository, publicKey)
      if (found) await removeId(repository, found.id)
      return found !== undefined
    },
  }
}

/** A public key without its comment, which GitHub does not keep. */
const plain = (key: string): string => key.trim().split(/\s+/).slice(0, 2).join(' ')

/** Why GitHub did not take a key, as a phrase that follows “as”. */
export const whyNot = (repository: string, error: unknown): string => {
  const trouble = troubleOf(error)
  const { status, headers, message } = trouble
  const limit = limitOf(trouble, Date.now())
  if (limit)
    return `GitHub takes no more requests of the input \`deploy-key-token\` until ${clock(limit.until)} (${message})`
  if (status === 401) return `GitHub does not know the token of the input \`deploy-key-token\` (${message})`
  if (headers['x-github-sso'] !== undefined)
    return 'the token of the input `deploy-key-token` has to be authorized for the organization’s single sign-on'
  if (status === 422) return `GitHub does not take the server’s deploy key for ${repository} (${message})`
  if (status === 403 || status === 404)
    return `GitHub does not let the input \`deploy-key-token\` write deploy keys of ${repository} (${status} ${message}): it needs \`administration: write\`, and the organization must allow deploy keys`
  return `GitHub’s API did not take the server’s deploy key for ${repository} (${message})`
}
