import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoImage } from '../world/hub.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { containers, newSite, type Site } from './harness.ts'
import { until } from './until.ts'
import { setInFile } from './workspace.ts'

/** A project without a site: a helper in two copies, and the services that it is given. */

let site: Site

/** Seconds since 1970, or numbers, by the process's number in its container. */
type ByProcess = Readonly<Record<string, string>>
interface Report {
  readonly started: ByProcess
  readonly counts: ByProcess
  readonly interrupted: ByProcess
}

const report = async (release: number): Promise<Report> =>
  JSON.parse(await site.server.must(`docker exec workers-app-${release} python counter.py report`))
const deployWith = (services: readonly unknown[]) =>
  site.deploy({ prepare: setInFile({ secondary_services: services }) })
const state = async () =>
  `${await containers(site.server)}\n${await site.server.must('docker volume ls -q | sort; cd /var/lib/jetee; find . -type f | sort')}`

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13), sample: 'workers', env: {} })
})
afterAll(() => site?.[Symbol.asyncDispose]())

describe('a project without a site', () => {
  test('runs the copies of its helper, and has no site', async () => {
    const { outputs, log } = await site.mustDeploy()
    expect(outputs).toMatchObject({ url: '', release: '1', changed: 'true' })
    const { started } = await until(
      'both count',
      () => report(1),
      ({ counts }) => Object.keys(counts).length === 2,
    )
    expect(Object.keys(started)).toHaveLength(2)
    expect(log).not.toContain('Set up the site')
    expect(await site.server.must('ls /var/lib/jetee/nginx/sites 2> /dev/null || true')).toBe('')
    expect(await site.server.must('docker exec workers-app-1 env')).not.toContain('WORKERS_STEP')
  })

  test('gives its helper the environment that the file gives to this process', async () => {
    const before = await report(1)
    const after = await until(
      'they count on',
      () => report(1),
      ({ counts }) =>
        Object.entries(counts).every(([pid, count]) => Number(count) > Number(before.counts[pid])),
    )
    for (const count of Object.values(after.counts)) expect(Number(count) % 3).toBe(0)
  })

  test('has it stopped with the signal that the file says, before the next release’s starts', async () => {
    const before = await report(1)
    await site.configure({ 'primary_service.project.env_variables': { WORKERS_MOOD: 'good' } })
    const { outputs } = await site.mustDeploy({ command: 'update project' })
    expect(outputs).toMatchObject({ release: '2', changed: 'true' })
    const after = await until(
      'both have started again',
      () => report(2),
      ({ started }) =>
        Object.values(started).filter(
          (at) => Number(at) > Math.max(...Object.values(before.started).map(Number)),
        ).length === 2,
    )
    expect(Object.keys(after.interrupted).sort()).toEqual(Object.keys(before.started).sort())
    const lastEnd = Math.max(...Object.values(after.interrupted).map(Number))
    const starts = Object.values(after.started)
      .map(Number)
      .sort((a, b) => a - b)
    expect(starts.at(-2)).toBeGreaterThan(lastEnd)
    expect(await site.server.must("ps -ewo args | grep -c '[p]ython counter.py'")).toBe('2')
  })

  test('comes back after a reboot, each copy once; another run finds nothing to do', async () => {
    const before = await containers(site.server)
    await site.server.reboot()
    await until(
      'both copies run',
      () => site.server.must("ps -ewo args | grep -c '[p]ython counter.py' || true"),
      (count) => count === '2',
    )
    expect(await containers(site.server)).toBe(before)
    expect((await site.mustDeploy()).outputs).toMatchObject({ release: '2', changed: 'false' })
  })
})

