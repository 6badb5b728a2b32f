import { describe, expect, test } from 'vitest'
import { processTypes } from '../../../src/catalog/index.ts'
import { mistakes, names, project, staging } from './texts.ts'

describe('processes', () => {
  const processes = (list: string) =>
    staging(project(`processes:\n${list}`)).project.processes.map(({ type, settings }) => [
      type.type,
      settings,
    ])

  test('are written as type and settings', () => {
    expect(
      processes(
        '  - uwsgi: { wsgi_file: shop/wsgi.py, threads: 4 }\n  - custom:\n      name: rq\n      command: rq worker',
      ),
    ).toEqual([
      ['uwsgi', { wsgi_file: 'shop/wsgi.py', processes_count: 2, threads: 4 }],
      ['custom', { name: 'rq', command: 'rq worker' }],
    ])
  })

  const name = 'must be lower-case letters, digits and inner hyphens, at most 32 characters'
  const wsgiFile = 'is missing, and so is `wsgi_module`: one of them says what to run'
  const inside = 'must be a path inside the repository, of letters, digits and . _ - /'
  test.each([
    ['[uwsgi]', `6:21  [0].uwsgi.wsgi_file: ${wsgiFile}`],
    ['[uwsgi: ]', `6:21  [0].uwsgi.wsgi_file: ${wsgiFile}`],
    ['[uwsgi: {}]', `6:21  [0].uwsgi.wsgi_file: ${wsgiFile}`],
    ['[uwsgi: { wsgi_file: /etc/x }]', `6:41  [0].uwsgi.wsgi_file: \`/etc/x\` ${inside}`],
    ['[uwsgi: { wsgi_file: "a\\nb" }]', `6:41  [0].uwsgi.wsgi_file: \`"a\\nb"\` ${inside}`],
    ['[uwsgi: { wsgi_file: a, threads: 0 }]', '6:53  [0].uwsgi.threads: `0` must be at least 1'],
    ['[uwsgi: { wsgi_file: a, threads: 257 }]', '6:53  [0].uwsgi.threads: `257` must be at most 256'],
    [
      '[uwsgi: { wsgi_file: a, threads: "4" }]',
      '6:53  [0].uwsgi.threads: `"4"` must be a number, without quotes',
    ],
    ['[uwsgi: { wsgi_file: a, threads: 1.5 }]', '6:53  [0].uwsgi.threads: `1.5` must be a whole number'],
    [
      '[uwsgi: { wsgi_flie: a }]',
      `6:21  [0].uwsgi.wsgi_file: ${wsgiFile}\n6:30  [0].uwsgi.wsgi_flie: is not a key here; did you mean \`wsgi_file\`?`,
    ],
    ['[no-such]', `6:21  [0]: \`no-such\` must be one of ${names(processTypes, ', ')}`],
    ['[uwgsi: { wsgi_file: a }]', '6:21  [0].uwgsi: is not a key here; did you mean `uwsgi`?'],
    ['[custom: { name: "a\\nb", command: x }]', `6:37  [0].custom.name: \`"a\\nb"\` ${name}`],
    [
      '[custom: { name: web, command: x }]',
      '6:37  [0].custom.name: `web` is taken: `web` is the web process',
    ],
    [
      '[custom: { name: a, command: x "y }]',
      '6:49  [0].custom.command: `x "y` has a quote that is not closed',
    ],
    ['[custom: { name: a, command: "" }]', '6:49  [0].custom.command: `""` must not be empty'],
    [
      '[custom: { name: a, command: x }, custom: { name: a, command: y }]',
      '6:54  [1]: has the name `a`, which another process has',
    ],
    [
      '[uwsgi: { wsgi_file: a }, uwsgi: { wsgi_file: b }]',
      '6:46  [1]: is a second web process; a project has one',
    ],
  ])('are refused as %s', (list, message) => {
    const at = '  configurations.Staging.primary_service.project.processes'
    expect(mistakes(project(`processes: ${list}`))).toEqual(
      message.split('\n').map((line) => line.replace('  ', at)),
    )
  })

  test('tell a lost indent', () => {
    const at = 'configurations.Staging.primary_service.project.processes[0]'
    expect(mistakes(project('processes:\n  - uwsgi:\n    wsgi_file: shop/wsgi.py'))).toEqual([
      `7:13  ${at}.uwsgi.wsgi_file: ${wsgiFile}`,
      `8:13  ${at}.wsgi_file: is not a key here; this mapping takes ${names(processTypes, ', ')}; indent it further if it belongs to \`uwsgi\``,
    ])
  })

  test('are compared also beside an invalid one', () => {
    const list = '[uwsgi: { wsgi_file: a }, no-such, uwsgi: { wsgi_file: a, thread: 1 }]'
    expect(mistakes(project(`processes: ${list}`)).map((line) => line.replace(/.*processes/, ''))).toEqual([
      `[1]: \`no-such\` must be one of ${names(processTypes, ', ')}`,
      '[2]: is a second web process; a project has one',
      '[2].uwsgi.thread: is not a key here; did you mean `threads`?',
    ])
  })
})
