import { describe, expect, test } from 'vitest'
import { type Facts, makePlan, type Scope, withLiveRestore } from '../../../src/plan/plan.ts'
import {
  bareServer,
  builtServer,
  desiredState,
  releaseContainerFact,
  releaseFact,
  withContainer,
  withFacts,
} from '../sample.ts'

const buildAll: Scope = { services: true, site: true, release: true }
const buildService: Scope = { services: true, site: false, release: false }
const buildProject: Scope = { services: false, site: true, release: true }
const update: Scope = { services: false, site: false, release: true }

const desired = desiredState()
const built = builtServer(desired)

/** What a plan says of each step: `id: reason`. */
const planned = (facts: Facts, scope = buildAll, state = desired): readonly string[] =>
  makePlan(state, facts, scope).map(({ id, reason }) => `${id}: ${reason}`)

const firstRelease = ['image', 'start', 'switch'].map((id) => `${id}: the project has no release yet`)

describe('a plan', () => {
  test.each([
    ['build all', buildAll],
    ['build service', buildService],
    ['build project', buildProject],
    ['update project', update],
  ])('has nothing to do for %s on a server that is as it should be', (_, scope) => {
    expect(planned(built, scope)).toEqual([])
  })

  test('makes everything on a bare server', () => {
    expect(planned(bareServer)).toEqual([
      'folders: the project is new',
      'docker: the server has no Docker',
      'network: it has none',
      'isolation: the project’s network is a new one',
      'discovery: the server has none',
      'nginx: the server has none',
      'service postgresql: the project has none',
      'service redis: the project has none',
      'register: Consul does not know them',
      'site: nginx does not know it',
      'entrance: the project has none',
      ...firstRelease,
      'register primary: Consul does not know it',
    ])
  })

  test('makes what the command covers, and no more', () => {
    expect(planned(bareServer, buildService).map((line) => line.split(':')[0])).toEqual([
      'folders',
      'docker',
      'network',
      'isolation',
      'discovery',
      'nginx',
      'service postgresql',
      'service redis',
      'register',
    ])
    expect(planned(bareServer, buildProject)).toEqual([
      'folders: the project is new',
      'site: nginx does not know it',
      'entrance: the project has none',
      ...firstRelease,
      'register primary: Consul does not know it',
    ])
    expect(planned(bareServer, update)).toEqual(firstRelease)
  })

  test.each<readonly [string, Facts, readonly string[]]>([
    [
      'a service that was stopped',
      withContainer(built, 'guestbook-redis', { running: false }),
      ['service redis: it does not run'],
    ],
    [
      'a service that is gone',
      withContainer(built, 'guestbook-redis', undefined),
      ['service redis: the project has none', 'register: some of them get an address'],
    ],
    [
      'a service of another specification',
      withContainer(built, 'guestbook-redis', {
        labels: { 'jetee.project': 'guestbook', 'jetee.spec': 'other' },
      }),
      ['service redis: its specification has changed'],
    ],
    [
      'nginx that was stopped',
      withContainer(built, 'jetee-nginx', { running: false }),
      ['nginx: it does not run'],
    ],
    [
      'nginx of another specification',
      withContainer(built, 'jetee-nginx', { labels: {} }),
      ['nginx: its specification has changed'],
    ],
    [
      'another configuration of nginx',
      withFacts(built, { host: { nginxConfHash: 'other' } }),
      ['nginx: its configuration has changed'],
    ],
    [
      'another site',
      withFacts(built, { host: { sites: [{ project: 'guestbook', hash: 'other', serverNames: [] }] } }),
      ['site: its configuration has changed'],
    ],
    [
      'no network',
      withFacts(built, { engine: { networks: [] } }),
      ['network: it has none', 'isolation: the project’s network is a new one'],
    ],
    [
      'a service without a password',
      withFacts(built, { host: { passwords: { postgresql: 'pg-password' } } }),
      ['folders: no password yet for redis', 'service redis: it has not opened its data yet'],
    ],
    [
      'folders that a removal has taken away',
      withFacts(built, { host: { hasFolders: false } }),
      ['folders: it was destroyed, and comes back'],
    ],
    [
      'a password that did not open its data, or was not tried',
      withFacts(built, { host: { untried: ['postgresql'] } }),
      ['service postgresql: it has not opened its data yet'],
    ],
    [
      'an engine without live-restore',
      withFacts(built, { engine: { liveRestore: false }, host: { daemonJson: undefined } }),
      ['docker: containers should live on while the engine restarts'],
    ],
    [
      'an engine in swarm mode, which has no live-restore',
      withFacts(built, { engine: { liveRestore: false, swarm: true }, host: { daemonJson: undefined } }),
      [],
    ],
    [
      'an engine that a login of the group docker may not set up',
      withFacts(built, { engine: { liveRestore: false }, host: { daemonJson: undefined, isRoot: false } }),
      [],
    ],
    [
      'an engine without BuildKit',
      withFacts(built, { host: { hasBuildKit: false } }),
      ['docker: Docker has no BuildKit'],
    ],
    [
      'a release whose container was stopped',
      withContainer(built, 'guestbook-app-7', { running: false }),
      ['image', 'start', 'switch'].map((id) => `${id}: the container of release 7 does not run`),
    ],
  ])('puts right %s', (_, facts, steps) => {
    expect(planned(facts)).toEqual(steps)
  })

  const remade = ['image', 'start', 'switch'].map((id) => `${id}: release 7 is made of something else`)
  test.each([
    ['another commit', desiredState(undefined, { tree: 'b'.repeat(40) })],
    ['another secret', desiredState(undefined, { secret: 'other' })],
    ['another command of a process', desiredState((text) => text.replace('worker.py', 'work.py'))],
    ['another package', desiredState((text) => text.replace('python3-redis', 'python3-redis, gettext'))],
  ])('makes a release anew for %s', (_, state) => {
    expect(planned(built, buildAll, state)).toEqual(remade)
  })

  test('renews the service alone when its version changes', () => {
    const state = desiredState((text) => text.replace('- redis', '- redis: { version: 7 }'))
    expect(planned(built, buildAll, state)).toEqual(['service redis: its specification has changed'])
    expect(planned(built, update, state)).toEqual([])
  })

  test('takes a wider site for a change of the site alone', () => {
    const state = desiredState((text) =>
      text.replace('[staging.example.com]', '[staging.example.com, b.example.com]'),
    )
    expect(planned(built, buildAll, state)).toEqual(['site: its configuration has changed'])
  })

  test('has no site without a web process', () => {
    const state = desiredState((text) => text.replace(/ +- uwsgi.*\n/, ''))
    expect(planned(bareServer, buildAll, state).map((line) => line.split(':')[0])).not.toContain('site')
  })

  test('takes the site away when the last release with a web process is gone, and then only', () => {
    const state = desiredState((text) => text.replace(/ +- uwsgi.*\n/, ''))
    expect(planned(built, buildAll, state)).toContain('site removal: the project has no web process')
    const removal = makePlan(state, built, buildAll).find(({ id }) => id === 'site removal')
    expect(removal?.after).toContain('switch')
    expect(planned(built, update, state).join()).not.toContain('site removal')
    const gone = withFacts(built, { host: { sites: [] } })
    expect(planned(gone, buildAll, state).join()).not.toContain('site removal')
  })

  test('has an nginx that runs load another configuration, and another nginx take its place', () => {
    const now = (facts: Facts) => makePlan(desired, facts, buildAll).map(({ action }) => action)
    const conf = withFacts(built, { host: { nginxConfHash: 'other' } })
    expect(now(conf)).toMatchObject([{ kind: 'nginx', now: 'loads' }])
    for (const change of [{ running: false }, { labels: {} }])
      expect(now(withContainer(conf, 'jetee-nginx', change))).toMatchObject([{ kind: 'nginx', now: 'other' }])
    expect(now(bareServer)).toContainEqual(expect.objectContaining({ kind: 'nginx', now: 'missing' }))
  })

  test('tidies up a candidate that never went live, and counts on', () => {
    const facts = withFacts(built, {
      host: { sequence: 8, releases: [...built.host.releases, releaseFact(8, { good: false })] },
      engine: { containers: [...built.engine.containers, releaseContainerFact(8)] },
    })
    const [tidy, ...rest] = makePlan(desired, facts, buildAll)
    expect(tidy).toMatchObject({ reason: 'release 8 never went live', action: { kind: 'tidy', live: 7 } })
    expect(rest).toEqual([])
    const next = makePlan(desiredState(undefined, { secret: 'other' }), facts, buildAll)
    expect(next.at(-1)).toMatchObject({ action: { kind: 'switch', number: 9 } })
  })

  test('tidies up after a first build that was cut off', () => {
    const facts = withFacts(bareServer, {
      host: { sequence: 1, releases: [releaseFact(1, { good: false })] },
    })
    expect(makePlan(desired, facts, update)[0]).toMatchObject({
      reason: 'release 1 never went live',
      action: { kind: 'tidy', live: undefined },
    })
  })

  test('settles a release that was switched to, but not settled', () => {
    const spec = desired.release.hash
    const facts = withFacts(built, {
      host: {
        current: 8,
        sequence: 8,
        releases: [releaseFact(7, { good: true, spec }), releaseFact(8, { good: false, spec })],
      },
      engine: { containers: [...built.engine.containers, releaseContainerFact(8)] },
    })
    expect(makePlan(desired, facts, buildAll)).toMatchObject([
      {
        id: 'tidy',
        reason: 'release 8 went live without being settled; guestbook-app-7 should be gone',
        action: { kind: 'tidy', live: 8, isMended: false },
      },
    ])
    // One that the run replaces may stay as it is.
    const other = desiredState(undefined, { secret: 'other' })
    expect(makePlan(other, facts, buildAll)[0]).toMatchObject({ action: { kind: 'tidy', isMended: true } })
    expect(makePlan(other, facts, { ...buildAll, release: false })[0]).toMatchObject({
      action: { kind: 'tidy', isMended: false },
    })
  })

  test('removes containers of older releases that stayed behind', () => {
    const facts = withFacts(built, {
      engine: { containers: [...built.engine.containers, releaseContainerFact(6)] },
    })
    expect(planned(facts)).toEqual(['tidy: guestbook-app-6 should be gone'])
  })

  test('leaves other projects alone', () => {
    const other = {
      ...releaseContainerFact(6),
      name: 'shop-app-6',
      labels: { 'jetee.project': 'shop', 'jetee.service': 'primary' },
    }
    expect(
      planned(withFacts(built, { engine: { containers: [...built.engine.containers, other] } })),
    ).toEqual([])
  })

  test('lists each step behind those that it waits for', () => {
    const steps = makePlan(desired, bareServer, buildAll)
    const ids = steps.map(({ id }) => id)
    for (const [index, { after }] of steps.entries())
      for (const id of after) expect(ids.indexOf(id), id).toBeLessThan(index)
  })

  test('avoids the host’s routes and networks for a new one', () => {
    const range = { address: 0x0ad50000, prefix: 24 }
    const facts = withFacts(built, {
      host: { routes: [range] },
      engine: {
        networks: [
          { name: 'other', project: undefined, bridge: undefined, subnets: ['10.1.0.0/16', 'fd00::/64'] },
        ],
      },
    })
    expect(makePlan(desired, facts, buildService)[0]).toMatchObject({
      action: { kind: 'network', taken: [range, { address: 0x0a010000, prefix: 16 }] },
    })
  })

  test('is pure: equal input gives equal plans, and changes nothing of it', () => {
    const before = structuredClone({ ...bareServer })
    expect(makePlan(desiredState(), bareServer, buildAll)).toEqual(makePlan(desired, bareServer, buildAll))
    expect(bareServer).toEqual(before)
  })
})

describe('live-restore', () => {
  test.each([
    [undefined, '{\n  "live-restore": true\n}'],
    ['', '{\n  "live-restore": true\n}'],
    [' \n', '{\n  "live-restore": true\n}'],
    ['{"debug": true}', '{\n  "debug": true,\n  "live-restore": true\n}'],
    ['{"live-restore": true}', undefined],
    ['{"live-restore": false}', undefined],
  ])('is merged into %j', (now, then) => {
    expect(withLiveRestore(now)).toBe(then)
  })
})
