import { describe, expect, test } from 'vitest'
import { serviceTypes } from '../../../src/catalog/index.ts'
import { mistakes, names, staging, target } from './texts.ts'

const long = (length: number): string => 'a'.repeat(length)
const label = long(63)

describe('a configuration', () => {
  test('needs a hostname and a project only', () => {
    const { project: _, ...rest } = staging(target(''))
    expect(rest).toEqual({
      name: 'Staging',
      hostname: 'example.com',
      port: 22,
      username: 'root',
      serverNames: ['example.com'],
      projectName: 'shop',
      branches: [],
      environment: 'Staging',
      production: false,
      discovery: 'consul',
      keepReleases: 5,
      hooks: { beforeSwitch: [], afterSwitch: [], onFailure: [] },
      site: {
        maxBodySize: '100m',
        timeoutSeconds: 300,
        redirectWww: 'none',
        headers: {},
        maintenancePage: undefined,
      },
      primary: {
        baseImage: undefined,
        volumes: [],
        envVariables: {},
        limits: { memoryBytes: undefined, cpus: undefined },
      },
      services: [],
    })
  })

  test.each([
    ['hostname: example.com', { hostname: 'example.com' }],
    ['hostname: WWW.Example.com', { hostname: 'www.example.com', serverNames: ['www.example.com'] }],
    ['hostname: localhost', { hostname: 'localhost' }],
    ['hostname: 1and1.com', { hostname: '1and1.com' }],
    [`hostname: ${label}.com`, { hostname: `${label}.com` }],
    ['hostname: 203.0.113.5', { hostname: '203.0.113.5', serverNames: ['203.0.113.5'] }],
    ['hostname: 2001:DB8:0::1', { hostname: '2001:db8:0::1', serverNames: ['[2001:db8::1]'] }],
    ["hostname: '::1'", { hostname: '::1', serverNames: ['[::1]'] }],
    ['port: 1', { port: 1 }],
    ['port: 65535', { port: 65535 }],
    ['username: deploy', { username: 'deploy' }],
    ['username: Jane.Doe_2-x', { username: 'Jane.Doe_2-x' }],
    [
      'server_names: [WWW.example.com, "*.example.com"]',
      { serverNames: ['www.example.com', '*.example.com'] },
    ],
    ['server_names: [xn--mnchen-3ya.de, 192.0.2.1]', { serverNames: ['xn--mnchen-3ya.de', '192.0.2.1'] }],
    ['server_names: ["2001:db8:0:0::1"]', { serverNames: ['[2001:db8::1]'] }],
    ['project_name: a', { projectName: 'a' }],
    [`project_name: ${long(32)}`, { projectName: long(32) }],
    ['project_name: shop-2', { projectName: 'shop-2' }],
    [
      'branches: [main, "v[0-9]*", release/**, "**", 2024, größe]',
      { branches: ['main', 'v[0-9]*', 'release/**', '**', '2024', 'größe'] },
    ],
    ['environment: Kunde A / live', { environment: 'Kunde A / live' }],
  ])('takes %s', (line, expected) => {
    expect(staging(target(line))).toMatchObject(expected)
  })

  const hostname = 'must be a DNS name or an IP address, without scheme, user or port'
  const serverName = 'must be a DNS name, such as example.com or *.example.com'
  const login = 'must be a login name: letters, digits and . _ -, at most 32 characters'
  const branchRule =
    'must be a branch, a tag or a glob of such, in letters, digits and . _ / + @ = # -, with * ? [a-z] or ** as wildcards'
  const port = 'must be a whole number from 1 to 65535'
  const name = 'must be lower-case letters, digits and inner hyphens, at most 32 characters'

  test.each([
    ['hostname: root@example.com', `3:15  hostname: \`root@example.com\` ${hostname}`],
    ['hostname: https://example.com', `3:15  hostname: \`https://example.com\` ${hostname}`],
    ['hostname: example.com:22', `3:15  hostname: \`example.com:22\` ${hostname}`],
    ['hostname: -oProxyCommand=x', `3:15  hostname: \`-oProxyCommand=x\` ${hostname}`],
    ['hostname: 256.1.1.1', `3:15  hostname: \`256.1.1.1\` ${hostname}`],
    ['hostname: fe80::1%eth0', `3:15  hostname: \`fe80::1%eth0\` ${hostname}`],
    [`hostname: a${label}`, `3:15  hostname: \`${`a${label}`.slice(0, 59)}…\` ${hostname}`],
    ['hostname: münchen.de', `3:15  hostname: \`münchen.de\` ${hostname}; write it as xn--mnchen-3ya.de`],
    [
      'hostname: 10',
      "3:15  hostname: `10` must be text; YAML reads `10` as a number: for the text, write '10' in quotes",
    ],
    ['hostname:', '3:5  hostname: is empty: it must be text'],
    ['port: 0', `3:11  port: \`0\` ${port}`],
    ['port: 65536', `3:11  port: \`65536\` ${port}`],
    ['port: 2.5', `3:11  port: \`2.5\` ${port}`],
    ['port: "22"', `3:11  port: \`"22"\` ${port}`],
    ['port: ssh', `3:11  port: \`ssh\` ${port}`],
    ['port: [22]', `3:11  port: is a list, and ${port}`],
    ['username: -root', `3:15  username: \`-root\` ${login}`],
    ['username: "a b"', `3:15  username: \`"a b"\` ${login}`],
    ['username: $(id)', `3:15  username: \`$(id)\` ${login}`],
    ['server_names: example.com', '3:19  server_names: `example.com` must be a list, such as [example.com]'],
    ['server_names: []', '3:19  server_names: must hold at least one'],
    ['server_names: ["a.de; return 200"]', `3:20  server_names[0]: \`"a.de; return 200"\` ${serverName}`],
    ['server_names: ["a.de b.de"]', `3:20  server_names[0]: \`"a.de b.de"\` ${serverName}`],
    ["server_names: ['a\"b']", `3:20  server_names[0]: \`'a"b'\` ${serverName}`],
    ['server_names: ["~^a"]', `3:20  server_names[0]: \`"~^a"\` ${serverName}`],
    ['server_names: ["a\\nb"]', `3:20  server_names[0]: \`"a\\nb"\` ${serverName}`],
    ['server_names: [_]', `3:20  server_names[0]: \`_\` ${serverName}`],
    ['server_names: ["*"]', `3:20  server_names[0]: \`"*"\` ${serverName}`],
    ['server_names: ["*.1.2.3.4"]', `3:20  server_names[0]: \`"*.1.2.3.4"\` ${serverName}`],
    ['server_names: ["www.*.de"]', `3:20  server_names[0]: \`"www.*.de"\` ${serverName}`],
    ['server_names: [a.de, b.de, A.de]', '3:32  server_names[2]: `A.de` stands in the list twice'],
    ['server_names: ["::1", "0::1"]', '3:27  server_names[1]: `"0::1"` stands in the list twice'],
    ['project_name: Shop', `3:19  project_name: \`Shop\` ${name}`],
    ['project_name: shop_1', `3:19  project_name: \`shop_1\` ${name}`],
    ['project_name: -shop', `3:19  project_name: \`-shop\` ${name}`],
    [`project_name: ${long(33)}`, `3:19  project_name: \`${long(33)}\` ${name}`],
    ...[
      '$(reboot)',
      'a b',
      '-x',
      'a..b',
      '/a',
      'a/',
      'a.lock',
      '.a/*',
      'x/.*',
      '[a',
      'a]',
      '{a,b}',
      '!main',
      'a@{1}',
      'a~1',
      'a^',
      'a:b',
      '"a\\nb"',
      '"*(a)"',
      '',
    ].map((branch) => [
      `branches: [${/^["]|^$/.test(branch) ? branch || "''" : `'${branch}'`}]`,
      `3:16  branches[0]: \`${/^["]|^$/.test(branch) ? branch || "''" : `'${branch}'`}\` ${branchRule}`,
    ]),
    ['branches: [a**]', '3:16  branches[0]: `a**` must have `**` alone between slashes, as in release/**'],
    [
      'branches: ["a/***"]',
      '3:16  branches[0]: `"a/***"` must have `**` alone between slashes, as in release/**',
    ],
    ['branches: [main, main]', '3:22  branches[1]: `main` stands in the list twice'],
    ['branches: main', '3:15  branches: `main` must be a list, such as [main]'],
    [
      'environment: ""',
      '3:18  environment: `""` must be the name of an environment: text on one line, at most 255 characters',
    ],
  ])('refuses %s', (line, message) => {
    expect(mistakes(target(line))).toEqual([message.replace('  ', '  configurations.Staging.')])
  })

  test.each(['Pro duction', '-x', 'a.b', '$(x)', long(65)])('refuses the name %s', (name) => {
    const text = target('').replace('Staging', name)
    expect(mistakes(text)).toEqual([
      `2:3  configurations.${name.length > 60 ? `${name.slice(0, 59)}…` : name}: must be a name of letters, digits, _ and inner -, at most 64 characters`,
    ])
  })

  test('is one of at least one', () => {
    expect(mistakes('configurations: {}')).toEqual([
      '1:17  configurations: must hold at least one configuration',
    ])
  })

  test('names what is missing at the key that should hold it', () => {
    expect(mistakes('configurations:\n  Staging:\n    port: 22\n')).toEqual([
      '2:3  configurations.Staging.hostname: is missing (DNS name or IP address of the server)',
      '2:3  configurations.Staging.primary_service: is missing (The container that runs the project)',
    ])
    expect(mistakes('{}')).toEqual([
      '1:1  configurations: is missing (The targets by name, such as `Staging` and `Production`)',
    ])
  })
})

