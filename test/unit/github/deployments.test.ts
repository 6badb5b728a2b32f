import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { maskSecret } from '../../../src/github/mask.ts'
import { type Ending, makeTeller } from '../../../src/github/tell.ts'
import type { Announcement } from '../../../src/report/announcement.ts'
import { newRepository, type Repository } from '../../world/checkout.ts'
import { type FakeGithub, startGithub } from '../../world/github/github.ts'
import type { FakeRepository } from '../../world/github/repository.ts'
import type { DeploymentState } from '../../world/github/state.ts'
import { forgetfulRelay } from './forgetful-relay.ts'
import { deployed, failed, newRun as newRunOf, superseded } from './told-run.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let origin: Repository
let github: FakeGithub
let repository: FakeRepository
let commit: string

beforeAll(async () => {
  origin = await newRepository('test/e2e/projects/flaskless')
  commit = await origin.head()
  github = await startGithub()
  repository = github.addRepository('acme/shop', origin)
})
afterAll(async () => {
  await github[Symbol.asyncDispose]()
  await origin[Symbol.asyncDispose]()
})

let environments = 0

/** What is announced, to an environment that no other test has. */
const newsOf = (more: Partial<Announcement> = {}): Announcement => ({
  action: 'deploy',
  command: 'build all',
  configuration: 'Staging',
  project: 'shop',
  environment: `env-${++environments}`,
  production: false,
  commit,
  urls: ['http://shop.example.com/', 'http://www.shop.example.com/'],
  where: 'root@shop.example.com:22',
  preview: undefined,
  ...more,
})

const newRun = (options?: Parameters<typeof newRunOf>[2]) => newRunOf(github, commit, options)

/** Runs once, from the announcement to the end. */
const once = async (news: Announcement, ending: Ending = deployed(), run = newRun()) => {
  run.teller.announce(news)
  await run.teller.end(ending)
  return run
}

const of = ({ environment }: Announcement): readonly DeploymentState[] =>
  repository.deployments.filter((one) => one.environment === environment)
const states = (deployment: DeploymentState | undefined): readonly string[] =>
  deployment?.statuses.map(({ state }) => state) ?? []
const last = (news: Announcement): readonly (string | undefined)[] =>
  of(news).map((one) => states(one).at(-1))

describe('a deployment', () => {
  test('says what is deployed where, and how it ended', async () => {
    repository.setStatus(commit, 'build', 'pending')
    const news = newsOf()
    const run = await once(news)
    const [deployment] = of(news)
    expect(deployment).toMatchObject({
      sha: commit,
      description: 'build all: shop (Staging)',
      isTransient: false,
      isProduction: false,
      payload: {
        deployer: 'jetee/deploy',
        run: run.id,
        attempt: 1,
        project: 'shop',
        configuration: 'Staging',
      },
    })
    const log = `${github.serverUrl}/acme/shop/actions/runs/${run.id}`
    expect(deployment?.statuses).toMatchObject([
      { state: 'in_progress', logUrl: log },
      {
        state: 'success',
        logUrl: log,
        environmentUrl: 'http://shop.example.com/',
        description: 'Release 7 is live',
      },
    ])
    expect(run).toMatchObject({ begun: [{ id: deployment?.id }], ended: [run.id], warnings: [] })
  })

  test('is of the very commit, also behind the default branch, which is not merged into it', async () => {
    const { after } = (await repository.push({ 'later.txt': '' })).payload
    const news = newsOf()
    expect((await once(news)).warnings).toEqual([])
    expect(of(news)).toMatchObject([{ sha: commit }])
    expect(await origin.head()).toBe(after)
  })

  test('is production or transient as the configuration is', async () => {
    const production = newsOf({ production: true })
    const preview = newsOf({ preview: 12 })
    await once(production)
    await once(preview)
    expect(of(production)).toMatchObject([{ isProduction: true, isTransient: false }])
    expect(of(preview)).toMatchObject([{ isProduction: false, isTransient: true }])
  })

  test.each<[string, Ending, string, string]>([
    ['of a failure', failed('The release is not healthy'), 'failure', 'The release is not healthy'],
    ['that was cancelled', failed('The run was cancelled', true), 'error', 'The run was cancelled'],
    ['that was overtaken', superseded, 'inactive', 'Superseded: release 8 was made by a newer run'],
    ['with nothing to do', deployed(false), 'success', 'Release 7 is live: there was nothing to do'],
    ['with a long story', failed(`${'x'.repeat(138)}😀 and more`), 'failure', `${'x'.repeat(138)}…`],
  ])('%s says so', async (_, ending, state, description) => {
    const news = newsOf()
    await once(news, ending)
    const environmentUrl = state === 'success' ? 'http://shop.example.com/' : ''
    expect(of(news).map(({ statuses }) => statuses.at(-1))).toMatchObject([
      { state, description, environmentUrl },
    ])
  })

  test('is not made for a removal, nor without a commit', async () => {
    const removal = newsOf({ action: 'remove', commit: undefined })
    const without = newsOf({ commit: undefined })
    await once(removal, { kind: 'result', result: { kind: 'done', sentence: 'Removed', changed: true } })
    await once(without)
    expect([...of(removal), ...of(without)]).toEqual([])
  })

  test('has no secret in its description, nor the first half of one', async () => {
    maskSecret('p_assword-of-the-shop')
    const news = newsOf()
    await once(news, failed(`${'x'.repeat(125)} p_assword-of-the-shop`))
    expect(of(news)[0]?.statuses.at(-1)?.description).toBe(`${'x'.repeat(125)} ***`)
  })

  test('of a commit that GitHub does not have is missing, and that is said', async () => {
    const { warnings } = await once(newsOf({ commit: 'f'.repeat(40) }))
    expect(warnings).toEqual([
      expect.stringContaining('This run could not record the deployment: No ref found'),
    ])
  })
})

