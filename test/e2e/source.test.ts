import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newRepository } from '../world/checkout.ts'
import { type FakeGithub, startGithub } from '../world/github/github.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type DeployOptions, newSite, type Site } from './harness.ts'
import { committedTree, deployedTree } from './tree.ts'
import { ask } from './visitors.ts'
import { setInFile } from './workspace.ts'

/** What of a commit reaches the server, and from where it comes. */

let site: Site
let other: Awaited<ReturnType<typeof newRepository>>
let github: FakeGithub
let token: string

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13) })
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "of next"\n' }, { branch: 'next' })
  other = await newRepository(site.origin.folder, { 'guestbook/version.py': 'VERSION = "of another"\n' })
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "of main"\n' })
  github = await startGithub()
  github.addRepository('octo-org/octo-repo', site.origin, { private: true })
  github.addRepository('octo-org/another', other, { private: true })
  // A job's own token would reach no other repository.
  token = github.token({ contents: 'read' }, { kind: 'person' })
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await github?.[Symbol.asyncDispose]()
  await other?.[Symbol.asyncDispose]()
})

const file = (path: string) => join(site.origin.folder, path)
const version = async () => /id="version">([^<]*)</.exec((await ask(site.url)).body)?.[1]
const sent = (log: string) => /Sending (\d+) of (\d+) files/.exec(log)?.slice(1).map(Number)

/** A run whose deployment file takes the project from elsewhere. */
const from = (project: Readonly<Record<string, string>>, stepToken = token): DeployOptions => ({
  inputs: { token: stepToken },
  github: github.context(stepToken),
  prepare: setInFile(
    Object.fromEntries(
      Object.entries(project).map(([key, value]) => [`primary_service.project.${key}`, value]),
    ),
  ),
})

/** Deploys the last commit; the code in the container must be that commit, file by file. Returns what was sent. */
const deploysAsCommitted = async () => {
  const { outputs, log } = await site.mustDeploy()
  const container = `guestbook-app-${outputs.release}`
  expect(await deployedTree(site.server, container)).toEqual(await committedTree(site.origin.folder, 'HEAD'))
  return sent(log)
}

test('without a token for another ref there is one error, and the server is not touched', async () => {
  const result = await site.deploy(from({ ref: 'next' }, ''))
  expect(result.exitCode).toBe(1)
  expect(result.annotations).toHaveLength(1)
  expect(result.annotations[0]?.message).toContain(
    'The commit to deploy could not be fetched: next of octo-org/octo-repo',
  )
  expect(result.annotations[0]?.message).toContain('contents: read')
  expect(await site.server.must('ls -d /var/lib/jetee || true; docker ps -aq')).toBe('')
})

test('another ref is fetched with the step’s token, which shows nowhere', async () => {
  const result = await site.mustDeploy(from({ ref: 'next' }))
  expect(await version()).toBe('of next')
  expect(result.rawLog).not.toContain(token)
  expect(result.summary).not.toContain(token)
})

test('only what the server lacks is sent from a checkout of depth 1', async () => {
  const [files, all] = (await deploysAsCommitted()) ?? []
  expect(files).toBe(1)
  expect(all).toBeGreaterThan(20)
  expect(await version()).toBe('of main')
})

test('another repository is fetched with the step’s token, by branch or by commit', async () => {
  await site.mustDeploy(from({ repository: 'octo-org/another', ref: await other.head() }))
  expect(await version()).toBe('of another')
  const again = await site.mustDeploy(from({ repository: 'octo-org/another', ref: 'main' }))
  expect(again.outputs.changed).toBe('false')
})

