import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkout, git, newRepository } from '../../world/checkout.ts'

test('checks out one commit of a branch, as actions/checkout does', async () => {
  const source = await mkdtemp(join(tmpdir(), 'jetee-source-'))
  await writeFile(join(source, 'kept.txt'), 'as it was')
  await writeFile(join(source, 'gone.txt'), '')
  await using origin = await newRepository(source, { 'added.txt': 'new' })
  const sha = await origin.commit({ 'gone.txt': null, 'deep/file.txt': 'x' }, { message: 'Second' })
  await using workspace = await checkout({ origin })
  expect(workspace).toMatchObject({ sha, ref: 'refs/heads/main' })
  expect(await git(workspace.folder, 'rev-list', '--count', 'HEAD')).toBe('1')
  expect(await git(workspace.folder, 'log', '-1', '--format=%an %s')).toBe('Octo Cat Second')
  expect(await git(workspace.folder, 'remote', 'get-url', 'origin')).toBe(origin.url)
  expect(await git(workspace.folder, 'ls-files')).toBe('added.txt\ndeep/file.txt\nkept.txt')
  await rm(source, { recursive: true })
})

test('checks out the whole history of another branch, and leaves nothing behind', async () => {
  let folder: string
  {
    await using origin = await newRepository(import.meta.dirname)
    await origin.commit({ 'only-here.txt': '' }, { branch: 'feature/a' })
    await using workspace = await checkout({ origin, branch: 'feature/a', depth: 0 })
    folder = workspace.folder
    expect(await git(folder, 'rev-list', '--count', 'HEAD')).toBe('2')
    expect(await git(folder, 'branch', '--show-current')).toBe('feature/a')
    expect(await origin.head('main')).not.toBe(workspace.sha)
  }
  expect(existsSync(folder)).toBe(false)
})

test('commits on a branch on top of what it has, wherever it was committed last', async () => {
  await using origin = await newRepository(import.meta.dirname)
  const first = await origin.commit({ 'a.txt': '' }, { branch: 'feature/a' })
  const main = await origin.commit({ 'b.txt': '' })
  const second = await origin.commit({ 'c.txt': '' }, { branch: 'feature/a' })
  expect(await git(origin.folder, 'rev-parse', `${second}^`)).toBe(first)
  expect(await git(origin.folder, 'log', '--format=%s', 'feature/a')).not.toContain('b.txt')
  expect(await origin.head('main')).toBe(main)
})

test('checks out the merge commit of a pull request, as actions/checkout does for its events', async () => {
  await using origin = await newRepository(import.meta.dirname)
  const sha = await origin.commit({ 'a.txt': '' })
  await git(origin.folder, 'update-ref', 'refs/pull/1/merge', sha)
  await origin.commit({ 'b.txt': '' })
  for (const depth of [0, 1]) {
    await using workspace = await checkout({ origin, ref: 'refs/pull/1/merge', depth })
    expect(workspace).toMatchObject({ sha, ref: 'refs/pull/1/merge' })
    expect(await git(workspace.folder, 'rev-parse', 'HEAD', 'refs/remotes/pull/1/merge')).toBe(
      `${sha}\n${sha}`,
    )
    expect(await git(workspace.folder, 'branch', '--show-current')).toBe('')
  }
})
