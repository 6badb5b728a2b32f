import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A way to GitHub on which the answer to the first call of a kind is lost, once GitHub has done what it says. */
export const forgetfulRelay = async (apiUrl: string, kind: RegExp) => {
  let forgotten = 0
  const relay = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = 'GET', url = '', headers } = request
    const answer = await fetch(`${apiUrl}${url}`, {
      method,
      headers: { authorization: headers.authorization ?? '', 'content-type': 'application/json' },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    })
    if (forgotten === 0 && kind.test(`${method} ${url}`)) {
      forgotten += 1
      return void response.destroy()
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  })
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  return {
    url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    get forgotten() {
      return forgotten
    },
    async [Symbol.asyncDispose]() {
      relay.closeAllConnections()
      relay.close()
    },
  }
}
