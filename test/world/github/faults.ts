import type { Answer } from './description.ts'

/** How a call gets no answer at all. */
export type NoAnswer = 'hang-up' | 'silence'

/** What goes wrong on demand, in place of an answer. */
export interface Fault {
  /** How many calls it takes; 1 by default. */
  readonly times?: number
  /** Status of the answer, such as 502; `hang-up` ends the connection without one, `silence` keeps it open without one. */
  readonly status: number | NoAnswer
  readonly headers?: Readonly<Record<string, string>>
  /** What the answer says; GitHub's words for the status by default. */
  readonly message?: string
  /** Calls that it takes, as `METHOD /path`; any by default. */
  readonly match?: RegExp
}

/** The faults that were asked for. */
export interface Faults {
  add(fault: Fault): void
  /** The one that a call has to suffer, if any. */
  take(method: string, path: string): Fault | undefined
}

/** Starts without any. */
export const noFaults = (): Faults => {
  const waiting: { readonly fault: Fault; left: number }[] = []
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    take(method, path) {
      const found = waiting.find(
        ({ fault, left }) => left > 0 && (fault.match?.test(`${method} ${path}`) ?? true),
      )
      if (found) found.left -= 1
      return found?.fault
    },
  }
}

/** What a client gets of a fault. */
export const faultAnswer = ({
  status,
  headers = {},
  message,
}: Fault & { readonly status: number }): Answer => ({
  status,
  body: {
    message: message ?? words[status] ?? 'Server Error',
    documentation_url: 'https://docs.github.com/rest',
  },
  headers,
})

const words: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  502: 'Server Error',
  503: 'No server is currently available to service your request.',
}

/** The secondary limit: too many calls that write within a short time. */
export const secondaryLimit = (seconds: number): Fault => ({
  status: 403,
  headers: { 'retry-after': String(seconds) },
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
})

/** The primary limit: the hour's calls are used up. */
export const primaryLimit = (seconds: number, status: 403 | 429 = 403): Fault => ({
  status,
  headers: {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-used': '1000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-resource': 'core',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + seconds),
  },
  message: 'API rate limit exceeded for installation.',
})
