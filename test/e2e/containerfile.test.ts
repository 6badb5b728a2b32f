import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { containers, newProject, newSite, type Project, type Site } from './harness.ts'
import { fetchJson } from './json.ts'
import { engineTexts, leaks, watchCommandLines } from './leaks.ts'
import { type PrivateRegistry, startPrivateRegistry, trustRegistry } from './private-registry.ts'
import { until } from './until.ts'
import { ask, sendVisitors } from './visitors.ts'
import { interruptAt, traces, untilQuiet } from './watch.ts'
import { setInFile } from './workspace.ts'

/** Projects whose image has a command of its own: one with a Dockerfile, and beside it one that is an image already. */

const project = 'containerfile'

let site: Site

/** A process of the project, as it tells of itself. */
interface Process {
  readonly pid: number
  readonly uid: number
  readonly folder: string
  readonly mood: string
  readonly names: readonly string[]
}

const page = <Answer>(path: string) => fetchJson<Answer>(`${site.url}${path}`)
const greeting = async () => (await page<{ greeting: string }>('')).greeting

/** What is on the server when the releases in `kept` went live one after the other. */
const settled = (...kept: readonly number[]) => {
  const live = kept.at(-1)
  return [
    ...['app', 'door', 'worker'].map((part) => `container ${project}-${part}-${live} running`),
    'container jetee-nginx running',
    ...kept.map((number) => `image jetee/${project}:${number}`),
    ...kept.map((number) => `folder projects/${project}/releases/${number}`),
    ...kept.slice(-2).map((number) => `folder www/${project}/r/${number}`),
    `current r/${live}`,
  ].join('\n')
}

/** The worker counts on by one a second, which it would not if there were two of it, or none. */
const expectOneWorker = async () => {
  const reports: { readonly count: number; readonly at: number }[] = []
  const end = Date.now() + 5000
  while (Date.now() < end) {
    const report = await page<{ count: number; at: number } | null>('worker')
    if (report && report.at !== reports.at(-1)?.at) reports.push(report)
    await sleep(100)
  }
  const counts = reports.map(({ count }) => count)
  expect(counts.length).toBeGreaterThan(2)
  expect(counts).toEqual(counts.map((_, index) => (counts[0] as number) + index))
  expect(Date.now() / 1000 - (reports.at(-1)?.at ?? 0)).toBeLessThan(3)
}

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13), sample: 'containerfile', env: {} })
  await site.mustDeploy()
})
afterAll(() => site?.[Symbol.asyncDispose]())

