import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoWriter } from '../../../src/commands/preview-permission.ts'
import {
  goneWithBranch,
  type OpenPull,
  openPulls,
  unknownPulls,
  whyGone,
  whyStays,
} from '../../../src/commands/preview-sync.ts'
import type { PreviewOnServer } from '../../../src/server/previews.ts'
import type { PullState } from '../../world/github/state.ts'
import { type Stage, setStage } from '../world/github/client.ts'
import { invocationWith, listener } from './invocation.ts'

const preview: PreviewOnServer = {
  number: 12,
  branch: 'feature',
  of: 'shop',
  expiresSeconds: 3600,
  project: 'shop-pr-12',
  repository: 'octo-org/octo-repo',
  configuration: 'Staging',
  updated: 10_000,
  begun: 3,
  live: 1,
  serverNames: [],
  containers: { running: 1, all: 1 },
}
const pull: OpenPull = { number: 12, labels: [], isFork: false }
const settings = { label: undefined, skipLabel: 'no-preview' }

describe('a preview', () => {
  test.each<
    readonly [string, readonly OpenPull[], { label: string | undefined }, number, string | undefined]
  >([
    ['stays while its pull request is open', [pull], { label: undefined }, 10_000, undefined],
    ['goes when it is not', [{ ...pull, number: 11 }], { label: undefined }, 10_000, 'no longer open'],
    [
      'goes with the label that says so',
      [{ ...pull, labels: ['No-Preview'] }],
      { label: undefined },
      10_000,
      'no-preview',
    ],
    [
      'goes without the label that is wanted',
      [pull],
      { label: 'preview' },
      10_000,
      'no longer has the label preview',
    ],
    ['stays with it', [{ ...pull, labels: ['Preview'] }], { label: 'preview' }, 10_000, undefined],
    [
      'of a fork stays at the commit that was allowed',
      [{ ...pull, isFork: true }],
      { label: 'preview' },
      10_000,
      undefined,
    ],
    ['stays until its time is over', [pull], { label: undefined }, 13_599, undefined],
    ['goes when it is', [pull], { label: undefined }, 13_600, 'its time is over'],
  ])('%s', (_, open, { label }, now, why) => {
    const found = whyGone(preview, open, { ...settings, label }, now)
    if (why === undefined) expect(found).toBeUndefined()
    else expect(found).toContain(why)
  })

  test('never expires when it has no time', () => {
    const { expiresSeconds: _, ...eternal } = preview
    expect(whyGone(eternal, [pull], settings, 1e12)).toBeUndefined()
  })
})

describe('a branch that is deleted', () => {
  const own = { ...preview, number: 1 }
  const forks = { ...preview, number: 2, isFork: true as const }
  const ofForks = { ...pull, number: 2, isFork: true }

  test.each<readonly [string, readonly OpenPull[] | undefined, readonly number[]]>([
    ['takes its preview along, and not that of a fork’s branch of the same name', [ofForks], [1]],
    ['takes along what a fork’s pull request has left', [], [1, 2]],
    ['takes nothing of a fork’s along when GitHub does not say what is open', undefined, [1]],
  ])('%s', (_, open, gone) => {
    expect(goneWithBranch([own, forks], open).map(({ number }) => number)).toEqual(gone)
  })
})

describe('GitHub', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage()
  })
  afterAll(() => stage?.[Symbol.asyncDispose]())
  const by = (token: string) => invocationWith({ apiUrl: stage.github.apiUrl, token })

  test('tells all pages of the pull requests that are open', async () => {
    await stage.repository.openPull({ branch: 'change' })
    // More that are like it than a page has: opening each takes git some time.
    const pulls = stage.repository.pulls as PullState[]
    const [like] = pulls
    if (!like) throw new Error('There is no pull request')
    for (let number = 2; number <= 103; number++)
      pulls.push({
        ...like,
        id: like.id + number,
        number,
        labels: new Set(number === 5 ? ['preview'] : []),
        author: number === 7 ? 'dependabot[bot]' : like.author,
        head: number === 8 ? undefined : like.head,
      })
    await stage.repository.closePull(3)
    const open = await openPulls(by(stage.github.token({ 'pull-requests': 'read' })), listener())
    expect(open).toHaveLength(102)
    expect(open?.find(({ number }) => number === 5)).toEqual({
      number: 5,
      labels: ['preview'],
      isFork: false,
    })
    expect(open?.flatMap(({ number, isFork }) => (isFork ? [number] : [])).sort()).toEqual([7, 8])
    // The list begins with the newest: the oldest is on its last page.
    expect(open?.some(({ number }) => number === 1)).toBe(true)
    expect(open?.some(({ number }) => number === 3)).toBe(false)
  })

  test('that does not answer leaves it open, with the permission that is missing', async () => {
    const { log, ...watch } = listener()
    const revoked = stage.github.token({})
    stage.github.revoke(revoked)
    expect(await openPulls(by(revoked), watch)).toBeUndefined()
    expect(log.join('\n')).toContain('ask which pull requests are open')
    expect(await openPulls(by(''), watch)).toBeUndefined()
    expect(unknownPulls({ token: '' }).details.next).toContain('GH_TOKEN')
    expect(unknownPulls({ token: 'x' }).details.next).toContain('pull-requests: read')
  })

  test('is asked once more for each pull request that its list lacks, when the preview is about to go', async () => {
    const invocation = by(stage.github.token({ 'pull-requests': 'read' }))
    const { number } = (await stage.repository.openPull({ branch: 'change' })).payload.pull_request as {
      readonly number: number
    }
    const stays = (open: readonly OpenPull[], sequence = 3, asked = invocation) =>
      whyStays({ number, begun: 3 }, open, asked, listener())({ sequence })
    // Another one was closed while the pages were read: it has slipped out of them.
    expect(await stays([])).toBe('its pull request is open')
    // In the list, it goes for what the list says of it.
    expect(await stays([{ number, labels: [], isFork: false }])).toBeUndefined()
    // Reopened, it was brought up while the lock was waited for.
    expect(await stays([], 4)).toContain('a run has been at work on it')
    await stage.repository.closePull(number)
    expect(await stays([])).toBeUndefined()
    const revoked = stage.github.token({})
    stage.github.revoke(revoked)
    await expect(stays([], 3, by(revoked))).rejects.toThrow('It is not known which pull requests are open')
  })

  test.each([
    ['octocat', undefined],
    ['octo-org', undefined],
    ['stranger', 'stranger, who set the label, may not write to the repository'],
  ])('says whether %s may write', async (login, why) => {
    expect(await whyNoWriter(login, by(stage.github.token({ contents: 'read' })), listener())).toBe(why)
  })

  test('is not asked without a token, and nobody may write then', async () => {
    expect(await whyNoWriter('octocat', by(''), listener())).toContain('without a `token`')
  })
})
