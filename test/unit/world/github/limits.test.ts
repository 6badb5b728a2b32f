import { expect, test } from 'vitest'
import { newRepository } from '../../../world/checkout.ts'
import { primaryLimit, secondaryLimit } from '../../../world/github/faults.ts'
import { newKeyPair } from '../../../world/keys.ts'
import { refusal, repo, setStage } from './client.ts'

test('a comment of up to 65,536 characters is taken, and none that is empty', async () => {
  await using stage = await setStage()
  await stage.repository.openPull({ branch: 'change' })
  const { rest } = stage.client({ 'pull-requests': 'write' })
  const comment = { ...repo, issue_number: 1 }
  const { data } = await rest.issues.createComment({ ...comment, body: 'x'.repeat(65_536) })
  for (const body of ['x'.repeat(65_537), ' '])
    for (const call of [
      rest.issues.createComment({ ...comment, body }),
      rest.issues.updateComment({ ...repo, comment_id: data.id, body }),
    ])
      expect(await refusal(call)).toMatchObject({ status: 422 })
})

test('lists come in pages of 30, and of 100 at most, whose header leads on', async () => {
  await using stage = await setStage()
  await stage.repository.openPull({ branch: 'change' })
  for (let number = 1; number <= 205; number++) stage.repository.comment(1, 'octocat', `${number}`)
  const client = stage.client({ 'pull-requests': 'read' })
  const list = (page: object) => client.rest.issues.listComments({ ...repo, issue_number: 1, ...page })
  expect((await list({})).data).toHaveLength(30)
  const second = await list({ per_page: 1000, page: 2 })
  expect(second.data.map(({ body }) => body)).toEqual(
    Array.from({ length: 100 }, (_, index) => `${index + 101}`),
  )
  const rels = [...(second.headers.link ?? '').matchAll(/[?&]page=(\d+)[^>]*>; rel="(\w+)"/g)].map(
    ([, page, rel]) => `${rel} ${page}`,
  )
  expect(rels).toEqual(['prev 1', 'next 3', 'last 3', 'first 1'])
  const all = await client.paginate(client.rest.issues.listComments, { ...repo, issue_number: 1 })
  expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 205 }, (_, index) => `${index + 1}`))
})

test('a deploy key opens one repository only, and is kept without its comment', async () => {
  await using stage = await setStage()
  await using other = await newRepository(stage.origin.folder)
  const another = stage.github.addRepository('octo-org/another', other)
  const { rest } = stage.client({ administration: 'write' })
  const { publicKey } = await newKeyPair()
  const key = { ...repo, title: 'shop at web', key: publicKey }
  const { data } = await rest.repos.createDeployKey({ ...key, read_only: true })
  expect(data).toMatchObject({
    title: 'shop at web',
    read_only: true,
    key: publicKey.split(' ').slice(0, 2).join(' '),
  })
  const inUse = { status: 422, message: expect.stringContaining('key is already in use') }
  expect(await refusal(rest.repos.createDeployKey({ ...key, key: `${publicKey}-too` }))).toMatchObject(inUse)
  expect(await refusal(rest.repos.createDeployKey({ ...key, repo: 'another' }))).toMatchObject(inUse)
  await rest.repos.deleteDeployKey({ ...repo, key_id: data.id })
  expect(await refusal(rest.repos.getDeployKey({ ...repo, key_id: data.id }))).toMatchObject({ status: 404 })
  // Who does not ask for less may write.
  expect((await rest.repos.createDeployKey({ ...key, repo: 'another' })).data.read_only).toBe(false)
  expect(another.keys).toHaveLength(1)
})

test.for(['', 'ssh-ed25519', 'ssh-ed25519 AAAA', 'ssh-dss AAAAC3NzaC1lZDI1NTE5AAAAI', 'not a key'])(
  '%o is no deploy key',
  async (key) => {
    await using stage = await setStage()
    const { rest } = stage.client({ administration: 'write' })
    expect(await refusal(rest.repos.createDeployKey({ ...repo, title: 'x', key }))).toMatchObject({
      status: 422,
      message: expect.stringContaining('key is invalid'),
    })
  },
)

test('calls fail on demand: so many, of a kind, with what a limit says', async () => {
  await using stage = await setStage()
  const { github } = stage
  const { rest } = stage.client({ deployments: 'write' })
  const create = () =>
    rest.repos.createDeployment({ ...repo, ref: 'main', auto_merge: false, required_contexts: [] })
  github.failNext({ status: 502, times: 2, match: /^POST .*\/deployments$/ })
  await rest.repos.get(repo)
  for (const _ of [1, 2]) expect(await refusal(create())).toMatchObject({ status: 502 })
  await create()
  github.failNext(secondaryLimit(7))
  expect(await refusal(create())).toMatchObject({
    status: 403,
    message: expect.stringContaining('secondary rate limit'),
    headers: { 'retry-after': '7' },
  })
  github.failNext(primaryLimit(60, 429))
  expect(await refusal(create())).toMatchObject({ status: 429, headers: { 'x-ratelimit-remaining': '0' } })
  github.failNext({ status: 'hang-up' })
  expect(await refusal(create())).toMatchObject({ status: 500 })
  github.failNext({ status: 'silence' })
  const url = `${github.apiUrl}/meta`
  const control = new AbortController()
  const unanswered = expect(fetch(url, { signal: control.signal })).rejects.toThrow('no answer')
  await expect.poll(() => github.calls.length, { timeout: 10_000 }).toBe(8)
  setTimeout(() => control.abort(new Error('no answer')), 300)
  await unanswered
  expect(github.calls.map(({ status }) => status)).toEqual([200, 502, 502, 201, 403, 429, 0, 0])
  expect(stage.repository.deployments).toHaveLength(1)
})

test('a GitHub Enterprise server names no host keys', async () => {
  for (const isEnterprise of [false, true]) {
    await using stage = await setStage({ isEnterprise })
    const { data } = await stage.client().rest.meta.get()
    expect('ssh_keys' in data).toBe(!isEnterprise)
  }
})