describe('services', () => {
  const two = ['redis', { redis: { container_name: 'queue' } }]

  test('of one kind with different names are two, each with its data and its password', async () => {
    await site.configure({ secondary_services: [...two, 'postgresql'] })
    await site.mustDeploy()
    const ask = (script: string) =>
      site.server.must(`docker exec -i workers-app-3 python -`, {
        input: `import os, redis\none, two = (redis.Redis.from_url(os.environ[name], decode_responses=True) for name in ("REDIS_URL", "QUEUE_URL"))\n${script}`,
      })
    await ask('one.set("tea", "one"); two.set("tea", "two")')
    expect(
      await ask('print(one.get("tea"), two.get("tea"), os.environ["REDIS_HOST"], os.environ["QUEUE_HOST"])'),
    ).toBe('one two workers-redis workers-queue')
    expect(await ask('print(os.environ["REDIS_PASSWORD"] == os.environ["QUEUE_PASSWORD"])')).toBe('False')
    expect(
      await site.server.must(
        "docker volume ls --filter label=jetee.project=workers --format '{{.Name}}' | sort",
      ),
    ).toBe('workers-postgresql-data\nworkers-queue-data\nworkers-redis-data')
  })

  test('whose data another major version cannot read are left as they are, and it is told what to do', async () => {
    const database = (sql: string) =>
      site.server.must(`docker exec workers-postgresql psql -U workers -qtA workers -c "${sql}"`)
    await database("CREATE TABLE tea (name text); INSERT INTO tea VALUES ('green')")
    const before = await state()
    for (const settings of [{ version: 18 }, { version: 16 }, { image: 'postgres:18.1' }]) {
      expectFailure(await deployWith([...two, { postgresql: settings }]), {
        what: /PostgreSQL|postgresql/,
        says: [
          'does not start on the data of another major version',
          'pg_dump',
          'Nothing on the server was changed.',
        ],
        withinMs: 20_000,
      })
      expect(await state()).toBe(before)
    }
    expect(await database('SELECT name FROM tea')).toBe('green')
  })

  test('go on with the version whose data they have', async () => {
    const result = await deployWith([...two, { postgresql: { version: 17 } }])
    expect(result.outputs, result.log).toMatchObject({ release: '3', changed: 'false' })
  })
})

describe('services that only the Hub has', () => {
  const python = (release: string, script: string) =>
    site.server.must(`docker exec -i workers-app-${release} python -`, { input: script })

  test.for([
    [
      'mysql',
      'mysql:8.4',
      `import os, socket
s = socket.create_connection((os.environ["MYSQL_HOST"], int(os.environ["MYSQL_PORT"])), 5)
print("8.4" in s.recv(200).decode("latin1"))`,
    ],
    [
      'mongodb',
      'mongo:8',
      `import os, socket
print(bool(socket.create_connection((os.environ["MONGODB_HOST"], int(os.environ["MONGODB_PORT"])), 5)))`,
    ],
    [
      'elasticsearch',
      'elasticsearch:9.2.1',
      `import base64, os, urllib.request
e = os.environ
request = urllib.request.Request(f'http://{e["ELASTICSEARCH_HOST"]}:{e["ELASTICSEARCH_PORT"]}/')
login = f'{e["ELASTICSEARCH_USER"]}:{e["ELASTICSEARCH_PASSWORD"]}'
request.add_header("Authorization", "Basic " + base64.b64encode(login.encode()).decode())
print("cluster_name" in urllib.request.urlopen(request, timeout=10).read().decode())`,
    ],
  ] as const)(
    '%s is ready once it answers its own protocol, and the project reaches it',
    async ([type, image, script], { skip }) => {
      const why = await whyNoImage(image)
      skip(why !== undefined, why)
      await site.configure({ secondary_services: ['redis', type] })
      const { outputs } = await site.mustDeploy()
      const health = () =>
        site.server.must(`docker inspect -f '{{.State.Health.Status}} {{.Config.Image}}' workers-${type}`)
      await until('Docker finds it healthy', health, (text) => text.startsWith('healthy'), 60)
      expect(await health()).toContain(image.split(':')[0])
      expect(await python(outputs.release ?? '', script)).toBe('True')
    },
  )
})
