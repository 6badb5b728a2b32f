import { describe, expect, test } from 'vitest'
import { loadDeployment } from '../../src/configuration/load.ts'
import { Failure } from '../../src/report/failure.ts'
import { hardDeployments } from './hard-deployments.ts'
import { impossibleTexts } from './hard-texts.ts'
import { stacksOf } from './stacks.ts'

/** A deployment file in JSON, a key a line, with one thing in it changed. */
const deployment = (change: object, project: object = {}): string =>
  JSON.stringify(
    {
      configurations: {
        Staging: { hostname: 'example.com', primary_service: { project }, ...change },
      },
    },
    undefined,
    1,
  )

/** What is said of the file's mistakes, by place. */
function mistakes(text: string): readonly string[] {
  try {
    loadDeployment(text, 'deployment.yml')
    return []
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return (error.details.annotations ?? []).map(
      ({ line, column, message }) => `${line}:${column} ${message}`,
    )
  }
}

const custom = (settings: object): object => ({
  processes: [{ custom: { name: 'worker', command: 'run', ...settings } }],
})

/** What would become syntax of nginx, a shell, supervisor, cron, Docker or git: refused where it stands. */
const refused: readonly (readonly [string, string, string])[] = [
  ...[
    'a.com; return 200',
    'a.com}',
    '$host',
    '~^.*$',
    '"a.com"',
    'a.com\nb.com',
    'https://a.com',
    'a b',
    '*',
    'a.com/x',
    '',
  ].map(
    (name) =>
      [
        `server_names: ${JSON.stringify(name)}`,
        deployment({ server_names: [name] }),
        'server_names[0]',
      ] as const,
  ),
  ...['$(reboot)', '`reboot`', 'a b', '-b', 'a;b', 'a..b', 'a\nb', '|x', 'a\\b', ''].map(
    (branch) => [`ref: ${JSON.stringify(branch)}`, deployment({}, { ref: branch }), 'project.ref'] as const,
  ),
  ...['$(reboot)', '`reboot`', 'a;b', 'a\nb', 'a|b', ''].map(
    (branch) =>
      [`branches: ${JSON.stringify(branch)}`, deployment({ branches: [branch] }), 'branches[0]'] as const,
  ),
  ...[
    'a\nb',
    'a\ncommand=reboot',
    '[x]',
    'a;b',
    'a b',
    'a%b',
    '%(x)s',
    '../x',
    'a/b',
    '-a',
    'A',
    'web',
    '',
  ].map(
    (name) =>
      [`a process called ${JSON.stringify(name)}`, deployment({}, custom({ name })), 'custom.name'] as const,
  ),
  ...['', ' ', "it's", 'a "b', 'a\\', ...impossibleTexts].map(
    (command) =>
      [`command: ${JSON.stringify(command)}`, deployment({}, custom({ command })), 'custom.command'] as const,
  ),
  ...['A B', 'A=B', '1A', 'A-B', 'A\nB', '$A', ''].map(
    (name) =>
      [
        `a variable called ${JSON.stringify(name)}`,
        deployment({}, { env_variables: { [name]: 'x' } }),
        'env_variables',
      ] as const,
  ),
  ...impossibleTexts.map(
    (value) =>
      [
        `a variable with ${JSON.stringify(value)}`,
        deployment({}, { env_variables: { A: value } }),
        'env_variables.A',
      ] as const,
  ),
  ...['a\nb', 'a\r\nSet-Cookie: x', 'größe', '\u007F', '', '\0'].map(
    (value) =>
      [
        `a header with ${JSON.stringify(value)}`,
        deployment({ site: { headers: { 'X-A': value } } }),
        'headers.X-A',
      ] as const,
  ),
  ...['X A', 'X:A', 'X;A', '$x', '"', 'X\nA', ''].map(
    (name) =>
      [
        `a header called ${JSON.stringify(name)}`,
        deployment({ site: { headers: { [name]: 'x' } } }),
        'headers',
      ] as const,
  ),
  ...[
    'a\nRUN reboot',
    'a b',
    'a;b',
    '$(x)',
    'debian',
    'debian:x y',
    `${'a'.repeat(201)}:1`,
    'Registry/app:1',
    '',
  ].map(
    (image) =>
      [
        `base_image: ${JSON.stringify(image)}`,
        deployment({ primary_service: { base_image: image, project: {} } }),
        'base_image',
      ] as const,
  ),
  ...['a b', 'a;reboot', 'a\nRUN reboot', '--allow', '$(x)', 'a && b', ''].map(
    (name) =>
      [
        `apt_packages: ${JSON.stringify(name)}`,
        deployment({}, { apt_packages: [name] }),
        'apt_packages[0]',
      ] as const,
  ),
  ...['/a b', '/a;b', '/a\nb', '/a"b', '/a$b', '/../etc', 'a', '/', ''].map(
    (path) =>
      [`location: ${JSON.stringify(path)}`, deployment({}, { location: path }), 'project.location'] as const,
  ),
  ...['a b', '../a', '/a', 'a"b', 'a\nb', 'a,b]', '$a', ''].map(
    (path) =>
      [
        `requirements: ${JSON.stringify(path)}`,
        deployment({}, { requirements: path }),
        'project.requirements',
      ] as const,
  ),
  ...['/ x', '/\n', '/"', '/;', '/$(x)', 'x', ''].map(
    (path) =>
      [
        `health_check: ${JSON.stringify(path)}`,
        deployment({}, { health_check: { path } }),
        'health_check.path',
      ] as const,
  ),
  ...['a:b', '/a:/b:x', 'a:/b c', '/a/../b:/c', '/a:/b\n', '$x:/a', ''].map(
    (volume) =>
      [
        `volumes: ${JSON.stringify(volume)}`,
        deployment({ primary_service: { volumes: [volume], project: {} } }),
        'volumes[0]',
      ] as const,
  ),
  ...['* * * *', '* * * * * root', '* * * * *\n* * * * * root reboot', '@daily', '60 * * * *', '%', ''].map(
    (schedule) =>
      [
        `schedule: ${JSON.stringify(schedule)}`,
        deployment({}, { processes: [{ cron: { jobs: [{ name: 'a', command: 'x', schedule }] } }] }),
        'jobs[0].schedule',
      ] as const,
  ),
]

