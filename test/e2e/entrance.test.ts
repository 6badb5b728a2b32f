import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dockerSnapshot } from '../world/snapshot.ts'
import { containers, newProject, newSite, type Project, type Site } from './harness.ts'
import { until } from './until.ts'
import { ask } from './visitors.ts'
import { setInFile } from './workspace.ts'

/** The entrance: what the containers of a project find under `<project>-app`, whichever release is live. */

/** Seconds within which a sick app is out of discovery, and a well one back. */
const prompt = 5

let site: Site
let other: Project

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13) })
  other = await newProject(site.server, site.key, {
    sample: 'containerfile',
    env: {},
    settings: { project_name: 'other', server_names: ['other.example.com'] },
  })
  await site.mustDeploy()
  await other.mustDeploy({ github: { repository: 'octo-org/other' } })
  // Containers of the project's network that are none of ours: the one has curl, the other dig.
  await site.server.must(
    'for name in guest:nginx:1.30 asker:world-lookup:1; do docker run -d --name ${name%%:*} --network jetee-guestbook "${name#*:}"; done',
  )
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await other?.[Symbol.asyncDispose]()
})

/** What curl, in the project's network, says of an address; a `-w` of its own is the last line. */
const curl = async (...words: readonly string[]): Promise<string> => {
  const { stdout } = await site.server.run(`docker exec guest curl -s -m 10 ${words.join(' ')}`)
  return stdout
}

/** The status of a page at the entrance. */
const statusOf = (path: string) =>
  curl('-o', '/dev/null', '-w', "'%{http_code}'", `http://guestbook-app:8000${path}`)

/** What the entrance says of the live release's health. */
const health = () => curl('-o', '/dev/null', '-w', "'%{http_code}'", 'http://guestbook-app:8001/')

/** The entrance's container, with its address: equal text means that it is the same one. */
const entrance = () =>
  site.server.must(
    `docker inspect -f '{{.Id}} {{.State.StartedAt}} {{(index .NetworkSettings.Networks "jetee-guestbook").IPAddress}}' guestbook-app`,
  )

const address = async () => (await entrance()).split(' ').at(-1) ?? ''

/** What Consul is told of the primary service, and when. */
const registered = () =>
  site.server.must(
    'cd /var/lib/jetee/discovery; ls -l --time-style=full-iso guestbook.primary*; cat guestbook.primary.json',
  )

const live = () => site.server.must("docker ps -a --filter name='^guestbook-app-' --format '{{.Names}}'")

/** What Consul says of the primary service, by the type of the question; empty while it is not to be found. */
const consulSays = async (type: 'A' | 'SRV'): Promise<string> => {
  const { stdout } = await site.server.run(
    `docker exec asker dig +short +tries=1 +time=1 @$(docker inspect -f '{{(index .NetworkSettings.Networks "jetee-guestbook").IPAddress}}' jetee-consul) guestbook-app.service.consul ${type}`,
  )
  return stdout.trim()
}

/** Does something, and waits until Consul gives out the name, or no longer; returns the seconds that it took. */
const takes = async (act: () => Promise<unknown>, wanted: 'found' | 'gone'): Promise<number> => {
  await act()
  const begun = performance.now()
  const answer = wanted === 'found' ? await address() : ''
  await until(
    `the name is ${wanted}`,
    () => consulSays('A'),
    (now) => now === answer,
    4 * prompt,
  )
  return (performance.now() - begun) / 1000
}

