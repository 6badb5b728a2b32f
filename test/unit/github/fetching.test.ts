import { expect, it } from 'vitest'
import { openAsk } from '../../../src/github/ask.ts'
import { fetchingOf, folderOf, knownName, repositoryOf } from '../../../src/github/fetching.ts'
import { readSource } from '../../../src/source/checkout.ts'
import { git, type Repository } from '../../world/checkout.ts'
import { ok } from '../../world/github/operation.ts'
import type { TokenOptions } from '../../world/github/tokens.ts'
import { type Stage, setStage } from '../world/github/client.ts'

it.each([
  ['git@github.com:acme/shop.git', 'github.com'],
  ['ssh://git@ghes.example/acme/shop.git', 'ghes.example'],
  ['ssh://git@ghes.example:22/acme/shop.git', 'ghes.example'],
  ['ssh://git@ghes.example:2222/acme/shop.git', '[ghes.example]:2222'],
  ['org-1@github.com:acme/shop.git', 'github.com'],
])('%s is known as %s', (url, name) => {
  expect(knownName(url)).toBe(name)
})

it('a folder leads back to its repository, also where names have hyphens', () => {
  expect(folderOf('Acme/My--Shop')).toBe('acme--my--shop')
  expect(repositoryOf('acme--my--shop')).toBe('acme/my--shop')
})

/** What is fetched of a repository with a submodule at this address. */
const withSubmodule = async (
  { github, origin }: Stage,
  url: string,
  isForeign: boolean,
  token: TokenOptions = {},
) => {
  const folder = origin.folder
  await git(folder, '-c', 'protocol.file.allow=always', 'clone', '-q', origin.url, 'inner')
  await origin.commit({ '.gitmodules': `[submodule "i"]\n\tpath = inner\n\turl = ${url}\n` })
  const asking = (token: string) =>
    openAsk({ apiUrl: github.apiUrl, tokens: [token], signal: new AbortController().signal })
  return fetchingOf(await readSource(folder, 'HEAD'), {
    ask: asking(github.token({ contents: 'read' }, token)),
    askKeys: asking(github.token({ administration: 'write', contents: 'read' })),
    title: 'jetee',
    repository: 'octo-org/octo-repo',
    serverUrl: github.serverUrl,
    isForeign,
    instead: async () => undefined,
  })
}

/** What GitHub says of its host keys, as lines of `known_hosts`. */
const hostKeys = async (stage: Stage): Promise<string> => {
  const fetching = await withSubmodule(stage, '../library.git', false)
  library(stage, false)
  await fetching.repositories()
  return fetching.hostKeys()
}

it('GitHub’s host keys are those of the host that the code is fetched from', async () => {
  const keys = ['ssh-ed25519 AAAA', 'ecdsa-sha2-nistp256 BBBB']
  await using stage = await setStage({
    operations: {
      'meta/get': {
        scope: 'world',
        needsToken: false,
        answer: () => ok({ verifiable_password_authentication: false, ssh_keys: keys }),
      },
    },
  })
  expect(await hostKeys(stage)).toBe(keys.map((key) => `127.0.0.1 ${key}\n`).join(''))
})

it('a GitHub Enterprise server may not tell its host keys, nor have a page of them', async () => {
  await using silent = await setStage({ isEnterprise: true })
  expect(await hostKeys(silent)).toBe('')
  await using without = await setStage()
  without.github.failNext({ status: 404, match: /^GET \/meta$/ })
  expect(await hostKeys(without)).toBe('')
  await using failing = await setStage()
  failing.github.failNext({ status: 403, match: /^GET \/meta$/ })
  await expect(hostKeys(failing)).rejects.toThrow('GitHub does not tell its SSH host keys')
})

const library = (stage: Stage, isPrivate: boolean, origin: Repository = stage.origin) =>
  stage.github.addRepository('octo-org/library', origin, { private: isPrivate })

it('a private submodule is fetched with a key of its own', async () => {
  await using stage = await setStage({ private: true })
  library(stage, true)
  const repositories = await (await withSubmodule(stage, '../library.git', false)).repositories()
  expect(repositories).toMatchObject([
    { fullName: 'octo-org/octo-repo', folder: 'octo-org--octo-repo', withKey: true, path: '' },
    { fullName: 'octo-org/library', folder: 'octo-org--library', withKey: true, path: 'inner' },
  ])
  expect(repositories[1]?.url).toMatch(/^git@/)
})

it('a public submodule is fetched without a key', async () => {
  await using stage = await setStage()
  library(stage, false)
  const own = await (await withSubmodule(stage, '../library.git', true)).repositories()
  expect(own[1]).toMatchObject({ withKey: false, url: expect.stringMatching(/^http/) })
})

it('a submodule of another host is fetched without a key', async () => {
  await using stage = await setStage()
  const elsewhere = await (await withSubmodule(stage, 'https://git.example/x.git', false)).repositories()
  expect(elsewhere[1]).toMatchObject({ withKey: false, url: 'https://git.example/x.git' })
})

it.each([
  ['a private repository', '../library.git', 'Not Found'],
  ['another host', 'https://git.example/x.git', 'is not on this GitHub'],
])('a stranger’s commit names %s in vain, and is not told whether it is there', async (_, url, why) => {
  await using stage = await setStage({ private: true })
  library(stage, true)
  const fetching = await withSubmodule(stage, url, true)
  await expect(fetching.repositories()).rejects.toMatchObject({
    message: 'The server cannot fetch the submodule inner',
    details: { why: expect.stringContaining(why) },
  })
})

it('a stranger’s commit gets no private repository that the job’s own token can read', async () => {
  await using stage = await setStage({ private: true })
  library(stage, true)
  const fetching = await withSubmodule(stage, '../library.git', true, { kind: 'person' })
  await expect(fetching.repositories()).rejects.toMatchObject({
    details: { why: expect.stringContaining('octo-org/library is private') },
  })
})

it.each(['ssh://git@git.example/x.git', 'ext::sh -c true', '-oProxyCommand=true', 'file:///etc'])(
  'a submodule at %s is refused',
  async (url) => {
    await using stage = await setStage()
    const fetching = await withSubmodule(stage, url, false)
    await expect(fetching.repositories()).rejects.toThrow('The server cannot fetch the submodule inner')
  },
)
