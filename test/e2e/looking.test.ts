import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dockerSnapshot } from '../world/snapshot.ts'
import { newSite, type Site } from './harness.ts'
import { documentedFields, fieldsOf } from './looking/fields.ts'
import { until } from './until.ts'
import { ask } from './visitors.ts'

/** A site, its helpers and its services, looked at from outside: what they print, and how they are. */

let site: Site

/** The lines that `logs …` shows. */
const logs = async (words: string): Promise<readonly string[]> => {
  const { exitCode, log } = await site.deploy({ command: `logs ${words}` })
  expect(exitCode, log).toBe(0)
  return log.split('\n').filter((line) => / \| /.test(line))
}

/** What `status` shows, and the status that it ends with. */
const look = async (): Promise<{
  readonly code: number
  readonly text: string
  readonly summary: string
}> => {
  const { log, summary } = await site.deploy({ command: 'status' })
  return { code: Number(/ended with status (\d+)/.exec(log)?.[1] ?? 0), text: log, summary }
}

const app = () => site.server.must('docker ps --format "{{.Names}}" | grep "^guestbook-app-[0-9]"')
const inApp = async (script: string) =>
  site.server.must(`docker exec --user app ${await app()} sh -c '${script}'`)
const control = async (words: string) =>
  site.server.must(`docker exec ${await app()} supervisorctl -c /etc/jetee/supervisord.conf ${words} || true`)
const release = (label: string): number => Number(/@(\d+)/.exec(label)?.[1])
const change = (value: string) =>
  site.configure({ 'primary_service.project.env_variables': { CHANGE: value } })

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13) })
  await site.origin.commit({
    'noise.py': await readFile(join(import.meta.dirname, 'looking/noise.py'), 'utf8'),
  })
  await site.configure({
    'primary_service.project.health_check': { path: '/health/', deadline: 10 },
    'primary_service.project.processes': [
      { uwsgi: { wsgi_file: 'project/wsgi.py' } },
      { custom: { name: 'noise', command: 'python noise.py', copies: 2, stop_timeout: 5 } },
      { cron: { jobs: [{ name: 'chime', command: 'echo cuckoo' }] } },
    ],
  })
})
afterAll(() => site?.[Symbol.asyncDispose]())

test('a server without the project is one on which nothing is deployed', async () => {
  const { code, text } = await look()
  expect(text).toContain('Nothing is deployed yet.')
  expect(code).toBe(2)
})

