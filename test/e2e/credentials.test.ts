import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActionResult } from '../world/runner.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { classes } from './credentials/classes.ts'
import { mariadb } from './credentials/mariadb.ts'
import { wayOut } from './credentials/way-out.ts'
import { expectFailure } from './failing.ts'
import { containers, newSite, type Site, secretKey } from './harness.ts'
import { engineTexts, keptSecrets, leaks, watchCommandLines } from './leaks.ts'
import { status } from './visitors.ts'
import { setInFile } from './workspace.ts'

/** Passwords: where they are kept, where they are not, and data that another one belongs to. */

const given = 'Given:p@ss/w#rd;0%&=?[]{}$1'
const second = 'Other:p@ss/w#rd;0%&=?[]{}$2'
const third = 'Third:p@ss/w#rd;0%&=?[]{}$3'
const withRedis = { SECRET_KEY: secretKey, REDIS_SECRET: given }

let site: Site

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13), env: withRedis })
})
afterAll(() => site?.[Symbol.asyncDispose]())

const kept = (service: string) =>
  site.server.must(`cat /var/lib/jetee/projects/guestbook/passwords/${service}`)
const services = (...list: readonly unknown[]) => site.configure({ secondary_services: list })
const entries = async () => (await status(site.url)).entries
const sql = (text: string) =>
  site.server.must('docker exec -i guestbook-postgresql psql -qtA -U guestbook guestbook', { input: text })

describe('the passwords of a first build', () => {
  let first: ActionResult
  let commandLines: string

  beforeAll(async () => {
    await services('postgresql', { redis: { password: 'REDIS_SECRET' } })
    const watch = await watchCommandLines(site.server)
    first = await site.mustDeploy()
    commandLines = await watch.stop()
  })

  test('are the given one, and for the other service one that was made', async () => {
    expect(await kept('redis')).toBe(given)
    expect(await kept('postgresql')).toMatch(/^[A-Za-z0-9_-]{32}$/)
    expect(await status(site.url)).toMatchObject({ entries: 0 })
  })

  test('show in no command line, label, image, layer or log', async () => {
    const secrets = { ...(await keptSecrets(site.server, 'guestbook')), 'secret key': secretKey }
    expect(Object.keys(secrets).sort()).toEqual(
      ['key', 'passwords/postgresql', 'passwords/redis', 'secret key'].sort(),
    )
    const log = first.rawLog.replaceAll(/^::add-mask::.*$/gm, '')
    const places = {
      log,
      summary: first.summary,
      'command lines': commandLines,
      ...(await engineTexts(site.server)),
    }
    expect(leaks(secrets, places)).toEqual([])
    // What is looked through would show them, were they there.
    expect(commandLines).toContain('SELECT 1')
  })

  test('are in files that only root may read', async () => {
    const files = await site.server.must(
      `cd /var/lib/jetee/projects/guestbook; find key passwords secrets -type f -printf '%p %m %u\\n' | sort`,
    )
    expect(files.split('\n')).toEqual([
      'key 600 root',
      'passwords/postgresql 600 root',
      'passwords/redis 600 root',
      'secrets/postgresql/password 600 root',
      'secrets/redis/password 600 root',
      'secrets/redis/redis.conf 600 root',
    ])
    expect(await site.server.must('stat -c %a /var/lib/jetee/projects/guestbook')).toBe('700')
  })

  test('are there for a second run, which finds nothing to do', async () => {
    expect((await site.mustDeploy()).outputs).toMatchObject({ changed: 'false' })
  })
})

describe('a new password of Redis', () => {
  const env = { ...withRedis, REDIS_SECRET: second }

  test('is not used by a command that leaves services as they are', async () => {
    expectFailure(await site.deploy({ command: 'update project', env }), {
      what: 'The password of redis is not in use yet',
      says: ['Nothing on the server was changed.', '`build service`'],
    })
  })

  test('comes with a new container, for the service and for the project', async () => {
    await site.mustDeploy({ env })
    expect(await status(site.url)).toMatchObject({ entries: 0 })
    expect(await kept('redis')).toBe(second)
    const ping = (password: string) =>
      site.server.must('docker exec -i guestbook-redis redis-cli', { input: `AUTH ${password}\nPING\n` })
    expect(await ping(second)).toContain('PONG')
    expect(await ping(given)).toContain('WRONGPASS')
    expect((await site.mustDeploy({ env })).outputs).toMatchObject({ changed: 'false' })
  })
})

