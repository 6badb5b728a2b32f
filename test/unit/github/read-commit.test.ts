import { expect, it } from 'vitest'
import { openAsk } from '../../../src/github/ask.ts'
import { openDeployKeys } from '../../../src/github/deploy-keys.ts'
import { readCommit } from '../../../src/github/read-commit.ts'
import { readSource } from '../../../src/source/checkout.ts'
import { manifest, readFile } from '../../../src/source/source.ts'
import { git, newRepository } from '../../world/checkout.ts'
import type { Operation, RepositoryCall } from '../../world/github/operation.ts'
import { operations } from '../../world/github/operations.ts'
import type { KeyState } from '../../world/github/state.ts'
import { repo, type Stage, setStage } from '../world/github/client.ts'

const asking = ({ github }: Stage, ...tokens: readonly string[]) =>
  openAsk({ apiUrl: github.apiUrl, tokens, signal: new AbortController().signal })

/** A public key that nobody has the private half of. */
const somePublicKey = (byte: number): string => {
  const type = Buffer.from('ssh-ed25519')
  const parts = [
    Buffer.from([0, 0, 0, type.length]),
    type,
    Buffer.from([0, 0, 0, 32]),
    Buffer.alloc(32, byte),
  ]
  return `${type} ${Buffer.concat(parts).toString('base64')}`
}

it('a commit that GitHub lists is the same as in a checkout, with its submodules', async () => {
  await using stage = await setStage({ private: true })
  await using library = await newRepository(`${import.meta.dirname}/../world/fixture`, {
    'lib.py': 'x = 1\n',
  })
  const { github, origin } = stage
  github.addRepository('octo-org/library', library, { private: true })
  await git(origin.folder, '-c', 'protocol.file.allow=always', 'clone', '-q', library.url, 'vendor/library')
  const commit = await origin.commit(
    {
      '.gitmodules': '[submodule "l"]\n\tpath = vendor/library\n\turl = ../library.git\n',
      'vendor-x': 'x',
      'ä.txt': 'umlaut',
    },
    { message: 'One line\nand another\n\nText' },
  )
  const local = await readSource(origin.folder, commit)
  const { serverUrl } = github
  const request = { repository: 'octo-org/octo-repo', ref: 'main', serverUrl }
  const remote = await readCommit(
    asking(stage, github.token({ contents: 'read' }), github.token({ contents: 'read' }, { kind: 'person' })),
    request,
  )
  expect(manifest(remote).toString()).toBe(manifest(local).toString())
  const { author, subject, tree, submodules } = local
  expect(remote).toMatchObject({ commit, author, subject, tree, submodules })
  expect(subject).toBe('One line and another')
  expect(await readFile(remote, 'vendor/library/lib.py')).toBe('x = 1\n')
  expect(await readFile(remote, 'nowhere')).toBeUndefined()
})

it('a tree that GitHub cuts, as it is too long for one list, is read folder by folder', async () => {
  const list = operations['git/get-tree']
  if (list.scope !== 'repository') throw new Error('A tree is in a repository')
  const cut: Operation = {
    ...list,
    async answer(call: RepositoryCall) {
      const { body, ...answer } = await list.answer(call)
      const { tree } = Object(body)
      const isCut = call.query.recursive !== undefined && tree.length > 1
      return {
        ...answer,
        body: { ...Object(body), ...(isCut && { truncated: true, tree: tree.slice(0, 1) }) },
      }
    },
  }
  await using stage = await setStage({ operations: { 'git/get-tree': cut } })
  const { github, origin } = stage
  await origin.commit({ 'a/b/c': 'c', 'a/b/d': 'd', 'a/e': 'e', 'f g/h': 'h' })
  const request = { repository: 'octo-org/octo-repo', ref: 'main', serverUrl: github.serverUrl }
  const remote = await readCommit(asking(stage, github.token({ contents: 'read' })), request)
  const local = await readSource(origin.folder, 'HEAD')
  expect(manifest(remote).toString()).toBe(manifest(local).toString())
  expect(await readFile(remote, 'a/b/d')).toBe('d')
})

it('a name that cannot be sent is refused, as in a checkout', async () => {
  await using stage = await setStage()
  const { github, origin } = stage
  await origin.commit({ 'a\nb': 'x' })
  const request = { repository: 'octo-org/octo-repo', ref: 'main', serverUrl: github.serverUrl }
  const ask = asking(stage, github.token({ contents: 'read' }))
  await expect(readCommit(ask, request)).rejects.toThrow('a file that cannot be sent')
})

it('a token that GitHub no longer knows gives way to the next one, and the last refusal is told', async () => {
  await using stage = await setStage({ private: true })
  const { github } = stage
  const [expired, other] = [github.token({ contents: 'read' }), github.token({ contents: 'read' })]
  github.revoke(expired)
  const request = { repository: 'octo-org/octo-repo', ref: 'HEAD', serverUrl: github.serverUrl }
  const { commit } = await readCommit(asking(stage, expired, other), request)
  expect(commit).toBe(await stage.origin.head())
  await expect(readCommit(asking(stage, expired), request)).rejects.toMatchObject({
    details: { why: expect.stringContaining('Bad credentials') },
  })
})

