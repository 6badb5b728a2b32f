import { type Agent, type IncomingMessage, request as open } from 'node:http'
import type { Socket } from 'node:net'

/** Who is asked: the server's address, and the name of the site. */
export interface Target {
  readonly address: string
  readonly name: string
}

/** A request whose answer is known to the byte. */
export interface Question {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: Buffer
  readonly answer: Buffer
}

/** What came of a request. */
export type Outcome =
  | { readonly kind: 'ok'; readonly release: string; readonly ms: number }
  | { readonly kind: 'truncated' | 'failed'; readonly why: string }
  | { readonly kind: 'unsent' }

/** How long an answer may take, in milliseconds. */
const patience = 30_000

const judge = (response: IncomingMessage, body: Buffer, { answer }: Question, ms: number): Outcome => {
  if (response.statusCode !== 200) return { kind: 'failed', why: `status ${response.statusCode}` }
  if (body.equals(answer)) return { kind: 'ok', release: String(response.headers['x-release']), ms }
  const beginning = answer.subarray(0, body.length).equals(body)
  return beginning
    ? { kind: 'truncated', why: `${body.length} of ${answer.length} bytes` }
    : { kind: 'failed', why: 'another body' }
}

/**
 * Asks once, over a connection of the agent's or a new one. `unsent` is a connection that was kept open, and of which
 * it showed that the server had closed it, before a byte of this request was written: a browser would take another
 * one without a word. Anything else that goes wrong is a loss, also a reset right behind the first byte.
 */
const askOnce = (target: Target, question: Question, agent: Agent | false): Promise<Outcome> =>
  new Promise((resolve) => {
    const begun = performance.now()
    let socket: Socket | undefined
    let writtenBefore = 0
    let heard = 0
    const request = open({
      host: target.address,
      path: question.path,
      method: question.method,
      agent,
      headers: {
        host: target.name,
        ...(question.body && { 'content-length': question.body.length }),
        connection: agent ? 'keep-alive' : 'close',
      },
    })
    const fail = (error: NodeJS.ErrnoException) => {
      clearTimeout(deadline)
      const sent = socket === undefined || socket.bytesWritten > writtenBefore
      if (request.reusedSocket && !sent) return resolve({ kind: 'unsent' })
      const why = error.code ?? error.message
      const where = heard > 0 ? '' : request.reusedSocket ? ' on a kept connection' : ' on a new connection'
      resolve({ kind: heard > 0 ? 'truncated' : 'failed', why: `${why}${where}` })
    }
    const deadline = setTimeout(() => request.destroy(new Error('no answer in time')), patience)
    request.on('socket', (given) => {
      socket = given
      writtenBefore = given.bytesWritten
    })
    request.on('error', fail)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      heard = 1
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        clearTimeout(deadline)
        resolve(judge(response, Buffer.concat(chunks), question, performance.now() - begun))
      })
    })
    request.end(question.body)
  })

/** Asks until the request was sent; says how often it was tried on connections that were closed already. */
export const ask = async (
  target: Target,
  question: Question,
  agent: Agent | false,
): Promise<{ readonly outcome: Exclude<Outcome, { kind: 'unsent' }>; readonly unsent: number }> => {
  for (let unsent = 0; ; unsent++) {
    const outcome = await askOnce(target, question, agent)
    if (outcome.kind !== 'unsent') return { outcome, unsent }
  }
}