describe('secondary services', () => {
  const services = (text: string) =>
    staging(target(text)).services.map(({ name, type, settings }) => [name, type.type, settings])

  test('are written short and long', () => {
    expect(services('secondary_services:\n  - postgresql\n  - redis: { version: 7-alpine }')).toEqual([
      ['postgresql', 'postgresql', {}],
      ['redis', 'redis', { version: '7-alpine' }],
    ])
    expect(services('secondary_services:\n  - redis:\n  - postgresql: {}')).toEqual([
      ['redis', 'redis', {}],
      ['postgresql', 'postgresql', {}],
    ])
    expect(services('secondary_services: [redis: { version: 8 }]')).toEqual([
      ['redis', 'redis', { version: '8' }],
    ])
  })

  const at = 'configurations.Staging.secondary_services'
  test.each([
    [
      '[postgres]',
      `3:26  ${at}[0]: \`postgres\` must be one of ${names(serviceTypes, ', ')}; did you mean \`postgresql\`?`,
    ],
    ['[no-such]', `3:26  ${at}[0]: \`no-such\` must be one of ${names(serviceTypes, ', ')}`],
    ['[postgres: {}]', `3:26  ${at}[0].postgres: is not a key here; did you mean \`postgresql\`?`],
    [
      '[no-such: {}]',
      `3:26  ${at}[0].no-such: is not a key here; this mapping takes ${names(serviceTypes, ', ')}`,
    ],
    ['[5]', `3:26  ${at}[0]: \`5\` must be ${names(serviceTypes, ' or ')}, alone or with settings`],
    ['[{}]', `3:26  ${at}[0]: must name one type: ${names(serviceTypes, ' or ')}`],
    ['[{ redis: , postgresql: }]', `3:26  ${at}[0]: must name one type: ${names(serviceTypes, ' or ')}`],
    [
      '[redis, redis: {}]',
      `3:33  ${at}[1]: has the name \`redis\`, which another service has; give one of them a \`container_name\``,
    ],
    ['[redis: 8]', `3:33  ${at}[0].redis: \`8\` must be a mapping or empty`],
    [
      '[redis: { version: latest@sha }]',
      `3:44  ${at}[0].redis.version: \`latest@sha\` must be a tag of an image, such as 17 or 17-alpine`,
    ],
    ['[redis: { version: true }]', `3:44  ${at}[0].redis.version: \`true\` must be text or a number`],
    ['[redis: { versoin: 8 }]', `3:35  ${at}[0].redis.versoin: is not a key here; did you mean \`version\`?`],
    ['{ redis: {} }', `3:25  ${at}: is a mapping, and must be a list: each entry starts with \`- \``],
    ['redis', `3:25  ${at}: \`redis\` must be a list, such as [redis]`],
  ])('refuses %s', (list, message) => {
    expect(mistakes(target(`secondary_services: ${list}`))).toEqual([message])
  })

  test('are compared also beside an invalid one', () => {
    expect(mistakes(target('secondary_services: [redis, no-such, redis]'))).toHaveLength(2)
  })
})
