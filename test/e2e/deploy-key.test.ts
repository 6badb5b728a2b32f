import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { git, newRepository, type Repository } from '../world/checkout.ts'
import { type FakeGithub, startGithub } from '../world/github/github.ts'
import type { FakeRepository } from '../world/github/repository.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { type DeployOptions, newProject, newSite, type Project, type Site } from './harness.ts'

/** The server fetches the code by itself, with keys that it makes and the action brings to GitHub. */

let github: FakeGithub
let site: Site
/** Another project of the same repository, on the same server. */
let second: Project
/** A repository that the first has as a submodule. */
let library: Repository
let libraryThere: FakeRepository
/** The tokens of the jobs, which reach their own repository alone, and one that may write deploy keys. */
let token: string
let secondToken: string
let keyToken: string

const project = { sample: 'containerfile', env: { API_KEY: 'a-key' } } as const
const there = (of: Project): FakeRepository => {
  if (!of.repository) throw new Error('The project is at no GitHub.')
  return of.repository
}

/** Leaves a job as it is when no step has checked anything out. */
const emptied = async (workspace: string): Promise<void> => {
  for (const entry of await readdir(workspace)) await rm(join(workspace, entry), { recursive: true })
}

/** Checks the submodule out as well. */
const withLibrary = async (workspace: string): Promise<void> =>
  void (await git(workspace, '-c', 'protocol.file.allow=always', 'clone', '-q', library.url, 'library'))

const withoutCheckout = (
  more: Readonly<Record<string, string | undefined>> = {},
  own = token,
): DeployOptions => ({
  token: own,
  prepare: emptied,
  inputs: { 'deploy-key-token': keyToken, ...more },
})

