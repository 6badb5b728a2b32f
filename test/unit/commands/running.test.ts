import { describe, expect, test } from 'vitest'
import { runningContainers } from '../../../src/commands/running.ts'
import { type Facts, makePlan } from '../../../src/plan/plan.ts'
import { labels } from '../../../src/stack/layout.ts'
import {
  bareServer,
  builtServer,
  desiredState,
  releaseContainerFact,
  sampleConfiguration,
  withContainer,
  withFacts,
} from '../sample.ts'

const everything = { services: true, site: true, release: true }
const desired = desiredState()

/** The containers after a run, as `state role: name`. */
const leftBy = (facts: Facts, release: number, wanted = desired) =>
  runningContainers({
    configuration: sampleConfiguration(),
    facts,
    steps: makePlan(wanted, facts, everything),
    release,
    commit: 'c'.repeat(40),
  }).map(({ state, role, name }) => `${state} ${role}: ${name}`)

describe('the containers that a run leaves', () => {
  test('are all new after a first deploy', () => {
    expect(leftBy(bareServer, 1)).toEqual([
      'new release 1: guestbook-app-1',
      'new entrance: guestbook-app',
      'new postgresql: guestbook-postgresql',
      'new redis: guestbook-redis',
      'started consul: jetee-consul',
      'new nginx: jetee-nginx',
    ])
  })

  test('are as they were when there was nothing to do', () => {
    expect(leftBy(builtServer(desired), 7)).toEqual([
      'running release 7: guestbook-app-7',
      'running entrance: guestbook-app',
      'running postgresql: guestbook-postgresql',
      'running redis: guestbook-redis',
      'running consul: jetee-consul',
      'running nginx: jetee-nginx',
    ])
  })

  test('are those of the new release alone after an update, and what was down is started', () => {
    const facts = withContainer(builtServer(desired), 'guestbook-redis', { running: false })
    const told = leftBy(facts, 8, desiredState(undefined, { tree: 'b'.repeat(40) }))
    expect(told.slice(0, 4)).toEqual([
      'new release 8: guestbook-app-8',
      'running entrance: guestbook-app',
      'running postgresql: guestbook-postgresql',
      'started redis: guestbook-redis',
    ])
    expect(told.join()).not.toContain('guestbook-app-7')
  })

  test('have what is down, and nothing of other projects, tasks and commands', () => {
    const built = builtServer(desired)
    const task = releaseContainerFact(7)
    const facts = withFacts(withContainer(built, 'guestbook-app-7', { running: false }), {
      engine: {
        containers: [
          ...withContainer(built, 'guestbook-app-7', { running: false }).engine.containers,
          { ...task, name: 'other-app-7', labels: { ...task.labels, [labels.project]: 'other' } },
          { ...task, name: 'guestbook-task-x-7', labels: { ...task.labels, [labels.service]: 'task' } },
          { ...task, name: 'guestbook-run-1', labels: { ...task.labels, [labels.service]: 'run' } },
        ],
      },
    })
    const names = runningContainers({
      configuration: sampleConfiguration(),
      facts,
      steps: [],
      release: 7,
      commit: 'c'.repeat(40),
    })
    expect(names.map(({ name }) => name)).toEqual([
      'guestbook-app-7',
      'guestbook-app',
      'guestbook-postgresql',
      'guestbook-redis',
      'jetee-consul',
      'jetee-nginx',
    ])
    expect(names[0]).toMatchObject({ state: 'stopped' })
  })
})
