import { describe, expect, test } from 'vitest'
import { expectFailure } from '../failing.ts'
import type { Site } from '../harness.ts'
import { wayOut } from './way-out.ts'

/** Registers the tests of MariaDB's password on a site, whose step has `env`. */
export const mariadb = (site: () => Site, env: Readonly<Record<string, string>>): void => {
  describe('MariaDB’s data', () => {
    const old = 'Old:p@ss/w#rd;0%&=?[]{}$1'
    const now = 'Now:p@ss/w#rd;0%&=?[]{}$2'
    const build = (password: string) =>
      site().deploy({ command: 'build service', env: { ...env, DB_SECRET: password } })
    const sql = (text: string) =>
      site().server.must(
        'docker exec -i guestbook-db mariadb --defaults-extra-file=/run/secrets/client.cnf -N guestbook',
        { input: text },
      )

    test('opens with the password that was given when it was made', async () => {
      await site().configure({
        secondary_services: [
          'postgresql',
          { redis: { password: 'REDIS_SECRET' } },
          { mysql: { variant: 'mariadb', container_name: 'db', password: 'DB_SECRET' } },
        ],
      })
      const { exitCode, log } = await build(old)
      expect(exitCode, log).toBe(0)
      await sql("CREATE TABLE tea (name text); INSERT INTO tea VALUES ('green')")
    })

    test('is not touched by another password, and gets it by the command that was told', async () => {
      const result = await build(now)
      expectFailure(result, {
        what: 'The password of db does not open its data',
        says: ['Access denied', 'The data was not touched'],
        withinMs: 120_000,
      })
      await site().server.must(wayOut(result.log))
      const { exitCode, log } = await build(now)
      expect(exitCode, log).toBe(0)
      expect(await sql('SELECT name FROM tea')).toBe('green')
    })

    test('may lack the project’s database: it is told how another one becomes that', async () => {
      const root =
        'docker exec -i guestbook-db mariadb --defaults-extra-file=/run/secrets/client.cnf --protocol=socket -h localhost -u root'
      await site().server.must(root, {
        input: 'CREATE DATABASE other; RENAME TABLE guestbook.tea TO other.tea; DROP DATABASE guestbook;',
      })
      await site().server.must('docker stop guestbook-db')
      const result = await build(now)
      expectFailure(result, {
        what: 'The password of db does not open its data',
        says: ['The data has no database guestbook'],
      })
      await site().server.must(wayOut(result.log).replaceAll('OTHER', 'other'))
      const { exitCode, log } = await build(now)
      expect(exitCode, log).toBe(0)
      expect(await sql('SELECT name FROM tea')).toBe('green')
    })
  })
}
