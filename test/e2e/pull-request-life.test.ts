import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { git, newRepository, type Repository } from '../world/checkout.ts'
import { asTarget, type Delivery } from '../world/github/delivery.ts'
import { type FakeGithub, startGithub } from '../world/github/github.ts'
import type { FakeRepository } from '../world/github/repository.ts'
import type { Permissions } from '../world/github/tokens.ts'
import type { ActionResult } from '../world/runner.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type DeployOptions, newSite, type Site } from './harness.ts'
import { ask } from './visitors.ts'

/** The whole life of a pull request, on a real server, as GitHub hears of it: with more and with fewer permissions. */

let site: Site
let github: FakeGithub
let repository: FakeRepository
/** Number of the last run of a workflow; a later one has a higher number. */
let run = 2000

beforeAll(async () => {
  github = await startGithub()
  site = await newSite({ from: await dockerSnapshot(13), sample: 'flaskless', env: {}, at: { github } })
  const file = await git(site.origin.folder, 'show', 'main:deployment.yml')
  await site.origin.commit({ 'deployment.yml': `${file}\npreviews: { password: none }\n` })
  if (!site.repository) throw new Error('The project stands at no GitHub')
  repository = site.repository
  await github.serveSsh()
  await site.mustDeploy()
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await github?.[Symbol.asyncDispose]()
})

const says = (text: string) => ({ 'greetings.yml': `en: ${text}\n` })

/** Names of the containers of a preview that run. */
const running = (number: number): Promise<string> =>
  site.server.must(`docker ps --filter label=jetee.project=flaskless-pr-${number} --format '{{.Names}}'`)

const lives: readonly {
  readonly whose: string
  readonly permissions: Permissions
  readonly hasKey: boolean
  /** Whether GitHub hears of the deployments, and the comment is written. */
  readonly isTold: boolean
}[] = [
  {
    whose: 'with a token for deploy keys beside the job’s own',
    permissions: { contents: 'read', deployments: 'write', 'pull-requests': 'write' },
    hasKey: true,
    isTold: true,
  },
  {
    whose: 'with the permissions of GITHUB_TOKEN alone',
    permissions: { contents: 'read', deployments: 'write', 'pull-requests': 'write' },
    hasKey: false,
    isTold: true,
  },
  { whose: 'with no permissions at all', permissions: {}, hasKey: false, isTold: false },
]

describe.each(lives)('the life of a pull request $whose', ({ permissions, hasKey, isTold }) => {
  let token: string
  let keyToken: string
  let number: number
  let host: string
  const branch = `feature/${++run}`

  const on = (event: Delivery): DeployOptions => ({
    event: asTarget(event),
    token,
    github: { run_id: String(++run) },
    ...(hasKey && { inputs: { 'deploy-key-token': keyToken } }),
  })
  const greeting = async (): Promise<string> => JSON.parse((await ask(site.url, host)).body).greeting
  const comments = () => repository.comments(number)
  /** The last status of each of the preview's deployments, the oldest deployment first. */
  const deployments = () =>
    repository.deployments
      .filter(({ environment }) => environment === `Staging/pr-${number}`)
      .map(({ statuses }) => statuses.at(-1)?.state)
  const expectGood = ({ exitCode, log }: ActionResult) => expect(exitCode, log).toBe(0)

  beforeAll(() => {
    token = github.token(permissions)
    keyToken = github.token({ administration: 'write' })
  })

  test('opened: it is up, and GitHub says where', async () => {
    await site.origin.commit(says('opened'), { branch })
    const event = await repository.openPull({ branch })
    number = repository.pulls.length
    const result = await site.deploy(on(event))
    expectGood(result)
    host = new URL(result.outputs.url ?? '').host
    expect(result.outputs).toMatchObject({ preview: String(number), changed: 'true' })
    expect(await greeting()).toBe('opened')
    expect(repository.keys).toHaveLength(hasKey ? 1 : 0)
    if (isTold) {
      expect(comments().map(({ body }) => body)).toEqual([expect.stringContaining('The preview is ready')])
      expect(comments()[0]?.body).toContain(host)
      expect(deployments()).toEqual(['success'])
      expect(repository.deployments.at(-1)?.sha).toBe(await git(site.origin.folder, 'rev-parse', branch))
    } else {
      expect(comments()).toEqual([])
      expect(result.log.match(/deployments: write/g)).toHaveLength(1)
      expect(result.log.match(/pull-requests: write/g)).toHaveLength(1)
    }
  })

  test('pushed to twice at once: the later one stays', async () => {
    const first = on(await repository.pushToPull(number, says('first')))
    const second = on(await repository.pushToPull(number, says('second')))
    for (const result of await Promise.all([site.deploy(second), site.deploy(first)])) expectGood(result)
    expect(await greeting()).toBe('second')
    if (!isTold) return
    expect(comments()).toHaveLength(1)
    expect(comments()[0]?.body).toContain('The preview is ready')
    expect(deployments().filter((state) => state === 'success')).toHaveLength(1)
  })

  test('a build that fails leaves it as it was, and is told with its cause; the next one mends it', async () => {
    const file = await git(site.origin.folder, 'show', `${branch}:deployment.yml`)
    const broken = { 'deployment.yml': file.replace('python3-yaml', 'no-such-package') }
    const failed = await site.deploy(on(await repository.pushToPull(number, broken)))
    expect(failed.exitCode).toBe(1)
    expect(failed.log).toContain('Unable to locate package no-such-package')
    expect(await greeting()).toBe('second')
    if (isTold) {
      expect(comments()[0]?.body).toContain('The preview could not be deployed')
      expect(comments()[0]?.body).toContain('Unable to locate package no-such-package')
      expect(deployments().at(-1)).toBe('failure')
    }
    const mended = { 'deployment.yml': `${file}\n`, ...says('mended') }
    expectGood(await site.deploy(on(await repository.pushToPull(number, mended))))
    expect(await greeting()).toBe('mended')
    if (isTold) expect(comments()[0]?.body).toContain('The preview is ready')
  })

  test('closed while a deploy runs: it goes, whichever is first', async () => {
    const begun = Promise.withResolvers<void>()
    const pushed = await site.start({
      ...on(await repository.pushToPull(number, says('late'))),
      onLine: (line) => void (/Build release/.test(line) && begun.resolve()),
    })
    await Promise.race([begun.promise, pushed.done])
    const closed = await site.deploy(on(await repository.closePull(number)))
    expectGood(await pushed.done)
    expectGood(closed)
    expect(await running(number)).toBe('')
    expect((await ask(site.url, host)).status).toBe(404)
    if (!isTold) return
    expect(comments().map(({ body }) => body)).toEqual([expect.stringContaining('The preview is gone')])
    expect(deployments().filter((state) => state === 'success')).toEqual([])
  })

  test('reopened, it is up again; when its branch is deleted, it goes, in the order of the events', async () => {
    const early = String(++run)
    const event = await repository.reopenPull(number)
    expectGood(await site.deploy(on(event)))
    expect(await greeting()).toBe('late')
    const waits = on(event)
    const [deleted] = await repository.deleteBranch(branch)
    const late = await site.deploy({ ...on(event), event: deleted, github: { run_id: early } })
    expectGood(late)
    expect(late.log).toContain('was made by a newer run')
    expect(await greeting()).toBe('late')
    const gone = await site.deploy({ ...on(event), event: deleted, github: { run_id: String(++run) } })
    expectGood(gone)
    expect(await running(number)).toBe('')
    const overtaken = await site.deploy(waits)
    expectGood(overtaken)
    expect(overtaken.log).toContain('has taken the preview down')
    expect(await running(number)).toBe('')
    if (isTold) expect(comments().map(({ body }) => body)).toEqual([expect.stringContaining('is gone')])
    expect(JSON.parse((await ask(site.url)).body).greeting).toBe('Hello')
  })
})