describe('from another container of the project', () => {
  test('the entrance answers what the site answers', async () => {
    const page = async (path: string) => (await ask(new URL(path, site.url).href)).body
    const css = /href="(\/static\/[^"]+\.css)"/.exec(await page('/'))?.[1] ?? ''
    expect(css).not.toBe('')
    await site.server.must(
      `docker exec --user app ${await live()} sh -c 'cd /app/media; echo hello > a.txt; ln -s /etc/passwd link.txt'`,
    )
    for (const path of ['/health/', css, '/media/a.txt'])
      expect(await curl(`http://guestbook-app:8000${path}`)).toBe(await page(path))
    expect(await curl('http://guestbook-app:8000/')).toContain('<h1>')
    expect(await statusOf('/media/link.txt')).toBe('404')
    expect(await statusOf('/nowhere')).toBe('404')
  })

  test('the app finds it by the name too, as no container of a release has it', async () => {
    const { stdout } = await site.server.run(
      `docker exec ${await live()} python3 -c 'import urllib.request as u; print(u.urlopen("http://guestbook-app:8000/health/").read().decode())'`,
    )
    expect(stdout.trim()).toBe('ok')
  })

  test('the app is told who asks, and for what', async () => {
    // The page of a form names the host in the answer to a redirect alone; a wrong one is refused.
    expect(await statusOf('/health/')).toBe('200')
    const log = await site.server.must('docker logs guestbook-app 2>&1')
    expect(log).toMatch(/^10\.\S+ guestbook-app "GET \/health\/ HTTP\/1\.1" 200 /m)
  })
})

test('an image of one’s own has an entrance too, and neither project reaches that of the other', async () => {
  const { server } = site
  const from = (container: string, host: string) =>
    server.run(
      `docker exec ${container} python3 -c 'import sys, urllib.request as u; print(u.urlopen(sys.argv[1], timeout=3).read().decode())' http://${host}:8000/health${host.startsWith('guestbook') ? '/' : ''}`,
    )
  expect((await from('other-app-1', 'other-app')).stdout).toContain('good')
  for (const host of ['guestbook-app', await address()])
    expect((await from('other-app-1', host)).code).not.toBe(0)
  expect((await from(await live(), 'other-app')).code).not.toBe(0)
})

test('an update changes the release behind it: no request fails, and the entrance stays', async () => {
  const before = [await entrance(), await registered()]
  const { server } = site
  await server.must(`docker exec -d guest sh -c '
    while [ ! -e /stop ]; do curl -s -m 5 -o /dev/null -w "%{http_code}\\n" http://guestbook-app:8000/; sleep 0.05; done >/new'`)
  // One that keeps its connection open.
  await server.must(
    `docker exec -d guest sh -c 'curl -s -m 300 -o /dev/null -w "%{stderr}%{http_code}\\n" --rate 15/s "http://guestbook-app:8000/?[1-9999]" 2>/regular'`,
  )
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "2"\n' })
  await site.mustDeploy({ command: 'update project' })
  expect(await curl('http://guestbook-app:8000/status/')).toContain('"version": "2"')
  await server.must('docker exec guest touch /stop; pkill -f -- "[-]-rate 15/s"')
  for (const file of ['/new', '/regular']) {
    const answers = (await server.must(`docker exec guest sort ${file} | uniq -c`)).trim().split(/\s+/)
    expect(answers[1]).toBe('200')
    expect(answers).toHaveLength(2)
    expect(Number(answers[0])).toBeGreaterThan(40)
  }
  expect([await entrance(), await registered()]).toEqual(before)
})

test('Consul gives its address and its port', async () => {
  await takes(health, 'found')
  expect(await consulSays('SRV')).toMatch(/^\d+ \d+ 8000 \S+\.addr\.dc1\.consul\.$/)
})

test('no question for health is in a log', async () => {
  expect(await health()).toBe('200')
  const entranceLog = await site.server.must('docker logs guestbook-app 2>&1')
  expect(entranceLog).toContain('"GET / HTTP/1.1" 200 ')
  expect(entranceLog).not.toMatch(/jetee-health|8001|Consul/)
  const appLog = await site.server.must(`docker logs ${await live()} 2>&1`)
  expect(appLog).toContain('[rule: 0]')
  // Of visitors who left before their answer came, a line is in order.
  expect(appLog).not.toContain('/health/')
})

