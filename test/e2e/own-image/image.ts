import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectFailure } from '../failing.ts'
import { containers, newProject, type Project } from '../harness.ts'
import { engineTexts, leaks, watchCommandLines } from '../leaks.ts'
import { type PrivateRegistry, startPrivateRegistry, trustRegistry } from '../private-registry.ts'
import { ask, sendVisitors } from '../visitors.ts'
import type { OwnImage } from './own-image.ts'

/** Registers the tests of a second project on the server, which is an image out of a registry. */
export const image = (own: () => OwnImage): void => {
  describe('a project that is an image already', () => {
    // As the first process of a container, sleep alone would not end at a signal.
    const clerk = `sh -c 'trap "echo done; exit" INT; while :; do sleep 1; done'`
    const token = 'a-token-of-the-registry-0123456789'
    let registry: PrivateRegistry
    let shelf: Project
    let others: string

    const visit = (path = '') => ask(`${own().site.url}${path}`, 'shelf.example.com')
    const ours = async () =>
      (await containers(own().site.server)).split('\n').filter((line) => line.startsWith('shelf-'))
    const rest = async () =>
      (await containers(own().site.server)).split('\n').filter((line) => !line.startsWith('shelf-'))
    const github = { repository: 'octo-org/shelf' }

    beforeAll(async () => {
      registry = await startPrivateRegistry(token)
      registry.publish('nginx:1.26')
      await trustRegistry(own().site.server, registry.host)
      shelf = await newProject(own().site.server, own().site.key, {
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
              { custom: { name: 'clerk', command: clerk, copies: 2, stop_signal: 'INT', stop_timeout: 240 } },
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
      expect(await ours()).toEqual([])
    })

    test('comes from a private registry, beside another project, which is not touched', async () => {
      const watch = await watchCommandLines(own().site.server)
      const { outputs, rawLog, summary } = await shelf.mustDeploy({ github })
      const commandLines = await watch.stop()
      expect(outputs).toMatchObject({ release: '1', changed: 'true' })
      expect((await visit()).status).toBe(200)
      expect((await ours()).map((line) => line.split(' ')[0])).toEqual([
        ...['shelf-app', 'shelf-app-1', 'shelf-clerk-1-1', 'shelf-clerk-1-2', 'shelf-door-1'],
      ])
      const stop = await own().site.server.must(
        "docker inspect -f '{{.Config.StopSignal}} {{.Config.StopTimeout}}' shelf-clerk-1-1 shelf-clerk-1-2",
      )
      expect(stop).toBe('SIGINT 240\nSIGINT 240')
      expect((await rest()).join('\n')).toBe(others)
      expect(await own().greeting()).toContain('Hello')
      const found = leaks(
        { REGISTRY_TOKEN: token },
        {
          log: rawLog.replaceAll(/^::add-mask::.*$/gm, ''),
          summary,
          'command lines': commandLines,
          ...(await engineTexts(own().site.server)),
        },
      )
      expect(found).toEqual([])
      expect(await own().site.server.run(`grep -rlF ${token} /root /var/lib/jetee /etc`)).toMatchObject({
        stdout: '',
      })
    })

    test('changes nothing as long as its tag names the same image', async () => {
      const before = await ours()
      expect((await shelf.mustDeploy({ github })).outputs.changed).toBe('false')
      expect(await ours()).toEqual(before)
    })

    test('is a new release once its tag names another image, which no visitor notices', async () => {
      const inside = () =>
        own().site.server.must(
          'docker ps --filter name=shelf-app- --format "{{.Names}}" | xargs -I{} docker exec {} nginx -v 2>&1',
        )
      expect(await inside()).toContain('nginx/1.26')
      registry.publish('nginx:1.30')
      const visitors = sendVisitors(own().site.url, 'shelf.example.com')
      const { outputs, durationMs } = await shelf.mustDeploy({ github })
      expect(Object.keys(await visitors.stop())).toEqual(['200'])
      // Nobody waited for a helper that did not heed its signal.
      expect(durationMs).toBeLessThan(180_000)
      expect(outputs).toMatchObject({ release: '2', changed: 'true' })
      expect(await inside()).toContain('nginx/1.30')
      expect((await ours()).map((line) => line.split(' ')[0])).toEqual([
        ...['shelf-app', 'shelf-app-2', 'shelf-clerk-2-1', 'shelf-clerk-2-2', 'shelf-door-2'],
      ])
    })

    test('ends a task in a container of its own at its deadline, and stays as it is', async () => {
      const before = await ours()
      const command = `sh -c "trap 'exit 3' TERM; echo I wait.; sleep 300 & wait"`
      await shelf.configure({
        'primary_service.project.release_tasks': { before_switch: [{ name: 'look', command, deadline: 2 }] },
      })
      const result = await shelf.deploy({ github })
      expectFailure(result, {
        what: 'The release task look failed',
        says: ['It did not end within 2 s.', 'I wait.', 'Release 2 still serves the site'],
        withinMs: 120_000,
      })
      expect(await ours()).toEqual(before)
    })
  })
}