it('a submodule that no token may read is named', async () => {
  await using stage = await setStage({ private: true })
  const { github, origin } = stage
  await git(origin.folder, '-c', 'protocol.file.allow=always', 'clone', '-q', origin.url, 'inner')
  await origin.commit({ '.gitmodules': '[submodule "l"]\n\tpath = inner\n\turl = ../secret.git\n' })
  const ask = asking(stage, github.token({ contents: 'read' }))
  const request = { repository: 'octo-org/octo-repo', ref: 'main', serverUrl: github.serverUrl }
  await expect(readCommit(ask, request)).rejects.toThrow('The submodule inner could not be read')
})

it('a key is added once, found among many, and gone when somebody has deleted it', async () => {
  await using stage = await setStage()
  const { github, repository } = stage
  const keys = openDeployKeys(
    asking(stage, github.token({ administration: 'write' })),
    'jetee/deploy on a.example',
  )
  const name = repository.fullName
  const client = stage.client({ administration: 'write' })
  await Promise.all(
    Array.from({ length: 101 }, (_, count) =>
      client.rest.repos.createDeployKey({ ...repo, key: somePublicKey(count), read_only: true }),
    ),
  )
  const publicKey = `${somePublicKey(200)} jetee@server`
  expect(await keys.admit(name, { publicKey, hasWorked: false })).toMatchObject({ kind: 'admitted' })
  expect(
    await keys.admit(name, { publicKey: `${publicKey}, or another comment`, hasWorked: true }),
  ).toMatchObject({
    kind: 'admitted',
  })
  expect(repository.keys).toHaveLength(102)
  expect(repository.keys.at(-1)).toMatchObject({ isReadOnly: true, title: 'jetee/deploy on a.example' })
  await keys.remove(name, publicKey)
  await keys.remove(name, publicKey)
  expect(repository.keys).toHaveLength(101)
  expect(await keys.admit(name, { publicKey, hasWorked: true })).toEqual({ kind: 'gone' })
  expect(repository.keys).toHaveLength(101)
})

it('a key that two runs add at once is there once, and both may use it', async () => {
  await using stage = await setStage()
  const keys = openDeployKeys(asking(stage, stage.github.token({ administration: 'write' })), 'jetee')
  const key = { publicKey: somePublicKey(200), hasWorked: false }
  const admitted = await Promise.all([1, 2, 3].map(() => keys.admit(stage.repository.fullName, key)))
  expect(admitted.map(({ kind }) => kind)).toEqual(['admitted', 'admitted', 'admitted'])
  expect(stage.repository.keys).toHaveLength(1)
})

it('a key that two runs take away at once is gone for both', async () => {
  await using stage = await setStage()
  const { github, repository } = stage
  const keys = openDeployKeys(asking(stage, github.token({ administration: 'write' })), 'jetee')
  await keys.admit(repository.fullName, { publicKey: somePublicKey(200), hasWorked: false })
  github.failNext({ status: 404, match: /^DELETE / })
  await keys.remove(repository.fullName, somePublicKey(200))
  github.failNext({ status: 403, match: /^DELETE / })
  await expect(keys.remove(repository.fullName, somePublicKey(200))).rejects.toThrow('Forbidden')
})

it('a key that GitHub has disabled gives way to another one', async () => {
  await using stage = await setStage()
  const { github, repository } = stage
  const keys = openDeployKeys(asking(stage, github.token({ administration: 'write' })), 'jetee')
  const key = { publicKey: somePublicKey(200), hasWorked: false }
  await keys.admit(repository.fullName, key)
  const there = repository.keys as KeyState[]
  there.splice(0, 1, ...there.map((one) => ({ ...one, isDisabled: true })))
  expect(await keys.admit(repository.fullName, key)).toEqual({ kind: 'gone' })
  expect(repository.keys).toEqual([])
})

it('a key that another repository has is refused, and so is a token that may not', async () => {
  await using stage = await setStage()
  const { github, repository, origin } = stage
  github.addRepository('octo-org/other', origin)
  const publicKey = somePublicKey(200)
  const keys = openDeployKeys(asking(stage, github.token({ administration: 'write' })), 'jetee')
  await keys.admit('octo-org/other', { publicKey, hasWorked: false })
  expect(await keys.admit(repository.fullName, { publicKey, hasWorked: false })).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining('key is already in use'),
  })
  const weak = openDeployKeys(asking(stage, github.token({ contents: 'write' })), 'jetee')
  expect(await weak.admit(repository.fullName, { publicKey, hasWorked: false })).toMatchObject({
    kind: 'refused',
    why: expect.stringContaining('administration: write'),
  })
})
