import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { until } from '../until.ts'
import { apiKey, type Process, type Run, type Shop } from './shop.ts'

/** Registers the tests of what each process and task finds in its environment. */
export const environments = (shop: () => Shop): void => {
  describe('the environment', () => {
    let file: {
      readonly service: Readonly<Record<string, string>>
      readonly project: Readonly<Record<string, string>>
    }
    beforeAll(async () => {
      const text = await readFile(join(import.meta.dirname, '../projects/shop/deployment.yml'), 'utf8')
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
      if (who === 'web') return shop().page('environment/web')
      if (who === 'beat') {
        const { starts } = await shop().page<{ starts: readonly Process[] }>('environment/beat')
        return starts.at(-1) as Process
      }
      if (who === 'cron') {
        const [run] = await until(
          'a cron job has run',
          () => shop().runs('every-minute'),
          (all) => all.length > 0,
          150,
        )
        return (run as Run).process
      }
      if (who.startsWith('task-')) return (await shop().runs(who))[0]?.process as Process
      return shop().page(`environment/worker/${who}`)
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
      expect(found).toMatchObject({ user, folder: '/app', host: 'shop' })
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
      expect(
        found.names.filter((name) => /^(?:JETEE|INPUT|GITHUB)_/.test(name) || name === 'API_KEY'),
      ).toEqual([])
    })
  })
}
