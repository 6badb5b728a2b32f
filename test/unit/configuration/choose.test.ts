import { describe, expect, test } from 'vitest'
import { parseInput } from '../../../src/commands/line.ts'
import { matches } from '../../../src/configuration/branches.ts'
import {
  chooseConfiguration,
  chooseForCheck,
  type Request,
  type Trigger,
} from '../../../src/configuration/choose.ts'
import { loadDeployment } from '../../../src/configuration/load.ts'
import { failureOf } from './texts.ts'

/** A deployment file of configurations with these branches. */
const file = (branches: Readonly<Record<string, readonly string[]>>) =>
  loadDeployment(
    JSON.stringify({
      configurations: Object.fromEntries(
        Object.entries(branches).map(([name, patterns]) => [
          name,
          { hostname: 'a.de', primary_service: { project: {} }, branches: patterns },
        ]),
      ),
    }),
    'deployment.yml',
  )

/** How a run differs from a push to main. */
type Difference = Partial<Trigger> & { readonly configuration?: string }

const request = ({ configuration, ...trigger }: Difference): Request => ({
  command: parseInput('build all').command,
  preview: undefined,
  configuration,
  trigger: { event: 'push', ref: { type: 'branch', name: 'main' }, ...trigger },
})

const branch = (name: string): Difference => ({ ref: { type: 'branch', name } })
const tag = (name: string): Difference => ({ ref: { type: 'tag', name } })

const both = { Production: ['release/**', 'v*'], Staging: ['main', 'feature/*'] }
const none = { Testing: [], Staging: [] }
const layers = {
  All: ['**'],
  Flat: ['*'],
  Releases: ['release/*'],
  Twos: ['release/2*'],
  Deep: ['release/2.*/**'],
  Exact: ['release/2.0', 'x'],
  Twin: ['x', 'release/2.0'],
}