describe('the pull request of a fork', () => {
  let fork: Repository
  let token: string
  let number: number
  const on = (event: Delivery): DeployOptions => ({
    event: asTarget(event),
    token,
    github: { run_id: String(++run) },
  })
  const deploy = async (event: Delivery): Promise<ActionResult> => {
    const result = await site.deploy(on(event))
    expect(result.exitCode, result.log).toBe(0)
    return result
  }

  beforeAll(async () => {
    const { folder } = site.origin
    fork = await newRepository(folder)
    await git(fork.folder, 'fetch', '--quiet', folder, 'main')
    await git(fork.folder, 'reset', '--quiet', '--hard', 'FETCH_HEAD')
    github.addRepository('mona/octo-repo', fork, { fork: true })
    token = github.token({ contents: 'read', deployments: 'write', 'pull-requests': 'write' })
  })
  afterAll(() => fork?.[Symbol.asyncDispose]())

  test('gets no preview until somebody who may write sets the label, and then by the base branch’s file', async () => {
    const file = await git(fork.folder, 'show', 'HEAD:deployment.yml')
    await fork.commit(
      { ...says('strange'), 'deployment.yml': file.replace('server_names', 'port: 2222\n    server_names') },
      { branch: 'theirs' },
    )
    const opened = await deploy(
      await repository.openPull({ branch: 'theirs', from: 'mona/octo-repo', author: 'mona' }),
    )
    number = repository.pulls.length
    expect(opened.log).toContain('preview')
    expect(await running(number)).toBe('')
    const byReader = await deploy(await repository.labelPull(number, 'preview', 'mona'))
    expect(byReader.log).toContain('mona, who set the label, may not write to the repository')
    expect(await running(number)).toBe('')
    await repository.unlabelPull(number, 'preview')
    const allowed = await deploy(await repository.labelPull(number, 'preview', 'octocat'))
    const host = new URL(allowed.outputs.url ?? '').host
    expect(JSON.parse((await ask(site.url, host)).body).greeting).toBe('strange')
    // It shares no layer with what was built before.
    expect(allowed.log).toContain('Setting up python3-yaml')
  })

  test('stays at the commit that was allowed when another one is pushed, and loses its label', async () => {
    const before = await running(number)
    await fork.commit(says('stranger'), { branch: 'theirs' })
    const pushed = await deploy(await repository.pushToPull(number))
    expect(pushed.log).toContain('The label preview is off')
    expect([...(repository.pulls.at(-1)?.labels ?? [])]).toEqual([])
    expect(await running(number)).toBe(before)
  })

  test('gets none beside production', async () => {
    await site.server.must(
      `cd /var/lib/jetee/projects && mkdir shop &&
       echo '{"repository":"octo-org/shop","configuration":"Production","production":true}' >shop/owner.json`,
    )
    const refused = await site.deploy(on(await repository.labelPull(number, 'preview', 'octocat')))
    expect(refused.exitCode).toBe(1)
    expect(refused.log).toContain('A fork’s pull request gets no preview on a server with production on it')
    await site.server.must('rm -r /var/lib/jetee/projects/shop')
    await deploy(await repository.closePull(number))
    expect(await running(number)).toBe('')
  })
})
