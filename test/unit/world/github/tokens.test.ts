import { getOctokit } from '@actions/github'
import { expect, test } from 'vitest'
import { refusal, repo, setStage } from './client.ts'

test('an unknown token is refused, and one that was taken back', async () => {
  await using stage = await setStage()
  const { github } = stage
  const token = github.token()
  const { rest } = getOctokit(token, { baseUrl: github.apiUrl })
  await rest.repos.get(repo)
  github.revoke(token)
  expect(await refusal(rest.repos.get(repo))).toMatchObject({
    status: 401,
    message: expect.stringContaining('Bad credentials'),
  })
  const stranger = getOctokit('ghs_nobody', { baseUrl: github.apiUrl })
  expect(await refusal(stranger.rest.meta.get())).toMatchObject({ status: 401 })
})

test('a token without the permission is told which would do', async () => {
  await using stage = await setStage()
  await stage.repository.openPull({ branch: 'change' })
  const { rest } = stage.client({ deployments: 'read', contents: 'write' })
  expect(await refusal(rest.repos.createDeployment({ ...repo, ref: 'main' }))).toMatchObject({
    status: 403,
    message: expect.stringContaining('Resource not accessible by integration'),
    headers: { 'x-accepted-github-permissions': 'deployments=write' },
  })
  expect(await refusal(rest.issues.createComment({ ...repo, issue_number: 1, body: 'x' }))).toMatchObject({
    status: 403,
    headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
  })
  await rest.repos.listDeployments(repo)
})

test('to write includes to read, and either of two permissions will do', async () => {
  await using stage = await setStage({ private: true })
  await stage.repository.openPull({ branch: 'change' })
  for (const permissions of [{ issues: 'write' }, { 'pull-requests': 'write' }] as const) {
    const { rest } = stage.client(permissions)
    await rest.issues.createComment({ ...repo, issue_number: 1, body: 'x' })
    await rest.issues.listComments({ ...repo, issue_number: 1 })
  }
})

test('a job\u2019s token never has the permission for deploy keys', async () => {
  await using stage = await setStage()
  const { rest } = stage.client({ actions: 'write', contents: 'write', deployments: 'write' })
  expect(await refusal(rest.repos.listDeployKeys(repo))).toMatchObject({ status: 403 })
  expect(await refusal(rest.repos.createDeployKey({ ...repo, key: 'ssh-ed25519 A' }))).toMatchObject({
    status: 403,
    headers: { 'x-accepted-github-permissions': 'administration=write' },
  })
  expect(() => stage.github.token({ administration: 'write' }, { kind: 'job' })).toThrow('never')
  expect(await refusal(rest.users.getAuthenticated())).toMatchObject({ status: 403 })
})

test('what is public anybody may read, and nobody write without a token', async () => {
  await using stage = await setStage()
  const url = `${stage.github.apiUrl}/repos/octo-org/octo-repo`
  for (const path of ['', '/pulls', '/deployments', '/contents/README.md'])
    expect((await fetch(url + path)).status, path).toBe(200)
  expect((await fetch(`${url}/keys`)).status).toBe(401)
  expect(
    (
      await fetch(`${url}/deployments`, {
        method: 'POST',
        body: '{"ref":"main"}',
        headers: { 'content-type': 'application/json' },
      })
    ).status,
  ).toBe(401)
})

test('a private repository is not there for whoever may not see it', async () => {
  await using stage = await setStage({ private: true })
  const elsewhere = stage.client({ contents: 'read' }, { repositories: ['octo-org/another'] })
  expect(await refusal(elsewhere.rest.repos.get(repo))).toMatchObject({ status: 404 })
  expect((await fetch(`${stage.github.apiUrl}/repos/octo-org/octo-repo`)).status).toBe(404)
  const without = stage.client({ deployments: 'write' })
  expect((await without.rest.repos.get(repo)).data.private).toBe(true)
  expect(await refusal(without.rest.repos.getContent({ ...repo, path: 'README.md' }))).toMatchObject({
    status: 403,
  })
})

test('a job’s token reaches its own repository alone, and what is public', async () => {
  await using stage = await setStage({ private: true })
  const { github, origin } = stage
  for (const name of ['closed', 'open'])
    github.addRepository(`octo-org/${name}`, origin, { private: name === 'closed' })
  const permissions = { contents: 'read', deployments: 'write' } as const
  const { repos } = stage.client(permissions).rest
  await repos.get(repo)
  await repos.get({ ...repo, repo: 'open' })
  expect(await refusal(repos.get({ ...repo, repo: 'closed' }))).toMatchObject({ status: 404 })
  expect(await refusal(repos.createDeployment({ ...repo, repo: 'open', ref: 'main' }))).toMatchObject({
    status: 403,
  })
  const elsewhere = { ...repo, repo: 'closed' }
  await stage.client(permissions, { repositories: ['octo-org/closed'] }).rest.repos.get(elsewhere)
  await stage.client(permissions, { kind: 'person' }).rest.repos.get(elsewhere)
})

test('a person\u2019s token is a person\u2019s', async () => {
  await using stage = await setStage()
  const client = stage.client({ 'pull-requests': 'write' }, { kind: 'person', login: 'mona' })
  expect((await client.rest.users.getAuthenticated()).data.login).toBe('mona')
  await stage.repository.openPull({ branch: 'change' })
  const { data } = await client.rest.issues.createComment({ ...repo, issue_number: 1, body: 'x' })
  expect(data.user).toMatchObject({ login: 'mona', type: 'User' })
  const { data: bots } = await stage
    .client({ issues: 'write' })
    .rest.issues.createComment({ ...repo, issue_number: 1, body: 'x' })
  expect(bots.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' })
  expect(await refusal(client.rest.repos.createDeployment({ ...repo, ref: 'main' }))).toMatchObject({
    status: 403,
    message: expect.stringContaining('Resource not accessible by personal access token'),
  })
})
