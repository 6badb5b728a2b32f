import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { openApi } from '../../../src/github/api.ts'
import { maskSecret } from '../../../src/github/mask.ts'
import { startApiServer } from './api-server.ts'

// Some wait as long as a run does.
vi.setConfig({ testTimeout: 30_000 })
afterEach(() => void vi.restoreAllMocks())

const open = (apiUrl: string, signal?: AbortSignal) => {
  const warnings: string[] = []
  const api = openApi({
    apiUrl,
    token: 'a-token',
    repository: 'acme/shop',
    warn: (text) => warnings.push(text),
    ...(signal && { signal }),
  })
  const list = () =>
    api.attempt({ what: 'list the deployments', permission: 'deployments: read' }, ({ rest }) =>
      rest.repos.listDeployments(api.repo),
    )
  const create = (description = 'one') =>
    api.attempt({ what: 'record the deployment', permission: 'deployments: write' }, ({ rest }) =>
      rest.repos.createDeployment({ ...api.repo, ref: 'a'.repeat(40), description }),
    )
  return { api, warnings, list, create }
}

test('asks the API of the address that is given, as whom it is', async () => {
  await using server = await startApiServer(() => ({ body: [] }))
  const { list } = open(`${server.url}/api/v3`)
  expect(await list()).toMatchObject({ data: [] })
  expect(server.requests[0]?.path).toBe('/api/v3/repos/acme/shop/deployments')
  expect(server.requests[0]?.headers['user-agent']).toMatch(/^jetee-deploy /)
  expect(server.requests[0]?.headers.authorization).toBe('token a-token')
})

test('reads again what failed, but creates nothing twice', async () => {
  await using server = await startApiServer((_, count) => ({ status: count === 1 ? 502 : 200, body: [] }))
  const { list, warnings } = open(server.url)
  expect(await list()).toMatchObject({ data: [] })
  expect(server.requests).toHaveLength(2)
  expect(warnings).toEqual([])

  await using failing = await startApiServer(() => ({ status: 502, body: { message: 'Bad Gateway' } }))
  const writing = open(failing.url)
  expect(await writing.create()).toBeUndefined()
  expect(failing.requests).toHaveLength(1)
  expect(writing.warnings).toEqual([
    'GitHub’s API failed (502 Bad Gateway): this run could not record the deployment',
  ])
})

test('knows a permission that the run has by a call that was let through', async () => {
  const gone = { status: 404, body: { message: 'Not Found' } }
  await using server = await startApiServer((_, count) => (count === 2 ? { body: [] } : gone))
  const { list, warnings } = open(server.url)
  expect(await list()).toBeUndefined()
  expect(await list()).toMatchObject({ data: [] })
  expect(await list()).toBeUndefined()
  expect(warnings).toEqual([
    expect.stringContaining('need the line `deployments: read`'),
    'This run could not list the deployments: Not Found',
  ])
})

test('takes no part of an answer for the whole', async () => {
  await using server = await startApiServer((_, count) => ({ body: [{ id: 1 }], cut: count === 1 }))
  const { list } = open(server.url)
  expect(await list()).toMatchObject({ data: [{ id: 1 }] })
  expect(server.requests).toHaveLength(2)
})

test('when nobody is there, says so once, and waits once', async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  const { list, create, warnings } = open(`http://127.0.0.1:${port}`)
  const begun = performance.now()
  await list()
  expect(performance.now() - begun).toBeGreaterThan(3500)
  const later = performance.now()
  await create()
  await list()
  expect(performance.now() - later).toBeLessThan(3000)
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toMatch(/^GitHub’s API did not answer \(.*ECONNREFUSED/)
})

test('names a missing permission once, however many calls need it', async () => {
  await using server = await startApiServer(() => ({
    status: 403,
    body: {
      message: 'Resource not accessible by integration',
      documentation_url: 'https://docs.github.com/',
    },
  }))
  const { list, create, warnings } = open(server.url)
  await Promise.all([create(), create()])
  await create()
  await list()
  expect(warnings).toEqual([
    'GitHub did not let this run record the deployment (Resource not accessible by integration): the job’s `permissions:` need the line `deployments: write`',
    'GitHub did not let this run list the deployments (Resource not accessible by integration): the job’s `permissions:` need the line `deployments: read`',
  ])
})

test('waits for a limit that ends soon, and asks nothing more under one that does not', async () => {
  await using server = await startApiServer((_, count) =>
    count === 1 ? { status: 429, headers: { 'retry-after': '1' } } : { body: [] },
  )
  const soon = open(server.url)
  expect(await soon.create()).toBeDefined()
  expect(server.requests).toHaveLength(2)

  const reset = String(Math.round(Date.now() / 1000) + 1800)
  await using limited = await startApiServer(() => ({
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
    body: { message: 'API rate limit exceeded' },
  }))
  const late = open(limited.url)
  await late.list()
  await late.create()
  expect(limited.requests).toHaveLength(1)
  expect(late.warnings).toHaveLength(1)
  expect(late.warnings[0]).toMatch(/until \d\d:\d\d:\d\d UTC \(API rate limit exceeded\)/)
})

test.each([
  ['a request', { never: true }],
  ['a wait between two', { status: 503 }],
])('its signal ends %s', async (_, answer) => {
  const stop = new AbortController()
  await using server = await startApiServer(() => answer)
  const { list, warnings } = open(server.url, stop.signal)
  const begun = performance.now()
  setTimeout(() => stop.abort(new Error('the run has ended')), 200)
  await list()
  expect(performance.now() - begun).toBeLessThan(3500)
  expect(warnings).toEqual([
    'GitHub’s API did not answer (the run has ended): this run could not list the deployments',
  ])
})

test('sends no secret to GitHub, in whatever form', async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const secret = 'top/secret+value'
  maskSecret(secret)
  await using server = await startApiServer(() => ({ status: 201, body: { id: 1 } }))
  const { create } = open(server.url)
  await create(`psql: ${secret}, ${encodeURIComponent(secret)}, ${btoa(`user:${secret}`)}`)
  const description = String(Object(server.requests[0]?.body).description)
  expect(description).toMatch(/^psql: \*\*\*, \*\*\*, /)
  expect(description).not.toContain(btoa(`user:${secret}`).slice(8, -4))
})
