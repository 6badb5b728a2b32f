import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../src/commands/outcome.ts'
import { Failure } from '../../../src/report/failure.ts'
import { detailsOf, failureText } from '../../../src/report/render-failure.ts'
import { failureSummary, successSummary } from '../../../src/report/summary.ts'

const outcome: Outcome = {
  command: 'build all',
  configuration: 'Staging',
  project: 'guestbook',
  environment: 'staging',
  actor: 'octocat',
  containers: [],
  changes: [],
  where: 'root@example.com:22',
  changed: true,
  release: 7,
  commit: 'c'.repeat(40),
  subject: 'First',
  author: 'Octo Cat',
  urls: ['http://example.com/', 'http://www.example.com/'],
  services: [],
  timings: [
    {
      title: 'Build release 7',
      reason: 'it is new',
      outcome: 'done',
      begun: 0,
      milliseconds: 1234,
      parts: [{ title: 'build image', milliseconds: 900 }],
    },
  ],
  milliseconds: 5678,
  warnings: [],
}

const evil =
  '<img src=x onerror=alert(1)> **bold** [link](http://evil.example) | cell\n# heading & _more_ ~gone~ \\'

describe('the summary of a run that went well', () => {
  test('says what was done, in how long, and where the site is', () => {
    expect(successSummary(outcome)).toBe(`## ✅ Deployed guestbook (Staging)

**Site:** http://example.com/ · http://www.example.com/

\`build all\` changed \`root@example.com:22\` in 5.68 s.

- **Release:** 7
- **Commit:** \`cccccccccccc\` First (Octo Cat)
- **Configuration:** Staging, environment staging
- **Started by:** octocat

| Step | Why | Time |
| --- | --- | --- |
| ✅ Build release 7 | it is new | 1.23 s |
| &emsp;↳ build image | | 0.90 s |

`)
  })

  test('says what a rollback has brought back', () => {
    expect(successSummary({ ...outcome, command: 'rollback', copyOf: 4 })).toContain(
      '- **Release:** 7, a copy of release 4\n',
    )
  })

  const updated: Outcome = {
    ...outcome,
    repositoryUrl: 'https://github.example/acme/shop',
    previousRelease: 6,
    previousCommit: 'b'.repeat(40),
    containers: [
      { name: 'shop-app-7', role: 'release 7', image: 'jetee/shop:7', state: 'new' },
      { name: 'shop-redis', role: 'redis', image: 'redis:8', state: 'stopped' },
    ],
    changes: [
      {
        step: 'image',
        title: 'Build release 7',
        reason: '',
        fields: [{ name: 'env A', old: 'x|y', new: 'z'.repeat(300) }],
      },
    ],
  }
  const workflow = { name: 'Roll [back]', url: 'https://github.example/acme/shop/actions/workflows/back.yml' }

  test('leads to the commit, and to what is between it and the one before', () => {
    const text = successSummary(updated)
    expect(text).toContain(
      `[\`cccccccccccc\`](https://github.example/acme/shop/commit/${'c'.repeat(40)}) First (Octo Cat)`,
    )
    expect(text).toContain(
      `[\`bbbbbbbbbbbb...cccccccccccc\`](https://github.example/acme/shop/compare/${'b'.repeat(40)}...${'c'.repeat(40)})`,
    )
    expect(successSummary({ ...updated, previousCommit: updated.commit })).not.toContain('/compare/')
    expect(successSummary({ ...updated, repositoryUrl: undefined })).not.toContain('https://github.example')
  })

  test('shows what runs, and which values have changed', () => {
    const text = successSummary(updated)
    expect(text).toContain('| 🟢 new | release 7 | `shop-app-7` | `jetee/shop:7` |')
    expect(text).toContain('| 🔴 stopped | redis | `shop-redis` | `redis:8` |')
    expect(text).toContain('<details><summary>What changed: 1 value</summary>')
    expect(text).toContain(`| Build release 7 | env A | x&#124;y | ${'z'.repeat(200)}… |`)
    expect(successSummary({ ...updated, previousRelease: undefined })).not.toContain('What changed')
  })

  test('says how to go back from a deploy, and where that is started', () => {
    expect(successSummary(updated)).toContain('**To go back:** `jetee rollback -n Staging`. It takes')
    expect(successSummary(updated, workflow)).toContain(
      '`jetee rollback -n Staging`, or start the workflow [Roll &#91;back&#93;](https://github.example/acme/shop/actions/workflows/back.yml).',
    )
    for (const other of [{ previousRelease: undefined }, { preview: 12 }, { copyOf: 4 }, { changed: false }])
      expect(successSummary({ ...updated, ...other }, workflow)).not.toContain('To go back')
  })

  test('shows steps in the order in which they began, and a timeline of several', () => {
    const [first] = outcome.timings
    const timings = first ? [{ ...first, title: 'Last', begun: 500 }, first] : []
    const text = successSummary({ ...outcome, timings })
    expect(text.indexOf('Build release 7')).toBeLessThan(text.indexOf('Last'))
    expect(text).toContain('```mermaid\ngantt\n')
  })

  test.each([
    ['rollback', '## ⏪ Brought back guestbook (Staging)'],
    ['restart', '## 🔄 Restarted guestbook (Staging)'],
  ])('of %s says so', (command, headline) => {
    expect(successSummary({ ...outcome, command, copyOf: 4 }).split('\n')[0]).toBe(headline)
  })

  test('says that nothing was changed', () => {
    const text = successSummary({ ...outcome, changed: false, timings: [] })
    expect(text).toContain('## ✅ Nothing to do for guestbook (Staging)')
    expect(text).toContain(
      'found everything as it should be: nothing was changed on `root@example.com:22` (5.68 s).',
    )
    expect(text).not.toContain('| Step |')
  })

  test('tells of a project without site and release', () => {
    const text = successSummary({ ...outcome, urls: [], release: undefined })
    expect(text).not.toContain('**Site:**')
    expect(text).toContain('**Release:** none yet')
  })

  test('keeps text of others text', () => {
    const text = successSummary({
      ...outcome,
      subject: evil,
      author: evil,
      warnings: [evil],
      timings: [{ title: evil, reason: evil, outcome: 'failed', begun: 0, milliseconds: 0, parts: [] }],
    })
    expect(text).not.toMatch(/<(?!br>)/)
    expect(text).not.toMatch(/(?<!\\)\[link/)
    expect(text).not.toContain('**bold**')
    expect(text).not.toMatch(/^# heading/m)
    const row = text.split('\n').find((line) => line.startsWith('| ❌'))
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(4)
  })
})

describe('the summary of a run that failed', () => {
  const failure = new Failure({
    what: 'The release task migrate failed',
    where: 'release 7',
    why: 'It ended with status 1.',
    output: ['one', '```', '<b>', '````text'],
    stands: 'Release 6 still serves the site.',
    next: 'Correct it, then push.',
  })

  test('puts the cause first, and the output in a block that nothing in it ends', () => {
    expect(failureSummary(failure.details, outcome.timings, [])).toBe(`### ❌ The release task migrate failed

**Where:** \`release 7\`

**Why:** It ended with status 1.

\`\`\`\`\`text
one
\`\`\`
<b>
\`\`\`\`text
\`\`\`\`\`

**What still stands:** Release 6 still serves the site.

**What to do:** Correct it, then push.

| Step | Why | Time |
| --- | --- | --- |
| ✅ Build release 7 | it is new | 1.23 s |
| &emsp;↳ build image | | 0.90 s |

`)
  })

  test('has the last lines of the step that failed, where the cause has none, and what it was about', () => {
    const timings = [
      {
        title: 'Build <7>',
        reason: '',
        outcome: 'failed' as const,
        begun: 0,
        milliseconds: 1,
        output: ['last'],
        parts: [],
      },
    ]
    const news = {
      action: 'deploy',
      command: 'build all',
      configuration: 'Staging',
      project: 'shop',
      environment: 'staging',
      production: false,
      commit: 'c'.repeat(40),
      urls: [],
      where: 'root@x:22',
      preview: undefined,
    } as const
    const text = failureSummary({ what: 'It failed' }, timings, [], news)
    expect(text).toContain(
      '<details><summary>The last lines of “Build &lt;7>”</summary>\n\n```text\nlast\n```\n\n</details>',
    )
    expect(text).toContain('`build all` was to bring shop (Staging), commit `cccccccccccc`, to `root@x:22`.')
    expect(failureSummary({ what: 'It failed', output: ['own'] }, timings, [])).not.toContain(
      'The last lines',
    )
  })

  test('has what was warned of, at its end', () => {
    const text = failureSummary({ what: 'It failed' }, [], ['The line `deployments: write` is missing'])
    expect(text).toBe('### ❌ It failed\n\n> ⚠️ The line `deployments: write` is missing\n\n')
  })

  test('keeps the cause and what to do, however much a program has printed', () => {
    const output = Array.from({ length: 40 }, (_, n) => `${'ü'.repeat(50_000)} ${n}`)
    const why = Array.from({ length: 20_000 }, (_, n) => `mistake ${n} ${'→'.repeat(20)}`).join('\n')
    const text = failureSummary({ what: 'It failed', why, output, next: 'Correct it.' }, outcome.timings, [])
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024)
    expect(text).toMatch(/^### ❌ It failed\n\n\*\*Why:\*\*\n\n- mistake 0 /)
    expect(text).toMatch(/\n- … \d+ more, in the log\n/)
    expect(text).toMatch(/```text\n… \d+ lines before these, in the log of the run\nü+ \d+\n/)
    expect(text).toContain('ü 39\n```\n\n**What to do:** Correct it.')
    expect(text).toContain('| Step | Why | Time |')
  })

  test('shows at most the last 40 lines of output', () => {
    const output = Array.from({ length: 100 }, (_, index) => `line ${index}`)
    const text = failureSummary({ what: 'x', output }, [], [])
    expect(text.match(/line \d+/g)).toEqual(output.slice(-40))
    expect(failureText({ what: 'x', output })).toEqual([
      'x',
      ...output.slice(-40).map((line) => `  │ ${line}`),
    ])
  })

  test('calls a defect what is no failure', () => {
    for (const thrown of [new TypeError('x is not a function'), 'text', undefined])
      expect(detailsOf(thrown).next).toContain('a defect of jetee/deploy')
  })
})
