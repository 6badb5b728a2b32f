import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answering, answer } from './answer.ts'
import type { Received } from './description.ts'
import { serveGit } from './git-http.ts'

/** A call that was made, and what came back. */
export interface Logged {
  readonly method: string
  /** Path below the API's root, with what follows `?`. */
  readonly path: string
  /** Status of the answer; 0 where there was none. */
  readonly status: number
  /** What the request said. */
  readonly body: unknown
}

/** Where the API begins, as on a GitHub Enterprise server. */
const apiRoot = '/api/v3'

/** Paths that git asks for below a repository's address. */
const ofGit = /\/(?:info\/refs|git-(?:upload|receive)-pack)$/

/** A listening server, which answers nothing before it knows what from. */
export interface Listening extends AsyncDisposable {
  readonly apiUrl: string
  readonly serverUrl: string
  readonly calls: Logged[]
  /** Begins to answer. */
  answerFrom(github: Answering): void
}

/** Starts to listen on a free port of this machine. */
export const listen = async (): Promise<Listening> => {
  let github: Answering | undefined
  const calls: Logged[] = []
  const server = createServer((request, response) => {
    if (!github) return response.writeHead(503).end()
    const { violate, world, tokens } = github
    if (!request.url?.startsWith(`${apiRoot}/`)) {
      if (ofGit.test(new URL(request.url ?? '/', 'http://host').pathname))
        return serveGit(world, tokens, request, response)
      violate(`${request.method} ${request.url}: The path is neither the API’s nor git’s.`)
      return response.writeHead(400).end()
    }
    return answerCall(github, calls, request, response).catch((error: unknown) => {
      violate(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    apiUrl: `${serverUrl}${apiRoot}`,
    serverUrl,
    calls,
    answerFrom(answering) {
      github = answering
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const answerCall = async (
  github: Answering,
  calls: Logged[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const { pathname, search } = new URL(request.url ?? '/', 'http://host')
  const path = pathname.slice(apiRoot.length)
  const received: Received = {
    method: request.method ?? 'GET',
    path,
    query: search.slice(1),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    ),
    body: parseBody(text),
  }
  const given = await answer(github, received)
  const logged = { method: received.method, path: path + search, body: received.body }
  if (typeof given === 'string') {
    calls.push({ ...logged, status: 0 })
    if (given === 'hang-up') response.destroy()
    return
  }
  calls.push({ ...logged, status: given.status })
  const { status, body, headers = {} } = given
  const raw = typeof body === 'string' || Buffer.isBuffer(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-github-request-id': '0000:000000:000000:000000:00000000',
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
    ...headers,
  })
  response.end(body === undefined ? undefined : raw ? body : JSON.stringify(body))
}

/** What a body says; text that is no JSON stays as it is, and does not fit. */
const parseBody = (text: string): unknown => {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