/** What a person does at GitHub. */
const atGithub = async (method: string, path: string, body?: unknown): Promise<number> => {
  const { status } = await fetch(`${github.apiUrl}/repos/octo-org/${path}`, {
    method,
    headers: { authorization: `Bearer ${keyToken}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return status
}

/** What the server has of a file of the commit that it was last built from. */
const onServer = (path: string, name = 'containerfile') =>
  site.server.must(
    `cd /var/lib/jetee/projects/${name}/source && newest=$(ls -t *.manifest | head -n 1) && cat "\${newest%.manifest}/${path}"`,
  )

const folder = '/var/lib/jetee/repositories/octo-org--octo-repo'

beforeAll(async () => {
  github = await startGithub()
  await github.serveSsh()
  site = await newSite({
    from: await dockerSnapshot(13),
    ...project,
    at: { github, private: true },
    settings: { project_name: 'containerfile' },
  })
  library = await newRepository(join(import.meta.dirname, 'projects/names'))
  libraryThere = github.addRepository('octo-org/library', library, { private: true })
  second = await newProject(site.server, site.key, {
    ...project,
    at: { github, private: true, name: 'octo-org/by-hand' },
    settings: { project_name: 'second', server_names: ['two.example.com'] },
  })
  token = github.token({ contents: 'read' })
  secondToken = github.token({ contents: 'read' }, { repositories: ['octo-org/by-hand'] })
  keyToken = github.token({ administration: 'write', contents: 'read' })
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await second?.[Symbol.asyncDispose]()
  await library?.[Symbol.asyncDispose]()
  await github?.[Symbol.asyncDispose]()
})

test('the first deploy needs no checkout, and adds one key that only reads', async () => {
  const { log } = await site.mustDeploy(withoutCheckout())
  expect(log).toContain('as there is a `deploy-key-token`')
  const [key, ...others] = there(site).keys
  expect(others).toEqual([])
  expect(key).toMatchObject({ isReadOnly: true, title: `jetee/deploy on ${site.server.host}` })
  expect(log).toContain('to read only')
  expect((await fetch(`${site.url}health`)).status).toBe(200)
  expect(await site.server.must(`stat -c %a ${folder}/key`)).toBe('600')
})

test('a run with nothing to do asks nobody about keys; the next commit finds the key, and its submodule gets its own', async () => {
  const before = github.calls.length
  const idle = await site.mustDeploy(withoutCheckout())
  expect(idle.outputs.changed).toBe('false')
  expect(github.calls.slice(before).filter(({ path }) => path.includes('/keys'))).toEqual([])

  await git(site.origin.folder, '-c', 'protocol.file.allow=always', 'clone', '-q', library.url, 'library')
  await site.origin.commit({
    'note.txt': 'one',
    'run.sh': '#!/bin/sh\nexit 0\n',
    '.gitattributes': 'note.txt export-ignore\nrun.sh text eol=crlf\n',
    '.gitmodules': '[submodule "library"]\n\tpath = library\n\turl = ../library.git\n',
  })
  const { log } = await site.mustDeploy(withoutCheckout())
  expect(log).toContain('The server fetches octo-org/octo-repo with its deploy key')
  expect(log).toContain('The server fetches octo-org/library with a deploy key, which was added there')
  expect(there(site).keys).toHaveLength(1)
  expect(libraryThere.keys).toHaveLength(1)
  // What was committed, byte by byte, whatever the commit's attributes say of archives and line ends.
  expect(await onServer('note.txt')).toBe('one')
  expect(await onServer('run.sh')).toBe('#!/bin/sh\nexit 0')
  expect(await onServer('library/deployment.yml')).toBe(
    (await git(library.folder, 'show', 'HEAD:deployment.yml')).trim(),
  )
  // The same commit is the same tree whichever way it comes: with a checkout, there is nothing to do.
  const again = await site.mustDeploy({ prepare: withLibrary })
  expect(again.outputs.changed).toBe('false')
})

test('a key that was deleted at GitHub is replaced; what a killed run left of the repository is mended', async () => {
  const { keys } = there(site)
  const [before] = keys
  expect(await atGithub('DELETE', `octo-repo/keys/${before?.id}`)).toBe(204)
  await site.server.must(`rm -rf ${folder}/git/objects/pack && touch ${folder}/git/shallow.lock`)
  await site.origin.commit({ 'note.txt': 'two' })
  const { log } = await site.mustDeploy(withoutCheckout())
  expect(log).toContain('it is replaced')
  expect(keys).toHaveLength(1)
  expect(keys[0]?.key).not.toBe(before?.key)
  expect(await onServer('note.txt')).toBe('two')
})

test('a rotation leaves the new key alone there', async () => {
  const { keys } = there(site)
  const [before] = keys
  await site.mustDeploy(withoutCheckout({ command: 'deploy-key rotate' }))
  expect(keys).toHaveLength(1)
  expect(keys[0]?.key).not.toBe(before?.key)
  expect(keys[0]?.isReadOnly).toBe(true)
  const shown = await site.mustDeploy(withoutCheckout({ command: 'deploy-key show' }))
  expect(shown.log).toContain(keys[0]?.key)
})

test('a commit with a pointer of Git LFS is refused, whichever way it comes', async () => {
  const start = await site.origin.head()
  await site.origin.commit({
    '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n',
    'models/large.bin': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n',
  })
  for (const run of [withoutCheckout(), { prepare: withLibrary }]) {
    const result = await site.deploy(run)
    expectFailure(result, { what: /Git LFS/, says: ['models/large.bin'] })
  }
  await git(site.origin.folder, 'reset', '-q', '--hard', start)
})

test('without a token for it, `deploy-key` tells which key to add where, and then works with it', async () => {
  await second.configure({ 'primary_service.project.source': 'deploy-key' })
  const run = withoutCheckout({ 'deploy-key-token': undefined }, secondToken)
  const refused = await second.deploy(run)
  expect(refused.exitCode).toBe(1)
  const [, publicKey = ''] = /(ssh-ed25519 \S+)/.exec(refused.log) ?? []
  expect(refused.log).toContain(`${github.serverUrl}/octo-org/by-hand/settings/keys/new`)
  const added = { title: 'by hand', key: publicKey, read_only: true }
  expect(await atGithub('POST', 'by-hand/keys', added)).toBe(201)
  await second.mustDeploy(run)
})

test('a token that may not add keys leaves it to the checkout, and says why', async () => {
  await second.configure({ 'primary_service.project.source': 'auto' })
  await atGithub('DELETE', `by-hand/keys/${there(second).keys[0]?.id}`)
  const { log } = await second.mustDeploy({
    token: secondToken,
    inputs: { 'deploy-key-token': secondToken },
  })
  expect(log).toContain(
    'The code is sent from the checkout, as GitHub does not let the input `deploy-key-token`',
  )
  expect(there(second).keys).toEqual([])
})

test('projects of one repository share its key, and the last one to go takes it along', async () => {
  const [key] = there(site).keys
  await second.configure({ 'primary_service.project.repository': 'octo-org/octo-repo' })
  await site.origin.commit({ 'note.txt': 'three' })
  await Promise.all([site.mustDeploy(withoutCheckout()), second.mustDeploy(withoutCheckout({}, secondToken))])
  expect(await onServer('note.txt')).toBe('three')
  expect(await onServer('note.txt', 'second')).toBe('three')
  expect(there(site).keys).toEqual([key])

  await second.mustDeploy(withoutCheckout({ command: 'destroy --confirm second' }, secondToken))
  expect(there(site).keys).toEqual([key])
  const { log } = await site.mustDeploy(withoutCheckout({ command: 'destroy --confirm containerfile' }))
  expect(log).toContain('Removed: the deploy key of octo-org/octo-repo')
  expect(there(site).keys).toEqual([])
  expect(libraryThere.keys).toEqual([])
  expect(await site.server.must('ls /var/lib/jetee')).not.toContain('repositories')
})
