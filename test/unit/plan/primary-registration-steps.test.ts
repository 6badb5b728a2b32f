import { describe, expect, test } from 'vitest'
import { changesOf } from '../../../src/plan/diff.ts'
import { type Facts, makePlan, type Scope } from '../../../src/plan/plan.ts'
import { registration } from '../../../src/stack/registration.ts'
import { builtServer, desiredState, withContainer, withFacts } from '../sample.ts'

const buildAll: Scope = { services: true, site: true, release: true }
const buildProject: Scope = { services: false, site: true, release: true }
const update: Scope = { services: false, site: false, release: true }

const desired = desiredState()
const built = builtServer(desired)
const known = built.host.registrations
const withoutWeb = desiredState((text) => text.replace(/ +- uwsgi.*\n/, ''))

const registrations = (facts: Facts, scope = buildAll, state = desired) =>
  makePlan(state, facts, scope).filter(({ action }) => action.kind === 'register-primary')

/** What a plan would show of it. */
const fields = (facts: Facts, state = desired): readonly string[] =>
  changesOf(makePlan(state, facts, buildAll), state, facts, { commit: 'c'.repeat(40), subject: 'x' })
    .filter(({ step }) => step === 'register primary')
    .flatMap((change) => change.fields.map((field) => `${field.name}: ${field.old} → ${field.new}`))

describe('the registration of the primary service', () => {
  test('names the entrance at its port, and asks it for its health at the other one every 2 s', () => {
    const [service] = JSON.parse(known.primary ?? '').services
    expect(service).toMatchObject({ name: 'guestbook-app', address: '10.213.0.100', port: 8000 })
    expect(service.check).toMatchObject({ http: 'http://10.213.0.100:8001/', interval: '2s', timeout: '2s' })
  })

  test('is no step where Consul has it, nor in an update', () => {
    expect(registrations(built)).toEqual([])
    const facts = withFacts(built, { host: { registrations: {} } })
    expect(registrations(facts, update)).toEqual([])
    expect(registrations(facts, buildProject)).toMatchObject([{ reason: 'Consul does not know it' }])
  })

  const old = registration('guestbook', 'primary', []).text
  test.each<readonly [string, Facts, string, RegExp]>([
    [
      'another address',
      withContainer(built, 'guestbook-app', { addresses: { 'jetee-guestbook': '10.213.0.9' } }),
      'Consul knows another one',
      /^guestbook-app address: 10\.213\.0\.100 → 10\.213\.0\.9$/,
    ],
    [
      'an entrance that is to be made',
      withContainer(built, 'guestbook-app', undefined),
      'it gets an address',
      /^guestbook-app address: 10\.213\.0\.100 → chosen when it is created$/,
    ],
    [
      'a web process that is new',
      withFacts(built, { host: { registrations: { ...known, primary: old } } }),
      'Consul knows another one',
      /^guestbook-app address: null → 10\.213\.0\.100$/,
    ],
    [
      'a file that may not be loaded',
      withFacts(built, { host: { unloaded: ['primary'] } }),
      'Consul may not have loaded it',
      /^state: not loaded → loaded$/,
    ],
  ])('is done for %s', (_, facts, reason, field) => {
    const [step] = registrations(facts)
    expect(step).toMatchObject({ reason, after: ['discovery', 'entrance', 'entrance removal'] })
    expect(fields(facts)).toContainEqual(expect.stringMatching(field))
  })

  test('goes with the web process, once', () => {
    expect(registrations(built, buildAll, withoutWeb)).toMatchObject([
      { reason: 'the project has no web process', action: { isThere: false } },
    ])
    expect(fields(built, withoutWeb)).toContainEqual('guestbook-app address: 10.213.0.100 → null')
    const gone = withFacts(withContainer(built, 'guestbook-app', undefined), {
      host: { registrations: { ...known, primary: old } },
    })
    expect(registrations(gone, buildAll, withoutWeb)).toEqual([])
  })

  test('is none where Docker alone is asked for names', () => {
    const state = desiredState((text) =>
      text.replace('    hostname:', '    discovery: docker\n    hostname:'),
    )
    expect(registrations(withFacts(built, { host: { registrations: {} } }), buildAll, state)).toEqual([])
  })
})
