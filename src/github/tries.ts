import { setTimeout as sleep } from 'node:timers/promises'

/** What went wrong with a request. */
export interface Trouble {
  /** The answer's status; undefined when there was no answer. */
  readonly status: number | undefined
  /** The answer's headers, their names in small letters. */
  readonly headers: Readonly<Record<string, string | number | undefined>>
  /** GitHub's word for it, or the network's. */
  readonly message: string
  /** Whether the request has surely not reached GitHub. */
  readonly isUnsent: boolean
}

/** Codes of errors that come before a connection stands. */
const unsent = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** Reads what octokit has thrown: an error with an answer, or one of the network, somewhere down its causes. */
export const troubleOf = (error: unknown): Trouble => {
  const { response } = Object(error) as { response?: { status: number; headers: Trouble['headers'] } }
  const message = error instanceof Error ? error.message : String(error)
  return {
    status: response?.status,
    headers: response?.headers ?? {},
    message: message.replace(/ - https:\S+$/, '').slice(0, 200),
    isUnsent: !response && unsent.some((code) => codesOf(error).includes(code)),
  }
}

const codesOf = (error: unknown): readonly unknown[] => {
  if (!(error instanceof Error)) return []
  const several = error instanceof AggregateError ? error.errors.flatMap(codesOf) : []
  return [(error as NodeJS.ErrnoException).code, ...codesOf(error.cause), ...several]
}

/** Whether GitHub may have done what was asked, although it did not say so. */
export const isDoubtful = (error: unknown): boolean => {
  const { status, isUnsent } = troubleOf(error)
  return status === undefined ? !isUnsent : status >= 500
}

/** Whether nobody answers at the moment, or only that it cannot. */
export const isDown = ({ status }: Trouble): boolean => status === undefined || status >= 500

/** A limit of requests that is used up. */
export interface Limit {
  /** When there are requests again, in milliseconds since 1970. */
  readonly until: number
}

/**
 * Reads whether a request was refused for its number: the primary limit has its reset in a header, the secondary one a
 * `retry-after`, or at least a minute (GitHub's documentation, "Rate limits for the REST API").
 */
export const limitOf = ({ status, headers, message }: Trouble, now: number): Limit | undefined => {
  if (status !== 403 && status !== 429) return undefined
  const after = Number(headers['retry-after'])
  if (after > 0) return { until: now + after * 1000 }
  if (String(headers['x-ratelimit-remaining']) === '0')
    return { until: Number(headers['x-ratelimit-reset']) * 1000 || now + 60_000 }
  return status === 429 || /\bsecondary rate limit\b/i.test(message) ? { until: now + 60_000 } : undefined
}

/** Milliseconds before the second and the third try. */
const pauses = [1000, 3000]

/** The longest wait for a limit, in milliseconds: a run does not stand still for the sake of its report. */
const longestWait = 30_000

/**
 * Milliseconds until a request is made again, of which `tried` went wrong; undefined for never. What may have been done
 * is not done twice, unless it may be: two comments are worse than none.
 */
export const pauseBefore = (
  trouble: Trouble,
  { isRepeatable, tried }: { readonly isRepeatable: boolean; readonly tried: number },
  now: number,
): number | undefined => {
  const pause = pauses[tried - 1]
  if (pause === undefined) return undefined
  const limit = limitOf(trouble, now)
  // A second more, as the clocks may differ.
  if (limit) return limit.until - now <= longestWait ? Math.max(limit.until - now, 0) + 1000 : undefined
  return isDown(trouble) && (isRepeatable || trouble.isUnsent) ? pause : undefined
}

/** Milliseconds for an answer. */
const deadline = 10_000

/** The state of a client over all its requests. */
export interface Tries {
  /** Makes a request, again where that helps; each try is given a signal that ends it. */
  readonly go: <T>(isRepeatable: boolean, request: (signal: AbortSignal) => Promise<T>) => Promise<T>
}

/**
 * Makes the tries of a client. While a limit is used up, nothing is asked; and as long as nobody answers, what comes
 * after is tried once only, so that many calls in a row do not add up to many waits. `signal` ends all of it, a wait too.
 */
export const makeTries = (signal: AbortSignal): Tries => {
  let used: { readonly limit: Limit; readonly error: unknown } | undefined
  let wasDown = false
  return {
    async go(isRepeatable, request) {
      for (let tried = 1; ; tried++) {
        signal.throwIfAborted()
        if (used && used.limit.until > Date.now()) throw used.error
        try {
          const answer = await request(AbortSignal.any([signal, AbortSignal.timeout(deadline)]))
          wasDown = false
          return answer
        } catch (error) {
          signal.throwIfAborted()
          const trouble = troubleOf(error)
          const pause = pauseBefore(trouble, { isRepeatable, tried }, Date.now())
          const limit = limitOf(trouble, Date.now())
          if (limit && pause === undefined) used = { limit, error }
          if (pause === undefined || (wasDown && !limit)) {
            wasDown = isDown(trouble)
            throw error
          }
          await sleep(pause, undefined, { signal })
        }
      }
    },
  }
}
