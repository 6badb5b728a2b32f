import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Outcome } from '../../../src/commands/outcome.ts'
import { openApi } from '../../../src/github/api.ts'
import { commentPart } from '../../../src/github/comment.ts'
import { maskSecret } from '../../../src/github/mask.ts'
import { type Ending, makeTeller } from '../../../src/github/tell.ts'
import type { Announcement } from '../../../src/report/announcement.ts'
import { newRepository, type Repository } from '../../world/checkout.ts'
import { type FakeGithub, startGithub } from '../../world/github/github.ts'
import type { FakeRepository } from '../../world/github/repository.ts'
import type { Permissions, TokenOptions } from '../../world/github/tokens.ts'

let origin: Repository
let github: FakeGithub
let repository: FakeRepository
let commit: string
let preview = 0

beforeAll(async () => {
  origin = await newRepository('test/e2e/projects/flaskless')
  github = await startGithub()
  repository = github.addRepository('acme/shop', origin)
})
beforeEach(async () => {
  preview += 1
  const branch = `change-${preview}`
  commit = await origin.commit({ 'new.txt': String(preview) }, { branch })
  await repository.openPull({ branch })
})
afterAll(async () => {
  await github[Symbol.asyncDispose]()
  await origin[Symbol.asyncDispose]()
})

const newsOf = (more: Partial<Announcement> = {}): Announcement => ({
  action: 'deploy',
  command: 'build all',
  configuration: 'Staging',
  project: `shop-pr-${preview}`,
  environment: `staging/pr-${preview}`,
  production: false,
  commit,
  urls: [`https://pr-${preview}.example.com/`],
  where: 'root@shop.example.com:22',
  preview,
  expiresSeconds: 86_400,
  password: 'PREVIEW_PASSWORD',
  ...more,
})

interface RunOptions {
  readonly id: number
  readonly attempt?: number
  readonly permissions?: Permissions
  readonly token?: TokenOptions
}

/** A run of a workflow, with what it tells the pull request. */
const newRun = ({ id, attempt = 1, permissions = { 'pull-requests': 'write' }, token = {} }: RunOptions) => {
  const stop = new AbortController()
  const warnings: string[] = []
  const api = openApi({
    apiUrl: github.apiUrl,
    token: github.token(permissions, token),
    repository: 'acme/shop',
    warn: (text) => warnings.push(text),
    signal: stop.signal,
  })
  const part = commentPart({
    api,
    runUrl: `${github.serverUrl}/acme/shop/actions/runs/${id}`,
    run: { id, attempt },
    serverUrl: github.serverUrl,
    repository: 'acme/shop',
    sha: commit,
    note: () => {},
  })
  return { warnings, part, teller: makeTeller([part], stop) }
}

const ready: Ending = {
  kind: 'result',
  result: {
    kind: 'deployed',
    outcome: {
      subject: 'Fix #1, says @octocat',
      author: 'Mona',
      changed: true,
      containers: [{ name: 'shop-pr-1-app-1', role: 'release 1', image: 'jetee/shop:1', state: 'new' }],
    } as unknown as Outcome,
  },
}
const failed = (isCancelled = false): Ending => ({
  kind: 'failure',
  details: {
    what: 'The release task migrate failed',
    stands: 'Release 2 still serves the site.',
    output: ['one line', '```', '@octocat'],
  },
  timings: [],
  isCancelled,
})
const done = (sentence: string, release?: number): Ending => ({
  kind: 'result',
  result: { kind: 'done', sentence, changed: true, ...(release !== undefined && { release }) },
})

/** Runs once, from the announcement to the end. */
const once = async (options: RunOptions, ending: Ending = ready, news = newsOf()) => {
  const run = newRun(options)
  run.teller.announce(news)
  await run.teller.end(ending)
  return run
}

/** Calls of a kind that were made since a number of calls, such as `POST`. */
const callsOf = (method: string, since: number) =>
  github.calls.slice(since).filter((call) => call.method === method)

const bodies = (): readonly string[] => repository.comments(preview).map(({ body }) => body)

