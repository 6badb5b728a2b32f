import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, expect, test, vi } from 'vitest'
import { openApi } from '../../../src/github/api.ts'
import { startApiServer } from './api-server.ts'

afterAll(() => void vi.unstubAllEnvs())

test('goes through the proxy that the runner’s environment names', async () => {
  await using server = await startApiServer(() => ({ body: [] }))
  const asked: (string | undefined)[] = []
  // It takes whoever is asked for to the server above.
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url)
    const way = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      way.pipe(socket).pipe(way)
    })
    for (const end of [way, socket]) end.on('error', () => {})
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  // The client reads these when it is loaded, which is when it is first asked for.
  const apiUrl = 'http://github.example.com/api/v3'
  vi.stubEnv('http_proxy', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`)
  vi.stubEnv('no_proxy', '')
  vi.stubEnv('GITHUB_API_URL', apiUrl)
  const api = openApi({ apiUrl, token: 'a-token', repository: 'acme/shop', warn: () => {} })
  const wish = { what: 'list', permission: 'deployments: read' }
  const answer = await api.attempt(wish, ({ rest }) => rest.repos.listDeployments(api.repo))
  expect(answer?.data).toEqual([])
  expect(asked).toEqual(['github.example.com:80'])
  proxy.closeAllConnections()
  proxy.close()
})