describe('a failing API', () => {
  test('gets one deployment, whether it made one before it failed or not', async () => {
    const before = newsOf()
    github.failNext({ status: 502, match: /^POST \S+\/deployments$/ })
    expect((await once(before)).warnings).toEqual([])
    expect(of(before).map(states)).toEqual([['in_progress', 'success']])

    const behind = newsOf()
    await using relay = await forgetfulRelay(github.apiUrl, /^POST \S+\/deployments$/)
    expect((await once(behind, deployed(), newRun({ apiUrl: relay.url }))).warnings).toEqual([])
    expect(relay.forgotten).toBe(1)
    expect(of(behind).map(states)).toEqual([['in_progress', 'success']])
  })

  test('is told how it begins and ends, also when it answers so only the second time', async () => {
    const news = newsOf()
    github.failNext({ status: 502, match: /^POST \S+\/statuses$/ })
    expect((await once(news)).warnings).toEqual([])
    expect(of(news).map(states)).toEqual([['in_progress', 'success']])
  })

  test('finds what it has made, when a run asks for it again', async () => {
    const news = newsOf()
    const run = newRun()
    await once(news, failed('The release is not healthy'), run)
    const again = newRun({ id: run.id })
    await once(news, deployed(), again)
    expect(of(news).map(states)).toEqual([['in_progress', 'failure', 'in_progress', 'success']])
    // Another attempt is another deployment.
    await once(news, deployed(), newRun({ id: run.id, attempt: 2 }))
    expect(last(news)).toEqual(['inactive', 'success'])
  })

  test('names the permission once, and makes nobody wait', async () => {
    const news = newsOf()
    const begun = performance.now()
    const { warnings, begun: recorded } = await once(news, deployed(), newRun({ permissions: {} }))
    expect(warnings).toEqual([
      'GitHub did not let this run record the deployment (Resource not accessible by integration): the job’s `permissions:` need the line `deployments: write`',
    ])
    expect(recorded).toEqual([])
    expect(performance.now() - begun).toBeLessThan(3500)
  })

  test('is given up at the end of the run, when it says nothing at all', async () => {
    const stop = new AbortController()
    const never = { begin: () => new Promise<void>(() => {}), end: async () => {} }
    const teller = makeTeller([never], stop)
    teller.announce(newsOf())
    const begun = performance.now()
    await teller.end(failed('The run was cancelled', true))
    expect(performance.now() - begun).toBeLessThan(15_000)
    expect(stop.signal.aborted).toBe(true)
  })
})

describe('a job with `environment:`', () => {
  test.each([
    ['of the same name', (name: string) => name],
    ['of the same name in other letters', (name: string) => name.toUpperCase()],
    ['of another name', (name: string) => `${name}-by-another-name`],
  ])('%s has its deployment from GitHub, and gets no second one', async (_, nameOf) => {
    const news = newsOf()
    const run = newRun()
    const id = repository.beginJob({ environment: nameOf(news.environment), sha: commit, run: run.id })
    await once(news, deployed(), run)
    const found = repository.deployments.filter((one) =>
      one.environment.toLowerCase().startsWith(news.environment),
    )
    expect(found.map(states)).toEqual([['in_progress']])
    expect(run.begun).toEqual([{ id, isJobs: true }])
    expect(run.notes).toEqual([expect.stringContaining('by itself')])
  })

  test('is found where GitHub puts it, on the commit that the event is about', async () => {
    const news = newsOf()
    const merge = await origin.commit({ 'merge.txt': 'x' }, { branch: 'merge' })
    const run = newRunOf(github, merge)
    const id = repository.beginJob({ environment: news.environment, sha: merge, run: run.id })
    await once(news, deployed(), run)
    expect(run.begun).toEqual([{ id, isJobs: true }])
    expect(of(news)).toHaveLength(1)
  })

  test('of another run, whose number begins with this one’s, is another one', async () => {
    const news = newsOf()
    const run = newRun()
    repository.beginJob({ environment: `${news.environment}-elsewhere`, sha: commit, run: run.id * 10 })
    await once(news, deployed(), run)
    expect(last(news)).toEqual(['success'])
  })

  test('that has ended, in the same run, is another one', async () => {
    const news = newsOf()
    const run = newRun()
    const id = repository.beginJob({ environment: `${news.environment}-before`, sha: commit, run: run.id })
    const job = repository.deployments.find((one) => one.id === id)
    const [begun] = job?.statuses ?? []
    if (begun) job?.statuses.push({ ...begun, id: begun.id * 1000, state: 'success' })
    await once(news, deployed(), run)
    expect(last(news)).toEqual(['success'])
  })
})

