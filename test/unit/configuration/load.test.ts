import { describe, expect, test } from 'vitest'
import { serviceTypes } from '../../../src/catalog/index.ts'
import { loadDeployment } from '../../../src/configuration/load.ts'
import { failureOf, mistakes, names, project, staging, target } from './texts.ts'

describe('the failure', () => {
  const text = [
    'configurations:',
    '  Staging:',
    '    hostnme: staging.example.com',
    '    port: 70000',
    '    server_names: ["a;b", www.example.com, WWW.example.com]',
    '    primary_service:',
    '      project:',
    '        ref: $(reboot)',
    '        env_variables: { DEBUG: True }',
    '        processes: [uwsgi]',
    '    secondary_services:',
    '      - postgres',
    '      - redis: { version: 8.10 }',
    '  Production:',
    '    hostname: 5',
    '    hostname: example.com',
    '    primary_service: { project: {} }',
    '    username: a b',
  ].join('\n')

  test('names all mistakes at once, in the file’s order', () => {
    const at = 'configurations.Staging'
    const inProject = `${at}.primary_service.project`
    expect(mistakes(text)).toEqual([
      `2:3  ${at}.hostname: is missing (DNS name or IP address of the server)`,
      `3:5  ${at}.hostnme: is not a key here; did you mean \`hostname\`?`,
      `4:11  ${at}.port: \`70000\` must be a whole number from 1 to 65535`,
      `5:20  ${at}.server_names[0]: \`"a;b"\` must be a DNS name, such as example.com or *.example.com`,
      `5:44  ${at}.server_names[2]: \`WWW.example.com\` stands in the list twice`,
      `8:14  ${inProject}.ref: \`$(reboot)\` must be a branch, a tag, a 40-digit SHA or HEAD, in letters, digits and . _ / + @ = # -`,
      `9:33  ${inProject}.env_variables.DEBUG: YAML reads \`True\` as the boolean true: for the text, write 'True' in quotes, for the boolean, true`,
      `10:21  ${inProject}.processes[0].uwsgi.wsgi_file: is missing, and so is \`wsgi_module\`: one of them says what to run`,
      `12:9  ${at}.secondary_services[0]: \`postgres\` must be one of ${names(serviceTypes, ', ')}; did you mean \`postgresql\`?`,
      `13:27  ${at}.secondary_services[1].redis.version: YAML reads \`8.10\` as the number 8.1: for the text, write '8.10' in quotes, for the number, 8.1`,
      '16:5  configurations.Production: `hostname` stands in this mapping twice, first in line 15: one of them has to go',
      '18:15  configurations.Production.username: `a b` must be a login name: letters, digits and . _ -, at most 32 characters',
    ])
  })

  test('annotates each place and says what to do', () => {
    const details = failureOf(() => loadDeployment(text, 'deploy/site.yml'))?.details
    expect(details).toMatchObject({
      what: 'deploy/site.yml has 12 mistakes',
      where: 'deploy/site.yml',
      next: 'Correct deploy/site.yml, commit it and run again.',
    })
    expect(details?.annotations).toHaveLength(12)
    expect(details?.annotations?.[1]).toEqual({
      file: 'deploy/site.yml',
      line: 3,
      column: 5,
      message: 'configurations.Staging.hostnme: is not a key here; did you mean `hostname`?',
    })
  })

  test('points at the place when there is only one', () => {
    const details = failureOf(() => loadDeployment(target('port: 0'), 'deployment.yml'))?.details
    expect(details).toMatchObject({ what: 'deployment.yml has a mistake', where: 'deployment.yml:3:11' })
  })

  test('stays on one line whatever the file holds', () => {
    const lines = mistakes(
      target('hostname: "a\u0085\u202eb"\n"\\e[31m\\n::error::x": 1\nusername: |\n  a\n  ::x::'),
    )
    expect(lines).toEqual([
      '3:15  configurations.Staging.hostname: `"a\\u{85}\\u{202e}b"` must be a DNS name or an IP address, without scheme, user or port',
      expect.stringContaining('4:5  configurations.Staging.\\u{1b}[31m\\u{a}::error::x: is not a key here'),
      '5:15  configurations.Staging.username: `a\\u{a}::x::\\u{a}` must be a login name: letters, digits and . _ -, at most 32 characters',
    ])
  })

  test('shows long values in part', () => {
    const [line = ''] = mistakes(project(`ref: "${'s3cret '.repeat(30)}"`))
    expect(line).toContain(`\`"${'s3cret '.repeat(8)}s3…\` must be a branch`)
  })
})

