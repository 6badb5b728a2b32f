import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newRepository, type Repository } from '../world/checkout.ts'
import { tryCommand } from '../world/command.ts'
import { type FakeGithub, startGithub } from '../world/github/github.ts'
import type { FakeRepository } from '../world/github/repository.ts'
import { newKeyPair } from '../world/keys.ts'

/** The host from which the test world's GitHub lets deploy keys clone. */

let folder: string
let origin: Repository
let github: FakeGithub
let repository: FakeRepository
let hostKeys: readonly string[]
let publicKey: string
const repo = { owner: 'octo-org', repo: 'octo-repo' }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jetee-git-host-test-'))
  origin = await newRepository(join(import.meta.dirname, '../unit/world/fixture'))
  github = await startGithub()
  repository = github.addRepository('octo-org/octo-repo', origin, { private: true })
  github.addRepository('octo-org/another', origin, { private: true })
  const key = await newKeyPair()
  publicKey = key.publicKey
  await writeFile(join(folder, 'key'), key.privateKey, { mode: 0o600 })
  const ssh = await github.serveSsh()
  hostKeys = ssh.hostKeys
  await writeFile(join(folder, 'hosts'), hostKeys.map((line) => `${ssh.host} ${line}\n`).join(''))
})
afterAll(async () => {
  await github?.[Symbol.asyncDispose]()
  await origin?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const api = () => getOctokit(github.token({ administration: 'write' }), { baseUrl: github.apiUrl }).rest
const sshUrl = async () => (await api().repos.get(repo)).data.ssh_url

/** Asks git for something by SSH, with the key, at a host whose keys are known. */
const git = async (...args: readonly string[]): Promise<string> => {
  const ssh = `ssh -F none -i ${folder}/key -o IdentitiesOnly=yes -o BatchMode=yes -o UserKnownHostsFile=${folder}/hosts`
  const env = { ...process.env, GIT_SSH_COMMAND: ssh, GIT_CONFIG_GLOBAL: '/dev/null' }
  const { code, stdout, stderr } = await tryCommand('git', ['-C', origin.folder, ...args], { env })
  return code === 0 ? stdout : stderr
}

test('a key gets in from when it is registered until it is deleted', async () => {
  const url = await sshUrl()
  expect(await git('ls-remote', url)).toContain('Permission denied (publickey)')
  const { data } = await api().repos.createDeployKey({ ...repo, title: 'x', key: publicKey, read_only: true })
  expect(await git('ls-remote', url, 'refs/heads/main')).toBe(`${await origin.head()}\trefs/heads/main\n`)
  // A commit that no branch leads to is fetched by its name, as at GitHub.
  await origin.commit({ 'new.txt': '' }, { branch: 'change' })
  await repository.openPull({ branch: 'change' })
  const [sha = ''] = (await git('ls-remote', url, 'refs/pull/1/head')).split('\t')
  expect(await git('fetch', '--depth=1', url, sha)).not.toContain('ERROR')
  await api().repos.deleteDeployKey({ ...repo, key_id: data.id })
  expect(await git('ls-remote', url)).toContain('Permission denied (publickey)')
})

test('a key opens its repository alone, to read or to write as it was registered', async () => {
  const url = await sshUrl()
  const { data } = await api().repos.createDeployKey({ ...repo, key: publicKey, read_only: true })
  expect(await git('ls-remote', url.replace('octo-repo', 'another'))).toContain(
    'ERROR: Repository not found.',
  )
  expect(await git('push', url, 'main:refs/heads/pushed')).toContain('marked as read only')
  expect(await git('ls-remote', `ssh://${url.replace(':', '/')}`)).toContain('refs/heads/main')
  await api().repos.deleteDeployKey({ ...repo, key_id: data.id })
  await api().repos.createDeployKey({ ...repo, key: publicKey })
  await git('push', url, 'main:refs/heads/pushed')
  expect(await origin.head('pushed')).toBe(await origin.head())
})

test('its host keys are those that the API names', async () => {
  const { data } = await api().meta.get()
  expect(data.ssh_keys).toEqual(hostKeys)
  expect(hostKeys.map((line) => line.split(' ')[0]).sort()).toEqual([
    'ecdsa-sha2-nistp256',
    'ssh-ed25519',
    'ssh-rsa',
  ])
})
