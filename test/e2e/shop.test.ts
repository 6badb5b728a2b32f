import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { ActionResult } from '../world/runner.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { containers, newSite, type Site, secretKey } from './harness.ts'
import { fetchJson } from './json.ts'
import { engineTexts, keptSecrets, leaks, watchCommandLines } from './leaks.ts'
import { until } from './until.ts'
import { statusForBody, upload } from './upload.ts'

/** A Django project with a process of each kind and five services: each finds its environment, and does its work. */

const apiKey = `it's "secret" \\ of $HOME, 100 %(ENV_HOME)s and \`id\`, in two\nlines of text`
const megabyte = 1024 ** 2
const kept = '/srv/kept'

let site: Site
let first: ActionResult
let commandLines: string
/** When the shop was live, in seconds since 1970, by the server's clock. */
let live: number

/** A process of the shop, as it tells of itself. */
interface Process {
  readonly user: string
  readonly host: string
  readonly folder: string
  readonly command: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly names: readonly string[]
}
interface Done {
  readonly text: string
  readonly worker: string
  readonly queue: string
}
interface Run {
  readonly at: number
  readonly job: string
  readonly process: Process
}

const page = <Answer>(path: string, init?: RequestInit) => fetchJson<Answer>(`${site.url}${path}`, init)
const runs = async (prefix: string): Promise<readonly Run[]> =>
  (await page<{ runs: readonly Run[] }>('runs')).runs.filter(({ job }) => job.startsWith(prefix))
const ticks = async (): Promise<readonly number[]> =>
  (await page<{ ticks: readonly { at: number }[] }>('ticks')).ticks.map(({ at }) => at)
const now = async () => Number(await site.server.must('date +%s.%N'))

const record = (name: string) => ({ name, command: `python manage.py record_run task-${name}` })

beforeAll(async () => {
  site = await newSite({
    from: await dockerSnapshot(13),
    sample: 'shop',
    env: { SECRET_KEY: secretKey, API_KEY: apiKey },
    settings: {
      site: { max_body_size: '51m', headers: { 'X-Shop': `it's "open"; $host {1} \\ 100 %` } },
      'primary_service.memory': '1g',
      'primary_service.cpus': 1.5,
      'primary_service.volumes': [`keep:${kept}`, '/srv/price-lists:/srv/prices:ro'],
      'primary_service.project.release_tasks.before_switch': [
        { name: 'migrate-warehouse', command: 'python manage.py migrate --noinput --database warehouse' },
        record('first'),
        record('second'),
      ],
      'primary_service.project.release_tasks.after_switch': [record('third'), record('fourth')],
      secondary_services: [
        { postgresql: { memory: '512m', cpus: 0.5, env_variables: { TZ: 'Europe/Berlin' } } },
        'redis',
        { memcached: { memory: '128m' } },
        { mysql: { variant: 'mariadb' } },
      ],
    },
  })
  await site.server.must('install -d /srv/price-lists; echo "tea 3" > /srv/price-lists/today')
  const watch = await watchCommandLines(site.server)
  first = await site.mustDeploy()
  live = await now()
  commandLines = await watch.stop()
})
afterAll(() => site?.[Symbol.asyncDispose]())

