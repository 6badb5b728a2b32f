import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** An answer of a site, as far as tests look at it. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** How a visitor asks. */
interface Manner {
  /** Name of the site that is meant; the address's own by default. */
  readonly host?: string | undefined
  /** What holds the connection open for the next question; by default each has its own. */
  readonly agent?: Agent
  readonly timeoutMs?: number
}

const askAs = (url: string, { host, agent, timeoutMs = 10_000 }: Manner): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const options = { headers: host ? { host } : {}, agent: agent ?? false }
    const request = get(url, options, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        body += text
      })
      response.on('error', reject)
      response.on('end', () => {
        clearTimeout(patience)
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body })
      })
    })
    const late = new Error(`no answer within ${timeoutMs / 1000} s`)
    const patience = setTimeout(() => request.destroy(late), timeoutMs)
    request.on('error', (error) => {
      clearTimeout(patience)
      reject(error)
    })
  })

/** Asks a server for a path, by the name of a site. */
export const ask = (url: string, host?: string): Promise<Answer> => askAs(url, { host })

/** What the sample app tells of itself under `/status/`. */
export interface Status {
  readonly workers: number
  readonly entries: number
  readonly version: string
}

/** Reads the sample app's `/status/`. */
export const status = async (url: string, host?: string): Promise<Status> => {
  const { status: code, body } = await ask(`${url}status/`, host)
  if (code !== 200) throw new Error(`/status/ answers ${code}: ${body.slice(0, 500)}`)
  return JSON.parse(body) as Status
}

/** Visitors who ask for a page all the time until they are stopped. */
export interface Visitors {
  /** Ends them; gives how often each status, or failure, was the answer. */
  stop(): Promise<Readonly<Record<string, number>>>
}

/**
 * Sends visitors to a page: every 50 ms a new one, who waits 5 s at most, and beside them a regular one who keeps a
 * connection open, asks again 50 ms after each answer, and has as much patience.
 */
export const sendVisitors = (url: string, host?: string): Visitors => {
  const answers: Record<string, number> = {}
  const state = { stopped: false }
  const visit = async (agent?: Agent) => {
    const answer = await askAs(url, { host, timeoutMs: 5000, ...(agent && { agent }) }).then(
      ({ status: code }) => String(code),
      (error: Error) => error.message,
    )
    answers[answer] = (answers[answer] ?? 0) + 1
  }
  const newOnes = async () => {
    const visits = new Set<Promise<void>>()
    while (!state.stopped) {
      const one = visit()
      visits.add(one)
      void one.finally(() => visits.delete(one))
      await sleep(50)
    }
    await Promise.all(visits)
  }
  const regular = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (!state.stopped) {
      await visit(agent)
      await sleep(50)
    }
    agent.destroy()
  }
  const all = Promise.all([newOnes(), regular()])
  return {
    async stop() {
      state.stopped = true
      await all
      return answers
    },
  }
}