describe('a project with a Dockerfile', () => {
  test('serves by its own command on its port, as the user and in the folder of the image', async () => {
    expect(await greeting()).toBe('Hello from the build')
    const web = await page<Process>('environment')
    expect(web).toMatchObject({ pid: 1, uid: 4321, folder: '/srv', mood: 'it is "calm"' })
    expect(web.names).toEqual(expect.arrayContaining(['CONFIGURATION', 'CONTAINERFILE_MOOD', 'PORT']))
    expect(await traces(site.server, project)).toBe(settled(1))
  })

  test('has its helper in a container of its own, from the same image, with the same environment', async () => {
    const worker = await until(
      'the worker has written',
      () => page<Process | null>('worker'),
      (report) => report !== null,
    )
    expect(worker).toMatchObject({ uid: 4321, folder: '/srv', mood: 'it is "calm"' })
    await expectOneWorker()
    const images = await site.server.must(
      `docker inspect -f '{{.Image}} {{.HostConfig.RestartPolicy.Name}}' ${project}-app-1 ${project}-worker-1 | sort -u`,
    )
    expect(images).toMatch(/^sha256:\S+ always$/)
  })

  test('has nginx serve the static files of the image, and what is uploaded', async () => {
    const css = await readFile(join(site.origin.folder, 'static/style.css'), 'utf8')
    expect(await ask(`${site.url}static/style.css`)).toMatchObject({
      status: 200,
      type: 'text/css',
      body: css,
    })
    const report = await ask(`${site.url}media/worker.json`)
    expect(report).toMatchObject({ status: 200, type: 'application/json' })
    expect(JSON.parse(report.body)).toMatchObject({ uid: 4321 })
  })

  test('publishes no port on the server', async () => {
    const ports = await site.server.must("docker ps --format '{{.Ports}}' | grep -e '->' || true")
    expect(ports).toBe('')
    await expect(fetch(`http://${site.server.host}:8000/`)).rejects.toThrow('fetch failed')
  })

  test('is updated without a visitor noticing; uploads stay, and the worker moves over', async () => {
    await site.server.must(`echo kept > /var/lib/jetee/www/${project}/media/note.txt`)
    await site.configure({ 'primary_service.project.build_args': { GREETING: 'Hello again' } })
    const visitors = sendVisitors(site.url)
    const { outputs } = await site.mustDeploy({ command: 'update project' })
    const answers = await visitors.stop()
    expect(Object.keys(answers)).toEqual(['200'])
    expect(outputs).toMatchObject({ release: '2', changed: 'true' })
    expect(await greeting()).toBe('Hello again')
    expect((await ask(`${site.url}media/note.txt`)).body).toBe('kept\n')
    expect(await traces(site.server, project)).toBe(settled(1, 2))
    await expectOneWorker()
  })

  test('is left as it is by another run', async () => {
    const before = await containers(site.server)
    expect((await site.mustDeploy()).outputs.changed).toBe('false')
    expect(await containers(site.server)).toBe(before)
  })

  test.each([
    ['never answers well', { health_check: { path: '/none', deadline: 4 } }, '{"error": "no such page"}'],
    [
      'does not listen',
      { port: 8001, command: 'sleep 100', health_check: { path: '/health', deadline: 4 } },
      '',
    ],
    ['ends at once', { command: 'python3 -c "raise SystemExit(\'no luck\')"' }, 'no luck'],
  ])('that %s leaves the old release as it is, and nothing of itself', async (_, changes, says) => {
    const before = [await containers(site.server), await traces(site.server, project)]
    // By itself, another health check is no other release.
    const all = { env_variables: { CONTAINERFILE_MOOD: 'bad' }, ...changes }
    const settings = Object.entries(all).map(([key, value]) => [`primary_service.project.${key}`, value])
    const visitors = sendVisitors(site.url)
    const result = await site.deploy({ prepare: setInFile(Object.fromEntries(settings)) })
    expect(Object.keys(await visitors.stop())).toEqual(['200'])
    expectFailure(result, {
      what: 'The web process never became healthy',
      says: ['Release 2 still serves the site; nothing about it was changed.', says],
    })
    expect([await containers(site.server), await traces(site.server, project)]).toEqual(before)
    await expectOneWorker()
  })
})

