import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import type { Outcome } from '../../../src/commands/outcome.ts'
import type { Result } from '../../../src/commands/run.ts'
import { keepDeployment } from '../../../src/github/interrupted.ts'
import { maskSecret } from '../../../src/github/mask.ts'
import { reportFailure, reportResult, reportTarget } from '../../../src/github/report.ts'
import type { Change } from '../../../src/plan/diff.ts'
import type { Announcement } from '../../../src/report/announcement.ts'
import type { Timing } from '../../../src/report/progress.ts'
import { serviceList } from '../../../src/stack/service-list.ts'
import { root, sampleConfiguration } from '../sample.ts'

/** What later steps get, and what the summary says. */

// One for all tests: the runner's own library asks once where the summary is.
const folder = mkdtempSync(join(tmpdir(), 'jetee-outputs-'))
beforeEach(() => {
  for (const name of ['OUTPUT', 'STATE', 'STEP_SUMMARY']) {
    writeFileSync(join(folder, name), '')
    vi.stubEnv(`GITHUB_${name}`, join(folder, name))
  }
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What a file of the runner's holds: names with values, the last of each. */
const written = (name: 'OUTPUT' | 'STATE'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^(\S+?)<<(ghadelimiter_\S+)\n(.*?)\n?\2$/gms)].map(
      ([, key, , value]) => [key, value],
    ),
  )

const outcome: Outcome = {
  command: 'build all',
  configuration: 'Staging',
  project: 'guestbook-pr-12',
  environment: 'staging',
  actor: 'octocat',
  containers: [],
  changes: [],
  where: 'root@example.com:22',
  changed: true,
  release: 7,
  previousRelease: 6,
  commit: 'c'.repeat(40),
  subject: 'First',
  author: 'Octo Cat',
  urls: ['http://example.com/', 'http://www.example.com/'],
  services: serviceList(sampleConfiguration()),
  preview: 12,
  timings: [],
  milliseconds: 5678,
  warnings: [],
}

test('a deploy gives all there is to know', async () => {
  await reportResult({ kind: 'deployed', outcome })
  const { services = '', ...outputs } = written('OUTPUT')
  expect(outputs).toEqual({
    configuration: 'Staging',
    preview: '12',
    url: 'http://example.com/',
    urls: '["http://example.com/","http://www.example.com/"]',
    release: '7',
    'previous-release': '6',
    changed: 'true',
  })
  expect(JSON.parse(services)).toEqual([
    { name: 'postgresql', type: 'postgresql', version: '17', host: 'guestbook-postgresql', port: 5432 },
    { name: 'redis', type: 'redis', version: '8', host: 'guestbook-redis', port: 6379 },
  ])
})

test('what there is not is empty', async () => {
  await reportResult({
    kind: 'deployed',
    outcome: { ...outcome, release: undefined, previousRelease: undefined, preview: undefined, urls: [] },
  })
  expect(written('OUTPUT')).toMatchObject({
    ...{ release: '', 'previous-release': '', preview: '', url: '', urls: '[]' },
  })
})

test('a run that a newer one has overtaken gives the release and the site that are live', async () => {
  const news = { action: 'deploy', urls: ['http://example.com/'] } as unknown as Announcement
  await reportResult({ kind: 'done', sentence: 'Superseded', changed: false, release: 8 }, news)
  expect(written('OUTPUT')).toEqual({
    ...{ changed: 'false', release: '8', url: 'http://example.com/', urls: '["http://example.com/"]' },
  })
})

test('a removal gives no address', async () => {
  const news = { action: 'remove', urls: [] } as unknown as Announcement
  await reportResult({ kind: 'done', sentence: 'Removed', changed: true }, news)
  expect(written('OUTPUT')).toEqual({ changed: 'true' })
})

test('configuration, preview and deployment are there before a run can fail', () => {
  reportTarget({ name: 'Staging', preview: { number: 12 } as never })
  keepDeployment.onBegun({ id: 4711, isJobs: false })
  expect(written('OUTPUT')).toEqual({ configuration: 'Staging', preview: '12', 'deployment-id': '4711' })
})

test('the post stage is left with a deployment until it is ended, and never with a job’s own', () => {
  keepDeployment.onBegun({ id: 4711, isJobs: false })
  expect(written('STATE').deployment).toBe('4711')
  keepDeployment.onEnded()
  expect(written('STATE').deployment).toBe('')
  keepDeployment.onBegun({ id: 4712, isJobs: true })
  expect(written('STATE').deployment).toBe('')
  expect(written('OUTPUT')['deployment-id']).toBe('4712')
})

test('the summary has no secret, though a program printed it', async () => {
  maskSecret('top/secret+value')
  const result: Result = { kind: 'done', sentence: 'It said top/secret+value', changed: true }
  await reportResult(result)
  expect(readFileSync(join(folder, 'STEP_SUMMARY'), 'utf8')).toContain(String.raw`It said \*\*\*`)
})

test('no secret is in a summary or the plan that Markdown would write in another way, or that would be cut', async () => {
  const secret = 'p_a*s|s<w>o#r~d[x]&more'
  maskSecret(secret)
  const said = `It said ${secret}`
  const timings: Timing[] = ['one', 'two'].map((title) => ({
    ...{ title: `${title} ${secret}`, reason: said, outcome: 'failed', begun: 0, milliseconds: 1 },
    output: [said],
    parts: [{ title: said, milliseconds: 1, task: { status: 1, late: undefined, output: [said] } }],
  }))
  const change: Change = {
    step: 'image',
    title: said,
    reason: said,
    fields: [{ name: 'env A', old: `${'x'.repeat(190)}${secret}`, new: said }],
  }
  await reportResult({
    kind: 'deployed',
    outcome: { ...outcome, subject: said, author: secret, warnings: [said], timings, changes: [change] },
  })
  const { command, configuration, project } = outcome
  await reportResult({
    kind: 'planned',
    plan: { command, configuration, project, server: 'x', lockHolder: said, changes: [change] },
  })
  await reportResult({ kind: 'done', sentence: said, lines: [said], changed: true })
  await reportFailure(
    { what: said, where: said, why: said, stands: said, next: said },
    { timings, warnings: [said] },
  )
  const { plan = '' } = written('OUTPUT')
  expect(JSON.parse(plan)).toMatchObject({ changes: [{ title: 'It said ***' }] })
  for (const text of [readFileSync(join(folder, 'STEP_SUMMARY'), 'utf8'), plan]) {
    expect(text).not.toMatch(/p\\?_a|p&#95;a|more|p_|word/)
  }
  expect(readFileSync(join(folder, 'STEP_SUMMARY'), 'utf8')).not.toContain('undefined')
})

test('each is described in action.yml', () => {
  const { outputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { outputs: object }
  expect(Object.keys(outputs).sort()).toEqual(
    [
      ...['configuration', 'url', 'urls', 'release', 'previous-release', 'changed', 'preview', 'plan'],
      ...['deployment-id', 'services'],
    ].sort(),
  )
})
