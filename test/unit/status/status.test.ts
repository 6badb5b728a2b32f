import { describe, expect, test } from 'vitest'
import { parseStatus } from '../../../src/status/facts.ts'
import { judge } from '../../../src/status/judge.ts'
import { statusSummary, statusText } from '../../../src/status/text.ts'
import { sampleConfiguration } from '../sample.ts'

const container = (name: string, more: object = {}): string =>
  `container ${JSON.stringify({
    name: `/${name}`,
    image: 'postgres:17',
    state: 'running',
    started: '2026-11-22T16:00:00.5Z',
    finished: '0001-01-01T00:00:00Z',
    exitCode: 0,
    restarts: 0,
    health: 'healthy',
    labels: { service: '', release: '' },
    ...more,
  })}`
const primary = { health: null, labels: { service: 'primary', release: '7' } }

/** What the script prints on a server where all is well. */
const well = [
  'os Debian GNU/Linux 13 (trixie)',
  'kernel 6.12.1',
  'uptime 1036800',
  'load 0.12 0.20 0.18',
  'processors 2',
  'memory 2000000 4000000',
  'disk 30000000 40000000 /var/lib/docker',
  'now 1795370400',
  'live 7',
  `release ${JSON.stringify({ commit: 'c'.repeat(40), tree: '', spec: '', created: '2026-11-22T16:00:00Z', author: 'Ada', subject: 'Tea | \x1b[2J' })}`,
  'settled',
  `deploy ${JSON.stringify({ time: '2026-11-22T15:00:00Z', project: 'guestbook', actor: 'ada', run: '', outcome: 'failed' })}`,
  `deploy ${JSON.stringify({ time: '2026-11-22T16:00:00Z', project: 'guestbook', release: 7, commit: 'c'.repeat(40), actor: 'ada', run: 'https://x/1', outcome: 'live' })}`,
  `deploy ${JSON.stringify({ time: '2026-11-22T16:30:00Z', project: 'shop', release: 9, actor: 'eve', run: '', outcome: 'live' })}`,
  'docker 26.1.5',
  ...['guestbook-postgresql', 'guestbook-redis', 'guestbook-app', 'jetee-nginx', 'jetee-consul'].map((name) =>
    container(name),
  ),
  container('guestbook-app-7', primary),
  'process web                              RUNNING   pid 50, uptime 1 day, 2:00:05',
  'process worker:worker-0                  RUNNING   pid 51, uptime 0:01:00',
  'site 200 0.0123',
  'discovery guestbook-postgresql yes',
  'discovery guestbook-redis yes',
  'discovery guestbook-app yes',
  'ready',
]

const judged = (change: (lines: readonly string[]) => readonly string[] = (lines) => lines) => {
  const facts = parseStatus(change(well).join('\n'))
  if (!facts) throw new Error('It was not read')
  return judge(sampleConfiguration(), true, 'root@host:22', facts)
}
const without = (pattern: RegExp) => (lines: readonly string[]) => lines.filter((line) => !pattern.test(line))
const instead =
  (pattern: RegExp, ...others: readonly string[]) =>
  (lines: readonly string[]) => [...others, ...without(pattern)(lines)]

describe('a status', () => {
  test('is well when everything is', () => {
    expect(judged()).toMatchObject({
      state: 'well',
      problems: [],
      release: { number: 7, settled: true },
      site: { status: 200, milliseconds: 12, healthy: true },
      lockHolder: null,
    })
    expect(judged().processes.map(({ name, since }) => [name, since])).toEqual([
      ['web', new Date((1795370400 - 93_605) * 1000).toISOString()],
      ['worker-0', new Date((1795370400 - 60) * 1000).toISOString()],
    ])
    // Not those of another project on the server.
    expect(judged().deploys.map(({ actor, outcome }) => `${actor} ${outcome}`)).toEqual([
      'ada live',
      'ada failed',
    ])
  })

  test.each<readonly [string, (lines: readonly string[]) => readonly string[]]>([
    ['redis is missing', without(/^container .*guestbook-redis/)],
    ['redis is exited', instead(/^container .*-redis/, container('guestbook-redis', { state: 'exited' }))],
    [
      'redis is unhealthy',
      instead(/^container .*-redis/, container('guestbook-redis', { health: 'unhealthy' })),
    ],
    ['redis is out of discovery', instead(/^discovery .*-redis/, 'discovery guestbook-redis no')],
    ['consul is missing', instead(/jetee-consul|^discovery/, 'discovery guestbook-redis no')],
    ['nginx is missing', without(/jetee-nginx/)],
    [
      'process worker-0 is fatal',
      instead(/^process worker/, 'process worker:worker-0  FATAL   Exited too quickly'),
    ],
    ['release 7 has no process', without(/^process/)],
    [
      'process app is exited',
      instead(/-app-7/, container('guestbook-app-7', { ...primary, state: 'exited' })),
    ],
    ['the site answers with status 502', instead(/^site/, 'site 502 0.01')],
    ['the site does not answer', instead(/^site/, 'site 000 10')],
    ['the disk is nearly full', instead(/^disk/, 'disk 1000000 40000000 /')],
  ])('tells that %s', (problem, change) => {
    expect(judged(change)).toMatchObject({ state: 'ailing', problems: [problem] })
  })

  test('without a release is one of services, and without either of nothing', () => {
    const none = without(/^(?:live|release|settled|process|site|container .*app)/)
    expect(judged(none)).toMatchObject({ state: 'ailing', problems: ['no release is live'], site: null })
    expect(judged((lines) => without(/^(?:container .*guestbook|docker)/)(none(lines)))).toMatchObject({
      state: 'absent',
      problems: [],
      server: { docker: null },
    })
  })

  test('is none when the script did not come to its end', () => {
    expect(parseStatus(well.slice(0, -1).join('\n'))).toBeUndefined()
  })
})

describe('its page', () => {
  const now = 1795370400_000

  test('has what is there in columns, and what is wrong at its end', () => {
    const text = statusText(judged(instead(/^site/, 'site 502 0.01')), now)
    expect(text[0]).toBe('guestbook (Staging) on root@host:22')
    expect(text).toContain('Server   Debian GNU/Linux 13 (trixie), up 12 days')
    expect(text).toContain('Memory   1.9 GiB of 3.8 GiB used')
    expect(text.join('\n')).toMatch(/^postgresql {2}running {2}healthy {2}yes {8}\d+ \w+ +postgres:17$/m)
    expect(text.at(-1)).toBe('Something is wrong: the site answers with status 502.')
    expect(text.join('\n')).not.toContain('\x1b')
  })

  test('as a summary holds nothing that Markdown would act on', () => {
    const summary = statusSummary(judged(), now)
    expect(summary).toContain('## ✅ guestbook (Staging)')
    expect(summary).toContain('Tea \\|')
  })
})