describe('PostgreSQL’s data from elsewhere', () => {
  const base = { ...withRedis, REDIS_SECRET: second }
  const list = (...postgresql: readonly unknown[]) =>
    services(...postgresql, { redis: { password: 'REDIS_SECRET' } })
  const env = { ...base, PG_SECRET: third }
  let told: string

  test('is left alone while nobody gives its password', async () => {
    await sql(`CREATE TABLE tea (name text); INSERT INTO tea VALUES ('green')`)
    // Restored by hand: a volume without labels, and a server that knows nothing of it.
    await site.server.must(`docker rm -f guestbook-postgresql
      copy() { docker run --rm -v "$1:/from" -v "$2:/to" --entrypoint cp postgres:17 -a /from/. /to/; }
      copy guestbook-postgresql-data backup
      docker volume rm guestbook-postgresql-data
      docker volume create guestbook-postgresql-data
      copy backup guestbook-postgresql-data
      rm /var/lib/jetee/projects/guestbook/passwords/postgresql`)
    const before = await containers(site.server)
    expectFailure(await site.deploy({ env: base }), {
      what: 'The password of postgresql is not known',
      says: ['guestbook-postgresql-data', 'Nothing on the server was changed.', '`password: VARIABLE`'],
    })
    expect(await containers(site.server)).toBe(before)
  })

  test('is not touched by a wrong password; each run says so, and the old release goes on', async () => {
    await list({ postgresql: { password: 'PG_SECRET' } })
    for (let run = 1; run <= 2; run++) {
      const result = await site.deploy({ env })
      told = result.log
      const message = expectFailure(result, {
        what: 'The password of postgresql does not open its data',
        says: ['password authentication failed', 'The data was not touched', 'goes on as before'],
      })
      expect(message).not.toContain(third)
      expect(await entries()).toBe(0)
      expect(await sql('SELECT name FROM tea')).toBe('green')
    }
  })

  test('gets the password by the command that was told, which shows it nowhere', async () => {
    const watch = await watchCommandLines(site.server)
    await site.server.must(wayOut(told))
    const lines = await watch.stop()
    expect(lines).toContain('ALTER ROLE')
    expect(leaks({ password: third }, { lines })).toEqual([])
    await site.mustDeploy({ env })
    expect(await entries()).toBe(0)
    expect(await sql('SELECT name FROM tea')).toBe('green')
    expect(await kept('postgresql')).toBe(third)
    expect((await site.mustDeploy({ env })).outputs).toMatchObject({ changed: 'false' })
  })

  test('has its password kept, for when the file gives none any more', async () => {
    const prepare = setInFile({
      secondary_services: ['postgresql', { redis: { password: 'REDIS_SECRET' } }],
    })
    expect((await site.mustDeploy({ env: base, prepare })).outputs).toMatchObject({ changed: 'false' })
    await list('postgresql')
  })

  test('may lack the project’s user and database: it is told how it gets them', async () => {
    // As from a project of another name.
    await sql(`CREATE ROLE other SUPERUSER LOGIN`)
    await site.server.must(
      `docker exec -i guestbook-postgresql psql -q -v ON_ERROR_STOP=1 -U other template1 <<'END'
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'guestbook';
        ALTER DATABASE guestbook RENAME TO other;
        ALTER ROLE guestbook RENAME TO nobody;
END
      docker stop guestbook-postgresql`,
    )
    const build = () => site.deploy({ command: 'build service', env: base })
    const follow = async (what: RegExp) => {
      const { log } = await build()
      expect(log).toMatch(what)
      await site.server.must(wayOut(log).replaceAll('OTHER', 'other'))
    }
    await follow(/The data has no user guestbook/)
    await follow(/To set the project’s password in the data/)
    await follow(/The data has no database guestbook/)
    expect((await build()).exitCode).toBe(0)
    expect(await sql('SELECT name FROM tea')).toBe('green')
  })
})

mariadb(() => site, { ...withRedis, REDIS_SECRET: second })
classes(() => site)