test('names of every kind, binary, large and empty files, bits and links arrive as committed', async () => {
  const names = [
    ...['with space', ' leading', 'trailing ', "quote's", 'double "quotes"', 'back\\slash', '$HOME', '`id`'],
    ...[
      '*',
      '-rf',
      '#hash',
      'tab\there',
      'Grüße',
      '日本語',
      'e\u0301',
      '😀',
      '.hidden',
      'new',
      '@jetee need x',
    ],
    ...[`${'long'.repeat(30)}/${'ä'.repeat(100)}`, 'a;b&c|d', '%41', '~', '...'],
  ]
  await mkdir(file('odd'))
  for (const name of names) {
    await mkdir(join(file('odd'), name, '..'), { recursive: true })
    await writeFile(join(file('odd'), name), `This is ${name}.\n`)
  }
  await writeFile(file('odd/binary'), randomBytes(3_000_000))
  await writeFile(file('odd/empty'), '')
  await writeFile(file('odd/no line feed'), '\u0000\r\n@jetee end')
  await writeFile(file('odd/program'), '#!/bin/sh\n', { mode: 0o755 })
  await symlink('program', file('odd/a link'))
  await symlink('../guestbook', file('odd/link to a folder'))
  await symlink('/nowhere/at all', file('odd/dangling'))
  // None of these has a say in what is deployed.
  await writeFile(file('.dockerignore'), '*\n!odd\n**/*.py\n')
  await writeFile(file('odd/.gitignore'), 'ignored.txt\n')
  await writeFile(file('.gitattributes'), '*.txt text eol=crlf\nodd/** export-ignore\n')
  await mkdir(file('shape/folder/deep/deeper'), { recursive: true })
  await mkdir(file('shape/becomes a link'))
  for (const name of [
    'deleted',
    'renamed',
    'becomes a folder',
    'folder/inside',
    'folder/deep/deeper/only one',
  ])
    await writeFile(file(`shape/${name}`), `${name}\n`)
  for (const name of ['gets a bit', 'becomes a link/inside', 'becomes a file link', 'stays'])
    await writeFile(file(`shape/${name}`), `${name}\n`)
  await writeFile(file('shape/loses its bit'), 'x\n', { mode: 0o755 })
  await symlink('folder', file('shape/link becomes a folder'))
  await symlink('stays', file('shape/link becomes a file'))
  await symlink('stays', file('shape/link changes'))
  await site.origin.commit({})
  await deploysAsCommitted()
})

test('deletions, renames, new bits, and files, folders and links in each other’s place arrive as committed', async () => {
  await rm(file('shape/deleted'))
  await rename(file('shape/renamed'), file('shape/renamed to this'))
  await rm(file('shape/becomes a folder'))
  await mkdir(file('shape/becomes a folder'))
  await writeFile(file('shape/becomes a folder/inside'), 'now inside\n')
  await rm(file('shape/folder/deep'), { recursive: true })
  await rm(file('shape/folder/inside'))
  await rm(file('shape/folder'), { recursive: true })
  await writeFile(file('shape/folder'), 'now a file\n')
  await chmod(file('shape/gets a bit'), 0o755)
  await chmod(file('shape/loses its bit'), 0o644)
  await rm(file('shape/becomes a link'), { recursive: true })
  await symlink('../guestbook', file('shape/becomes a link'))
  await rm(file('shape/becomes a file link'))
  await symlink('stays', file('shape/becomes a file link'))
  await rm(file('shape/link becomes a folder'))
  await mkdir(file('shape/link becomes a folder'))
  await writeFile(file('shape/link becomes a folder/inside'), 'a folder of its own\n')
  await rm(file('shape/link becomes a file'))
  await writeFile(file('shape/link becomes a file'), 'a file of its own\n')
  await rm(file('shape/link changes'))
  await symlink('gets a bit', file('shape/link changes'))
  await rename(file('odd'), file('odder'))
  await site.origin.commit({})
  await deploysAsCommitted()
})

test('what is changed or new in the workspace without a commit is not deployed', async () => {
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "as committed"\n' })
  const { outputs } = await site.mustDeploy({
    prepare: async (workspace) => {
      await writeFile(join(workspace, 'guestbook/version.py'), 'VERSION = "dirty"\n')
      await writeFile(join(workspace, 'untracked.txt'), 'not committed\n')
      expect(await readFile(join(workspace, 'manage.py'), 'utf8')).toContain('django')
      await rm(join(workspace, 'manage.py'))
    },
  })
  expect(await version()).toBe('as committed')
  expect(await deployedTree(site.server, `guestbook-app-${outputs.release}`)).toEqual(
    await committedTree(site.origin.folder, 'HEAD'),
  )
})