describe('an app that is', () => {
  const signal = (name: string) => site.server.must(`pkill -${name} -x uwsgi`)
  test.each<readonly [string, (app: string) => Promise<unknown>, (app: string) => Promise<unknown>]>([
    [
      'paused',
      (app) => site.server.must(`docker pause ${app}`),
      (app) => site.server.must(`docker unpause ${app}`),
    ],
    ['hung', () => signal('STOP'), () => signal('CONT')],
    [
      'stopped',
      (app) => site.server.must(`docker kill ${app}`),
      async (app) => {
        await site.server.must(`docker start ${app}`)
        await until(
          'the app answers',
          () => ask(site.url).catch(String),
          (answer) => typeof answer === 'object' && answer.status === 200,
        )
      },
    ],
  ])('%s is sick within 5 s, and well again within 5 s', async (how, harm, heal) => {
    const app = await live()
    await takes(health, 'found')
    const sick = await takes(() => harm(app), 'gone')
    expect(await health()).toBe('503')
    const well = await takes(() => heal(app), 'found')
    console.log(`${how}: sick after ${sick.toFixed(1)} s, well after ${well.toFixed(1)} s`)
    expect(sick).toBeLessThan(prompt)
    expect(well).toBeLessThan(prompt)
  })

  test('not well says so by itself, and uWSGI does not log each question', async () => {
    const { server } = site
    await server.must('docker pause guestbook-redis')
    await until('the health is 503', health, (now) => now === '503')
    // A visitor’s question is logged.
    expect((await ask(new URL('/health/', site.url).href)).status).toBe(503)
    const lines = async () =>
      (await server.must(`docker logs ${await live()} 2>&1`))
        .split('\n')
        .filter((line) => line.includes('GET /health/ =>'))
    await until('the visitor is in the log', lines, (all) => all.length > 0)
    expect(await lines()).toHaveLength(1)
    await server.must('docker unpause guestbook-redis')
    await until('the health is 200', health, (now) => now === '200')
  })
})

test('what counts as well is what the file says, and another word of it stops no request', async () => {
  const before = [await entrance(), await live()]
  await site.server.must(`docker exec guest rm -f /stop; docker exec -d guest sh -c '
    while [ ! -e /stop ]; do curl -s -m 5 -o /dev/null -w "%{http_code}\\n" http://guestbook-app:8000/; done >/new'`)
  const set = async (health_check: object) => {
    const prepare = setInFile({ 'primary_service.project.health_check': health_check })
    const { outputs } = await site.mustDeploy({ command: 'build project', prepare })
    expect(outputs).toMatchObject({ changed: 'true' })
    return health()
  }
  expect(await set({ path: '/nowhere/', status: 404 })).toBe('200')
  expect(await set({ path: '/health/', status: 204 })).toBe('503')
  expect(await set({ path: '/health/' })).toBe('200')
  await site.server.must('docker exec guest touch /stop')
  expect(await site.server.must('docker exec guest sort -u /new')).toBe('200')
  expect([await entrance(), await live()]).toEqual(before)
})

test('after a reboot it is there, under the same address, and a run finds nothing to do', async () => {
  const own = await address()
  const before = (await containers(site.server)).replaceAll(/^(?:guest|asker) .*\n/gm, '')
  await site.server.reboot()
  await until(
    'the server’s Docker answers',
    () => site.server.run('docker start guest asker'),
    ({ code }) => code === 0,
  )
  await until('the health is 200', health, (now) => now === '200')
  expect(await address()).toBe(own)
  const seconds = await takes(health, 'found')
  console.log(`found ${seconds.toFixed(1)} s after it answered`)
  expect((await site.mustDeploy()).outputs).toMatchObject({ changed: 'false' })
  expect((await containers(site.server)).replaceAll(/^(?:guest|asker) .*\n/gm, '')).toBe(before)
})
