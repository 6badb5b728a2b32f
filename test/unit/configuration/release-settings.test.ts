import { describe, expect, test } from 'vitest'
import { mistakes, project, staging, target } from './texts.ts'

/** What is wrong, less the path to the configuration and, in a project, to that. */
const found = (text: string): string[] =>
  mistakes(text).map((line) => line.replace(/configurations\.Staging\.(?:primary_service\.project\.)?/, ''))

const seconds = (from: number, to: number) => `must be a whole number from ${from} to ${to}`

describe('the settings of releases and hooks', () => {
  test.each([
    ['keep_releases: 2', { keepReleases: 2 }],
    ['keep_releases: 100', { keepReleases: 100 }],
    ['hooks: {}', { hooks: { beforeSwitch: [], afterSwitch: [], onFailure: [] } }],
    [
      'hooks: { before_switch: ["a \'b  $c\' ;"], on_failure: [d] }',
      {
        hooks: {
          beforeSwitch: [
            { name: 'hook-before-switch-1', command: ['a', 'b  $c', ';'], deadlineSeconds: 1800 },
          ],
          onFailure: [{ name: 'hook-on-failure-1', command: ['d'], deadlineSeconds: 1800 }],
        },
      },
    ],
    [
      'hooks: { after_switch: [{ name: announce, command: e, deadline: 86400 }] }',
      { hooks: { afterSwitch: [{ name: 'announce', command: ['e'], deadlineSeconds: 86_400 }] } },
    ],
    ['site: { maintenance_page: deploy/away.html }', { site: { maintenancePage: 'deploy/away.html' } }],
  ])('take %s', (line, expected) => {
    expect(staging(target(line))).toMatchObject(expected)
  })

  const path = 'must be a path inside the repository, of letters, digits and . _ - /'

  test.each([
    ['keep_releases: 1', `3:20  keep_releases: \`1\` ${seconds(2, 100)}`],
    ['keep_releases: 101', `3:20  keep_releases: \`101\` ${seconds(2, 100)}`],
    ['keep_releases: many', `3:20  keep_releases: \`many\` ${seconds(2, 100)}`],
    ['hooks: { before_switch: a }', '3:29  hooks.before_switch: `a` must be a list, such as [a]'],
    [
      'hooks: { after_switch: ["a \'b"] }',
      '3:29  hooks.after_switch[0]: `"a \'b"` has a quote that is not closed',
    ],
    [
      'hooks: { after_switch: [5] }',
      '3:29  hooks.after_switch[0]: `5` must be a command, or a mapping with `command`, `name` and `deadline`',
    ],
    ['hooks: { on_failure: [{ name: x }] }', '3:27  hooks.on_failure[0].command: is missing'],
    [
      'hooks: { on_failure: [{ command: x, deadline: 0 }] }',
      `3:51  hooks.on_failure[0].deadline: \`0\` ${seconds(1, 86_400)}`,
    ],
    [
      'hooks: { on_failure: [{ command: x, name: "a b" }] }',
      '3:47  hooks.on_failure[0].name: `"a b"` must be lower-case letters, digits and inner hyphens, at most 32 characters',
    ],
    [
      'hooks: { before_switch: [{ name: warm, command: a }, { name: warm, command: b }] }',
      '3:58  hooks.before_switch[1]: has the name `warm`, which another hook has',
    ],
    [
      'hooks: { before_switch: [{ name: hook-after-switch-1, command: a }], after_switch: [b] }',
      '3:89  hooks.after_switch[0]: `b` has the name `hook-after-switch-1`, which another hook has',
    ],
    [
      'hooks: { before_switch: [a, b, ~] }',
      '3:36  hooks.before_switch[2]: is empty: it must be a command, or a mapping with `command`, `name` and `deadline`',
    ],
    [
      'hooks: { before_switch: [a, b, { command: c, deadlien: 1 }] }',
      '3:50  hooks.before_switch[2].deadlien: is not a key here; did you mean `deadline`?',
    ],
    ['hooks: { onfailure: [] }', '3:14  hooks.onfailure: is not a key here; did you mean `on_failure`?'],
    ['site: { maintenance_page: /etc/passwd }', `3:31  site.maintenance_page: \`/etc/passwd\` ${path}`],
    ['site: { maintenance_page: ../x }', `3:31  site.maintenance_page: \`../x\` ${path}`],
  ])('refuse %s', (line, message) => {
    expect(found(target(line))).toEqual([message])
  })
})

describe('the times of a project', () => {
  test.each([
    ['drain: 1', { drainSeconds: 1 }],
    ['drain: 3600', { drainSeconds: 3600 }],
    [
      'release_tasks: { deadline: 60, before_switch: [a, { command: b, deadline: 5 }], after_switch: [c] }',
      {
        releaseTasks: {
          deadlineSeconds: 60,
          beforeSwitch: [
            { name: 'before-switch-1', command: ['a'], deadlineSeconds: 60 },
            { name: 'before-switch-2', command: ['b'], deadlineSeconds: 5 },
          ],
          afterSwitch: [{ name: 'after-switch-1', command: ['c'], deadlineSeconds: 60 }],
        },
      },
    ],
    [
      'processes: [custom: { name: a, command: x }, custom: { name: b, command: x, start_seconds: 600 }]',
      { processes: [{ common: { startSeconds: 5 } }, { common: { startSeconds: 600 } }] },
    ],
  ])('take %s', (line, expected) => {
    expect(staging(project(line)).project).toMatchObject(expected)
  })

  test.each([
    ['drain: 0', `6:16  drain: \`0\` ${seconds(1, 3600)}`],
    ['drain: 3601', `6:16  drain: \`3601\` ${seconds(1, 3600)}`],
    ['drain: 1m', `6:16  drain: \`1m\` ${seconds(1, 3600)}`],
    ['release_tasks: { deadline: 0 }', `6:36  release_tasks.deadline: \`0\` ${seconds(1, 86_400)}`],
    [
      'release_tasks: { before_switch: [{ command: x, deadline: 86401 }] }',
      `6:66  release_tasks.before_switch[0].deadline: \`86401\` ${seconds(1, 86_400)}`,
    ],
    [
      'release_tasks: { after_switch: [{ command: x, deadlin: 5 }] }',
      '6:55  release_tasks.after_switch[0].deadlin: is not a key here; did you mean `deadline`?',
    ],
    [
      'processes: [custom: { name: a, command: x, start_seconds: 0 }]',
      `6:67  processes[0].custom.start_seconds: \`0\` ${seconds(1, 600)}`,
    ],
    [
      'processes: [custom: { name: a, command: x, start_seconds: 601 }]',
      `6:67  processes[0].custom.start_seconds: \`601\` ${seconds(1, 600)}`,
    ],
  ])('refuse %s', (line, message) => {
    expect(found(project(line))).toEqual([message])
  })
})
