import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request that came. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: unknown
}

/** What is answered: `cut` breaks the connection before the end of the body, and `never` keeps it without a word. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly cut?: boolean
  readonly never?: boolean
}

/** A server that answers as it is told, for what no description of an API has: broken answers and refusals. */
export const startApiServer = async (answer: (request: Request, count: number) => Answer) => {
  const requests: Request[] = []
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const { method = '', url: path = '', headers } = incoming
    const request = { method, path, headers, body: text === '' ? undefined : JSON.parse(text) }
    requests.push(request)
    const { status = 200, headers: more = {}, body = {}, cut, never } = answer(request, requests.length)
    if (never) return
    const out = Buffer.from(JSON.stringify(body))
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': out.length,
      ...more,
    })
    if (cut) response.write(out.subarray(0, out.length - 1), () => response.destroy())
    else response.end(out)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
