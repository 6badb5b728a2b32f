import { describe, expect, test } from 'vitest'
import { changesOf } from '../../../src/plan/diff.ts'
import { type Facts, makePlan, type Scope } from '../../../src/plan/plan.ts'
import { preflight } from '../../../src/plan/preflight.ts'
import { failureOf } from '../configuration/texts.ts'
import { builtServer, consulAddress, desiredState, withContainer, withFacts } from '../sample.ts'

const buildAll: Scope = { services: true, site: true, release: true }
const update: Scope = { services: false, site: false, release: true }

const desired = desiredState()
const built = builtServer(desired)
const plain = desiredState((text) =>
  text.replace('    primary_service:', '    discovery: docker\n    primary_service:'),
)

const planned = (facts: Facts, state = desired, scope = buildAll) =>
  makePlan(state, facts, scope).map(({ id, reason }) => `${id}: ${reason}`)

const fields = (facts: Facts, state = desired) =>
  Object.fromEntries(
    changesOf(makePlan(state, facts, buildAll), state, facts, {
      commit: 'c'.repeat(40),
      subject: 'First',
    }).map((change) => [
      change.step,
      change.fields.map(({ name, old, new: now }) => `${name}: ${old ?? '–'} → ${now ?? '–'}`),
    ]),
  )

const consul = built.engine.containers.find(({ name }) => name === 'jetee-consul')!
const redis = built.engine.containers.find(({ name }) => name === 'guestbook-redis')!
const network = 'jetee-guestbook'
const squatter = (address: string) => ({ name: 'squatter', addresses: { [network]: address } })

const change = (name: string, facts: Partial<typeof consul> | undefined) => withContainer(built, name, facts)
const strangers = (facts: Facts, address: string) =>
  withFacts(facts, { engine: { strangers: [squatter(address)] } })

const anew = (clash: string) => ['image', 'start', 'switch'].map((id) => `${id}: release 7 ${clash}`)
const moved = 'does not ask Consul for names at 10.213.0.6'

describe('a plan for Consul', () => {
  test.each<readonly [string, Facts, readonly string[]]>([
    [
      'that is gone, at the address that is asked',
      change('jetee-consul', undefined),
      ['discovery: the server has none'],
    ],
    ['that stands still', change('jetee-consul', { running: false }), ['discovery: it does not run']],
    [
      'of another specification',
      change('jetee-consul', { labels: {} }),
      ['discovery: its specification has changed'],
    ],
    [
      'that is not in the project’s network',
      change('jetee-consul', { addresses: {} }),
      ['discovery: it is not in the network of guestbook'],
    ],
    [
      'that is not in the network of another project',
      withFacts(built, {
        host: { registered: ['diary', 'guestbook', 'gone'] },
        engine: {
          networks: [
            ...built.engine.networks,
            { name: 'jetee-diary', project: 'diary', bridge: undefined, subnets: ['10.213.1.0/24'] },
          ],
        },
      }),
      ['discovery: it is not in the network of diary'],
    ],
    [
      'whose address a stranger has',
      strangers(change('jetee-consul', { running: false }), consulAddress),
      [
        'discovery: it does not run',
        `service postgresql: it ${moved.replace('.6', '.5')}`,
        `service redis: it ${moved.replace('.6', '.5')}`,
        `entrance: it ${moved.replace('.6', '.5')}`,
        ...anew(moved.replace('.6', '.5')),
      ],
    ],
    [
      'that has another address than is asked',
      change('jetee-consul', { addresses: { [network]: '10.213.0.6' } }),
      [
        `service postgresql: it ${moved}`,
        `service redis: it ${moved}`,
        `entrance: it ${moved}`,
        ...anew(moved),
      ],
    ],
    [
      'that knows other services',
      withFacts(built, {
        host: { registrations: { ...built.host.registrations, services: '{"services":[]}' } },
      }),
      ['register: Consul knows other ones'],
    ],
    [
      'that knows none',
      withFacts(built, { host: { registrations: {} } }),
      ['register: Consul does not know them', 'register primary: Consul does not know it'],
    ],
    [
      'that may not have loaded them',
      withFacts(built, { host: { unloaded: ['services'] } }),
      ['register: Consul may not have loaded them'],
    ],
    [
      'when a stranger has a service’s address',
      strangers(change('guestbook-redis', { running: false }), redis.addresses[network]!),
      ['service redis: squatter has taken its address', 'register: some of them get an address'],
    ],
    [
      'when a stranger has another address',
      strangers(change('guestbook-redis', { running: false }), '10.213.0.9'),
      ['service redis: it does not run'],
    ],
  ])('%s', (_, facts, steps) => {
    expect(planned(facts)).toEqual(steps)
  })

  test('waits for nothing but what it needs, and what needs it waits', () => {
    const gone = withContainer(change('jetee-consul', undefined), 'guestbook-redis', undefined)
    const after = Object.fromEntries(makePlan(desired, gone, buildAll).map((step) => [step.id, step.after]))
    expect(after.discovery).toEqual(['docker', 'network'])
    expect(after['service redis']).toContain('discovery')
    expect(after.register).toEqual(['discovery', 'service postgresql', 'service redis'])
    const all = makePlan(desired, withFacts(gone, { host: { current: undefined } }), buildAll)
    expect(all.find(({ id }) => id === 'start')?.after).toContain('register')
  })

  test('is not made by a command that does not cover it, which is refused', () => {
    const gone = change('jetee-consul', undefined)
    expect(planned(gone, desired, update)).toEqual([])
    for (const facts of [
      gone,
      change('jetee-consul', { running: false }),
      change('jetee-consul', { addresses: {} }),
    ])
      expect(failureOf(() => preflight(desired, facts, update, 'server'))?.details.why).toBe(
        'It lacks Consul in the project’s network, which this command does not make.',
      )
    expect(failureOf(() => preflight(desired, built, update, 'server'))).toBeUndefined()
    expect(failureOf(() => preflight(plain, gone, update, 'server'))).toBeUndefined()
  })
})

