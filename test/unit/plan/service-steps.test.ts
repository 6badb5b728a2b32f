import { describe, expect, test } from 'vitest'
import type { Preview } from '../../../src/configuration/configuration.ts'
import { type Facts, makePlan, type Scope } from '../../../src/plan/plan.ts'
import { preflight } from '../../../src/plan/preflight.ts'
import { failureOf } from '../configuration/texts.ts'
import { bareServer, builtServer, desiredState, withContainer, withFacts } from '../sample.ts'

const buildAll: Scope = { services: true, site: true, release: true }
const update: Scope = { services: false, site: false, release: true }

const built = builtServer(desiredState())
/** The sample with another version of PostgreSQL. */
const upgraded = desiredState((text) => text.replace('- postgresql\n', '- postgresql: { version: 18 }\n'))

const found = (desired: ReturnType<typeof desiredState>, facts: Facts, scope = buildAll) =>
  failureOf(() => preflight(desired, facts, scope, 'root@server:22'))?.details

const labelled = (data: string) => ({
  'jetee.project': 'guestbook',
  'jetee.service': 'postgresql',
  'jetee.data': data,
})

describe('data of another version', () => {
  test('is refused before anything is changed, with what to do', () => {
    expect(found(upgraded, built)).toMatchObject({
      what: 'postgresql cannot become postgresql 18 on the data of postgresql 17',
      why: 'PostgreSQL does not start on the data of another major version.',
      stands: 'Nothing on the server was changed.',
      next: expect.stringContaining('container_name: postgresql-18'),
    })
  })

  test('is known from the volume when the container is gone', () => {
    const facts = withContainer(built, 'guestbook-postgresql', undefined)
    expect(found(upgraded, facts)?.what).toContain('on the data of postgresql 17')
    expect(found(upgraded, withFacts(facts, { engine: { volumes: [] } }))).toBeUndefined()
  })

  test('is what the container says, where the volume is of an older time', () => {
    const facts = withContainer(built, 'guestbook-postgresql', { labels: labelled('postgresql 18') })
    expect(found(upgraded, facts)).toBeUndefined()
  })

  test('of another kind is refused too', () => {
    const facts = withContainer(built, 'guestbook-postgresql', { labels: labelled('mariadb 11') })
    expect(found(desiredState(), facts)?.why).toContain('A service of another kind (mariadb)')
  })

  test('does not matter to an update, which touches no service', () => {
    expect(found(upgraded, built, update)).toBeUndefined()
  })
})

test('a service of a preview waits for the rules that keep it from others; one of our own does not', () => {
  const desired = desiredState()
  const preview: Preview = {
    number: 12,
    branch: 'feature',
    of: 'guestbook',
    expiresSeconds: undefined,
    most: 10,
    seed: [],
    password: undefined,
    noindex: true,
    isFork: false,
    besideProduction: false,
  }
  const afterOf = (state: typeof desired) =>
    makePlan(state, bareServer, buildAll).find(({ id }) => id === 'service postgresql')?.after
  expect(afterOf(desired)).not.toContain('isolation')
  expect(afterOf({ ...desired, preview })).toContain('isolation')
})

describe('a password that nobody knows', () => {
  /** A server that has the data, with these labels, but knows nothing of the project. */
  const restored = (own: Readonly<Record<string, string>>, name = 'guestbook-postgresql-data') =>
    withFacts(bareServer, { engine: { volumes: [{ name, labels: own }] } })
  const unknown = {
    what: 'The password of postgresql is not known',
    stands: 'Nothing on the server was changed.',
    next: expect.stringContaining('`password: VARIABLE` into the entry of postgresql'),
  }

  test('is told of data that was restored, which has no labels', () => {
    expect(found(desiredState(), restored({}))).toMatchObject(unknown)
  })

  test('is told of data from an earlier life of the project', () => {
    expect(found(desiredState(), restored(labelled('postgresql 17')))).toMatchObject(unknown)
  })

  test('is told of the volume that the file names for the data', () => {
    const own = desiredState((text) =>
      text.replace('- postgresql\n', "- postgresql: { volumes: ['mine:/var/lib/postgresql/data'] }\n"),
    )
    expect(found(own, restored({}, 'guestbook-mine'))).toMatchObject(unknown)
    expect(found(own, restored({}))).toBeUndefined()
  })

  test('is none that the file gives, nor one that the server keeps', () => {
    const given = desiredState((text) =>
      text.replace('- postgresql\n', '- postgresql: { password: DB_SECRET }\n'),
    )
    expect(found(given, restored({}))).toBeUndefined()
    const kept = withFacts(restored({}), { host: { passwords: { postgresql: 'x' } } })
    expect(found(desiredState(), kept)).toBeUndefined()
  })

  test('does not matter to Redis, whose container has it', () => {
    expect(found(desiredState(), restored({}, 'guestbook-redis-data'))).toBeUndefined()
  })
})

describe('a password that has not opened its data', () => {
  const untried = withFacts(built, { host: { untried: ['postgresql'] } })
  const other = withFacts(built, { host: { passwords: { postgresql: 'old', redis: 'redis-password' } } })

  test.each([
    ['was not tried', untried],
    ['is another than the one that the server keeps', other],
  ])('as it %s is tried by a run that makes services', (_, facts) => {
    expect(makePlan(desiredState(), facts, buildAll)).toMatchObject([
      { title: 'Try the password of postgresql', action: { kind: 'start-service' } },
    ])
  })

  test.each([
    ['was not tried', untried],
    ['is another than the one that the server keeps', other],
  ])('as it %s is not used by a run that makes none', (_, facts) => {
    expect(found(desiredState(), facts, update)).toMatchObject({
      what: 'The password of postgresql is not in use yet',
      next: 'Run `build service` first, or `build all`.',
    })
  })
})

describe('a name that another project has', () => {
  const others = { 'jetee.project': 'other', 'jetee.service': 'postgresql' }

  test('is refused, as a container’s', () => {
    const facts = withContainer(built, 'guestbook-postgresql', { labels: others })
    expect(found(desiredState(), facts)).toMatchObject({
      what: 'The name guestbook-postgresql is taken on this server',
      why: 'It belongs to the project other.',
    })
  })

  test('is refused, as a volume’s', () => {
    const volumes = [{ name: 'guestbook-postgresql-data', labels: others }]
    expect(found(desiredState(), withFacts(bareServer, { engine: { volumes } }))?.what).toBe(
      'The name guestbook-postgresql-data is taken on this server',
    )
  })

  test('is never renewed', () => {
    const facts = withContainer(built, 'guestbook-postgresql', { labels: others })
    const [step] = makePlan(desiredState(), facts, buildAll)
    expect(step).toMatchObject({ id: 'service postgresql', action: { kind: 'service', exists: false } })
  })
})

test('a service whose port is tried waits for nginx, from where it is tried', () => {
  const after = (entry: string) => {
    const desired = desiredState((text) => text.replace('- redis\n', `- ${entry}\n`))
    return makePlan(desired, bareServer, buildAll).findLast(({ id }) => id.startsWith('service '))?.after
  }
  expect(after('custom: { container_name: broker, image: "rabbitmq:4", port: 5672 }')).toContain('nginx')
  expect(after('redis')).not.toContain('nginx')
})
