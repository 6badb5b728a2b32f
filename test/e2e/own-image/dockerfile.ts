import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectFailure } from '../failing.ts'
import { containers } from '../harness.ts'
import { until } from '../until.ts'
import { ask, sendVisitors } from '../visitors.ts'
import { traces } from '../watch.ts'
import { setInFile } from '../workspace.ts'
import { type OwnImage, project, settled } from './own-image.ts'

/** A process of the project, as it tells of itself. */
interface Process {
  readonly pid: number
  readonly uid: number
  readonly folder: string
  readonly mood: string
  readonly names: readonly string[]
}

/** Registers the tests of a project that is built by its own Dockerfile. */
export const dockerfile = (own: () => OwnImage): void => {
  describe('a project with a Dockerfile', () => {
    test('serves by its own command on its port, as the user and in the folder of the image', async () => {
      expect(await own().greeting()).toBe('Hello from the build')
      const web = await own().page<Process>('environment')
      expect(web).toMatchObject({ pid: 1, uid: 4321, folder: '/srv', mood: 'it is "calm"' })
      expect(web.names).toEqual(expect.arrayContaining(['CONFIGURATION', 'CONTAINERFILE_MOOD', 'PORT']))
      expect(await traces(own().site.server, project)).toBe(settled(1))
    })

    test('has its helper in a container of its own, from the same image, with the same environment', async () => {
      const worker = await until(
        'the worker has written',
        () => own().page<Process | null>('worker'),
        (report) => report !== null,
      )
      expect(worker).toMatchObject({ uid: 4321, folder: '/srv', mood: 'it is "calm"' })
      await own().expectOneWorker()
      const images = await own().site.server.must(
        `docker inspect -f '{{.Image}} {{.HostConfig.RestartPolicy.Name}}' ${project}-app-1 ${project}-worker-1 | sort -u`,
      )
      expect(images).toMatch(/^sha256:\S+ always$/)
    })

    test('has nginx serve the static files of the image, and what is uploaded', async () => {
      const css = await readFile(join(own().site.origin.folder, 'static/style.css'), 'utf8')
      expect(await ask(`${own().site.url}static/style.css`)).toMatchObject({
        status: 200,
        type: 'text/css; charset=utf-8',
        body: css,
      })
      const report = await ask(`${own().site.url}media/worker.json`)
      expect(report).toMatchObject({ status: 200, type: 'application/json' })
      expect(JSON.parse(report.body)).toMatchObject({ uid: 4321 })
    })

    test('publishes no port on the server', async () => {
      const ports = await own().site.server.must("docker ps --format '{{.Ports}}' | grep -e '->' || true")
      expect(ports).toBe('')
      await expect(fetch(`http://${own().site.server.host}:8000/`)).rejects.toThrow('fetch failed')
    })

    test('is updated without a visitor noticing; uploads stay, and the worker moves over', async () => {
      await own().site.server.must(`echo kept > /var/lib/jetee/www/${project}/media/note.txt`)
      await own().site.configure({ 'primary_service.project.build_args': { GREETING: 'Hello again' } })
      const visitors = sendVisitors(own().site.url)
      const { outputs } = await own().site.mustDeploy({ command: 'update project' })
      const answers = await visitors.stop()
      expect(Object.keys(answers)).toEqual(['200'])
      expect(outputs).toMatchObject({ release: '2', changed: 'true' })
      expect(await own().greeting()).toBe('Hello again')
      expect((await ask(`${own().site.url}media/note.txt`)).body).toBe('kept\n')
      expect(await traces(own().site.server, project)).toBe(settled(1, 2))
      await own().expectOneWorker()
    })

    test('is left as it is by another run', async () => {
      const before = await containers(own().site.server)
      expect((await own().site.mustDeploy()).outputs.changed).toBe('false')
      expect(await containers(own().site.server)).toBe(before)
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
      const before = [await containers(own().site.server), await traces(own().site.server, project)]
      // By itself, another health check is no other release.
      const all = { env_variables: { CONTAINERFILE_MOOD: 'bad' }, ...changes }
      const settings = Object.entries(all).map(([key, value]) => [`primary_service.project.${key}`, value])
      const visitors = sendVisitors(own().site.url)
      const result = await own().site.deploy({ prepare: setInFile(Object.fromEntries(settings)) })
      expect(Object.keys(await visitors.stop())).toEqual(['200'])
      expectFailure(result, {
        what: 'The web process never became healthy',
        says: ['Release 2 still serves the site; nothing about it was changed.', says],
      })
      expect([await containers(own().site.server), await traces(own().site.server, project)]).toEqual(before)
      await own().expectOneWorker()
    })
  })
}