describe('an update whose runner is killed', () => {
  const kept = [1, 2]

  test.each([
    ['while the image is being built', /│ #\d+ /],
    ['while the candidate starts', / {2}Start release \d+ \(/],
    ['between the switch and the hand-over', / {2}switch, /],
  ])('%s goes unnoticed, and the next run converges', async (when, pattern) => {
    const words = `Hello, killed ${when}`
    await site.configure({ 'primary_service.project.build_args': { GREETING: words } })
    const visitors = sendVisitors(site.url)
    const { run } = await interruptAt(site, pattern, ({ kill }) => kill())
    await run.done
    await sleep(1000)
    const { outputs } = await site.mustDeploy()
    expect(Object.keys(await visitors.stop())).toEqual(['200'])
    kept.push(Number(outputs.release))
    expect(await greeting()).toBe(words)
    expect(await traces(site.server, project)).toBe(settled(...kept))
    await untilQuiet(site.server, project)
    await expectOneWorker()
  })
})

describe('a project that is an image already', () => {
  // As the first process of a container, sleep alone would not end at a signal.
  const clerk = `sh -c 'trap "echo done; exit" INT; while :; do sleep 1; done'`
  const token = 'a-token-of-the-registry-0123456789'
  let registry: PrivateRegistry
  let shelf: Project
  let others: string

  const visit = (path = '') => ask(`${site.url}${path}`, 'shelf.example.com')
  const own = async () =>
    (await containers(site.server)).split('\n').filter((line) => line.startsWith('shelf-'))
  const rest = async () =>
    (await containers(site.server)).split('\n').filter((line) => !line.startsWith('shelf-'))
  const github = { repository: 'octo-org/shelf' }

  beforeAll(async () => {
    registry = await startPrivateRegistry(token)
    registry.publish('nginx:1.26')
    await trustRegistry(site.server, registry.host)
    shelf = await newProject(site.server, site.key, {
      sample: 'containerfile',
      env: { REGISTRY_TOKEN: token },
      settings: {
        project_name: 'shelf',
        server_names: ['shelf.example.com'],
        'primary_service.project': {
          type: 'image',
          image: `${registry.host}/acme/site:live`,
          registry: { username: registry.username, password: 'REGISTRY_TOKEN' },
          port: 80,
          env_variables: { SHELF_MOOD: 'calm' },
          release_tasks: { before_switch: [{ name: 'look', command: 'nginx -t' }] },
          processes: [
            { custom: { name: 'clerk', command: clerk, copies: 2, stop_signal: 'INT', stop_timeout: 40 } },
          ],
        },
      },
    })
    others = (await rest()).join('\n')
  })
  afterAll(async () => {
    await shelf?.[Symbol.asyncDispose]()
    await registry?.[Symbol.asyncDispose]()
  })

  test('is refused without its registry’s password, or with a wrong one, before anything is changed', async () => {
    expectFailure(await shelf.deploy({ github, env: {} }), {
      what: 'The secret REGISTRY_TOKEN is missing',
      says: ['Nothing on the server was changed.'],
    })
    const wrong = 'not-the-token-of-the-registry'
    const result = await shelf.deploy({ github, env: { REGISTRY_TOKEN: wrong } })
    expectFailure(result, {
      what: `The image ${registry.host}/acme/site:live could not be pulled`,
      says: [`The registry refuses the login ${registry.username}`, 'Nothing on the server was changed.'],
    })
    expect(await own()).toEqual([])
  })

  test('comes from a private registry, beside another project, which is not touched', async () => {
    const watch = await watchCommandLines(site.server)
    const { outputs, rawLog, summary } = await shelf.mustDeploy({ github })
    const commandLines = await watch.stop()
    expect(outputs).toMatchObject({ release: '1', changed: 'true' })
    expect((await visit()).status).toBe(200)
    expect((await own()).map((line) => line.split(' ')[0])).toEqual([
      ...['shelf-app-1', 'shelf-clerk-1-1', 'shelf-clerk-1-2', 'shelf-door-1'],
    ])
    const stop = await site.server.must(
      "docker inspect -f '{{.Config.StopSignal}} {{.Config.StopTimeout}}' shelf-clerk-1-1 shelf-clerk-1-2",
    )
    expect(stop).toBe('SIGINT 40\nSIGINT 40')
    expect((await rest()).join('\n')).toBe(others)
    expect(await greeting()).toContain('Hello')
    const found = leaks(
      { REGISTRY_TOKEN: token },
      {
        log: rawLog.replaceAll(/^::add-mask::.*$/gm, ''),
        summary,
        'command lines': commandLines,
        ...(await engineTexts(site.server)),
      },
    )
    expect(found).toEqual([])
    expect(await site.server.run(`grep -rlF ${token} /root /var/lib/jetee /etc`)).toMatchObject({
      stdout: '',
    })
  })

  test('changes nothing as long as its tag names the same image', async () => {
    const before = await own()
    expect((await shelf.mustDeploy({ github })).outputs.changed).toBe('false')
    expect(await own()).toEqual(before)
  })

  test('is a new release once its tag names another image, which no visitor notices', async () => {
    const inside = () =>
      site.server.must(
        'docker ps --filter name=shelf-app- --format "{{.Names}}" | xargs -I{} docker exec {} nginx -v 2>&1',
      )
    expect(await inside()).toContain('nginx/1.26')
    registry.publish('nginx:1.30')
    const visitors = sendVisitors(site.url, 'shelf.example.com')
    const { outputs, durationMs } = await shelf.mustDeploy({ github })
    expect(Object.keys(await visitors.stop())).toEqual(['200'])
    // Nobody waited for a helper that did not heed its signal.
    expect(durationMs).toBeLessThan(35_000)
    expect(outputs).toMatchObject({ release: '2', changed: 'true' })
    expect(await inside()).toContain('nginx/1.30')
    expect((await own()).map((line) => line.split(' ')[0])).toEqual([
      ...['shelf-app-2', 'shelf-clerk-2-1', 'shelf-clerk-2-2', 'shelf-door-2'],
    ])
  })
})

test('after a reboot of the server all is back: commands, doors, and each helper once', async () => {
  const before = await containers(site.server)
  await site.server.reboot()
  for (const host of [site.server.host, 'shelf.example.com'])
    await until(
      `${host} answers`,
      () => ask(site.url, host).catch(String),
      (answer) => typeof answer === 'object' && answer.status === 200,
    )
  await until(
    'all containers run',
    () => site.server.must("docker ps -a --format '{{.State}}' | sort | uniq -c"),
    (states) => /^ *8 running$/.test(states),
    30,
  )
  expect(await containers(site.server)).toBe(before)
  await until(
    'the worker writes again',
    () => page<{ at: number }>('worker'),
    ({ at }) => at > Date.now() / 1000 - 2,
  )
  await expectOneWorker()
  expect((await site.mustDeploy()).outputs.changed).toBe('false')
})
