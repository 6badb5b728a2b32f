import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { programScript, programStack, supervisorNames } from '../../../src/stack/program.ts'
import { renderTemplate } from '../../../src/templates.ts'
import { project, staging } from '../configuration/texts.ts'

const place = { location: '/app', venv: '/venv', python: 'debian' } as const

/** The programs of a list of processes. */
const programs = (list: string) =>
  staging(project(`processes: ${list}`)).project.processes.map((process) => programStack(process, place, 40))

/** The sections of supervisor's file for a list of processes, by their names. */
const sections = (list: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    renderTemplate('supervisord.conf', { programs: programs(list), location: '/app' })
      .split(/^(?=\[)/m)
      .map((section) => {
        const [name = '', ...lines] = section.trim().split('\n')
        return [name, lines]
      }),
  )

describe('a program', () => {
  test('has what the file says of it above what its type says', () => {
    const [own, plain] = programs(
      '[custom: { name: a, command: x, port: 80, env_variables: { PORT: 81, A: b }, stop_signal: INT, stop_timeout: 5 }, custom: { name: b, command: x, copies: 3 }]',
    )
    expect(own).toMatchObject({ env: { PORT: '81', A: 'b' }, stopSignal: 'INT', stopSeconds: 5, copies: 1 })
    expect(plain).toMatchObject({ env: {}, stopSignal: 'TERM', stopSeconds: 60, copies: 3 })
  })

  test('tells its command how long it may take to stop', () => {
    const [web] = programs('[uwsgi: { wsgi_file: a, stop_timeout: 5 }]')
    expect(web?.command).toContain('--worker-reload-mercy=5')
  })

  test('is known to supervisorctl by its name, or by those of its copies', () => {
    expect(supervisorNames({ name: 'worker', copies: 1 })).toEqual(['worker'])
    expect(supervisorNames({ name: 'worker', copies: 3 })).toEqual([
      'worker:worker-0',
      'worker:worker-1',
      'worker:worker-2',
    ])
  })
})

describe('its script', () => {
  test.each([
    '',
    'it\'s "quoted"',
    'one\ntwo\n\nfour\n',
    '100 % of %(ENV_HOME)s and %%',
    '$HOME ${HOME} $(id) `id` $$',
    'C:\\new\\\\table\\',
    '  before and after  ',
    '# ; & | < > * ? ! ~ {{ h }} \t ü €',
  ])('gives the value %j and the argument alike to the command', (value) => {
    const script = programScript(
      { env: { VALUE: value }, command: ['sh', '-c', 'printf "%s|%s" "$VALUE" "$1"', 'sh', value] },
      '/',
    )
    expect(execFileSync('sh', { input: script, encoding: 'utf8' })).toBe(`${value}|${value}`)
  })

  test('starts in the code’s folder', () => {
    expect(programScript({ env: { A: 'b' }, command: ['x', 'y z'] }, '/srv/app')).toBe(
      "cd /srv/app\nunset JETEE_START_WEB JETEE_START_HELPERS\nexport A=b\nexec x 'y z'\n",
    )
  })
})

describe('supervisor’s file', () => {
  test('runs copies of a helper, each with a number', () => {
    const { '[program:worker]': lines } = sections('[custom: { name: worker, command: x, copies: 2 }]')
    expect(lines).toContain('process_name=%(program_name)s-%(process_num)d')
    expect(lines).toContain('numprocs=2')
    expect(lines).toContain('autostart=%(ENV_JETEE_START_HELPERS)s')
  })

  test('calls a single one by its plain name', () => {
    const { '[program:worker]': lines } = sections(
      '[custom: { name: worker, command: x, stop_signal: QUIT, stop_timeout: 300 }]',
    )
    expect(lines).toContain('process_name=%(program_name)s')
    expect(lines?.join('\n')).not.toContain('numprocs')
    expect(lines).toContain('stopsignal=QUIT')
    expect(lines).toContain('stopwaitsecs=300')
    expect(lines).toContain('user=app')
  })

  test('gives all copies of a web process one socket', () => {
    const { '[fcgi-program:web]': lines } = sections('[gunicorn: { wsgi_module: a, copies: 2 }]')
    expect(lines).toContain('socket=unix:///run/jetee/web.sock')
    expect(lines).toContain('numprocs=2')
    expect(lines).toContain('autostart=%(ENV_JETEE_START_WEB)s')
  })

  test('gives no socket to a web process with a port', () => {
    const { '[program:web]': lines } = sections('[custom: { name: web, command: x, port: 8000 }]')
    expect(lines).toContain('command=sh /etc/jetee/named.sh sh /etc/jetee/commands/web')
    expect(lines).toContain('autostart=%(ENV_JETEE_START_WEB)s')
    expect(lines?.join('\n')).not.toContain('socket')
  })

  test('runs cron as root, which becomes the user of its jobs by itself', () => {
    expect(sections('[cron: { jobs: [{ name: a, command: x }] }]')['[program:cron]']).toContain('user=root')
  })

  test('holds no value of the environment', () => {
    const text = JSON.stringify(
      sections('[custom: { name: a, command: secret-word, env_variables: { A: secret-word } }]'),
    )
    expect(text).not.toContain('secret-word')
  })
})
