import type { Octokit } from './client.ts'
import { troubleOf } from './tries.ts'

/** Asks GitHub something that a run cannot do without, with the first of its tokens that may; a refusal is thrown. */
export type Ask = <T>(call: (octokit: Octokit) => Promise<T>) => Promise<T>

/** Who asks. */
interface AskOptions {
  readonly apiUrl: string
  /** Tokens, in the order in which they are tried; empty ones are left out. */
  readonly tokens: readonly string[]
  readonly signal: AbortSignal
}

/** Makes somebody who asks; the client is loaded with the first question. */
export const openAsk = ({ apiUrl, tokens, signal }: AskOptions): Ask => {
  const given = tokens.filter((token) => token !== '')
  let clients: Promise<readonly Octokit[]> | undefined
  return async (call) => {
    clients ??= import('./client.ts').then(({ openClient }) =>
      given.map((token) => openClient({ apiUrl, token, signal })),
    )
    let refusal: unknown = new Error('no token was given')
    for (const client of await clients) {
      try {
        return await call(client)
      } catch (error) {
        refusal = error
        // GitHub says 404 to those who may not even know.
        if (![401, 403, 404].includes(troubleOf(error).status ?? 0)) throw error
      }
    }
    throw refusal
  }
}

/** A repository as most calls want it. */
export const ownerAndRepo = (repository: string): { readonly owner: string; readonly repo: string } => {
  const [owner = '', repo = ''] = repository.split('/')
  return { owner, repo }
}
