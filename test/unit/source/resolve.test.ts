import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isOwn, resolveSource, type SourceRequest } from '../../../src/source/resolve.ts'
import { newTestRepository, type TestRepository } from './repository.ts'

/** A repository at a host, as `acme/shop`, with a pull request from `feature` to `main`. */
let origin: TestRepository
let host: string
let head: string

beforeEach(() => {
  origin = newTestRepository()
  origin.sh('echo one >file')
  origin.commit('Start')
  origin.git('checkout', '-q', '-b', 'feature')
  origin.sh('echo two >file')
  head = origin.commit('Change the file')
  origin.git('update-ref', 'refs/pull/12/head', head)
  origin.git('checkout', '-q', 'main')
  origin.git('checkout', '-q', '-b', 'merged')
  origin.sh('git -c user.name=a -c user.email=a@b merge -q --no-ff -m Merge feature')
  origin.git('update-ref', 'refs/pull/12/merge', 'HEAD')
  origin.git('checkout', '-q', 'main')
  origin.git('branch', '-q', '-D', 'merged', 'feature')
  host = mkdtempSync(join(tmpdir(), 'jetee-host-'))
  mkdirSync(join(host, 'acme'))
  symlinkSync(origin.folder, join(host, 'acme/shop'))
  // The older protocol, by which a host refuses a commit that is asked for by its name.
  vi.stubEnv('GIT_CONFIG_COUNT', '1')
  vi.stubEnv('GIT_CONFIG_KEY_0', 'protocol.version')
  vi.stubEnv('GIT_CONFIG_VALUE_0', '0')
})
afterEach(() => {
  vi.unstubAllEnvs()
  origin[Symbol.dispose]()
  rmSync(host, { recursive: true })
})

const request = (workspace: string, more: Partial<SourceRequest> = {}): SourceRequest => ({
  workspace,
  repository: undefined,
  ref: head,
  ownRepository: 'acme/shop',
  serverUrl: `file://${host}`,
  token: '',
  ...more,
})

/** A checkout of the merge commit, as actions/checkout makes it of a pull request. */
const checkout = (depth: number): TestRepository => {
  const workspace = newTestRepository()
  const shallow = depth > 0 ? [`--depth=${depth}`] : []
  workspace.git('fetch', '-q', ...shallow, `file://${host}/acme/shop`, 'refs/pull/12/merge')
  workspace.git('checkout', '-q', 'FETCH_HEAD')
  return workspace
}

describe('the head of a pull request', () => {
  it('is taken from a checkout of the merge commit that has its parents', async () => {
    using workspace = checkout(2)
    const source = await resolveSource(request(workspace.folder, { serverUrl: 'file:///nowhere' }))
    expect(source.commit).toBe(head)
    expect(source.subject).toBe('Change the file')
  })

  it('is fetched by its ref where the checkout is shallow', async () => {
    using workspace = checkout(1)
    const source = await resolveSource(request(workspace.folder, { fetchRef: 'refs/pull/12/head' }))
    expect(source.commit).toBe(head)
  })

  it('is the commit that was asked for, also when the pull request has moved on', async () => {
    using workspace = checkout(1)
    origin.git('checkout', '-q', head)
    origin.sh('echo three >file')
    origin.git('update-ref', 'refs/pull/12/head', origin.commit('Change it again'))
    await expect(resolveSource(request(workspace.folder))).rejects.toThrow('could not be fetched')
    const source = await resolveSource(request(workspace.folder, { fetchRef: 'refs/pull/12/head' }))
    expect(source.commit).toBe(head)
  })

  it('that was replaced altogether is no other commit', async () => {
    using workspace = checkout(1)
    origin.git('update-ref', 'refs/pull/12/head', 'main')
    await expect(resolveSource(request(workspace.folder, { fetchRef: 'refs/pull/12/head' }))).rejects.toThrow(
      `could not be fetched: ${head}`,
    )
  })
})

it.each([
  [undefined, true],
  ['acme/shop', true],
  ['Acme/Shop', true],
  ['acme/shop2', false],
  ['https://git.example/acme/shop.git', false],
])('a project’s repository %s is the job’s own: %s', (repository, own) => {
  expect(isOwn(request('/nowhere', { repository }))).toBe(own)
})
