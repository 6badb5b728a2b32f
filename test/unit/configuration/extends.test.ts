import { describe, expect, test } from 'vitest'
import { Document, parseDocument } from 'yaml'
import { loadDeployment, readDeployment } from '../../../src/configuration/load.ts'
import { mistakes } from './texts.ts'

const load = (text: string) => loadDeployment(text, 'deployment.yml').configurations

/** A file with a complete configuration Staging, and others behind it. */
const family = (others: string): string =>
  [
    'configurations:',
    '  Staging:',
    '    hostname: staging.example.com',
    '    port: 2222',
    '    server_names: [staging.example.com, test.example.com]',
    '    primary_service:',
    '      project:',
    '        env_variables: { LOG_LEVEL: debug, MODE: test }',
    '        secrets: [KEY]',
    '        health_check: { path: /health/, deadline: 60 }',
    '        processes:',
    '          - uwsgi: { wsgi_file: app/wsgi.py, processes_count: 2 }',
    '          - custom: { name: mail, command: python mail.py }',
    '          - custom: { name: clock, command: python clock.py }',
    '    secondary_services:',
    '      - postgresql: { version: 16 }',
    '      - redis',
    others.replace(/^\n|\n$/g, ''),
  ].join('\n')

const child = (lines: string) =>
  load(family(`  Child:\n    extends: Staging\n${lines.replace(/^(?=.)/gm, '    ')}`)).Child

const processes = (lines: string) =>
  child(
    `primary_service:\n  project:\n    processes:\n${lines.replace(/^(?=.)/gm, '      ')}`,
  )?.project.processes.map(({ type, settings }) => [type.type, settings])

