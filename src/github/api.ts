import { getOctokit } from '@actions/github'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'

/** A client of GitHub's API with typed calls. */
export type Octokit = ReturnType<typeof getOctokit>

/** What a call is for, to be told when it is refused. */
export interface Wish {
  /** What cannot be done without it, as a phrase: `record the deployment`. */
  readonly what: string
  /** The line that the workflow's `permissions:` needs, such as `deployments: write`. */
  readonly permission: string
}

/** GitHub's API for the repository of the run. */
export interface Api {
  readonly octokit: Octokit
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
  /** `owner/name`. */
  readonly repository: string
  /** Hears what could not be done. */
  readonly warn: (text: string) => void
}

/** Opens GitHub's API; nothing is asked yet. */
export const openApi = ({ apiUrl, token, repository, warn }: ApiOptions): Api => {
  const [owner = '', repo = ''] = repository.split('/')
  const told = new Set<string>()
  const octokit = getOctokit(
    token,
    {
      baseUrl: apiUrl,
      throttle: {
        onRateLimit: (seconds: number, _options: object, _octokit: object, count: number) =>
          count < 2 && seconds <= 60,
        onSecondaryRateLimit: (seconds: number, _options: object, _octokit: object, count: number) =>
          count < 2 && seconds <= 60,
      },
    },
    retry,
    throttling,
  )
  return {
    octokit,
    repo: { owner, repo },
    async attempt({ what, permission }, call) {
      try {
        return await call(octokit)
      } catch (error) {
        const status = Number(Object(error).status)
        const isRefused = status === 401 || status === 403 || status === 404
        const key = isRefused ? permission : what
        if (!told.has(key)) {
          told.add(key)
          warn(
            isRefused
              ? `GitHub did not let this run ${what}: the job needs \`permissions: { ${permission} }\``
              : `This run could not ${what}: ${error instanceof Error ? error.message : String(error)}`,
          )
        }
        return undefined
      }
    },
  }
}
