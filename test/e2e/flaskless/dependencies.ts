import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PipIndex, startPipIndex } from '../../world/pip-index.ts'
import type { ActionResult } from '../../world/runner.ts'
import { expectFailure } from '../failing.ts'
import type { DeployOptions } from '../harness.ts'
import { fetchJson } from '../json.ts'
import { engineTexts, leaks, watchCommandLines } from '../leaks.ts'
import { type Place, project } from './place.ts'

/** What `app.greeter` answers. */
interface Greeting {
  readonly greeting: string
  readonly python: string
  readonly prefix: string
  readonly base: string
  readonly uid: number
  readonly names: readonly string[]
}

/** Registers the tests of each way to say dependencies, and of another Python than Debian's. */
export const dependencies = (place: () => Place): void => {
  describe('dependencies', () => {
    const greeting = () => fetchJson<Greeting>(place().site.url)
    const greeter = (who: string, processes: readonly unknown[]) => ({
      [`${project}.health_check`]: { path: '/' },
      [`${project}.env_variables`]: { FLASKLESS_NAME: who },
      [`${project}.processes`]: processes,
    })
    const uwsgi = [{ uwsgi: { wsgi_module: 'app.greeter:application' } }]

    const live = () =>
      place().site.server.must("docker ps --filter name=flaskless-app- --format '{{.Names}}'")

    /** Writes a file into a folder of its own in the live container, runs a command there, and returns what it has made. */
    const lock = async (file: string, text: string, command: string, made: string) => {
      const script = `mkdir -p /tmp/lock; cd /tmp/lock; cat > ${file}; ${command} >&2; cat ${made}`
      return `${await place().site.server.must(`docker exec -i ${await live()} sh -euc '${script}'`, { input: text })}\n`
    }
    const deploy = async (
      files: Readonly<Record<string, string | null>>,
      options: DeployOptions = {},
    ): Promise<ActionResult> => {
      await place().site.origin.commit(files)
      return place().site.mustDeploy({ command: 'update project', ...options })
    }
    const wheels = () => place().index.requests.filter((path) => path.endsWith('.whl')).length

    test('come from poetry.lock', async () => {
      const pyproject = `[tool.poetry]
package-mode = false
[tool.poetry.dependencies]
python = ">=3.11"
tiny-greeting = "1.0"
[[tool.poetry.source]]
name = "world"
url = "${place().index.url}/"
`
      const locked = await lock('pyproject.toml', pyproject, 'poetry lock --no-interaction', 'poetry.lock')
      const before = wheels()
      await place().site.configure(greeter('poetry', uwsgi))
      const { log } = await deploy({ 'pyproject.toml': pyproject, 'poetry.lock': locked })
      expect(log).toContain('Dependencies: poetry.lock')
      expect(await greeting()).toMatchObject({ greeting: 'Hello, poetry!', prefix: '/venv', uid: 10001 })
      expect(wheels()).toBeGreaterThan(before)
    })

    test('come from Pipfile.lock', async () => {
      const pipfile = `[[source]]
name = "world"
url = "${place().index.url}"
verify_ssl = false
[packages]
tiny-greeting = "==1.0"
`
      const locked = await lock('Pipfile', pipfile, 'pipenv lock', 'Pipfile.lock')
      await place().site.configure(greeter('pipenv', uwsgi))
      const { log } = await deploy({
        'poetry.lock': null,
        'pyproject.toml': null,
        Pipfile: pipfile,
        'Pipfile.lock': locked,
      })
      expect(log).toContain('Dependencies: Pipfile.lock')
      expect(await greeting()).toMatchObject({ greeting: 'Hello, pipenv!', prefix: '/venv' })
    })

    test('come from uv.lock', async ({ skip }) => {
      const { code } = await place().site.server.run(
        `docker exec ${await live()} timeout 60 sh -c 'python3 -m venv /tmp/uv && /tmp/uv/bin/pip install -q --retries 0 --timeout 5 uv'`,
      )
      skip(code !== 0, 'uv cannot be had: PyPI does not answer from here, and Debian has no package of it.')
      const pyproject = `[project]
name = "flaskless"
version = "1.0"
requires-python = ">=3.11"
dependencies = ["tiny-greeting==1.0"]
[[tool.uv.index]]
url = "${place().index.url}"
default = true
`
      const locked = await lock('pyproject.toml', pyproject, '/tmp/uv/bin/uv lock', 'uv.lock')
      await place().site.configure(greeter('uv', uwsgi))
      const { log } = await deploy({ 'pyproject.toml': pyproject, 'uv.lock': locked })
      expect(log).toContain('Dependencies: uv.lock')
      expect(await greeting()).toMatchObject({ greeting: 'Hello, uv!', prefix: '/venv' })
    })

    describe('from a private index', () => {
      const password = 'the-password-of-the-index-0123456789'
      const none = { Pipfile: null, 'Pipfile.lock': null, 'uv.lock': null, 'requirements.txt': null }
      const pyproject =
        '[project]\nname = "flaskless"\nversion = "1.0"\ndependencies = ["tiny-greeting==1.0"]\n'
      let closed: PipIndex
      let env: Readonly<Record<string, string>>

      beforeAll(async () => {
        closed = await startPipIndex({ username: 'reader', password })
        env = {
          INDEX: closed.url.replace('//', `//reader:${password}@`),
          PIP_TRUSTED_HOST: closed.host,
        }
      })
      afterAll(() => closed?.[Symbol.asyncDispose]())

      /** Where the password is on the server, but for what is looked at elsewhere. */
      const places = (container: string) =>
        place().site.server.must(
          `grep -rslF -- ${password} /var/lib/jetee /var/lib/docker /etc /root /tmp /run || true
           docker exec ${container} sh -c 'grep -rslF -- ${password} /app /etc /home /opt /root /run /srv /tmp /var /venv || true'`,
        )

      test('are pyproject.toml’s alone, with a secret of the build that stays nowhere', async () => {
        await place().site.configure({
          ...greeter('pyproject', uwsgi),
          [`${project}.build_secrets`]: [{ PIP_INDEX_URL: 'INDEX' }, 'PIP_TRUSTED_HOST'],
        })
        const watch = await watchCommandLines(place().site.server)
        const { log, rawLog, summary, outputs } = await deploy(
          { ...none, 'pyproject.toml': pyproject },
          { env },
        )
        const commandLines = await watch.stop()
        expect(log).toContain('Dependencies: pyproject.toml')
        const found = await greeting()
        expect(found).toMatchObject({ greeting: 'Hello, pyproject!', prefix: '/venv' })
        expect(found.names.filter((variable) => variable.startsWith('PIP_'))).toEqual([])
        expect(closed.requests.some((path) => path.endsWith('.whl'))).toBe(true)
        expect(
          leaks(
            { password, address: env.INDEX ?? '' },
            {
              log: rawLog.replaceAll(/^::add-mask::.*$/gm, ''),
              summary,
              'command lines': commandLines,
              ...(await engineTexts(place().site.server)),
            },
          ),
        ).toEqual([])
        expect(await places(`flaskless-app-${outputs.release}`)).toBe('')
      })

      test.each([
        ['a socket', { web: true }],
        ['a port', { port: 8123 }],
      ])(
        'go into another Python than Debian’s, and a web process of its own on %s',
        async (where, listener) => {
          await place().site.configure({
            ...greeter(where, [{ custom: { name: 'server', command: 'python -m app.serve', ...listener } }]),
            [`${project}.python_version`]: '3.13',
            [`${project}.apt_packages`]: [],
          })
          const { outputs } = await place().site.mustDeploy({ command: 'update project', env })
          const found = await greeting()
          expect(found).toMatchObject({
            greeting: `Hello, ${where}!`,
            prefix: '/venv',
            base: '/usr/local',
            uid: 10001,
          })
          expect(found.python).toMatch(/^3\.13\./)
          expect(await places(`flaskless-app-${outputs.release}`)).toBe('')
        },
      )

      test('are refused before anything is changed where the secret is not there', async () => {
        expectFailure(await place().site.deploy({ env: { PIP_TRUSTED_HOST: closed.host } }), {
          what: 'The secret INDEX is missing',
          says: ['Nothing on the server was changed.'],
        })
      })
    })
  })
}
