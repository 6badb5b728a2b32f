import type { Octokit } from './client.ts'
import { refusalOf } from './refusal.ts'
import { troubleOf } from './tries.ts'

export type { Octokit } from './client.ts'

/** What a call is for, to be told when it is refused. */
export interface Wish {
  /** What cannot be done without it, as a phrase: `record the deployment`. */
  readonly what: string
  /** The line that the workflow's `permissions:` needs, such as `deployments: write`. */
  readonly permission: string
}

/** GitHub's API for the repository of the run. */
export interface Api {
  /** The client, loaded when it is first asked for; its calls throw. */
  client(): Promise<Octokit>
  /** The repository, as most calls want it. */
  readonly repo: { readonly owner: string; readonly repo: string }
  /**
   * Makes calls that the run can do without. When they fail, it is said once for each permission that is missing, and
   * undefined is given; nothing is thrown.
   */
  attempt<T>(wish: Wish, call: (octokit: Octokit) => Promise<T>): Promise<T | undefined>
}

/** Where the API is, and who asks. */
export interface ApiOptions {
  /** Address of the API, such as `https://api.github.com`. */
  readonly apiUrl: string
  readonly token: string
  /** The input that the token comes from; `token` by default. */
  readonly input?: 'token' | 'deploy-key-token'
  /** `owner/name`. */
  readonly repository: string
  /** Hears what could not be done. */
  readonly warn: (text: string) => void
  /** Ends whatever is asked or waited for; without it, nothing does but the deadline of each request. */
  readonly signal?: AbortSignal
}

/** Opens GitHub's API; nothing is asked yet, and the client is not loaded. */
export const openApi = (options: ApiOptions): Api => {
  const { apiUrl, token, repository, warn, input = 'token', signal = new AbortController().signal } = options
  const [owner = '', repo = ''] = repository.split('/')
  const told = new Set<string>()
  const allowed = new Set<string>()
  let loading: Promise<Octokit> | undefined
  const client = () => {
    loading ??= import('./client.ts').then(({ openClient }) => openClient({ apiUrl, token, signal }))
    return loading
  }
  return {
    client,
    repo: { owner, repo },
    async attempt(wish, call) {
      try {
        const answer = await call(await client())
        allowed.add(wish.permission)
        return answer
      } catch (error) {
        const trouble = troubleOf(signal.aborted ? signal.reason : error)
        const caller = { input, isAllowed: allowed.has(wish.permission) }
        const { about, text } = refusalOf(wish, trouble, caller, Date.now())
        if (!told.has(about)) warn(text)
        told.add(about)
        return undefined
      }
    },
  }
}