describe('a configuration that extends another', () => {
  test('has everything of it, with its own values on top', () => {
    const { Staging, Child } = load(family('  Child:\n    extends: Staging\n    hostname: example.com\n'))
    expect(Child).toEqual({ ...Staging, hostname: 'example.com' })
  })

  test('merges mappings as deep as they go, and replaces lists', () => {
    expect(
      child(
        'server_names: [example.com]\nprimary_service:\n  project:\n    env_variables: { LOG_LEVEL: info, NEW: x }\n    secrets: [OTHER]\n    health_check: { deadline: 5 }\n',
      ),
    ).toMatchObject({
      port: 2222,
      serverNames: ['example.com'],
      project: {
        envVariables: { LOG_LEVEL: 'info', MODE: 'test', NEW: 'x' },
        secrets: [{ name: 'OTHER', from: 'OTHER' }],
        healthCheck: { path: '/health/', deadlineSeconds: 5 },
      },
    })
  })

  test('merges processes by name: those it has in their order, the new ones behind', () => {
    expect(
      processes(
        '- custom: { name: new, command: python new.py }\n- custom: { name: clock, command: python other.py }\n- uwsgi: { processes_count: 8 }',
      ),
    ).toEqual([
      ['uwsgi', expect.objectContaining({ wsgi_file: 'app/wsgi.py', processes_count: 8 })],
      ['custom', expect.objectContaining({ name: 'mail' })],
      ['custom', expect.objectContaining({ name: 'clock', command: 'python other.py' })],
      ['custom', expect.objectContaining({ name: 'new' })],
    ])
  })

  test('merges services by name, also where either has no settings', () => {
    const services = child('secondary_services:\n  - redis: { version: 7 }\n  - postgresql\n')?.services
    expect(services?.map(({ name, settings }) => [name, (settings as { version: string }).version])).toEqual([
      ['postgresql', '16'],
      ['redis', '7'],
    ])
  })

  test('knows a process by the name that its type gives it', () => {
    const text = family(
      '  Child:\n    extends: Staging\n    primary_service: { project: { processes: [celery_worker: { name: celery-worker, concurrency: 9 }] } }\n',
    ).replace('          - custom', '          - celery_worker: { app: project }\n          - custom')
    expect(load(text).Child?.project.processes.map(({ type }) => type.type)).toEqual([
      'uwsgi',
      'celery_worker',
      'custom',
      'custom',
    ])
  })

  test('replaces an entry of the same name and another type', () => {
    const text = family(
      '  Child:\n    extends: Staging\n    secondary_services: [custom: { container_name: redis, image: "valkey:8" }]\n',
    )
    expect(load(text).Child?.services.map(({ type }) => type.type)).toEqual(['postgresql', 'custom'])
  })

  test.each([
    ['- gunicorn: { wsgi_module: app.wsgi }', 'gunicorn'],
    ['- uvicorn: { asgi_module: app.asgi }', 'uvicorn'],
    ['- custom: { name: daphne, command: daphne app, port: 8000 }', 'custom'],
    ['- custom: { name: own, command: own, web: true }', 'custom'],
  ])('replaces the web process by %s', (text, type) => {
    const own = processes(text)
    expect(own?.map(([other]) => other)).toEqual([type, 'custom', 'custom'])
    expect(processes(`${text}\n- custom: { name: mail, command: other }`)).toHaveLength(3)
  })

  test('adds a helper that has the name of a web server, and what is no web process in spite of its keys', () => {
    expect(processes('- custom: { name: own, command: own, web: false }')).toHaveLength(4)
    expect(processes('- custom: { name: uwsgi, command: uwsgi --version }')).toHaveLength(4)
  })

  test('replaces a project of another type', () => {
    const image = 'primary_service: { project: { type: image, image: "nginx:1" } }\n'
    expect(child(image)?.project).toMatchObject({ type: { type: 'image' }, secrets: [], processes: [] })
    const django = 'primary_service: { project: { type: django, secrets: [OTHER] } }\n'
    expect(child(django)?.project.processes).toHaveLength(3)
  })

  test('goes back to the default with a key that is left empty', () => {
    expect(child('port:\nserver_names: ~\nhostname: a.de\nsecondary_services:\n')).toMatchObject({
      port: 22,
      serverNames: ['a.de'],
      services: [],
    })
    const project = child('primary_service: { project: { env_variables: { MODE: }, processes: } }')?.project
    expect(project).toMatchObject({ envVariables: { LOG_LEVEL: 'debug' }, processes: [] })
    expect(project?.envVariables).not.toHaveProperty('MODE')
  })

  test('may stand before it, and be extended in its turn', () => {
    const text = family(
      '  Last:\n    extends: Middle\n    username: last\n  Middle:\n    extends: Staging\n    port: 1\n',
    )
    expect(load(text).Last).toMatchObject({ hostname: 'staging.example.com', port: 1, username: 'last' })
  })

  test('works beside anchors and merge keys', () => {
    const text = family(
      '  Child:\n    <<: &more { extends: Staging, username: deploy }\n    port: 1\n  Other:\n    <<: *more\n    extends: Child\n',
    )
    expect(load(text).Other).toMatchObject({ username: 'deploy', port: 1, hostname: 'staging.example.com' })
  })

  test('works in a chain of any length', () => {
    const links = Array.from(
      { length: 300 },
      (_, index) => `  C${300 - index}:\n    extends: ${index === 299 ? 'Staging' : `C${299 - index}`}\n`,
    )
    expect(load(family(links.join(''))).C300).toMatchObject({ port: 2222 })
  })

  test('does not take over its branches', () => {
    const { Staging, Child } = load(
      family('  Child:\n    extends: Staging\n').replace(
        '    port: 2222',
        '    port: 2222\n    branches: [main]',
      ),
    )
    expect([Staging?.branches, Child?.branches]).toEqual([['main'], []])
  })
})

test('the order of the configurations changes nothing', () => {
  const text = family(
    '  Middle:\n    extends: Staging\n    port: 1\n    primary_service: { project: { processes: [custom: { name: x, command: y }], secrets: } }\n  Last:\n    extends: Middle\n    secondary_services: [redis: { version: 7 }]\n',
  )
  const known = load(text)
  const names = ['Staging', 'Middle', 'Last']
  for (const order of [
    [2, 1, 0],
    [1, 0, 2],
    [0, 2, 1],
    [2, 0, 1],
    [1, 2, 0],
  ]) {
    const value = parseDocument(text).toJS() as { configurations: Record<string, unknown> }
    const shuffled = new Document({
      configurations: Object.fromEntries(
        order.map((index) => [names[index], value.configurations[names[index] ?? '']]),
      ),
    }).toString()
    expect(load(shuffled)).toEqual(known)
  }
})

