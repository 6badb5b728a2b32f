import { getOctokit } from '@actions/github'
import { veil } from './mask.ts'
import { makeTries } from './tries.ts'

/** A client of GitHub's API with typed calls. */
export type Octokit = ReturnType<typeof getOctokit>

/** Whom a client asks, and until when. */
interface ClientOptions {
  /** Address of the API, such as `https://api.github.com`. */
  readonly apiUrl: string
  readonly token: string
  /** Ends whatever is asked or waited for. */
  readonly signal: AbortSignal
}

/** Parameters that hold text of a run, in which a secret may stand: GitHub masks none. */
const texts = ['body', 'description', 'title'] as const

/**
 * Opens the client: the one of the runner's makers, which goes through the proxy that the environment names. In a file of
 * its own, as it takes time to load. Each request has a deadline, and is made again where that is safe. octokit's plugins
 * for that would repeat what may have been done, make a write wait for the one before, and cannot be stopped in a wait.
 */
export const openClient = ({ apiUrl, token, signal }: ClientOptions): Octokit => {
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: 'jetee-deploy' })
  const tries = makeTries(signal)
  octokit.hook.wrap('request', (request, options) => {
    const isRepeatable = options.method !== 'POST' || options.request?.repeatable === true
    // Changed in place: hooks further inside have these options already, and take no others.
    if (options.request?.isVeiled !== true)
      for (const name of texts) if (typeof options[name] === 'string') options[name] = veil(options[name])
    return tries.go(isRepeatable, async (own) => {
      options.request = { ...options.request, signal: own }
      const answer = await request(options)
      // octokit gives the part of an answer that it got as text, when the rest did not come.
      if (
        answer.status !== 204 &&
        typeof answer.data === 'string' &&
        /^application\/json/.test(answer.headers['content-type'] ?? '')
      )
        throw new Error('the answer was cut off')
      return answer
    })
  })
  return octokit
}