describe('a plan without Consul', () => {
  const asks = 'asks Consul for names'

  test('has the project leave it, when its containers have been made anew', () => {
    expect(planned(built, plain)).toEqual([
      `service postgresql: it ${asks}`,
      `service redis: it ${asks}`,
      `entrance: it ${asks}`,
      ...anew(asks),
      'leave discovery: its discovery is Docker’s alone',
    ])
    expect(makePlan(plain, built, buildAll).find(({ id }) => id === 'leave discovery')?.after).toEqual([
      'switch',
      'entrance',
      'service postgresql',
      'service redis',
    ])
  })

  test('has it stay as long as a release asks Consul that the command does not make anew', () => {
    const service: Scope = { services: true, site: false, release: false }
    expect(planned(built, plain, service).join()).not.toContain('leave discovery')
    const without = built.engine.containers.filter(({ name }) => !name.includes('-app'))
    expect(planned(withFacts(built, { engine: { containers: without } }), plain, service).at(-1)).toBe(
      'leave discovery: its discovery is Docker’s alone',
    )
  })

  test('leaves a Consul alone that knows nothing of the project', () => {
    const free = withFacts(change('jetee-consul', { addresses: {} }), { host: { registrations: {} } })
    expect(planned(free, plain).join()).not.toContain('discovery')
  })
})

describe('the fields of a plan', () => {
  test('name networks that Consul is to be in', () => {
    expect(fields(change('jetee-consul', { addresses: {} }))).toEqual({
      discovery: ['network: – → jetee-guestbook'],
    })
    expect(fields(change('jetee-consul', { running: false }))).toEqual({
      discovery: ['state: stopped → running'],
    })
  })

  test('name addresses and checks of services', () => {
    const found = fields(withFacts(built, { host: { registrations: {} } })).register
    expect(found).toContain('guestbook-redis address: – → 10.213.0.4')
    expect(found).toContain('guestbook-redis port: – → 6379')
    expect(fields(change('guestbook-redis', undefined)).register).toContain(
      'guestbook-redis address: 10.213.0.4 → chosen when it is created',
    )
    expect(fields(withFacts(built, { host: { unloaded: ['services'] } }))).toEqual({
      register: ['state: not loaded → loaded'],
    })
    const damaged = withFacts(built, { host: { registrations: { services: 'x' } } })
    expect(fields(damaged).register).toContain('guestbook-redis address: – → 10.213.0.4')
  })

  test('name the address at which names are asked for', () => {
    const found = fields(change('jetee-consul', { addresses: { [network]: '10.213.0.6' } }))
    expect(found['service redis']).toEqual([`dns: ${consulAddress} → 10.213.0.6`])
  })

  test('name what Consul forgets', () => {
    const found = fields(built, plain)['leave discovery']
    expect(found).toContain('guestbook-redis address: 10.213.0.4 → –')
    expect(found).toContain('network: jetee-guestbook → –')
    expect(fields(built, plain)['service redis']).toEqual([`dns: ${consulAddress} → –`])
  })
})