describe('the environment', () => {
  let file: {
    readonly service: Readonly<Record<string, string>>
    readonly project: Readonly<Record<string, string>>
  }
  beforeAll(async () => {
    const text = await readFile(join(import.meta.dirname, 'projects/shop/deployment.yml'), 'utf8')
    const { primary_service } = parse(text).configurations.Staging
    file = { service: primary_service.env_variables, project: primary_service.project.env_variables }
    // What the test stands on: a value of each kind that may go wrong, as YAML means it.
    expect(file.project).toMatchObject({
      SHOP_QUOTES: `it's "quoted", 'twice'`,
      SHOP_LINES: 'one\ntwo\n\nfour\n',
      SHOP_PERCENT: '100 % of %(ENV_HOME)s and %% and %d',
      SHOP_DOLLARS: '$HOME ${HOME} $(id) `id` $$',
      SHOP_BACKSLASHES: 'C:\\new\\\\table\\',
      SHOP_BLANKS: '  two before, three after   ',
      SHOP_EMPTY: '',
    })
  })

  const processOf = async (who: string): Promise<Process> => {
    if (who === 'web') return page('environment/web')
    if (who === 'beat') {
      const { starts } = await page<{ starts: readonly Process[] }>('environment/beat')
      return starts.at(-1) as Process
    }
    if (who === 'cron') {
      const [run] = await until(
        'a cron job has run',
        () => runs('every-minute'),
        (all) => all.length > 0,
        75,
      )
      return (run as Run).process
    }
    if (who.startsWith('task-')) return (await runs(who))[0]?.process as Process
    return page(`environment/worker/${who}`)
  }

  test.each([
    ['web', 'web', 'app'],
    ['email', 'email', 'app'],
    ['celery', 'default', 'app'],
    ['beat', 'default', 'app'],
    ['task-first', 'project', 'app'],
    ['task-fourth', 'project', 'app'],
    ['cron', 'cron', 'app'],
  ])('of %s is what the file says', async (who, level, user) => {
    const found = await processOf(who)
    expect(found).toMatchObject({ user, folder: '/app', host: 'shop-app' })
    const own = Object.entries(found.values).filter(([name]) => name.startsWith('SHOP_'))
    expect(Object.fromEntries(own)).toEqual({
      ...file.service,
      ...file.project,
      SHOP_API_KEY: apiKey,
      SHOP_LEVEL: level,
    })
    expect(found.values).toMatchObject({
      DJANGO_CONFIGURATION: 'Staging',
      DJANGO_SETTINGS_MODULE: 'project.settings',
      HOME: '/home/app',
      LANG: 'C.UTF-8',
      USER: 'app',
      VIRTUAL_ENV: '/venv',
    })
    expect(found.values.PATH).toMatch(/^\/venv\/bin:/)
    const services = [
      ...['URL', 'HOST', 'PORT', 'USER', 'PASSWORD', 'DATABASE'].flatMap((part) => [
        `POSTGRESQL_${part}`,
        `MYSQL_${part}`,
      ]),
      ...['URL', 'HOST', 'PORT', 'PASSWORD'].map((part) => `REDIS_${part}`),
      ...['HOST', 'PORT'].map((part) => `MEMCACHED_${part}`),
    ]
    expect(found.names).toEqual(expect.arrayContaining([...services, 'DATABASE_URL', 'SECRET_KEY']))
    // Nothing of the deployer's own, and the step's name of a secret only where it is to be that.
    expect(found.names.filter((name) => /^(?:JETEE|INPUT|GITHUB)_/.test(name) || name === 'API_KEY')).toEqual(
      [],
    )
  })
})

describe('the site', () => {
  test('takes an upload of 50 MB as it was sent, and refuses what is above max_body_size', async () => {
    const { sent, arrived } = await upload(`${site.url}upload`, 50 * megabyte)
    expect(arrived).toEqual(sent)
    expect(await statusForBody(`${site.url}upload`, 51 * megabyte + 1)).toBe(413)
  })

  test('adds its headers to what the project, the static files and an error say', async () => {
    for (const path of ['health/', 'static/none', 'no-such-page']) {
      const { headers } = await fetch(`${site.url}${path}`)
      expect(headers.get('x-shop'), path).toBe(`it's "open"; $host {1} \\ 100 %`)
    }
  })
})

describe('the workers', () => {
  test('each does the tasks of its own queue, once', async () => {
    const send = (queue: string, text: string) => page<Done>(`tasks/${queue}`, { method: 'POST', body: text })
    const letters = ['one', 'two', 'three', 'four', 'five'].flatMap((text): [string, string][] => [
      ['email', `email ${text}`],
      ['celery', `celery ${text}`],
    ])
    const answers = await Promise.all(letters.map(([queue, text]) => send(queue, text)))
    const workerOf: Record<string, string> = { email: 'email@shop-app', celery: 'default@shop-app' }
    const expected = letters.map(([queue, text]) => ({ text, queue, worker: workerOf[queue] }))
    expect(answers).toEqual(expected)
    const { tasks } = await page<{ tasks: readonly Done[] }>('tasks')
    const seen = tasks.map(({ text, worker, queue }) => ({ text, queue, worker }))
    expect(seen).toHaveLength(expected.length)
    expect(seen).toEqual(expect.arrayContaining(expected))
  })
})

