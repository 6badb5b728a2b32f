import { expect, test } from 'vitest'
import { git, newRepository } from '../../../world/checkout.ts'
import { asTarget, checkPayload, type Delivery } from '../../../world/github/delivery.ts'
import { repo, setStage } from './client.ts'

/** What tests look at in the payload of a pull request's event. */
type Told = {
  readonly action: string
  readonly number: number
  readonly pull_request: {
    readonly state: string
    readonly merged: boolean
    readonly head: {
      readonly sha: string
      readonly repo: { readonly full_name: string; readonly fork: boolean } | null
    }
    readonly base: { readonly sha: string }
    readonly labels: readonly { readonly name: string }[]
    readonly html_url: string
    readonly mergeable: boolean | null
  }
}
const told = ({ payload }: Delivery) => payload as unknown as Told

test('a pull request that is opened, pushed to, labelled, closed and reopened tells of itself as GitHub does', async () => {
  await using stage = await setStage()
  const { repository, origin, github } = stage
  const { folder } = origin
  const opened = await repository.openPull({ branch: 'change', title: 'Say hello' })
  expect(opened).toMatchObject({
    name: 'pull_request',
    context: {
      event_name: 'pull_request',
      ref: 'refs/pull/1/merge',
      head_ref: 'change',
      base_ref: 'main',
      actor: 'octocat',
    },
  })
  expect(told(opened)).toMatchObject({
    action: 'opened',
    number: 1,
    pull_request: {
      state: 'open',
      mergeable: true,
      html_url: `${github.serverUrl}/octo-org/octo-repo/pull/1`,
    },
  })
  expect(JSON.stringify(opened.payload)).not.toMatch(/Codertocat|Hello-World|api\.github\.com/)
  expect(await git(folder, 'rev-parse', 'refs/pull/1/head')).toBe(await origin.head('change'))
  expect(opened.context.sha).toBe(await git(folder, 'rev-parse', 'refs/pull/1/merge'))
  expect(await git(folder, 'ls-tree', '--name-only', 'refs/pull/1/merge')).toContain('new.txt')

  const before = told(opened).pull_request.head.sha
  const pushed = await repository.pushToPull(1, { 'more.txt': 'more' })
  expect(pushed.payload).toMatchObject({ action: 'synchronize', before, after: await origin.head('change') })
  expect(told(pushed).pull_request.head.sha).toBe(await git(folder, 'rev-parse', 'refs/pull/1/head'))

  const labelled = await repository.labelPull(1, 'preview', 'mona')
  expect(labelled.payload).toMatchObject({ label: { name: 'preview' }, sender: { login: 'mona' } })
  expect(told(labelled).pull_request.labels).toMatchObject([{ name: 'preview' }])
  const unlabelled = await repository.unlabelPull(1, 'preview')
  expect(unlabelled.payload).toMatchObject({ action: 'unlabeled', label: { name: 'preview' } })
  expect(told(unlabelled).pull_request.labels).toEqual([])

  expect(told(await repository.closePull(1)).pull_request).toMatchObject({ state: 'closed', merged: false })
  const { rest } = stage.client({ 'pull-requests': 'read' })
  expect((await rest.pulls.list(repo)).data).toEqual([])
  expect((await rest.pulls.get({ ...repo, pull_number: 1 })).data.state).toBe('closed')
  expect(told(await repository.reopenPull(1))).toMatchObject({
    action: 'reopened',
    pull_request: { state: 'open' },
  })
  expect((await rest.pulls.list(repo)).data).toHaveLength(1)
})

test('a merge lands on the base branch, where its workflows run', async () => {
  await using stage = await setStage()
  await stage.repository.openPull({ branch: 'change' })
  const closed = await stage.repository.closePull(1, { merge: true })
  expect(told(closed).pull_request).toMatchObject({ state: 'closed', merged: true })
  expect(closed.context).toMatchObject({ ref: 'refs/heads/main', sha: await stage.origin.head() })
  const { data } = await stage
    .client({ contents: 'read' })
    .rest.repos.getContent({ ...repo, path: 'new.txt' })
  expect(data).toMatchObject({ type: 'file', content: `${Buffer.from('new').toString('base64')}\n` })
  // What is committed next keeps it.
  await stage.origin.commit({ 'after.txt': '' })
  expect(await git(stage.origin.folder, 'ls-tree', '--name-only', 'main')).toMatch(
    /after\.txt\n(?:.*\n)*new\.txt/,
  )
})

