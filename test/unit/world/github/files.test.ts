import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { git } from '../../../world/checkout.ts'
import { tryCommand } from '../../../world/command.ts'
import { refusal, repo, type Stage, setStage } from './client.ts'

const read = { contents: 'read' } as const

test('a file is given at any ref, as text of its own or in base64, large ones as text alone', async () => {
  await using stage = await setStage({ private: true })
  const { origin } = stage
  const first = await origin.commit({ 'deep/a file.yml': 'one: 1\n' })
  await origin.commit({ 'deep/a file.yml': 'two: 2\n', 'large.txt': 'x'.repeat(1024 * 1024 + 1) })
  const { rest } = stage.client(read)
  const file = { ...repo, path: 'deep/a file.yml' }
  const text = async (more: object) => {
    const { data } = await rest.repos.getContent({ ...file, ...more })
    if (!('content' in data)) throw new Error('It is no file.')
    return Buffer.from(data.content, 'base64').toString()
  }
  expect(await text({})).toBe('two: 2\n')
  expect(await text({ ref: first })).toBe('one: 1\n')
  expect(await text({ ref: 'refs/heads/main' })).toBe('two: 2\n')
  expect(await refusal(text({ ref: 'nowhere' }))).toMatchObject({
    status: 404,
    message: expect.stringContaining('No commit found for the ref nowhere'),
  })
  expect(await refusal(text({ path: 'deep/none.yml' }))).toMatchObject({ status: 404 })
  const raw = (path: string) => rest.repos.getContent({ ...repo, path, mediaType: { format: 'raw' } })
  expect((await raw('deep/a file.yml')).data).toBe('two: 2\n')
  expect((await rest.repos.getContent({ ...repo, path: 'large.txt' })).data).toMatchObject({
    content: '',
    encoding: 'none',
  })
  expect((await raw('large.txt')).data).toHaveLength(1024 * 1024 + 1)
})

test('a folder is a list, a link says where it leads, a submodule where it is from', async () => {
  await using stage = await setStage()
  const { folder } = stage.origin
  await symlink('README.md', join(folder, 'link.md'))
  const sub = await stage.origin.head('change')
  await writeFile(join(folder, '.gitmodules'), '[submodule "lib"]\n\tpath = libs/one\n\turl = ../one.git\n')
  await git(folder, 'checkout', '--quiet', 'main')
  await git(folder, 'add', '.gitmodules', 'link.md')
  await git(folder, 'update-index', '--add', '--cacheinfo', `160000,${sub},libs/one`)
  await git(folder, 'commit', '--quiet', '--message', 'Add a submodule')
  const { rest } = stage.client(read)
  const get = async (path: string) => (await rest.repos.getContent({ ...repo, path })).data
  expect(await get('')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'libs', type: 'dir' }),
      expect.objectContaining({ name: 'README.md', type: 'file', size: 7 }),
    ]),
  )
  expect(await get('link.md')).toMatchObject({ type: 'symlink', target: 'README.md' })
  expect(await get('libs/one')).toMatchObject({
    type: 'submodule',
    sha: sub,
    submodule_git_url: `${stage.github.serverUrl}/octo-org/one.git`,
  })
})

test('workflows are those of the default branch, and only those that say so are started', async () => {
  await using stage = await setStage()
  await stage.origin.commit({
    '.github/workflows/deploy.yml': 'name: Deploy\non:\n  workflow_dispatch:\n  push:\njobs: {}\n',
    '.github/workflows/lint.yaml': 'on: push\njobs: {}\n',
  })
  const { rest } = stage.client({ actions: 'write' })
  const { data } = await rest.actions.listRepoWorkflows(repo)
  expect(data.workflows.map(({ name, path }) => `${name} ${path}`)).toEqual([
    'Deploy .github/workflows/deploy.yml',
    '.github/workflows/lint.yaml .github/workflows/lint.yaml',
  ])
  const start = (workflow_id: string, ref = 'main') =>
    rest.actions.createWorkflowDispatch({ ...repo, workflow_id, ref, inputs: { command: 'rollback' } })
  await start('deploy.yml')
  expect(stage.repository.dispatches).toEqual([
    { workflow: '.github/workflows/deploy.yml', ref: 'main', inputs: { command: 'rollback' } },
  ])
  expect(await refusal(start('lint.yaml'))).toMatchObject({ status: 422 })
  expect(await refusal(start('deploy.yml', 'nowhere'))).toMatchObject({ status: 422 })
  expect(await refusal(start('none.yml'))).toMatchObject({ status: 404 })
})

/** Asks for a repository's branches by git, over HTTP. */
const branchesOf = async ({ github }: Stage, token: string, name = 'octo-org/octo-repo') => {
  const url = `${github.serverUrl.replace('://', token ? `://x-access-token:${token}@` : '://')}/${name}`
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_GLOBAL: '/dev/null' }
  const { code, stdout, stderr } = await tryCommand('git', ['ls-remote', '--heads', url], { env })
  return code === 0 ? stdout.trim().split('\n').length : stderr
}

test('git clones over HTTP with the tokens of the API', async () => {
  await using stage = await setStage({ private: true })
  const { github } = stage
  const token = github.token(read)
  expect(await branchesOf(stage, token)).toBe(2)
  expect(await branchesOf(stage, token, 'octo-org/octo-repo.git')).toBe(2)
  expect(await branchesOf(stage, token, 'octo-org/none')).toContain('not found')
  expect(await branchesOf(stage, '')).toContain('could not read Username')
  expect(await branchesOf(stage, github.token({ deployments: 'write' }))).toContain('403')
  expect(await branchesOf(stage, github.token(read, { repositories: ['octo-org/another'] }))).toContain(
    'not found',
  )
  github.revoke(token)
  expect(await branchesOf(stage, token)).toContain('Authentication failed')
})

test('what is public is cloned without a token, and pushed to by those who may', async () => {
  await using stage = await setStage()
  const { github, origin } = stage
  expect(await branchesOf(stage, '')).toBe(2)
  const push = async (token: string) => {
    const url = `${github.serverUrl.replace('://', `://x-access-token:${token}@`)}/octo-org/octo-repo`
    const pushed = await tryCommand('git', [
      '-C',
      origin.folder,
      'push',
      '--quiet',
      url,
      'main:refs/heads/pushed',
    ])
    return pushed.code === 0 ? origin.head('pushed') : pushed.stderr
  }
  expect(await push(github.token(read))).toContain('403')
  expect(await push(github.token({ contents: 'write' }))).toBe(await origin.head())
})