describe('the log', () => {
  test('names the process of each line, and its tasks', async () => {
    await site.mustDeploy()
    const names = new Set((await logs('')).map((line) => line.split(/ +\| /)[0]))
    expect([...names].sort()).toEqual([
      'app@1',
      'collectstatic@1',
      'migrate@1',
      'noise-0@1',
      'noise-1@1',
      'web@1',
    ])
    expect(await logs('migrate')).toContainEqual(expect.stringContaining('Applying guestbook.0001_initial'))
  })

  test('is followed over a deploy, and over a restart of the container', async () => {
    const seen: string[] = []
    const follower = await site.start({ command: 'logs -f noise', onLine: (line) => seen.push(line) })
    const hears = (what: string, pattern: RegExp) =>
      until(what, async () => seen.some((line) => pattern.test(line)), Boolean, 60)
    await hears('the live release', /^noise-0@1 +\| tick/)
    await change('two')
    await site.mustDeploy({ command: 'update project' })
    await hears('the next release', /^noise-1@2 +\| tick/)
    // They are the lines of two containers: one may be a moment behind the other.
    await hears('the last words of the release before', /^noise-0@1 \| bye$/)
    seen.splice(0)
    await site.server.must('docker restart guestbook-app-2')
    await hears('its last words', /^noise-0@2 +\| bye/)
    await hears('its first words', /^noise-0@2 +\| tick 1$/)
    expect(seen.filter((line) => line === 'noise-0@2 | tick 1')).toHaveLength(1)

    const begun = performance.now()
    follower.cancel()
    await follower.done
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  test('of a candidate that failed can still be read', async () => {
    await site.configure({ 'primary_service.project.health_check': { path: '/nowhere/', deadline: 2 } })
    const result = await site.deploy({ command: 'update project' })
    expect(result.log).toContain('never became healthy')
    expect(await logs('web')).toContainEqual(expect.stringMatching(/^web@3 +\| .*WSGI app 0 .*ready/))
    await site.configure({ 'primary_service.project.health_check': { path: '/health/', deadline: 10 } })
  })

  test('goes over three releases, in order of time', async () => {
    await change('three')
    await site.mustDeploy({ command: 'update project' })
    await until(
      'it ticks',
      () => logs('noise-1 --lines 1'),
      ([line]) => /@4 /.test(line ?? ''),
    )
    const lines = await logs('noise -t')
    const times = lines.map((line) => /\| (\S+Z) /.exec(line)?.[1] ?? '')
    expect(times.every((time) => time.length === 30)).toBe(true)
    expect(times).toEqual([...times].sort())
    expect([...new Set(lines.map(release))]).toEqual([1, 2, 4])
    expect(await site.server.must('cd /var/lib/jetee/projects/guestbook; ls releases/*/logs failed/*')).toBe(
      'failed/3:\nfailed.json\n' +
        'guestbook-app-3.gz\nrelease.json\n\nreleases/1/logs:\nguestbook-app-1.gz\n\nreleases/2/logs:\nguestbook-app-2.gz',
    )
  })

  test('is cut to its last lines, or to those since a time', async () => {
    const last = await logs('--lines 2')
    const counts = Map.groupBy(last, (line) => line.split('@')[0])
    for (const lines of counts.values()) expect(lines.length).toBeLessThanOrEqual(2)
    expect(counts.get('noise-0')).toHaveLength(2)
    const begun = performance.now()
    const since = await logs('noise-0 --since 3s')
    const seconds = 3 + (performance.now() - begun) / 1000
    expect(since.length).toBeGreaterThan(2)
    expect(since.length).toBeLessThanOrEqual(2 * seconds + 5)
  })

  test('of the site has its own requests alone, that of a service its lines', async () => {
    await ask(`${site.url}health/?mine`)
    await ask(`${site.url}health/?other`, 'other.example.com')
    const lines = await logs('site')
    expect(lines).toContainEqual(expect.stringMatching(/^site \| .*"GET \/health\/\?mine HTTP\/1.1" 200 /))
    expect(lines.join('\n')).not.toContain('?other')
    expect(await logs('postgresql')).toContainEqual(
      expect.stringMatching(/^postgresql \| .*ready to accept connections/),
    )
  })

  test('that nobody has is told of with those that there are', async () => {
    const { log } = await site.deploy({ command: 'logs nois' })
    expect(log).toContain('There is no process or service "nois"')
    expect(log).toContain('Did you mean `noise`?')
  })

  test('has every line of a burst, of two processes at once, and the last ones when it stops', async () => {
    const count = async (what: string) =>
      Number(await site.server.must(`docker logs guestbook-app-4 2>&1 | grep -c '^${what}' || true`))
    await inApp('touch /tmp/burst-noise-0 /tmp/burst-noise-1')
    await until(
      'the last line',
      () => count('noise-. | burst 99999$'),
      (found) => found === 2,
      240,
    )
    expect([await count('noise-0 | burst '), await count('noise-1 | burst ')]).toEqual([100_000, 100_000])
    const { stdout } = await site.server.run('pkill -9 -fc "^/usr/bin/python3 -IS /etc/jetee/log.py"')
    expect(stdout.trim()).toBe('1')
    const before = await count('noise-0 | tick')
    await until(
      'it goes on',
      () => count('noise-0 | tick'),
      (now) => now > before + 2,
    )
    await site.server.must('docker stop guestbook-app-4')
    expect(await count('noise-. | bye')).toBe(2)
    expect(await site.server.must("docker inspect -f '{{.State.ExitCode}}' guestbook-app-4")).toBe('0')
    await site.server.must('docker start guestbook-app-4')
  })

  test('shows long lines whole, unfinished ones in time, and nothing that drives a terminal', async () => {
    await until(
      'it runs',
      () => control('status noise:noise-1'),
      (text) => text.includes('RUNNING'),
    )
    await inApp('touch /tmp/odd-noise-1')
    const lines = await until(
      'the unfinished line',
      () => logs('noise-1 --since 20s'),
      (found) => found.some((line) => line.endsWith('| without end')),
      60,
    )
    expect(lines).toContainEqual(`noise-1@4 | long ${'x'.repeat(65_536)}`)
    expect(lines).toContainEqual('noise-1@4 | ^[[2Jcleared \x1b[31mred^G\x1b[0m')
    for (const line of lines)
      expect(line.replaceAll('\x1b[31m', '').replaceAll('\x1b[0m', '').replaceAll('\t', '')).not.toMatch(
        /\p{Cc}/u,
      )
  })

  test('has what cron’s jobs print', async () => {
    const lines = await until(
      'the minute',
      () => logs('cron'),
      (found) => found.some((line) => line.includes('chime')),
      150,
    )
    expect(lines).toContainEqual(expect.stringMatching(/^cron@\d +\| chime: cuckoo$/))
  })

  test('takes no more of the disk than it may', async () => {
    const name = await app()
    await inApp('touch /tmp/flood-noise-0')
    const flood = async () =>
      Number(
        await site.server.must(
          `docker logs ${name} 2>&1 | awk '/^noise-0 .* flood/ { lines++; calm = 0 } /^noise-0 .* tick/ { calm = 1 } END { print calm ? lines + 0 : 0 }'`,
        ),
      )
    await until('the flood and its end', flood, (lines) => lines > 15_000)
    const size = await site.server.must(
      `du -sm "$(dirname "$(docker inspect -f '{{.LogPath}}' ${name})")" | cut -f1`,
    )
    expect(Number(size)).toBeGreaterThan(15)
    expect(Number(size)).toBeLessThanOrEqual(31)
  })
})

describe('the status', () => {
  test('of a site that is well', async () => {
    const { code, text, summary } = await until('all is settled', look, ({ code }) => code === 0)
    expect(code).toBe(0)
    expect(text).toMatch(/^postgresql +running +healthy +yes +\d+ \w+ +postgres:17$/m)
    expect(text).toMatch(/^entrance +running +– +yes +/m)
    expect(text).toMatch(/^web +running +\d+ \w+/m)
    expect(text).toMatch(/^Site +\S+: 200 in \d+ ms \(\/health\/\)$/m)
    expect(text).toMatch(/ 3 +\w{12} +octocat +failed$/m)
    expect(text).toContain('All is well.')
    expect(summary).toContain('| noise-0 | running |')
  })

  test('as JSON has the fields that are documented', async () => {
    const { log } = await site.deploy({ command: 'status --json' })
    const status = JSON.parse(log.slice(log.indexOf('{'), log.lastIndexOf('}') + 1)) as object
    expect(fieldsOf(status)).toEqual(await documentedFields())
    expect(status).toMatchObject({
      state: 'well',
      release: { number: 4, settled: true },
      site: { status: 200, healthy: true },
    })
  })

  test('tells of a process, a service and a site that are down', async () => {
    await control('stop noise:noise-0')
    const process = await look()
    expect(process.code).toBe(1)
    expect(process.text).toContain('Something is wrong: process noise-0 is stopped.')
    await control('start noise:noise-0')

    await site.server.must('docker stop guestbook-postgresql')
    expect((await look()).text).toMatch(/Something is wrong: postgresql is exited/)
    await site.server.must('docker start guestbook-postgresql')
    await until('all is well again', look, ({ code }) => code === 0)

    await control('stop web')
    const broken = await look()
    expect(broken.code).toBe(1)
    expect(broken.text).toMatch(/process web is stopped, the site answers with status 50\d\.$/m)
  })
})