/** Puts deployments beside the first of an environment, as if they had been made one by one: a page has a hundred. */
const addOthers = (news: Announcement, count: number, state: string): void => {
  const [first] = of(news)
  const [begun] = first?.statuses ?? []
  if (!first || !begun) throw new Error('There is no deployment.')
  const others = Array.from({ length: count }, (_, index) => ({
    ...first,
    id: first.id * 1000 + index,
    statuses: [{ ...begun, state }],
  }))
  ;(repository.deployments as DeploymentState[]).push(...others)
}

describe('earlier deployments', () => {
  test.each([
    ['to production', { production: true }],
    ['of a preview', { preview: 12 }],
    ['of others', {}],
  ])('%s become inactive', async (_, kind) => {
    const news = newsOf(kind)
    await once(news)
    await once({ ...news })
    await once({ ...news }, failed('The release is not healthy'))
    await once({ ...news })
    expect(last(news)).toEqual(['inactive', 'inactive', 'failure', 'success'])
  })

  test('stay what they are when a run fails, or is overtaken', async () => {
    const news = newsOf({ production: true })
    await once(news)
    await once({ ...news }, failed('The release is not healthy'))
    await once({ ...news }, superseded)
    expect(last(news)).toEqual(['success', 'failure', 'inactive'])
  })

  test('that another run has under way are left to it', async () => {
    const news = newsOf({ production: true })
    const waiting = newRun()
    waiting.teller.announce(news)
    await expect.poll(() => last(news), { timeout: 20_000 }).toEqual(['in_progress'])
    await once({ ...news })
    expect(last(news)).toEqual(['in_progress', 'success'])
    await waiting.teller.end(superseded)
    expect(last(news)).toEqual(['inactive', 'success'])
  })

  test('are asked for no longer than there are some to settle', async () => {
    const news = newsOf({ preview: 12 })
    await once(news)
    addOthers(news, 30, 'inactive')
    const before = github.calls.length
    await once({ ...news })
    expect(last(news).at(-1)).toBe('success')
    expect(github.calls.length - before).toBeLessThan(20)
  })

  test('become inactive behind a long row of failures, too', async () => {
    const news = newsOf({ preview: 12 })
    await once(news)
    addOthers(news, 30, 'failure')
    await once({ ...news })
    expect(last(news)).toEqual(['inactive', ...Array(30).fill('failure'), 'success'])
  })

  test('stay when a newer run has overtaken the removal', async () => {
    const news = newsOf({ preview: 14 })
    await once(news)
    const left: Ending = {
      kind: 'result',
      result: { kind: 'done', sentence: 'Superseded: release 8 was made', changed: false, release: 8 },
    }
    await once({ ...news, action: 'remove', commit: undefined }, left)
    expect(last(news)).toEqual(['success'])
  })

  test('all go with a removal, on whatever page they are, and stay when it fails', async () => {
    const news = newsOf({ preview: 13 })
    await once(news)
    addOthers(news, 102, 'success')
    const removal: Announcement = { ...news, action: 'remove', commit: undefined }
    await once(removal, failed('The server is away'))
    expect(new Set(last(news))).toEqual(new Set(['success']))
    // A newer run has brought the preview up again.
    const sentence = 'The preview stays'
    await once(removal, { kind: 'result', result: { kind: 'done', sentence, changed: false, release: 8 } })
    expect(new Set(last(news))).toEqual(new Set(['success']))
    const run = newRun()
    run.teller.announce(removal)
    run.teller.told(removal, { kind: 'done', sentence: 'Removed', changed: true })
    // Another removal of the same run may fail: this one was told of.
    await run.teller.end(failed('The server is away'))
    expect(new Set(last(news))).toEqual(new Set(['inactive']))
    expect(run.warnings).toEqual([])
  })
})