test('a pull request that conflicts has no merge', async () => {
  await using stage = await setStage()
  await stage.origin.commit({ 'new.txt': 'another' })
  const opened = await stage.repository.openPull({ branch: 'change' })
  expect(told(opened).pull_request.mergeable).toBe(false)
  await expect(git(stage.origin.folder, 'rev-parse', '--verify', 'refs/pull/1/merge')).rejects.toThrow()
})

test('a fork\u2019s pull request names the fork, and its commits are there', async () => {
  await using stage = await setStage()
  await using copy = await newRepository(stage.origin.folder)
  await git(copy.folder, 'fetch', '--quiet', stage.origin.folder, 'main')
  await git(copy.folder, 'reset', '--quiet', '--hard', 'FETCH_HEAD')
  const sha = await copy.commit({ 'theirs.txt': '' }, { branch: 'theirs' })
  stage.github.addRepository('mona/octo-repo', copy, { fork: true })
  const opened = await stage.repository.openPull({ branch: 'theirs', from: 'mona/octo-repo', author: 'mona' })
  expect(told(opened).pull_request.head).toMatchObject({
    sha,
    repo: { full_name: 'mona/octo-repo', fork: true },
  })
  expect(await git(stage.origin.folder, 'rev-parse', 'refs/pull/1/head')).toBe(sha)
  const { rest } = stage.client({ contents: 'read' })
  const { data } = await rest.repos.getCollaboratorPermissionLevel({ ...repo, username: 'mona' })
  expect(data.permission).toBe('read')

  stage.github.removeRepository('mona/octo-repo')
  const closed = await stage.repository.closePull(1)
  expect(told(closed).pull_request.head).toMatchObject({ sha, repo: null })
})

test('for pull_request_target, a pull request\u2019s workflow runs on the default branch', async () => {
  await using stage = await setStage()
  await stage.origin.commit({}, { branch: 'next' })
  const target = asTarget(await stage.repository.openPull({ branch: 'change', base: 'next' }))
  expect(target).toMatchObject({
    name: 'pull_request_target',
    context: {
      event_name: 'pull_request_target',
      ref: 'refs/heads/main',
      sha: await stage.origin.head(),
      base_ref: 'next',
    },
  })
})

test('a push, a branch that is deleted and a workflow that is started tell of themselves', async () => {
  await using stage = await setStage()
  const { repository, origin } = stage
  const before = await origin.head()
  const pushed = await repository.push({ 'a.txt': '' })
  expect(pushed.payload).toMatchObject({
    ref: 'refs/heads/main',
    before,
    after: await origin.head(),
    created: false,
  })
  expect(pushed.context).toMatchObject({
    event_name: 'push',
    ref: 'refs/heads/main',
    sha: await origin.head(),
  })
  expect((await repository.push({}, { branch: 'fresh' })).payload).toMatchObject({
    created: true,
    before: '0'.repeat(40),
  })

  await repository.openPull({ branch: 'change' })
  const [deleted, closed, ...none] = await repository.deleteBranch('change', 'mona')
  expect(deleted).toMatchObject({
    name: 'delete',
    payload: { ref: 'change', ref_type: 'branch' },
    context: { ref: 'refs/heads/main', actor: 'mona' },
  })
  expect(closed?.payload).toMatchObject({ action: 'closed', pull_request: { state: 'closed' } })
  expect(none).toEqual([])
  await expect(origin.head('change')).rejects.toThrow()

  const started = await repository.dispatch({ branch: 'fresh', inputs: { command: 'rollback' } })
  expect(started).toMatchObject({
    name: 'workflow_dispatch',
    payload: { ref: 'refs/heads/fresh', inputs: { command: 'rollback' } },
    context: { sha: await origin.head('fresh') },
  })
})

test('a payload that GitHub would not send is none', async () => {
  await using stage = await setStage()
  const { payload } = await stage.repository.openPull({ branch: 'change' })
  expect(() => checkPayload('pull_request', { ...payload, number: 'one' })).toThrow(
    'data/number must be integer',
  )
  expect(() => checkPayload('pull_request', { ...payload, action: 'exploded' })).toThrow('There is no schema')
})
