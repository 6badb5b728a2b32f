import { describe, expect, test } from 'vitest'
import { mistakes, project, staging } from './texts.ts'

const sha = '0123456789abcdef0123456789abcdef01234567'

describe('a project', () => {
  test('needs nothing', () => {
    expect(staging(project('type: django')).project).toEqual({
      type: expect.objectContaining({ type: 'django' }),
      settings: {
        apt_packages: [],
        build_secrets: [],
        location: '/app',
        static_location: '/app/static',
        media_location: '/app/media',
        migrate: true,
        collectstatic: true,
      },
      repository: undefined,
      ref: undefined,
      envVariables: {},
      secrets: [],
      source: 'auto',
      healthCheck: {
        path: '/',
        status: { from: 200, to: 399 },
        intervalSeconds: 0.3,
        deadlineSeconds: 30,
      },
      drainSeconds: 60,
      releaseTasks: { beforeSwitch: [], afterSwitch: [], deadlineSeconds: 1800 },
      processes: [],
    })
    expect(staging(project('ref: main')).project.type.type).toBe('django')
  })

  test.each([
    ['repository: acme/shop.js_2', { repository: 'acme/shop.js_2' }],
    ['repository: jane_acme/.github', { repository: 'jane_acme/.github' }],
    [
      'repository: https://git.example.com:8443/a/b/c.git',
      { repository: 'https://git.example.com:8443/a/b/c.git' },
    ],
    [
      'repository: ssh://git@git.example.com:22/~jane/x.git',
      { repository: 'ssh://git@git.example.com:22/~jane/x.git' },
    ],
    ['repository: git@github.com:acme/shop.git', { repository: 'git@github.com:acme/shop.git' }],
    ['ref: main', { ref: 'main' }],
    ['ref: HEAD', { ref: 'HEAD' }],
    ['ref: feature/größe-#1@2+x=y', { ref: 'feature/größe-#1@2+x=y' }],
    ['ref: refs/tags/v1.0', { ref: 'refs/tags/v1.0' }],
    [`ref: ${sha}`, { ref: sha }],
    ['ref: 2026', { ref: '2026' }],
    [
      'secrets: [SECRET_KEY, _x1: STAGING_X1]',
      {
        secrets: [
          { name: 'SECRET_KEY', from: 'SECRET_KEY' },
          { name: '_x1', from: 'STAGING_X1' },
        ],
      },
    ],
    ['health_check: { status: 204 }', { healthCheck: { status: { from: 204, to: 204 } } }],
    ['health_check: { status: 200-299 }', { healthCheck: { status: { from: 200, to: 299 } } }],
    ['health_check: { interval: 0.1 }', { healthCheck: { intervalSeconds: 0.1 } }],
    [
      'release_tasks: { before_switch: ["a b \'c d\'"], after_switch: [{ name: warm, command: e }] }',
      {
        releaseTasks: {
          beforeSwitch: [{ name: 'before-switch-1', command: ['a', 'b', 'c d'] }],
          afterSwitch: [{ name: 'warm', command: ['e'] }],
        },
      },
    ],
    ['health_check: {}', { healthCheck: { path: '/', deadlineSeconds: 30 } }],
    [
      'health_check: { path: "/up/?full=1&x=%20", deadline: 3600 }',
      { healthCheck: { path: '/up/?full=1&x=%20', deadlineSeconds: 3600 } },
    ],
    [
      'apt_packages: [libpq5, g++, "git=1:2.39.5-0+deb12u2"]',
      { settings: { apt_packages: ['libpq5', 'g++', 'git=1:2.39.5-0+deb12u2'] } },
    ],
    ['requirements: requirements/prod.txt', { settings: { requirements: 'requirements/prod.txt' } }],
    ['location: /srv/shop', { settings: { location: '/srv/shop' } }],
    ['static_location: /srv/static', { settings: { static_location: '/srv/static' } }],
    ['media_location: /srv/media', { settings: { media_location: '/srv/media' } }],
  ])('takes %s', (line, expected) => {
    expect(staging(project(line)).project).toMatchObject(expected)
  })

  test('takes the values of variables as they are written', () => {
    const text = project(
      [
        'env_variables:',
        '  EMPTY: ""',
        '  NO: no',
        '  YES: "yes"',
        '  TRUE: true',
        '  NUMBER: 8',
        '  FLOAT: 1.5',
        '  QUOTES: "it\'s \\"$HOME\\" `id` \\\\ %(x)s {{ y }}"',
        '  LINES: |',
        '    one',
        '      two',
        '',
        '    three',
        '  UMLAUT: "grüße\\t☃"',
      ].join('\n'),
    )
    expect(staging(text).project.envVariables).toEqual({
      EMPTY: '',
      NO: 'no',
      YES: 'yes',
      TRUE: 'true',
      NUMBER: '8',
      FLOAT: '1.5',
      QUOTES: 'it\'s "$HOME" `id` \\ %(x)s {{ y }}',
      LINES: 'one\n  two\n\nthree\n',
      UMLAUT: 'grüße\t☃',
    })
  })

  const repository =
    'must be owner/name, or the https:// or ssh:// address of a git repository, without a password'
  const ref = 'must be a branch, a tag, a 40-digit SHA or HEAD, in letters, digits and . _ / + @ = # -'
  const path = 'must be a path that starts with /, of letters, digits and . _ ~ / ? = & % + @ : , -'
  const refused = (key: string, values: readonly string[], message: string) =>
    values.map(
      (value) => [`${key}: ${value}`, `6:${11 + key.length}  ${key}: \`${value}\` ${message}`] as const,
    )

  test.each([
    ...refused(
      'type',
      ['djang'],
      'must be one of `django`, `dockerfile`, `image`, `python`; did you mean `django`?',
    ),
    ...refused('type', ['rails'], 'must be one of `django`, `dockerfile`, `image`, `python`'),
    ...refused(
      'repository',
      [
        'shop',
        'acme/..',
        '-acme/shop',
        'a/b/c',
        'http://git.example.com/a/b',
        'https://git.example.com',
        'https://git.example.com/a/../b',
        'https://git.example.com/$(id)',
        'ext::sh -c id',
        'file:///etc/passwd',
        'ssh://-oProxyCommand=x/a',
        'git@github.com:-x',
        '"a/b\\nc"',
      ],
      repository,
    ),
    ...refused(
      'ref',
      [
        '$(reboot)',
        '-f',
        '--upload-pack=x',
        'a..b',
        'a b',
        '"@"',
        '"@{-1}"',
        'a~1',
        'a^',
        'a:b',
        '"a?"',
        '"a*"',
        '"[a]"',
        'a\\b',
        '/a',
        'a/',
        'a//b',
        '.a',
        'a/.b',
        'a.',
        'a.lock',
        'a.lock/b',
        'a;b',
        '"a\\nb"',
        '""',
      ],
      ref,
    ),
    ['ref: [main]', '6:14  ref: is a list, and must be text'],
    ['ref:', '6:9  ref: is empty: it must be text'],
    [
      'repository: https://jane:secret@git.example.com/a',
      `6:21  repository: \`https://***@git.example.com/a\` ${repository}`,
    ],
    [
      'repository: https://s3cret@git.example.com/a',
      `6:21  repository: \`https://***@git.example.com/a\` ${repository}`,
    ],
    ['env_variables: [A]', '6:24  env_variables: is a list, and must be a mapping'],
    ['env_variables: { A-B: x }', '6:26  env_variables.A-B: must be the name of an environment variable'],
    ['env_variables: { OPTIND: x }', '6:26  env_variables.OPTIND: is the shell’s own'],
    ['env_variables: { 1A: x }', '6:26  env_variables.1A: must be the name of an environment variable'],
    ['env_variables: { A: }', "6:26  env_variables.A: is empty: it must be text ('' for none)"],
    ['env_variables: { A: null }', "6:29  env_variables.A: is empty: it must be text ('' for none)"],
    ['env_variables: { A: [b] }', '6:29  env_variables.A: is a list, and must be text'],
    ['env_variables: { A: "a\\0b" }', '6:29  env_variables.A: `"a\\0b"` must not contain a NUL character'],
    ['secrets: KEY', '6:18  secrets: `KEY` must be a list, such as [KEY]'],
    ['secrets: { KEY: x }', '6:18  secrets: is a mapping, and must be a list: each entry starts with `- `'],
    ['secrets: [A=1]', '6:19  secrets[0]: `A=1` must be the name of an environment variable'],
    ['secrets: [A, B, A]', '6:25  secrets[2]: `A` stands in the list twice'],
    ['{ secrets: [A], env_variables: { A: x } }', '6:21  secrets[0]: `A` is in env_variables too'],
    ...refused('apt_packages', [], ''),
    ['apt_packages: ["a;b"]', '6:24  apt_packages[0]: `"a;b"` must be the name of a Debian package'],
    ['apt_packages: [-y]', '6:24  apt_packages[0]: `-y` must be the name of a Debian package'],
    [
      'requirements: ../x',
      '6:23  requirements: `../x` must be a path inside the repository, of letters, digits and . _ - /',
    ],
    ['location: app', '6:19  location: `app` must be an absolute path of letters, digits and . _ - /'],
    ['health_check: { path: up }', `6:31  health_check.path: \`up\` ${path}`],
    ['health_check: { path: "/a b" }', `6:31  health_check.path: \`"/a b"\` ${path}`],
    ['health_check: { path: "/\\r\\nX: y" }', `6:31  health_check.path: \`"/\\r\\nX: y"\` ${path}`],
    [
      'health_check: { deadline: 0 }',
      '6:35  health_check.deadline: `0` must be a whole number from 1 to 3600',
    ],
    [
      'health_check: { dedline: 5 }',
      '6:25  health_check.dedline: is not a key here; did you mean `deadline`?',
    ],
    ['health_check:', '6:9  health_check: is empty: it must be a mapping'],
    ['proceses: []', '6:9  proceses: is not a key here; did you mean `processes`?'],
    ['env-variables: {}', '6:9  env-variables: is not a key here; did you mean `env_variables`?'],
  ] as const)('refuses %s', (line, message) => {
    const at = 'configurations.Staging.primary_service.project'
    expect(mistakes(project(line))).toEqual([message.replace('  ', `  ${at}.`)])
  })

  test('has all its mistakes told when its type is one of them', () => {
    const text = project('type: djnago\nenv_variables: { A: [1] }\nprocesses: [gunicorn]')
    expect(mistakes(text).map((mistake) => mistake.split('project.')[1]?.split(':')[0])).toEqual([
      'type',
      'env_variables.A',
      'processes[0].gunicorn.wsgi_module',
    ])
  })

  test('says which keys there are when none is near', () => {
    expect(mistakes(project('colour: red'))).toEqual([
      '6:9  configurations.Staging.primary_service.project.colour: is not a key here; this mapping takes `apt_packages`, `python_version`, `requirements`, `build_secrets`, `location`, `static_location`, `media_location`, `migrate`, `collectstatic`, `type`, `repository`, `ref`, `source`, `env_variables`, `secrets`, `health_check`, `drain`, `release_tasks`, `processes`',
    ])
  })
})
