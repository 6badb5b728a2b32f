import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSource, type WayRequest } from '../../../src/source/way.ts'
import { git } from '../../world/checkout.ts'
import { type Stage, setStage } from '../world/github/client.ts'

let stage: Stage
let head: string
/** Where no step has checked anything out. */
const empty = mkdtempSync(join(tmpdir(), 'jetee-empty-'))

beforeAll(async () => {
  stage = await setStage({ private: true })
  await git(stage.origin.folder, 'checkout', '-q', 'main')
  head = await stage.origin.head()
})
afterAll(() => stage[Symbol.asyncDispose]())

/** A run with a checkout and the tokens of a job that may read, unless it says otherwise. */
const find = (more: Partial<WayRequest> = {}) =>
  findSource({
    workspace: stage.origin.folder,
    repository: undefined,
    ref: undefined,
    ownRepository: 'octo-org/octo-repo',
    serverUrl: stage.github.serverUrl,
    apiUrl: stage.github.apiUrl,
    token: stage.github.token({ contents: 'read' }),
    deployKeyToken: stage.github.token({ administration: 'write' }),
    source: 'auto',
    triggeredBy: head,
    isForeign: false,
    server: 'staging.example.com',
    signal: new AbortController().signal,
    ...more,
  })

describe('the way of the code', () => {
  it.each<[string, Partial<WayRequest>, 'send' | 'fetch', string]>([
    ['auto with a token', {}, 'fetch', 'as there is a `deploy-key-token`'],
    ['auto without one', { deployKeyToken: '' }, 'send', 'as there is no input `deploy-key-token`'],
    ['checkout', { source: 'checkout' }, 'send', 'as `source: checkout` says'],
    ['deploy-key', { source: 'deploy-key' }, 'fetch', 'as `source: deploy-key` says'],
    ['deploy-key without a token', { source: 'deploy-key', deployKeyToken: '' }, 'fetch', 'says'],
  ])('%s', async (_, more, kind, why) => {
    const { source, note } = await find(more)
    expect(source.delivery.kind).toBe(kind)
    expect(note).toContain(why)
  })

  it('leads to the same commit with a checkout and without one', async () => {
    const before = stage.github.calls.length
    const { source: local } = await find()
    expect(stage.github.calls).toHaveLength(before)
    const { source: remote } = await find({ workspace: empty })
    expect(remote).toMatchObject({ commit: head, tree: local.tree, subject: local.subject })
    expect(remote.files.map(({ path, blob }) => [path, blob])).toEqual(
      local.files.map(({ path, blob }) => [path, blob]),
    )
  })

  it('falls back to the checkout of auto alone, and only where there is one', async () => {
    const insteadOf = async (more: Partial<WayRequest>) => {
      const { delivery } = (await find(more)).source
      return delivery.kind === 'fetch' ? delivery.instead() : expect.unreachable()
    }
    expect(await insteadOf({})).toMatchObject({ kind: 'send' })
    expect(await insteadOf({ source: 'deploy-key' })).toBeUndefined()
    expect(await insteadOf({ workspace: empty })).toBeUndefined()
  })

  it('without checkout and without tokens is told before anything is asked', async () => {
    const none = { workspace: empty, token: '', deployKeyToken: '', source: 'deploy-key' } as const
    await expect(find(none)).rejects.toThrow('There is no checkout, and no token to read the commit with')
  })

  it('lists a stranger’s commit with the job’s token alone: the other one tells what there is', async () => {
    const { github } = stage
    const more = {
      workspace: empty,
      token: github.token({ contents: 'read' }, { repositories: ['octo-org/another'] }),
      deployKeyToken: github.token({ administration: 'write', contents: 'read' }),
    }
    expect((await find(more)).source.commit).toBe(head)
    await expect(find({ ...more, isForeign: true })).rejects.toThrow('could not be read by GitHub’s API')
  })

  it('by deploy key leads to this GitHub alone', async () => {
    const elsewhere = { repository: 'https://git.example/acme/shop.git', source: 'deploy-key' } as const
    await expect(find(elsewhere)).rejects.toThrow('cannot fetch the project with a deploy key')
  })
})
