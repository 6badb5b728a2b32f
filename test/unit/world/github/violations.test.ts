import { expect, test } from 'vitest'
import { ok } from '../../../world/github/operation.ts'
import { refusal, repo, setStage } from './client.ts'

const isOurs = { status: 400, message: expect.stringContaining('The fake of GitHub\u2019s API') }

test.for([
  ['a call that nobody describes', 'GET', '/repos/octo-org/octo-repo/nothing', undefined, 'not described'],
  ['another method', 'PUT', '/repos/octo-org/octo-repo/keys', undefined, 'not described'],
  [
    'a parameter of a wrong type',
    'GET',
    '/repos/octo-org/octo-repo/keys/seven',
    undefined,
    '/path/key_id must be integer',
  ],
  [
    'a word that is none',
    'GET',
    '/repos/octo-org/octo-repo/pulls?state=opened',
    undefined,
    '/query/state must be equal',
  ],
  [
    'a parameter that there is not',
    'GET',
    '/repos/octo-org/octo-repo/pulls?author=me',
    undefined,
    '"author"',
  ],
  [
    'a body that lacks something',
    'POST',
    '/repos/octo-org/octo-repo/keys',
    { title: 'x' },
    '"missingProperty":"key"',
  ],
  ['no body', 'POST', '/repos/octo-org/octo-repo/keys', undefined, '"missingProperty":"requestBody"'],
  [
    'a property of a wrong type',
    'POST',
    '/repos/octo-org/octo-repo/deployments',
    { ref: 'main', auto_merge: 'no' },
    '/requestBody/auto_merge must be boolean',
  ],
  [
    'a misspelled property',
    'POST',
    '/repos/octo-org/octo-repo/deployments',
    { ref: 'main', autoMerge: false },
    '"autoMerge"',
  ],
  [
    'a state that is none',
    'POST',
    '/repos/octo-org/octo-repo/deployments/1/statuses',
    { state: 'done' },
    '/requestBody/state must be equal',
  ],
  [
    'a parameter of a call that takes no body',
    'DELETE',
    '/repos/octo-org/octo-repo/keys/1',
    { force: true },
    'The call takes no body',
  ],
] as const)('%s is a violation', async ([, method, url, data, said]) => {
  const stage = await setStage()
  const client = stage.client({ administration: 'write', deployments: 'write' })
  const call = client.request({ method, url, ...(data && { data }) })
  expect(await refusal(call)).toMatchObject(isOurs)
  expect(stage.github.violations).toEqual([expect.stringContaining(said)])
  // Whoever forgets to ask is told by the end of the test.
  await expect(stage[Symbol.asyncDispose]()).rejects.toThrow(said)
})

test('a call beside the API that is not git’s is a violation', async () => {
  const stage = await setStage()
  const { github } = stage
  expect(await fetch(`${github.serverUrl}/repos/octo-org/octo-repo`)).toMatchObject({ status: 400 })
  await fetch(`${github.serverUrl}/octo-org/octo-repo.git/info/refs?service=git-upload-pack`)
  expect(github.violations).toEqual([expect.stringContaining('GET /repos/octo-org/octo-repo')])
  await expect(stage[Symbol.asyncDispose]()).rejects.toThrow('neither the API’s nor git’s')
})

test.for([
  ['lacks what is required', ok({ id: 1 }), "must have required property 'archive_url'"],
  ['has a wrong type', ok([{}]), 'must be object'],
  ['has a status that is not described', { status: 202, body: {} }, '202 is no described answer'],
  ['refuses without a word', { status: 403, body: {} }, 'has no message'],
] as const)('an answer of the fake itself that %s is a violation', async ([, wrong, said]) => {
  await using stage = await setStage({
    operations: { 'repos/get': { scope: 'repository', need: [], isPublic: true, answer: () => wrong } },
  })
  expect(await refusal(stage.client().rest.repos.get(repo))).toMatchObject(isOurs)
  expect(() => stage.github.expectNoViolations()).toThrow(said)
})

test('an answer of the fake itself that has more than the description is a violation', async () => {
  const extra = {
    'repos/list-deploy-keys': [
      { id: 1, key: 'k', url: 'u', title: 't', verified: true, created_at: '', read_only: true, owner: 'x' },
    ],
    'repos/get-collaborator-permission-level': {
      permission: 'read',
      role_name: 'read',
      user: null,
      level: 1,
    },
  }
  await using stage = await setStage({
    operations: Object.fromEntries(
      Object.entries(extra).map(([name, body]) => [
        name,
        { scope: 'repository', need: [], isPublic: true, answer: () => ok(body) },
      ]),
    ),
  })
  const { repos } = stage.client().rest
  await refusal(repos.listDeployKeys(repo))
  await refusal(repos.getCollaboratorPermissionLevel({ ...repo, username: 'octocat' }))
  const said = /\/\*\/owner is not described.*\/level is not described/s
  expect(() => stage.github.expectNoViolations()).toThrow(said)
})

test('what the description allows is none', async () => {
  await using stage = await setStage()
  const { rest } = stage.client({ contents: 'read' })
  await rest.repos.getContent({ ...repo, path: 'deep/nothing.txt' }).catch(() => {})
  await rest.pulls.list({ ...repo, state: 'all', per_page: 100 })
  expect(stage.github.violations).toEqual([])
  expect(stage.github.calls.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
    'GET /repos/octo-org/octo-repo/contents/deep%2Fnothing.txt 404',
    'GET /repos/octo-org/octo-repo/pulls?state=all&per_page=100 200',
  ])
})
