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
      '[uwsgi: { wsgi_file: a, wsgi_module: b }]',
      '6:57  [0].uwsgi.wsgi_module: `b` stands beside `wsgi_file`: only one of them may be given',
    ],
    [
      '[gunicorn: { wsgi_module: "a --reload" }]',
      '6:46  [0].gunicorn.wsgi_module: `"a --reload"` must be a module, with an object of it behind a colon if need be, such as project.wsgi:application',
    ],
    [
      '[uvicorn: { asgi_module: -h }]',
      '6:45  [0].uvicorn.asgi_module: `-h` must be a module, with an object of it behind a colon if need be, such as project.asgi:application',
    ],
    [
      '[celery_worker: { app: a, queues: ["x,y"] }]',
      '6:55  [0].celery_worker.queues[0]: `"x,y"` must be the name of a queue: letters, digits and . _ : -',
    ],
    [
      '[celery_worker: { app: a, broker: "redis://:secret@host/0" }]',
      '6:54  [0].celery_worker.broker: `"redis://***@host/0"` holds a password: keep the URL in a secret, and write the name of its variable here',
    ],
    [
      '[celery_worker: { app: a, broker: host:6379 }]',
      '6:54  [0].celery_worker.broker: `host:6379` must be the URL of a broker, or the name of a variable that holds one',
    ],
    [
      '[celery_worker: { app: a, beat: true, copies: 2 }]',
      '6:21  [0]: runs beat, which must run only once: `copies` must be 1',
    ],
    [
      '[django_celery_worker, django_celery_worker: { queues: [a] }]',
      '6:43  [1]: has the name `django-celery-worker`, which another process has',
    ],
    [
      '[django_celery_worker: { name: web }]',
      '6:51  [0].django_celery_worker.name: `web` is taken: `web` is the web process',
    ],
    [
      '[cron: { jobs: [{ name: a, command: x }], copies: 2 }]',
      '6:21  [0]: runs each job once: `copies` must be 1',
    ],
    ['[cron: { jobs: [] }]', '6:35  [0].cron.jobs: must hold at least one'],
    [
      '[cron: { jobs: [{ name: a, command: x }, { name: a, command: y }] }]',
      '6:69  [0].cron.jobs[1].name: `a` is another job’s name too',
    ],
    [
      '[cron: { jobs: [{ name: a, command: x, hour: 24 }] }]',
      '6:65  [0].cron.jobs[0].hour: `24` must be hours as in a crontab (0 to 23): *, 5, 1-5, 1,3,5 or */5',
    ],
    [
      '[cron: { jobs: [{ name: a, command: x, hour: 3, schedule: "0 3 * * *" }] }]',
      '6:65  [0].cron.jobs[0].hour: `3` stands beside `schedule`, which says all five fields',
    ],
    [
      '[custom: { name: a, command: x, port: 8000, web: false }]',
      '6:69  [0].custom.web: `false` must not be false beside `port`: what has a port is the web process',
    ],
    [
      '[custom: { name: a, command: x, port: 8000, copies: 2 }]',
      '6:21  [0]: listens on one port: `copies` must be 1',
    ],
    [
      '[custom: { name: a, command: x, web: true }, django_gunicorn]',
      '6:65  [1]: `django_gunicorn` is a second web process; a project has one',
    ],
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
      `8:13  ${at}.wsgi_file: is not a key here; its place is in \`configurations.Staging.primary_service.project.processes[].uwsgi\`; indent it further if it belongs to \`uwsgi\``,
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
