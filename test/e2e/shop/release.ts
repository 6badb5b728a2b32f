import { describe, expect, test } from 'vitest'
import { containers, secretKey } from '../harness.ts'
import { engineTexts, keptSecrets, leaks } from '../leaks.ts'
import { apiKey, type Shop } from './shop.ts'

/** Registers the tests of the release that has gone live. */
export const release = (shop: () => Shop): void => {
  describe('a release', () => {
    test('runs its tasks once, in order, before and after the switch', async () => {
      expect((await shop().runs('task-')).map(({ job }) => job)).toEqual([
        'task-first',
        'task-second',
        'task-third',
        'task-fourth',
      ])
      const steps = [
        ...['migrate', 'collectstatic', 'migrate-warehouse', 'first', 'second', 'health check', 'switch'],
        ...['hand over the helpers', 'third', 'fourth'],
      ]
      const told = [...shop().first.log.matchAll(/^ *[\d.]+ s {4}(\S.*), [\d.]+ s$/gm)].map(
        ([, title]) => title ?? '',
      )
      expect(told.filter((title) => steps.includes(title))).toEqual(steps)
    })

    test('has no secret where others could read it', async () => {
      const secrets = {
        SECRET_KEY: secretKey,
        API_KEY: apiKey,
        'private key': shop().site.key.privateKey,
        ...(await keptSecrets(shop().site.server, 'shop')),
      }
      expect(Object.keys(secrets)).toEqual([
        ...['SECRET_KEY', 'API_KEY', 'private key', 'key'],
        ...['passwords/mysql', 'passwords/postgresql', 'passwords/redis'],
      ])
      const found = leaks(secrets, {
        log: shop().first.rawLog.replaceAll(/^::add-mask::.*$/gm, ''),
        summary: shop().first.summary,
        outputs: JSON.stringify(shop().first.outputs),
        'command lines': shop().commandLines,
        ...(await engineTexts(shop().site.server)),
      })
      expect(found).toEqual([])
      expect(shop().commandLines).toContain('celery')
    })

    test('is left as it is by another run', async () => {
      const before = await containers(shop().site.server)
      const again = await shop().site.mustDeploy()
      expect(again.outputs).toMatchObject({ url: shop().site.url, release: '1', changed: 'false' })
      expect(await containers(shop().site.server)).toBe(before)
      expect(await shop().runs('task-')).toHaveLength(4)
    })
  })
}
