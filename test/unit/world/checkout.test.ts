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
