import { describe, expect, test } from 'vitest'
import { type ReleaseInput, releaseStack } from '../../../src/stack/release.ts'
import { releaseContainers } from '../../../src/stack/release-containers.ts'
import { serviceStacks } from '../../../src/stack/services.ts'
import { desiredState, sampleConfiguration } from '../sample.ts'

const { release, services, site, front } = desiredState()

/** What a template leaves behind when a value is missing, or when a text is not rendered at all. */
const unrendered = /\{\{|\{%|undefined|\[object/

describe('the sample’s texts', () => {
  test.each([
    ['Dockerfile', release.dockerfile ?? ''],
    ...Object.entries(release.mount),
    ['site', site?.conf ?? ''],
    ['nginx.conf', front.conf],
  ])('%s is rendered whole', (_, text) => {
    expect(text).not.toBe('')
    expect(text).not.toMatch(unrendered)
  })

  test('Dockerfile installs packages and requirements before it copies the code', () => {
    const lines = (release.dockerfile ?? '').split('\n')
    const at = (start: string) => lines.findIndex((line) => line.startsWith(start))
    expect(lines[0]).toBe('FROM debian:trixie-slim')
    expect(release.dockerfile).toContain(
      'supervisor python3-django python3-psycopg python3-redis uwsgi-core uwsgi-plugin-python3 \\\n',
    )
    expect(at('COPY ["requirements.txt", "/tmp/dependencies/requirements.txt"]')).toBeGreaterThan(
      at('RUN apt-get'),
    )
    expect(at('COPY . /app/')).toBeGreaterThan(at('RUN --mount=type=cache'))
  })

  test('Dockerfile has no step for dependencies where there are none', () => {
    const { dockerfile } = releaseStack({ ...input(), dependencies: { tool: undefined, files: [] } })
    expect(dockerfile).not.toContain('pip install')
    expect(dockerfile).not.toMatch(unrendered)
  })

  test('Dockerfile holds no secret', () => {
    for (const secret of ['s3cret', 'pg-password', 'redis-password']) {
      expect(release.dockerfile).not.toContain(secret)
      for (const text of Object.values(release.mount)) expect(text).not.toContain(secret)
    }
  })

  test('supervisor runs the web process on the socket, and the helpers', () => {
    const sections = (release.mount['supervisord.conf'] ?? '').match(/^\[.*\]$/gm)
    expect(sections).toEqual([
      '[supervisord]',
      '[unix_http_server]',
      '[rpcinterface:supervisor]',
      '[supervisorctl]',
      '[fcgi-program:web]',
      '[program:worker]',
    ])
    expect(release.mount['commands/worker']).toBe(
      'cd /app\nunset JETEE_START_WEB JETEE_START_HELPERS\nexec python worker.py\n',
    )
    expect(release.mount['tasks/migrate']).toContain('export USER=app')
    expect(release.tasks.before.map(({ name }) => name)).toEqual(['migrate', 'collectstatic'])
    expect(release.helpers).toEqual(['worker'])
  })
})

const input = (): ReleaseInput => ({
  configuration: sampleConfiguration(),
  services,
  secrets: { SECRET_KEY: 's3cret' },
  key: 'key',
  tree: 'a'.repeat(40),
  dependencies: { tool: 'pip', files: ['requirements.txt'] },
})

describe('a release', () => {
  test('is another one when a task has another deadline, and the same with other hooks', () => {
    const hash = (from: string, to: string) => {
      const configuration = sampleConfiguration((text) => {
        expect(text).toContain(from)
        return text.replace(from, to)
      })
      return releaseStack({ ...input(), configuration }).hash
    }
    const type = 'type: django\n'
    expect(hash(type, `${type}        release_tasks: { deadline: 60 }\n`)).not.toBe(release.hash)
    expect(hash('  Staging:\n', '  Staging:\n    hooks: { after_switch: [a] }\n')).toBe(release.hash)
  })

  test('has the environment of services, file and secrets, the later above the earlier', () => {
    const configuration = sampleConfiguration((text) =>
      text.replace(
        'secrets:',
        'env_variables: { REDIS_HOST: elsewhere, QUOTED: "a \\"b\\"\\nc" }\n        secrets:',
      ),
    )
    const { env } = releaseStack({ ...input(), configuration })
    expect(env).toMatchObject({
      DJANGO_CONFIGURATION: 'Staging',
      DATABASE_URL: 'postgresql://guestbook:pg-password@guestbook-postgresql:5432/guestbook',
      POSTGRESQL_PASSWORD: 'pg-password',
      REDIS_URL: 'redis://:redis-password@guestbook-redis:6379/0',
      REDIS_HOST: 'elsewhere',
      QUOTED: 'a "b"\nc',
      SECRET_KEY: 's3cret',
    })
  })

  test('has secrets above all that services give', () => {
    const own = { DATABASE_URL: 'postgresql://elsewhere/mine', REDIS_PASSWORD: 'my-own' }
    expect(releaseStack({ ...input(), secrets: own }).env).toMatchObject(own)
  })

  test('hides a password also where an address spells it otherwise', () => {
    const password = 'a/b#c'
    const parts = JSON.stringify(
      releaseStack({
        ...input(),
        services: serviceStacks(sampleConfiguration(), { postgresql: password, redis: 'x-y' }, 'key'),
      }).parts,
    )
    for (const form of [password, encodeURIComponent(password)]) expect(parts).not.toContain(form)
  })

  test.each<readonly [string, Partial<ReleaseInput>]>([
    ['tree', { tree: 'b'.repeat(40) }],
    ['secret', { secrets: { SECRET_KEY: 'other' } }],
    ['tool for dependencies', { dependencies: { tool: undefined, files: [] } }],
    ['key of the server', { key: 'other' }],
  ])('has another hash for another %s', (_, change) => {
    expect(releaseStack({ ...input(), ...change }).hash).not.toBe(release.hash)
  })

  test('has the same hash for the same input, and changes nothing of it', () => {
    const given = input()
    const before = JSON.stringify(given)
    expect(releaseStack(given)).toEqual(releaseStack(input()))
    expect(JSON.stringify(given)).toBe(before)
  })

  test('starts neither by itself nor with a published port before the switch', () => {
    const [main, ...others] = releaseContainers(sampleConfiguration(), release, {
      number: 8,
      commit: 'c'.repeat(40),
      address: undefined,
    })
    if (!main) throw new Error('The release has no container')
    expect(others).toEqual([])
    const { spec } = main
    expect(spec.HostConfig.RestartPolicy).toEqual({ Name: 'no' })
    expect(JSON.stringify(spec)).not.toContain('Port')
    expect(spec.Labels).toMatchObject({
      'jetee.project': 'guestbook',
      'jetee.release': '8',
      'jetee.service': 'primary',
    })
    expect(spec.StopTimeout).toBeGreaterThan(60)
  })
})

describe('a service', () => {
  const stacks = (password: string, change?: (text: string) => string) =>
    serviceStacks(sampleConfiguration(change), { postgresql: password, redis: 'redis-password' }, 'key')

  test('keeps its password out of environment and command', () => {
    for (const { spec, container } of services) {
      expect(JSON.stringify(spec)).not.toMatch(/(?:pg|redis)-password/)
      expect(JSON.stringify([container.env, container.command, container.probe])).not.toMatch(
        /(?:pg|redis)-password/,
      )
    }
  })

  test('has another specification for another version or password, and the same for the same', () => {
    const label = (stack: ReturnType<typeof stacks>) => stack[0]?.spec.Labels['jetee.spec']
    expect(label(stacks('pg-password'))).toBe(services[0]?.spec.Labels['jetee.spec'])
    expect(label(stacks('other'))).not.toBe(label(services))
    expect(
      label(stacks('pg-password', (text) => text.replace('- postgresql', '- postgresql: { version: 16 }'))),
    ).not.toBe(label(services))
  })

  test('has labels from which nobody without the project’s key can guess a password', () => {
    const hash = (key: string) =>
      serviceStacks(sampleConfiguration(), { postgresql: 'guess', redis: 'guess' }, key).map(
        ({ spec }) => spec.Labels['jetee.spec'],
      )
    for (const [index, label] of hash('one').entries()) expect(label).not.toBe(hash('two')[index])
  })

  test('publishes no port', () => {
    for (const { spec } of services) expect(JSON.stringify(spec)).not.toMatch(/PortBindings|ExposedPorts/)
  })
})