describe('the services', () => {
  test('memcached keeps what the cache is given', async () => {
    const put = await fetch(`${site.url}cache/tea`, { method: 'PUT', body: 'three “pounds”' })
    expect(put.status).toBe(204)
    expect(await page('cache/tea')).toEqual({ value: 'three “pounds”' })
    const stats = await site.server.must(
      `docker exec shop-app-1 python3 -c 'import socket
s = socket.create_connection(("shop-memcached", 11211)); s.sendall(b"stats\\r\\nquit\\r\\n"); print(s.makefile().read())'`,
    )
    expect(Number(/STAT curr_items (\d+)/.exec(stats)?.[1])).toBeGreaterThan(0)
  })

  test('MariaDB keeps what goes into the second database', async () => {
    const item = { name: 'Tee, „grün“ → 茶', pieces: 3 }
    const answer = await page<{ version: string }>('stock', { method: 'POST', body: JSON.stringify(item) })
    expect(answer).toEqual({ version: expect.stringContaining('MariaDB'), items: [item] })
    const row = await site.server.must(
      "docker exec shop-mysql mariadb --defaults-extra-file=/run/secrets/client.cnf --default-character-set=utf8mb4 -N shop -e 'SELECT name, pieces FROM warehouse_item'",
    )
    expect(row).toBe(`${item.name}\t${item.pieces}`)
  })

  test('containers have the limits that the file says, and no others', async () => {
    const format = '{{.Name}} {{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.NanoCpus}}'
    const names = ['app-1', 'postgresql', 'redis', 'memcached', 'mysql'].map((name) => `shop-${name}`)
    const limits = await site.server.must(`docker inspect -f '${format}' ${names.join(' ')}`)
    expect(limits.split('\n')).toEqual([
      `/shop-app-1 ${1024 * megabyte} ${1024 * megabyte} 1500000000`,
      `/shop-postgresql ${512 * megabyte} ${512 * megabyte} 500000000`,
      '/shop-redis 0 0 0',
      `/shop-memcached ${128 * megabyte} ${128 * megabyte} 0`,
      '/shop-mysql 0 0 0',
    ])
    expect(await site.server.must('docker exec shop-postgresql date +%Z')).toMatch(/^CES?T$/)
  })

  test('the project has a volume that Docker keeps and a folder of the server that it may only read', async () => {
    const { server } = site
    const inside = (script: string) => server.run(`docker exec shop-app-1 sh -c '${script}'`)
    expect((await inside('cat /srv/prices/today')).stdout).toBe('tea 3\n')
    expect((await inside('touch /srv/prices/tomorrow')).stderr).toContain('Read-only file system')
    expect(await inside(`echo cup > ${kept}/cup`)).toMatchObject({ code: 0 })
    const volume = await server.must(
      'docker volume inspect -f \'{{index .Labels "jetee.project"}} {{.Mountpoint}}\' shop-keep',
    )
    const [project, folder] = volume.split(' ')
    expect(project).toBe('shop')
    expect(await server.must(`cat ${folder}/cup`)).toBe('cup')
  })
})

describe('a release', () => {
  test('runs its tasks once, in order, before and after the switch', async () => {
    expect((await runs('task-')).map(({ job }) => job)).toEqual([
      'task-first',
      'task-second',
      'task-third',
      'task-fourth',
    ])
    const steps = [
      ...['migrate', 'collectstatic', 'migrate-warehouse', 'first', 'second', 'health check', 'switch'],
      ...['hand over the helpers', 'third', 'fourth'],
    ]
    const told = [...first.log.matchAll(/^ *[\d.]+ s {4}(\S.*), [\d.]+ s$/gm)].map(([, title]) => title ?? '')
    expect(told.filter((title) => steps.includes(title))).toEqual(steps)
  })

  test('has no secret where others could read it', async () => {
    const secrets = {
      SECRET_KEY: secretKey,
      API_KEY: apiKey,
      'private key': site.key.privateKey,
      ...(await keptSecrets(site.server, 'shop')),
    }
    expect(Object.keys(secrets)).toEqual([
      ...['SECRET_KEY', 'API_KEY', 'private key', 'key'],
      ...['passwords/memcached', 'passwords/mysql', 'passwords/postgresql', 'passwords/redis'],
    ])
    const found = leaks(secrets, {
      log: first.rawLog.replaceAll(/^::add-mask::.*$/gm, ''),
      summary: first.summary,
      outputs: JSON.stringify(first.outputs),
      'command lines': commandLines,
      ...(await engineTexts(site.server)),
    })
    expect(found).toEqual([])
    expect(commandLines).toContain('celery')
  })

  test('is left as it is by another run', async () => {
    const before = await containers(site.server)
    const again = await site.mustDeploy()
    expect(again.outputs).toMatchObject({ url: site.url, release: '1', changed: 'false' })
    expect(await containers(site.server)).toBe(before)
    expect(await runs('task-')).toHaveLength(4)
  })
})