describe('a value that would become syntax is refused at its place', () => {
  test.each(refused)('%s', (_, text, path) => {
    const [mistake = ''] = mistakes(text)
    expect(mistake).toContain(path)
    const [line = 0, column = 0] = mistake.split(/[: ]/).map(Number)
    const key =
      path
        .split('.')
        .at(-1)
        ?.replace(/\[\d+\]$/, '') ?? ''
    const lines = text.split('\n')
    const there = lines.slice(Math.max(0, line - 2), line).join('\n')
    expect(column).toBeGreaterThan(1)
    expect(there).toContain(key.split(' ')[0])
    expect(mistakes(text)).toHaveLength(1)
  })

  test('a key that every object has', () => {
    expect(mistakes('configurations:\n  __proto__: { hostname: a.de }\n')[0]).toMatch(/^2:3 .*__proto__/)
  })
})

describe('a value that may be any text', () => {
  const stacks = hardDeployments.flatMap((data) =>
    stacksOf(loadDeployment(JSON.stringify(data), 'deployment.yml')),
  )

  test('reaches the container in its environment, character by character', () => {
    for (const { configuration, release } of stacks)
      expect(release.env).toMatchObject(configuration.project.envVariables)
  })

  test('stands in no file but in a shell script or in nginx’s, where the programs themselves are asked', () => {
    for (const { release } of stacks) {
      const texts = [release.dockerfile, release.mount['supervisord.conf'], release.mount['entrypoint.sh']]
      for (const text of texts) expect(text).not.toMatch(/reboot|HARD_|includeSubDomains/)
    }
  })
})
