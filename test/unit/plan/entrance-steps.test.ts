import { describe, expect, test } from 'vitest'
import { changesOf } from '../../../src/plan/diff.ts'
import { type Facts, makePlan, type Scope } from '../../../src/plan/plan.ts'
import { preflight } from '../../../src/plan/preflight.ts'
import type { Action } from '../../../src/plan/steps.ts'
import { bareServer, builtServer, consulAddress, desiredState, withContainer, withFacts } from '../sample.ts'

const buildAll: Scope = { services: true, site: true, release: true }
const buildService: Scope = { services: true, site: false, release: false }
const buildProject: Scope = { services: false, site: true, release: true }
const update: Scope = { services: false, site: false, release: true }

const desired = desiredState()
const built = builtServer(desired)
const other = {
  'jetee.project': 'guestbook',
  'jetee.service': 'entrance',
  'jetee.spec': 'other',
  'jetee.dns': consulAddress,
}
const withoutWeb = desiredState((text) => text.replace(/ +- uwsgi.*\n/, ''))

/** The actions for the entrance in a plan. */
const actions = (facts: Facts, scope = buildAll, state = desired) =>
  makePlan(state, facts, scope)
    .map(({ action }) => action)
    .filter((action): action is Extract<Action, { kind: 'entrance' }> => action.kind === 'entrance')

/** What a plan would show of the entrance. */
const fields = (facts: Facts, state = desired): readonly string[] =>
  changesOf(makePlan(state, facts, buildAll), state, facts, { commit: 'c'.repeat(40), subject: 'x' })
    .filter(({ step }) => step.startsWith('entrance'))
    .flatMap((change) => change.fields.map((field) => `${field.name}: ${field.old} → ${field.new}`))

describe('the entrance of a project', () => {
  test('is set up by what sets up the site, behind the network', () => {
    expect(actions(bareServer, buildProject)).toHaveLength(1)
    expect(actions(bareServer, buildService)).toEqual([])
    expect(actions(bareServer, update)).toEqual([])
    const step = makePlan(desired, bareServer, buildAll).find(({ id }) => id === 'entrance')
    expect(step?.after).toEqual(['docker', 'folders', 'network', 'discovery'])
  })

  test.each<readonly [string, Facts, string, RegExp]>([
    [
      'is made',
      withContainer(built, 'guestbook-app', undefined),
      'missing',
      /^container: null → guestbook-app$/,
    ],
    [
      'is made anew',
      withContainer(built, 'guestbook-app', { labels: other }),
      'other',
      /^specification: other → /,
    ],
    [
      'is started',
      withContainer(built, 'guestbook-app', { running: false }),
      'stopped',
      /^state: stopped → running$/,
    ],
    [
      'is made anew where it asks for names elsewhere',
      withContainer(built, 'guestbook-app', {
        labels: { ...desired.entrance?.spec.Labels, 'jetee.dns': '10.213.0.9' },
      }),
      'other',
      /^dns: 10\.213\.0\.9 → 10\.213\.0\.2$/,
    ],
    [
      'is told of another configuration',
      withFacts(built, { host: { entranceConf: `${desired.entrance?.conf}# more\n` } }),
      'running',
      /^entrance\.conf line \d+: # more/,
    ],
    [
      'is told again of one that was not loaded',
      withFacts(built, { host: { entranceConf: undefined } }),
      'running',
      /^state: not loaded → loaded$/,
    ],
  ])('%s', (_, facts, now, field) => {
    expect(actions(facts)).toMatchObject([{ entrance: desired.entrance, now }])
    expect(fields(facts)).toEqual([expect.stringMatching(field)])
  })

  test('asks a release for its own health: another question comes behind the switch, with an update too', () => {
    const state = desiredState((text) => text.replace('path: /health/', 'path: /other/'), {
      tree: 'b'.repeat(40),
    })
    expect(makePlan(state, built, update).map(({ id }) => id)).toEqual([
      'image',
      'start',
      'switch',
      'entrance',
    ])
    expect(makePlan(state, built, buildProject).at(-1)?.after).toEqual(['switch'])
    expect(actions(withContainer(built, 'guestbook-app', undefined), update, state)).toEqual([])
  })

  test('stays as it is when a release changes', () => {
    expect(actions(built, buildAll, desiredState(undefined, { tree: 'b'.repeat(40) }))).toEqual([])
  })

  test('goes with the web process, when the last release that has one is gone', () => {
    expect(actions(bareServer, buildAll, withoutWeb)).toEqual([])
    expect(actions(built, update, withoutWeb)).toEqual([])
    expect(actions(built, buildAll, withoutWeb)).toMatchObject([{ entrance: undefined }])
    const step = makePlan(withoutWeb, built, buildAll).find(({ id }) => id === 'entrance removal')
    expect(step?.after).toEqual(['switch'])
    expect(fields(built, withoutWeb)).toEqual(['container: guestbook-app → null'])
  })

  test('is not that of another project by the same name, which is told before anything is changed', () => {
    const theirs = { 'jetee.project': 'guest', 'jetee.service': 'book-app' }
    const facts = withContainer(built, 'guestbook-app', { labels: theirs })
    expect(() => preflight(desired, facts, buildAll, 'here')).toThrow('guestbook-app is taken')
    expect(actions(facts, buildAll, withoutWeb)).toEqual([])
  })
})