describe('YAML', () => {
  const good = target('port: 22')
  test.each([
    ['Windows line ends', good.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${good}`],
    ['no last newline', good.trimEnd()],
    ['a document’s start and end', `---\n${good}...\n`],
    ['an older version, with today’s meaning', `%YAML 1.1\n---\n${good}`],
    ['JSON', '{"configurations":{"Staging":{"hostname":"a.de","primary_service":{"project":{}}}}}'],
  ])('is taken with %s', (_, text) => {
    expect(staging(text).port).toBe(22)
  })

  test('keeps its places with Windows line ends', () => {
    expect(mistakes(target('username: root\nport: 0').replaceAll('\n', '\r\n'))).toEqual([
      '4:11  configurations.Staging.port: `0` must be a whole number from 1 to 65535',
    ])
  })

  test('tells of previews of no configuration beside other mistakes, and once', () => {
    const told = '6:28  previews.configuration: `Stagign` must be one of the configurations: Staging'
    const previews = 'previews: { configuration: Stagign }\n'
    expect(mistakes(`${good}${previews}`)).toEqual([told])
    expect(mistakes(`${good}${previews.replace(' }', ', max: 0 }')}`)).toEqual([
      told,
      '6:42  previews.max: `0` must be a whole number from 1 to 200',
    ])
  })

  test('does not look for it in configurations that are no mapping', () => {
    const told = mistakes('configurations: [Staging]\npreviews: { configuration: Stagign }\n')
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^1:17 {2}configurations: .* mapping/)
  })

  test('tells once that the keys of a configuration are not indented', () => {
    expect(mistakes(good.replaceAll(/^ {4}/gm, '  '))).toEqual([
      '2:3  configurations.Staging: is empty: it must be a mapping; indent `port`, `hostname`, `primary_service` further',
    ])
  })

  test('tells where a configuration belongs that stands at the top', () => {
    expect(mistakes(good.replace('configurations:\n', '').replaceAll(/^ {2}/gm, ''))).toEqual([
      '1:1  configurations: is missing (The targets by name, such as `Staging` and `Production`)',
      '1:1  Staging: is not a key here, but looks like a configuration: its place is below `configurations:`, indented',
    ])
  })

  const twice = (path: string, key: string, line: number) =>
    `${path}: \`${key}\` stands in this mapping twice, first in line ${line}: one of them has to go`
  const number = (source: string, value: string) =>
    `YAML reads \`${source}\` as the number ${value}: for the text, write '${source}' in quotes, for the number, ${value}`
  test.each([
    ['nothing', '', '1:1  the file is empty: it must hold `configurations`'],
    ['a comment alone', '# later\n', '1:1  the file is empty: it must hold `configurations`'],
    ['a list', '- a\n', '1:1  the file must be a mapping that starts with `configurations:`'],
    ['a word', 'a\n', '1:1  the file must be a mapping that starts with `configurations:`'],
    [
      'a tab',
      'configurations:\n\tStaging: 1\n',
      '2:1  a tab indents this line: YAML takes only spaces there',
    ],
    ['a key twice', target('port: 1\nport: 2'), `4:5  ${twice('configurations.Staging', 'port', 3)}`],
    [
      'a configuration twice, beside another mistake',
      `${good}  Staging: { hostnme: a.de }\n`,
      `6:3  ${twice('configurations', 'Staging', 2)}`,
      '6:3  configurations.Staging.hostname: is missing (DNS name or IP address of the server)',
      '6:3  configurations.Staging.primary_service: is missing (The container that runs the project)',
      '6:14  configurations.Staging.hostnme: is not a key here; did you mean `hostname`?',
    ],
    [
      'a merge twice',
      target('<<: &a { port: 1 }\n<<: *a'),
      '4:5  configurations.Staging: `<<` stands in this mapping twice, first in line 3: write one, as `<<: [*ONE, *OTHER]`',
    ],
    [
      'a second document',
      `${good}---\nb: 1\n`,
      `6:1  a second YAML document starts here: a deployment file is a single one`,
    ],
    [
      'an open bracket',
      'configurations: [\n',
      '2:1  a `[` above is not closed: its `]` is missing, or has to be indented further',
    ],
    [
      'an open brace',
      'configurations: {\n',
      '2:1  a `{` above is not closed: its `}` is missing, or has to be indented further',
    ],
    ['an open quote', 'configurations: "a\n', '1:17  a quote opens here, and no `"` closes it'],
    [
      'an open quote far above',
      target("username: 'jane\nport: 1"),
      "3:15  a quote opens here, and no `'` closes it",
    ],
    [
      'an open quote in a list',
      target("branches: [main, 'x]"),
      "3:22  a quote opens here, and no `'` closes it",
    ],
    [
      'a value behind quotes',
      target('username: "jane" doe'),
      '3:22  the value before this has ended already: write the whole of it in one pair of quotes',
    ],
    ['a comma that is missing', target('branches: ["a" "b"]'), '3:20  a `,` is missing before this'],
    [
      'a bracket too many',
      target('branches: [a]]'),
      '3:18  this `]` closes nothing: leave it out',
      '4:13  YAML has no place for this `:`: look for a mistake above it',
      '5:20  YAML has no place for this `:`: look for a mistake above it',
    ],
    ['no colon', target('username jane'), '3:5  a colon is missing behind the key: write `username: …`'],
    [
      'no space behind a colon',
      target('username:jane'),
      '3:5  a space is missing behind the colon: write `username: …`',
    ],
    ['a line that is no key', target('(jane)'), '3:5  `(jane)` is no key with a value: write `key: value`'],
    [
      'a key indented too little',
      'configurations:\n  Staging:\n    hostname: a.de\n   port: 1\n',
      '4:1  this line is indented otherwise than the other keys of its mapping',
    ],
    [
      'an entry indented too little',
      'configurations:\n  Staging:\n    branches:\n      - a\n     - b\n',
      '5:1  this line is indented otherwise than the other entries of its list',
    ],
    [
      'lines of a merge',
      target('username: jane').replace(
        '    username: jane',
        '<<<<<<< HEAD\n    username: jane\n=======\n    username: joe\n>>>>>>> b',
      ),
      '3:1  git has left this line of a merge: settle the conflict',
      '5:1  git has left this line of a merge: settle the conflict',
      '7:1  git has left this line of a merge: settle the conflict',
    ],
    [
      'a space that is none',
      target('username:\u00a0jane'),
      '3:5  this line has the character U+00A0, which looks like a space and is none for YAML: write a space',
    ],
    ['a NUL at its end', `${good}\0`, '6:1  this line has the control character U+0000: leave it out'],
    [
      'CR alone',
      good.replaceAll('\n', '\r'),
      '1:16  this line ends with CR alone: save the file with LF, or CR and LF',
    ],
    [
      'a number that is none',
      target('port: .nan'),
      "3:11  configurations.Staging.port: YAML reads `.nan` as a number without a value: for the text, write '.nan' in quotes",
    ],
    [
      'quotes of a word processor',
      target('username: “jane”'),
      `3:15  configurations.Staging.username: \`“jane”\` must be a login name: letters, digits and . _ -, at most 32 characters; \`“\` is no quote for YAML: write ' or "`,
    ],
    [
      'a tag of YAML’s',
      target('production: !!bool yes'),
      '3:17  YAML reads `!!bool` as a tag, which has no meaning here: leave it out, or write the value in quotes',
      '3:24  configurations.Staging.production: `yes` must be true or false; YAML 1.2 reads `yes` as text: write true',
    ],
    [
      'a reserved character',
      target('username: @jane'),
      '3:15  Plain value cannot start with reserved character @: write the value in quotes',
    ],
    [
      'a colon in plain text',
      target('username: a: b'),
      '3:15  YAML reads a `: ` as the end of a key, which cannot stand here: for the text, write the whole value in quotes',
    ],
    [
      'a colon in a list',
      target('server_names: [a: b: c]'),
      '3:23  YAML reads a `: ` as the end of a key, which cannot stand here: for the text, write the whole value in quotes',
    ],
    [
      'a line that is indented too far',
      target('username: a\n port: 2'),
      '3:15  the lines below are indented further than this one, which has a value already',
    ],
    [
      'a tag',
      target('username: !env USER'),
      '3:20  configurations.Staging.username: YAML reads `!env` as a tag, which has no meaning here: for the text, write it in quotes',
    ],
    [
      'a lone wildcard',
      target('branches: [*]'),
      '3:16  YAML reads a leading `*` as an alias, and here without a name: for the text, write it in quotes',
    ],
    [
      'a wildcard for branches',
      target('branches:\n  - main\n  - *-stable'),
      "5:9  configurations.Staging.branches[1]: YAML reads `*-stable` as an alias, and no anchor before it has that name: for the text, write '*-stable' in quotes",
    ],
    [
      'a wildcard for all branches',
      target('branches: [**]'),
      "3:16  configurations.Staging.branches[0]: YAML reads `**` as an alias, and no anchor before it has that name: for the text, write '**' in quotes",
    ],
    [
      'a tag of a mapping',
      project('env_variables: !x { A: b }'),
      '6:27  configurations.Staging.primary_service.project.env_variables: YAML reads `!x` as a tag, which has no meaning here: for the text, write it in quotes',
    ],
    [
      'an empty block',
      target('username: |\n'),
      '3:15  configurations.Staging.username: `` must be a login name: letters, digits and . _ -, at most 32 characters',
    ],
    [
      'an exclamation mark',
      target('branches: [!main]'),
      '3:21  configurations.Staging.branches[0]: YAML reads `!main` as a tag, which has no meaning here: for the text, write it in quotes',
    ],
    [
      'a number of minutes',
      project('health_check: { deadline: 1:30 }'),
      '6:35  configurations.Staging.primary_service.project.health_check.deadline: `1:30` must be a whole number from 1 to 3600; YAML 1.2 reads `1:30` as text: write 90',
    ],
    [
      'a comment in place of a value',
      project('ref: #42'),
      '6:9  configurations.Staging.primary_service.project.ref: is empty: it must be text; YAML takes `#42` for a comment: write the value in quotes if that is a part of it',
    ],
    [
      'a comment behind a part of a value',
      target('username: a/b #42'),
      '3:15  configurations.Staging.username: `a/b` must be a login name: letters, digits and . _ -, at most 32 characters; YAML takes `#42` for a comment: write the value in quotes if that is a part of it',
    ],
    [
      'a permission',
      target('port: 0755'),
      "3:11  configurations.Staging.port: YAML 1.2 reads `0755` as the number 755, and not as an octal: for the text, write '0755' in quotes, for the number, 755",
    ],
    [
      'a version of Python',
      target('secondary_services: [redis: { version: 3.10 }]'),
      `3:44  configurations.Staging.secondary_services[0].redis.version: ${number('3.10', '3.1')}`,
    ],
    ['a key that is a list', target('[a]: b'), '3:5  a key must be plain text'],
    [
      'a prototype',
      target('__proto__: { port: 1 }'),
      '3:5  configurations.Staging.__proto__: `__proto__` cannot be a key',
    ],
    [
      'a wildcard',
      target('server_names: [*.example.com]'),
      "3:20  configurations.Staging.server_names[0]: YAML reads `*.example.com` as an alias, and no anchor before it has that name: for the text, write '*.example.com' in quotes",
    ],
    [
      'a merge of nothing',
      target('<<: 5'),
      '3:5  configurations.Staging: `<<` must be given an alias of a mapping, or a list of such',
    ],
    [
      'a version that is a number',
      target('secondary_services: [redis: { version: 1.10 }]'),
      `3:44  configurations.Staging.secondary_services[0].redis.version: ${number('1.10', '1.1')}`,
    ],
    ['an octal', target('port: 0o26'), `3:11  configurations.Staging.port: ${number('0o26', '22')}`],
    [
      'an exponent',
      project('ref: 1e3'),
      `6:14  configurations.Staging.primary_service.project.ref: ${number('1e3', '1000')}`,
    ],
    [
      'a long number',
      project('ref: 12345678901234567890'),
      `6:14  configurations.Staging.primary_service.project.ref: YAML reads \`12345678901234567890\` as the number 12345678901234567000: for the text, write '12345678901234567890' in quotes`,
    ],
  ])('is refused with %s', (_, text, ...messages) => {
    expect(mistakes(text)).toEqual(messages)
  })

  test.each([
    ['yes', 'yes'],
    ['No', 'No'],
    ['off', 'off'],
    ['12:30:45', '12:30:45'],
    ['2026-01-01', '2026-01-01'],
    ["'3.10'", '3.10'],
    ['1_000', '1_000'],
    ['a#b', 'a#b'],
    ['a:b', 'a:b'],
    ['a # why', 'a'],
  ])('reads %s as the text it is', (written, value) => {
    expect(staging(project(`env_variables:\n  A: ${written}`)).project.envVariables.A).toBe(value)
  })

  test('is refused when it is nested without end', () => {
    expect(mistakes('['.repeat(20_000))[0]).toMatch(/^1:\d+ {2}the file is nested too deeply$/)
  })

  test('is refused when its aliases multiply without end', () => {
    const ten = (name: string) => `[${Array.from({ length: 10 }, () => `*${name}`).join(', ')}]`
    const text = `a: &a [1]\nb: &b ${ten('a')}\nc: &c ${ten('b')}\nd: &d ${ten('c')}\ne: ${ten('d')}\n`
    expect(mistakes(text)).toEqual(['1:1  the file’s aliases stand for too much: write out what they repeat'])
  })

  test('is refused when an alias contains itself', () => {
    expect(mistakes('configurations: &a\n  Staging: { hostname: a.de, primary_service: *a }\n')).toEqual([
      '2:47  configurations.Staging.primary_service: `*a` stands inside of what it repeats',
    ])
  })

  const shared = [
    'configurations:',
    '  Staging: &staging',
    '    hostname: staging.example.com',
    '    port: 2222',
    '    primary_service: &app { project: { secrets: [KEY] } }',
    '  Production:',
    '    <<: *staging',
    '    hostname: example.com',
    '  Other:',
    '    hostname: other.example.com',
    '    primary_service: *app',
  ].join('\n')

  test('may share parts by anchors and merge keys', () => {
    const { configurations } = loadDeployment(shared, 'deployment.yml')
    expect(configurations.Production).toMatchObject({ hostname: 'example.com', port: 2222 })
    expect(configurations.Other?.project.secrets).toEqual([{ name: 'KEY', from: 'KEY' }])
  })

  test('shows a mistake in a shared part once, where it stands', () => {
    expect(mistakes(shared.replace('2222', '0').replace('KEY', 'A-B'))).toEqual([
      '4:11  configurations.Staging.port: `0` must be a whole number from 1 to 65535',
      '5:50  configurations.Staging.primary_service.project.secrets[0]: `A-B` must be the name of an environment variable',
    ])
  })
})