describe('the comment of a pull request', () => {
  test('tells that the preview is on its way, and then that it is ready', async () => {
    const run = newRun({ id: 10 })
    const before = github.calls.length
    await run.part.begin(newsOf())
    expect(bodies()).toHaveLength(1)
    // What has just been written is not written again.
    expect(callsOf('PATCH', before)).toEqual([])
    expect(bodies()[0]).toContain('### ⏳ The preview is on its way')
    const news = newsOf()
    await run.part.begin(news)
    await run.part.end(news, ready)
    const [body = ''] = bodies()
    expect(bodies()).toHaveLength(1)
    expect(body.split('\n')[0]).toBe(
      `<!-- jetee/deploy preview Staging ${preview} shop-pr-${preview} run 10.1 -->`,
    )
    expect(body).toContain('### ✅ The preview is ready')
    expect(body).toContain(`**https://pr-${preview}.example.com/**`)
    expect(body).toContain(`[\`${commit.slice(0, 12)}\`](${github.serverUrl}/acme/shop/commit/${commit})`)
    expect(body).toContain('password as in the secret `PREVIEW_PASSWORD`')
    expect(body).toMatch(/\*\*Stays until:\*\* \d{4}-\d\d-\d\d \d\d:\d\d UTC/)
    expect(body).toContain('| 🟢 new | release 1 | `shop-pr-1-app-1` | `jetee/shop:1` |')
    expect(body).toContain(`\`jetee ssh --preview ${preview}\``)
    expect(body).toContain(`(${github.serverUrl}/acme/shop/actions/runs/10)`)
    expect(body).not.toMatch(/@octocat|(?<!&)#1/)
  })

  test('is the same one in each later run, edited in place', async () => {
    await once({ id: 10 })
    const [first] = repository.comments(preview)
    const before = github.calls.length
    await once({ id: 11 }, failed())
    await once({ id: 12 }, done('Removed the preview of pull request 1 from root@x:22: it was merged'), {
      ...newsOf(),
      action: 'remove',
    })
    expect(repository.comments(preview).map(({ id }) => id)).toEqual([first?.id])
    expect(bodies()[0]).toContain('### 🧹 The preview is gone')
    expect(bodies()[0]).toContain('it was merged')
    // Each comment is a mail to everybody who follows the pull request, also one that is taken away at once.
    expect(callsOf('POST', before)).toEqual([])
  })

  test('has why it failed, what still stands, and the last lines, folded', async () => {
    await once({ id: 10 }, failed())
    const [body = ''] = bodies()
    expect(body).toContain('### ❌ The preview could not be deployed')
    expect(body).toContain('**The release task migrate failed**')
    expect(body).toContain('**What still stands:** Release 2 still serves the site.')
    expect(body).toContain(
      '<details><summary>The last lines that it printed</summary>\n\n````text\none line\n```\n@octocat\n````\n\n</details>',
    )
  })

  test('has the last lines of the step that failed, where the cause has none, and where the site is', async () => {
    const output = Array.from({ length: 60 }, (_, n) => `line ${n}.`)
    const step = {
      title: 'Start',
      reason: '',
      outcome: 'failed',
      begun: 0,
      milliseconds: 1,
      parts: [],
    } as const
    await once(
      { id: 10 },
      {
        kind: 'failure',
        details: { what: 'It is not healthy' },
        timings: [{ ...step, output }],
        isCancelled: false,
      },
    )
    expect(bodies()[0]?.match(/line \d+\./g)).toEqual(output.slice(-40))
    expect(bodies()[0]).toContain(`- **Site:** https://pr-${preview}.example.com/`)
  })

  test('tells of a cancel', async () => {
    await once({ id: 10 }, failed(true))
    expect(bodies()[0]).toContain('### ⏹️ The deploy of the preview was cancelled')
  })

  test('is not written by a removal alone, nor for what is no preview', async () => {
    await once({ id: 10 }, done('There is no preview'), { ...newsOf(), action: 'remove' })
    const calls = github.calls.length
    await once({ id: 11 }, ready, { ...newsOf(), preview: undefined })
    expect(github.calls).toHaveLength(calls)
    expect(bodies()).toEqual([])
  })

  test('is found behind a hundred others', async () => {
    for (let n = 0; n < 120; n += 1) repository.comment(preview, 'octocat', `Comment ${n}`)
    await once({ id: 10 })
    await once({ id: 11 })
    expect(bodies()).toHaveLength(121)
  })

  test('is never a person’s, who quotes it', async () => {
    const quoted = `<!-- jetee/deploy preview Staging ${preview} shop-pr-${preview} run 9.1 -->\nHello`
    repository.comment(preview, 'octocat', quoted)
    repository.comment(preview, 'some-app[bot]', `> ${quoted}`)
    await once({ id: 10 })
    expect(bodies()).toHaveLength(3)
    expect(bodies().slice(0, 2)).toEqual([quoted, `> ${quoted}`])
  })

  test('is never another person’s, when the token is a person’s', async () => {
    const quoted = `<!-- jetee/deploy preview Staging ${preview} shop-pr-${preview} run 9.1 -->\nHello`
    repository.comment(preview, 'octocat', quoted)
    await once({ id: 10, token: { kind: 'person', login: 'deployer' } })
    expect(bodies()).toHaveLength(2)
    expect(bodies()[0]).toBe(quoted)
    expect(bodies()[1]).toContain('The preview is ready')
  })

  test('is one, when another run takes a second one away at the same time', async () => {
    await once({ id: 10 })
    const [body = ''] = bodies()
    repository.comment(preview, 'github-actions[bot]', body)
    github.failNext({ status: 404, match: /^DELETE .*\/comments\/\d+$/ })
    const { warnings } = await once({ id: 11 }, failed())
    expect(warnings).toEqual([])
    expect(bodies()[0]).toContain('The preview could not be deployed')
  })

  test.each([{ kind: 'app' }, { kind: 'person', login: 'deployer' }] as const)(
    'is one with the token of another: %j',
    async (token) => {
      await once({ id: 10, token })
      await once({ id: 11, token })
      expect(bodies()).toHaveLength(1)
    },
  )

  test('is one for each project that has previews', async () => {
    await once({ id: 10 })
    await once({ id: 10 }, ready, { ...newsOf(), project: `api-pr-${preview}` })
    expect(bodies()).toHaveLength(2)
  })

  test('is a newer run’s, unless somebody runs a job again', async () => {
    await once({ id: 11 }, failed())
    const [newer] = bodies()
    await once({ id: 10 })
    expect(bodies()).toEqual([newer])
    await once({ id: 10, attempt: 2 })
    expect(bodies()[0]).toContain('The preview is ready')
  })

  test('is left to the newer run by one that it has overtaken', async () => {
    const older = newRun({ id: 10 })
    const news = newsOf()
    await older.part.begin(news)
    await once({ id: 11 })
    const [newer] = bodies()
    await older.part.end(news, done('Superseded', 4))
    expect(bodies()).toEqual([newer])
    await once({ id: 12 }, done('Superseded', 4), { ...newsOf(), action: 'remove' })
    expect(bodies()).toEqual([newer])
  })

  test('is one, when two runs begin at once', async () => {
    const runs = [10, 11, 12].map((id) => newRun({ id }))
    const news = runs.map(() => newsOf())
    await Promise.all(runs.map(({ part }, index) => part.begin(news[index] as Announcement)))
    await Promise.all(runs.map(({ part }, index) => part.end(news[index] as Announcement, ready)))
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('run 12.1 -->')
  })

  test('is one, when GitHub does not say whether it has written it', async () => {
    github.failNext({ status: 502, match: /^POST .*\/comments$/ })
    await once({ id: 10 })
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('The preview is ready')
  })

  test('names the permission that is missing, once', async () => {
    const { warnings } = await once({ id: 10, permissions: {} })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('pull-requests: write')
    expect(bodies()).toEqual([])
  })

  test('has no secret that Markdown would write in another way', async () => {
    const secret = 'p_a@s:s#w&o|r~d'
    maskSecret(secret)
    await once(
      { id: 10 },
      {
        kind: 'failure',
        details: { what: `It said ${secret}`, why: `${'x'.repeat(2990)} ${secret}`, output: [secret] },
        timings: [],
        isCancelled: false,
      },
    )
    expect(bodies()[0]).toContain('It said &#42;&#42;&#42;')
    expect(bodies()[0]).not.toMatch(/p_a|p&#95;|r~d|&#126;/)
  })

  test('is the same one, though a secret has the name of the project', async () => {
    const news = newsOf({ project: `blog-pr-${preview}` })
    await once({ id: 10 }, ready, news)
    maskSecret('blog')
    maskSecret('Staging')
    await once({ id: 11 }, ready, news)
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('run 11.1 -->')
    expect(bodies()[0]).toContain('**&#42;&#42;&#42;')
  })

  test('is no longer than GitHub takes', async () => {
    const { warnings } = await once(
      { id: 10 },
      {
        kind: 'failure',
        details: {
          what: 'w'.repeat(100_000),
          why: '@x\n'.repeat(50_000),
          output: Array.from({ length: 200 }, () => 'l'.repeat(1000)),
        },
        timings: [],
        isCancelled: false,
      },
    )
    expect(warnings).toEqual([])
    expect(bodies()[0]).toContain('The preview could not be deployed')
    expect(bodies()[0]?.length).toBeLessThanOrEqual(65_536)
  })
})
