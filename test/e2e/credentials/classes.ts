import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PipIndex, startPipIndex } from '../../world/pip-index.ts'
import { wheelFromPypi } from '../../world/pypi.ts'
import { newProject, type Project, type Site } from '../harness.ts'
import { until } from '../until.ts'
import { ask } from '../visitors.ts'

const [name, version] = ['django-configurations', '2.5.1'] as const
const serverName = 'classes.example.com'

/** Registers the tests of settings that are classes of django-configurations, in a project beside others on a site. */
export const classes = (site: () => Site): void => {
  describe('settings that are classes', async () => {
    const found = await wheelFromPypi(name, version)
    let index: PipIndex | undefined
    let project: Project
    const all = ['web', 'task', 'worker', 'cron', 'shell'] as const
    const get = async (path = ''): Promise<Readonly<Record<string, string>>> => {
      const { status, body } = await ask(`${site().url}${path}`, serverName)
      if (status !== 200) throw new Error(`/${path} answers ${status}: ${body}`)
      return JSON.parse(body)
    }

    beforeAll(async () => {
      if ('why' in found) return
      index = await startPipIndex(undefined, [found.wheel])
      project = await newProject(site().server, site().key, {
        sample: 'classes',
        settings: { server_names: [serverName] },
      })
      await project.origin.commit({
        'requirements.txt': `--index-url ${index.url}\n--trusted-host ${index.host}\nDjango>=4.2\n${name}==${version}\n`,
      })
      await project.mustDeploy()
    })
    afterAll(async () => {
      await project?.[Symbol.asyncDispose]()
      await index?.[Symbol.asyncDispose]()
    })

    test('are chosen by the configuration’s name in each process, cron job, release task and shell', async ({
      skip,
    }) => {
      skip('why' in found, 'why' in found ? found.why : '')
      await site().server.must('docker exec classes-app-1 python manage.py note shell')
      await get('send')
      const notes = await until(
        'all have left word',
        () => get(),
        (left) => all.every((who) => left[who] !== undefined),
        150,
      )
      const expected = 'of the class Staging DJANGO_CONFIGURATION=Staging'
      expect(notes).toEqual(Object.fromEntries(all.map((who) => [who, expected])))
    })
  })
}