test('a file with every `extends` carried out says the same', () => {
  const text = family(
    '  Middle:\n    extends: Staging\n    port: 1\n    primary_service: { project: { processes: [custom: { name: x, command: y }], secrets: } }\n  Last:\n    extends: Middle\n    secondary_services: [redis: { version: 7 }]\n',
  )
  const { source, deployment } = readDeployment(text, 'deployment.yml')
  expect(JSON.stringify(source.value)).not.toContain('extends')
  expect(load(JSON.stringify(source.value))).toEqual(deployment.configurations)
})

describe('what cannot be extended is refused', () => {
  const at = (name: string) => `configurations.${name}.extends`

  test.each([
    ['Stagin', `${at('Child')}: \`Stagin\` is no configuration of this file; did you mean \`Staging\`?`],
    ['Other', `${at('Child')}: \`Other\` is no configuration of this file; the others are \`Staging\``],
    ['Child', `${at('Child')}: \`Child\` is this configuration itself`],
    [
      '5',
      `${at('Child')}: \`5\` must be text; YAML reads \`5\` as a number: for the text, write '5' in quotes`,
    ],
    ['[Staging]', `${at('Child')}: is a list, and must be text`],
    ['toString', `${at('Child')}: \`toString\` is no configuration of this file; the others are \`Staging\``],
  ])('%s', (parent, message) => {
    expect(
      mistakes(
        family(
          `  Child:\n    extends: ${parent}\n    hostname: a.de\n    primary_service: { project: { } }\n`,
        ),
      ),
    ).toEqual([`19:14  ${message}`])
  })

  test('and what then is unknown is not called missing', () => {
    expect(mistakes(family('  A:\n    extends: Nobody\n  B:\n    extends: A\n    port: 0\n'))).toEqual([
      '19:14  configurations.A.extends: `Nobody` is no configuration of this file; the others are `Staging`, `B`',
      '22:11  configurations.B.port: `0` must be a whole number from 1 to 65535',
    ])
  })

  test('a circle, once, and what hangs on it not at all', () => {
    expect(
      mistakes(
        family('  A:\n    extends: B\n  B:\n    extends: C\n  C:\n    extends: B\n  D:\n    extends: D\n'),
      ),
    ).toEqual([
      '21:14  configurations.B.extends: goes round in a circle: B → C → B',
      '25:14  configurations.D.extends: `D` is this configuration itself',
    ])
  })
})

describe('a mistake', () => {
  test('in a configuration is told once, at its place, however many extend it', () => {
    const text = family('  A: { extends: Staging }\n  B: { extends: A }\n')
      .replace('port: 2222', 'port: 0')
      .replace('    hostname: staging.example.com\n', '')
      .replace('wsgi_file: app/wsgi.py, ', '')
      .replace('/health/', 'health')
      .replace('- redis', '- redis: { versoin: 8 }')
    const before = text
      .split('\n')
      .slice(0, 2)
      .concat('  Z: { extends: B }', text.split('\n').slice(2))
      .join('\n')
    const expected = [
      'hostname: is missing',
      'port: `0`',
      'health_check.path: `health`',
      'wsgi_file: is missing',
      'secondary_services[1].redis.versoin: is not a key here',
    ]
    const found = mistakes(text)
    expect(found).toHaveLength(expected.length)
    for (const [index, message] of expected.entries()) {
      expect(found[index]).toContain(`configurations.Staging.`)
      expect(found[index]).toContain(message)
    }
    expect(before).toContain('Z:')
  })

  test('in a child is told at the child’s place', () => {
    expect(
      mistakes(
        family(
          '  A:\n    extends: Staging\n    port: 0\n    primary_service:\n      project:\n        processes:\n          - uwsgi: { processes_count: no }\n          - custom: { name: mail }\n          - custom: { name: mail }\n',
        ),
      ),
    ).toEqual([
      '20:11  configurations.A.port: `0` must be a whole number from 1 to 65535',
      expect.stringContaining(
        '24:39  configurations.A.primary_service.project.processes[0].uwsgi.processes_count: `no` must',
      ),
      expect.stringContaining(
        '26:13  configurations.A.primary_service.project.processes[3].custom.command: is missing',
      ),
    ])
  })

  test('that a child makes of what is right above is told', () => {
    expect(
      mistakes(
        family(
          '  A:\n    extends: Staging\n    primary_service: { project: { env_variables: { KEY: x } } }\n',
        ),
      ),
    ).toEqual(['9:19  configurations.A.primary_service.project.secrets[0]: `KEY` is in env_variables too'])
  })
})