describe('by the clock', () => {
  /** Minutes that lie wholly between two moments, in seconds since 1970. */
  const minutesBetween = (from: number, to: number) =>
    Array.from(
      { length: Math.max(0, Math.floor(to / 60) - Math.ceil(from / 60)) },
      (_, index) => Math.ceil(from / 60) + index,
    )
  const minutesOf = (all: readonly Run[]) => all.map(({ at }) => Math.floor(at / 60))
  const gaps = (times: readonly number[]) =>
    times.slice(1).map((time, index) => time - (times[index] as number))

  test('a job runs in each minute once, within it; another one waits for the leap day', async () => {
    const done = await until(
      'the job has run twice',
      () => runs('every-minute'),
      (all) => all.length >= 2,
      130,
    )
    const minutes = minutesOf(done)
    expect(minutes).toEqual([...new Set(minutes)])
    const whole = minutesBetween(live, done.at(-1)?.at ?? 0)
    expect(minutes).toEqual(expect.arrayContaining(whole))
    // cron wakes at the full minute; the rest is the start of Python.
    for (const { at } of done) expect(at % 60).toBeLessThan(20)
    expect(await runs('leap-day')).toEqual([])
  })

  test('beat ticks once a period', async () => {
    const times = await until('three periods', ticks, (all) => all.length >= 4, 60)
    for (const gap of gaps(times)) {
      expect(gap).toBeGreaterThan(8)
      expect(gap).toBeLessThan(12)
    }
  })

  test('both go on after the container was restarted, once each', async () => {
    await site.server.must('docker restart shop-app-1')
    const restarted = await now()
    const health = () => fetch(`${site.url}health/`).then(({ status }) => status, String)
    await until('the site answers', health, (status) => status === 200)
    const after = async () => (await ticks()).filter((at) => at > restarted)
    await until('three periods more', after, (all) => all.length >= 4, 75)
    const between = gaps(await ticks())
    for (const gap of between) expect(gap).toBeGreaterThan(8)
    for (const gap of gaps(await after())) expect(gap).toBeLessThan(12)

    const later = async () => (await runs('every-minute')).filter(({ at }) => at > restarted)
    await until('the job has run again', later, (all) => all.length >= 1, 75)
    const minutes = minutesOf(await runs('every-minute'))
    expect(minutes).toEqual([...new Set(minutes)])
    const { starts } = await page<{ starts: readonly object[] }>('environment/beat')
    expect(starts).toHaveLength(2)
  })

  test('the next release takes over: volumes, limits and all, and no worker of the one before is left', async () => {
    await site.configure({ 'primary_service.project.env_variables.SHOP_EMPTY': 'no longer' })
    const { outputs } = await site.mustDeploy({ command: 'update project' })
    expect(outputs.release).toBe('2')
    expect(await site.server.must(`docker exec shop-app-2 cat ${kept}/cup`)).toBe('cup')
    expect((await runs('task-')).map(({ job }) => job).slice(4)).toHaveLength(4)
    const { values } = await page<Process>('environment/worker/email')
    expect(values.SHOP_EMPTY).toBe('no longer')
    const workers = await site.server.must("ps -ewo args | grep -c '[c]elery.*--queues=email'")
    const inside = await site.server.must(
      "docker top shop-app-2 -eo args | grep -c '[c]elery.*--queues=email'",
    )
    expect(workers).toBe(inside)
  })
})
