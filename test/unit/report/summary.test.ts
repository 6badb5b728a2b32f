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

**Where:** release 7

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

  test('has what was warned of, at its end', () => {
    const text = failureSummary({ what: 'It failed' }, [], ['The line `deployments: write` is missing'])
    expect(text).toBe('### ❌ It failed\n\n> ⚠️ The line `deployments: write` is missing\n\n')
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