describe('the configuration', () => {
  test.each<[string, Parameters<typeof file>[0], Difference, string, string]>([
    [
      'that was asked for',
      both,
      { configuration: 'Production' },
      'Production',
      'the input `configuration` names it',
    ],
    [
      'that was asked for by hand',
      both,
      { configuration: 'Staging', event: 'workflow_dispatch' },
      'Staging',
      'the input `configuration` names it',
    ],
    ['of a branch', both, branch('main'), 'Staging', 'the branch `main` matches its `main`'],
    ['of a glob', both, branch('feature/x'), 'Staging', 'the branch `feature/x` matches its `feature/*`'],
    [
      'of a deep glob',
      both,
      branch('release/1/2'),
      'Production',
      'the branch `release/1/2` matches its `release/**`',
    ],
    ['of a tag', both, tag('v1.2'), 'Production', 'the tag `v1.2` matches its `v*`'],
    [
      'of a branch, also by hand',
      both,
      { event: 'schedule' },
      'Staging',
      'the branch `main` matches its `main`',
    ],
    [
      'of the exact name before any glob',
      layers,
      branch('release/2.0'),
      'Exact',
      'the branch `release/2.0` matches its `release/2.0`',
    ],
    [
      'of the longer glob',
      layers,
      branch('release/2.1'),
      'Twos',
      'the branch `release/2.1` matches its `release/2*`',
    ],
    [
      'of the longer glob that matches',
      layers,
      branch('release/1'),
      'Releases',
      'the branch `release/1` matches its `release/*`',
    ],
    [
      'of the deepest glob',
      layers,
      branch('release/2.1/a'),
      'Deep',
      'the branch `release/2.1/a` matches its `release/2.*/**`',
    ],
    ['of the glob that is left', layers, branch('a/b'), 'All', 'the branch `a/b` matches its `**`'],
    ['that stands first, of equal ones', layers, branch('x'), 'Exact', 'the branch `x` matches its `x`'],
    ['Staging, where none has branches', none, {}, 'Staging', 'nothing names another one'],
    ['Staging, also by hand', none, { event: 'workflow_dispatch' }, 'Staging', 'nothing names another one'],
    [
      'Staging, also outside of GitHub',
      none,
      { event: '', ref: undefined },
      'Staging',
      'nothing names another one',
    ],
    ['that is the only one', { Live: [] }, {}, 'Live', 'it is the only one'],
  ])('%s', (_, branches, difference, name, because) => {
    expect(chooseConfiguration(file(branches), request(difference))).toEqual({
      kind: 'deploy',
      name,
      because,
    })
  })

  test.each([{}, { configuration: 'Production' }, { configuration: 'Nobody' }])(
    'of a pull request is none: %j',
    (difference) => {
      for (const event of ['pull_request', 'pull_request_target'])
        expect(chooseConfiguration(file(both), request({ ...difference, event }))).toEqual({
          kind: 'check',
          names: ['Production', 'Staging'],
          because: 'a pull request deploys nothing, but checks every configuration',
        })
    },
  )

  test('of a push that nothing matches is none, and what would match is told', () => {
    for (const name of ['other', 'feature/a/b', 'Main', 'main2', 'x/main'])
      expect(chooseConfiguration(file(both), request(branch(name)))).toEqual({
        kind: 'nothing',
        because: `the branch \`${name}\` matches the \`branches\` of no configuration`,
        patterns: [
          { configuration: 'Production', branches: ['release/**', 'v*'] },
          { configuration: 'Staging', branches: ['main', 'feature/*'] },
        ],
      })
  })

  test.each<[string, Parameters<typeof file>[0], Difference, string]>([
    [
      'by hand on a branch that nothing matches',
      both,
      { event: 'workflow_dispatch', ...branch('other') },
      'The branch `other` matches the `branches` of no configuration: Production: `release/**`, `v*`; Staging: `main`, `feature/*`.',
    ],
    [
      'without a branch',
      both,
      { event: 'schedule', ref: undefined },
      'A run without a branch matches the `branches` of no configuration: Production: `release/**`, `v*`; Staging: `main`, `feature/*`.',
    ],
    [
      'among several without branches',
      { Production: [], Testing: [] },
      {},
      'No configuration has `branches`, and none is called `Staging`.',
    ],
  ])('must be named %s', (_, branches, difference, why) => {
    expect(failureOf(() => chooseConfiguration(file(branches), request(difference)))?.details).toEqual({
      what: 'It is not clear which configuration of deployment.yml is meant',
      where: 'deployment.yml',
      why,
      next: `Set the input \`configuration\` to one of ${Object.keys(branches)
        .map((name) => `\`${name}\``)
        .join(', ')}.`,
    })
  })

  test('that was asked for must be there', () => {
    expect(() => chooseConfiguration(file(both), request({ configuration: 'staging' }))).toThrow(
      'There is no configuration `staging` in deployment.yml',
    )
  })
})

test.each([
  ['v1.0', 'v[0-9].*', true],
  ['vx.0', 'v[0-9].*', false],
  ['v1', 'v?', true],
  ['v', 'v?', false],
  ['a/b', '*', false],
  ['a/b', 'a?b', false],
  ['a', 'a/**', false],
  ['a/b', '**/b', true],
  ['b', '**/b', true],
  ['a/x/b', 'a/**/b', true],
  ['a.b', 'a?b', true],
  ['aXb', 'a.b', false],
  ['#1', '#*', true],
  ['a+b', 'a+*', true],
  ['aab', 'a+b', false],
  ['Main', 'main', false],
  ['MAIN', 'm*', false],
])('a branch %s matches %s: %s', (name, pattern, expected) => {
  expect(matches(name, pattern)).toBe(expected)
})

describe('a check', () => {
  const check = (difference: Difference) => chooseForCheck(file(both), request(difference))

  test('is of every configuration, or of the one that was asked for', () => {
    const names = ['Production', 'Staging']
    expect(check({})).toEqual({ kind: 'check', names, because: 'the input `configuration` names none' })
    expect(check({ configuration: 'Staging' })).toMatchObject({ names: ['Staging'] })
    expect(check({ configuration: 'Staging', event: 'pull_request' })).toMatchObject({ names })
    expect(() => check({ configuration: 'Testing' })).toThrow('There is no configuration `Testing`')
  })
})
