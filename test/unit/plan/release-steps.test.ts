import { describe, expect, test } from 'vitest'
import type { DesiredState, Facts } from '../../../src/plan/plan.ts'
import { nextNumber, releaseSteps, tidySteps } from '../../../src/plan/release-steps.ts'
import type { ContainerFact } from '../../../src/server/engine/facts.ts'
import { labels } from '../../../src/stack/layout.ts'
import { builtServer, consulAddress, desiredState, withFacts } from '../sample.ts'
import { configurationOf, containersOf, releaseOf } from '../stack/project.ts'

/** A server on which release 7 of this project is live, of the containers that a release of it has. */
const live = (lines: string, digest?: string) => {
  const configuration = configurationOf(lines)
  const release = releaseOf(configuration, { digest })
  const desired: DesiredState = { ...desiredState(), project: 'shop', services: [], release }
  const containers = containersOf(configuration, { number: 7 })
    .filter(({ spec }) => spec.Labels[labels.service] !== 'task')
    .map(
      ({ name, spec }): ContainerFact => ({
        id: name,
        name,
        image: spec.Image,
        running: true,
        labels: { ...spec.Labels, [labels.dns]: consulAddress },
        addresses: {},
      }),
    )
  const built = builtServer(desired)
  const facts = withFacts(built, {
    host: {
      releases: built.host.releases.map((fact) =>
        fact.number === 7 && fact.record && digest ? { ...fact, record: { ...fact.record, digest } } : fact,
      ),
    },
    engine: {
      containers: [...built.engine.containers.slice(0, 2), ...containers],
      networks: [{ name: 'jetee-shop', project: 'shop', bridge: undefined, subnets: ['10.213.0.0/24'] }],
    },
  })
  return { desired, facts }
}

const reasons = (desired: DesiredState, facts: Facts) => [
  ...new Set(releaseSteps(desired, facts).map(({ reason }) => reason)),
]

const stopped = (facts: Facts, name: string): Facts =>
  withFacts(facts, {
    engine: {
      containers: facts.engine.containers.map((container) =>
        container.name === name ? { ...container, running: false } : container,
      ),
    },
  })

const own = 'type: dockerfile\nprocesses: [{ custom: { name: worker, command: w, copies: 2 } }]'

describe('a release of several containers', () => {
  test('stays when all of them run', () => {
    const { desired, facts } = live(own)
    expect(releaseSteps(desired, facts)).toEqual([])
    expect(tidySteps('shop', facts, false)).toEqual([])
  })

  test.each([
    ['shop-app-7', 'the container of release 7 does not run'],
    ['shop-door-7', 'the container shop-door-7 of release 7 does not run'],
    ['shop-worker-7-2', 'the container shop-worker-7-2 of release 7 does not run'],
  ])('is made anew when %s does not run', (name, reason) => {
    const { desired, facts } = live(own)
    expect(reasons(desired, stopped(facts, name))).toEqual([reason])
  })

  test('is tidied up as a whole when it should be gone', () => {
    const { facts } = live(own)
    const [step] = tidySteps('shop', withFacts(facts, { host: { current: 8 } }), true)
    expect(step?.reason).toContain('shop-app-7, shop-door-7, shop-worker-7-1, shop-worker-7-2 should be gone')
  })

  test('does not count what only carries its labels', () => {
    const { facts } = live(own)
    const stranger = { ...facts.engine.containers.at(-1)!, name: 'somebody', running: false }
    const more = withFacts(facts, { engine: { containers: [...facts.engine.containers, stranger] } })
    expect(
      tidySteps('shop', withFacts(more, { host: { current: undefined, releases: [] } }), false)[0]?.reason,
    ).not.toContain('somebody')
  })
})

test('a number is never given twice, also where the sequence is behind what there is', () => {
  const { facts } = live(own)
  expect(nextNumber(withFacts(facts, { host: { sequence: 9 } }))).toBe(10)
  expect(nextNumber(withFacts(facts, { host: { sequence: 0 } }))).toBe(8)
  expect(nextNumber(withFacts(facts, { host: { sequence: 0, releases: [] } }))).toBe(1)
})

describe('a release of a given image', () => {
  const lines = 'type: image\nimage: app:1'

  test('is fetched anew when its tag names another image', () => {
    const { desired, facts } = live(lines, 'sha256:1')
    expect(reasons(desired, facts)).toEqual([])
    const moved = { ...desired, release: { ...desired.release, digest: 'sha256:2' } }
    expect(reasons(moved, facts)).toEqual(['the image’s tag names another image by now'])
    expect(releaseSteps(moved, facts)[0]?.title).toBe('Fetch release 8')
  })

  test('stays when the registry does not say', () => {
    const { desired, facts } = live(lines, 'sha256:1')
    const unknown = { ...desired, release: { ...desired.release, digest: undefined } }
    expect(reasons(unknown, facts)).toEqual([])
  })
})
