import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** An answer of a site, as far as tests look at it. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** Asks a server for a path, by the name of a site. */
export const ask = (url: string, host?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = get(url, { headers: host ? { host } : {}, agent: false, timeout: 10_000 }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        body += text
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
      )
    })
    request.on('timeout', () => request.destroy(new Error('no answer within 10 s')))
    request.on('error', reject)
  })

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

/** Visitors who ask for a page every 50 ms until they are stopped. */
export interface Visitors {
  /** Ends them; gives how often each status, or failure, was the answer. */
  stop(): Promise<Readonly<Record<string, number>>>
}

/** Sends visitors to a page. */
export const sendVisitors = (url: string): Visitors => {
  const answers: Record<string, number> = {}
  const note = (answer: string) => {
    answers[answer] = (answers[answer] ?? 0) + 1
  }
  const stopped = new AbortController()
  const visits = new Set<Promise<void>>()
  const walk = async () => {
    while (!stopped.signal.aborted) {
      const visit = ask(url).then(
        (answer) => note(String(answer.status)),
        (error: Error) => note(error.message),
      )
      visits.add(visit)
      void visit.finally(() => visits.delete(visit))
      await sleep(50)
    }
    await Promise.all(visits)
  }
  const walking = walk()
  return {
    async stop() {
      stopped.abort()
      await walking
      return answers
    },
  }
}
