import { Agent, type IncomingMessage, request } from 'node:http'
import type { Duplex, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { operation } from '../operations.ts'

/** A request to the Docker Engine API. */
export interface EngineCall {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Path without a version: the engine then speaks its own newest, and only fields of 1.41 are used. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Headers beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>>
  /** Seconds until it is given up. */
  readonly deadlineSeconds?: number
  readonly signal?: AbortSignal | undefined
}

/** The Docker engine of a server. */
export interface Engine {
  /** Sends a request and gives the answer's JSON; an error status throws an EngineError. */
  call<T>(call: EngineCall): Promise<T>
  /** Sends a request whose answer is a stream of JSON lines, and gives each to `onLine`. */
  stream(call: EngineCall, onLine: (line: Readonly<Record<string, unknown>>) => void): Promise<void>
  /** Sends a request and gives the answer's body as it comes. */
  read(call: EngineCall): Promise<Readable>
  /** Closes idle connections. */
  close(): void
}

/** An answer of the engine with an error status, and its message. */
export class EngineError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'EngineError'
    this.status = status
  }
}

/**
 * A client of the Engine API over streams that `open` gives, one for each request under way; they are kept for
 * further requests.
 */
export const engineClient = (open: () => Promise<Duplex>, maxStreams: number): Engine => {
  const agent = new Agent({ keepAlive: true, maxSockets: maxStreams })
  agent.createConnection = (_options, callback) => {
    open().then(
      (stream) => callback?.(null, asSocket(stream)),
      (error: Error) => callback?.(error, undefined as never),
    )
    return undefined
  }

  const send = (call: EngineCall): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const body = call.body === undefined ? undefined : Buffer.from(JSON.stringify(call.body))
      const outgoing = request(
        {
          agent,
          method: call.method,
          path: call.query ? `${call.path}?${new URLSearchParams(call.query)}` : call.path,
          headers: {
            host: 'docker',
            'content-length': body?.length ?? 0,
            ...(body && { 'content-type': 'application/json' }),
            ...call.headers,
          },
          signal: AbortSignal.any([
            AbortSignal.timeout((call.deadlineSeconds ?? 120) * 1000),
            ...(call.signal ? [call.signal] : []),
          ]),
        },
        resolve,
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })

  const checked = async (call: EngineCall): Promise<IncomingMessage> => {
    const answer = await send(call)
    const status = answer.statusCode ?? 0
    if (status >= 400) {
      const content = await text(answer)
      throw new EngineError(status, messageOf(content))
    }
    return answer
  }

  return {
    async call<T>(call: EngineCall) {
      const content = await operation('engine', nameOf(call), async () => text(await checked(call)))
      return (content ? JSON.parse(content) : undefined) as T
    },
    stream: (call, onLine) =>
      operation('engine', nameOf(call), async () => {
        const answer = await checked(call)
        let rest = ''
        for await (const chunk of answer) {
          const lines = (rest + String(chunk)).split('\n')
          rest = lines.pop() ?? ''
          for (const line of lines) if (line.trim()) onLine(JSON.parse(line))
        }
        if (rest.trim()) onLine(JSON.parse(rest))
      }),
    read: checked,
    close: () => agent.destroy(),
  }
}

const nameOf = ({ method, path }: EngineCall): string => `${method} ${path}`

const messageOf = (content: string): string => {
  try {
    return (JSON.parse(content) as { message: string }).message
  } catch {
    return content
  }
}

/** node:http calls these on what it takes for a TCP socket. */
const asSocket = (stream: Duplex): Duplex => {
  const self = () => stream
  return Object.assign(stream, {
    setKeepAlive: self,
    setNoDelay: self,
    setTimeout: self,
    ref: self,
    unref: self,
  })
}
