import { describe, expect, test } from 'vitest'
import { changesOf } from '../../../src/plan/diff.ts'
import { containerFields } from '../../../src/plan/diff-container.ts'
import type { Field } from '../../../src/plan/field.ts'
import { type DesiredState, type Facts, makePlan } from '../../../src/plan/plan.ts'
import type { ContainerFact } from '../../../src/server/engine/facts.ts'
import { type ContainerSpec, withSpecLabel } from '../../../src/stack/container.ts'
import { bareServer, builtServer, consulAddress, desiredState, withContainer, withFacts } from '../sample.ts'

const scope = { services: true, site: true, release: true }
const commit = { commit: 'c'.repeat(40), subject: 'First' }

const arrow = ({ name, old, new: now }: Field) => `${name}: ${old ?? '–'} → ${now ?? '–'}`

/** What a plan would change: the fields of each step, as lines. */
const changes = (desired: DesiredState, facts: Facts, now = commit) =>
  Object.fromEntries(
    changesOf(makePlan(desired, facts, scope), desired, facts, now).map(({ step, fields }) => [
      step,
      fields.map(arrow),
    ]),
  )

const base = (text: string) =>
  text
    .replace('    primary_service:', '    site: { headers: { X-A: "1", X-B: "2" } }\n    primary_service:')
    .replace('- postgresql', '- postgresql: { version: 16 }')
    .replace('secrets:', 'env_variables: { LOG_LEVEL: info, GONE: "1" }\n        secrets:')
const before = desiredState(base)
const built = builtServer(before)

/** What would change on the server where `base` was deployed, for another text. */
const redeploy = (
  change: (text: string) => string,
  options?: Parameters<typeof desiredState>[1],
  now = commit,
) =>
  changes(
    desiredState((text) => change(base(text)), options),
    built,
    now,
  )

const release = { start: ['container: – → guestbook-app-8'], switch: ['live release: 7 → 8'] }

describe('the fields of a plan', () => {
  test('tell what a site had that is taken away', () => {
    const fields = redeploy((text) => text.replace(/ +- uwsgi.*\n/, ''))['site removal']
    expect(fields).toContain('server_names: staging.example.com → –')
    expect(fields?.every((field) => field.endsWith('→ –'))).toBe(true)
  })

  test('are none when nothing is to be done', () => {
    expect(changes(before, built)).toEqual({})
  })

  test.each<readonly [string, string, string, Readonly<Record<string, readonly string[]>>]>([
    [
      'the version of a service',
      'version: 16',
      'version: 17',
      { 'service postgresql': ['image: postgres:16 → postgres:17'] },
    ],
    [
      'a published port, once',
      '- redis',
      '- redis: { publish: ["127.0.0.1:6379:6379"] }',
      { 'service redis': ['publish: – → 127.0.0.1:6379:6379'] },
    ],
    [
      'the site',
      'site: { headers: { X-A: "1", X-B: "2" } }',
      'site: { max_body_size: 1g, redirect_www: add, headers: { X-A: "3", X-C: "4" } }',
      {
        site: [
          'max_body_size: 100m → 1g',
          'redirect_www: none → add',
          'header X-A: 1 → 3',
          'header X-C: – → 4',
          'header X-B: 2 → –',
        ],
        // Of the names, one stands in the question for health.
        entrance: [
          'entrance.conf line 55:     add_header X-A "1" always;\n    add_header X-B "2" always; →     add_header X-A "3" always;\n    add_header X-C "4" always;',
          'entrance.conf line 58:     client_max_body_size 100m; →     client_max_body_size 1g;',
          'entrance.conf line 67:       add_header X-A "1" always;\n      add_header X-B "2" always; →       add_header X-A "3" always;\n      add_header X-C "4" always;',
          'entrance.conf line 84:       add_header X-A "1" always;\n      add_header X-B "2" always; →       add_header X-A "3" always;\n      add_header X-C "4" always;',
          'entrance.conf line 95:       add_header X-A "1" always;\n      add_header X-B "2" always; →       add_header X-A "3" always;\n      add_header X-C "4" always;',
          'entrance.conf line 157:       proxy_set_header Host staging.example.com; →       proxy_set_header Host www.staging.example.com;',
          'entrance.conf line 162:       proxy_set_header X-Forwarded-Host staging.example.com; →       proxy_set_header X-Forwarded-Host www.staging.example.com;',
        ],
      },
    ],
    [
      'the project’s environment',
      'LOG_LEVEL: info, GONE: "1"',
      'LOG_LEVEL: debug, NEW: "a\\nb"',
      { image: ['env LOG_LEVEL: info → debug', 'env NEW: – → a\nb', 'env GONE: 1 → –'], ...release },
    ],
    [
      'the command of a process',
      'command: python worker.py',
      'command: python work.py --x "a b"',
      { image: ["process worker command: python worker.py → python work.py --x 'a b'"], ...release },
    ],
    [
      'a process that is new, and one that goes',
      'custom: { name: worker, command: python worker.py }',
      'custom: { name: mailer, command: python mail.py }',
      { image: ['process mailer: – → python mail.py', 'process worker: python worker.py → –'], ...release },
    ],
  ])('name %s', (_, from, to, expected) => {
    const found = redeploy((text) => {
      expect(text).toContain(from)
      return text.replace(from, to)
    })
    expect(found).toEqual(expected)
  })

  test('show packages, and the line of the Dockerfile that they change', () => {
    const { image = [] } = redeploy((text) => text.replace('python3-redis', 'python3-redis, gettext'))
    expect(image).toHaveLength(2)
    expect(image[0]).toMatch(/^apt_packages: .*python3-redis .*→ .*python3-redis gettext/)
    expect(image[1]).toMatch(/^Dockerfile line \d+: .*python3-redis.* → .*python3-redis gettext/)
  })

  test('show the commit', () => {
    const now = { commit: 'd'.repeat(40), subject: 'Second' }
    expect(redeploy((text) => text, { tree: 'b'.repeat(40) }, now)).toEqual({
      image: ['commit: cccccccccccc First → dddddddddddd Second'],
      ...release,
    })
  })

  test('say that a secret is another one, and never which', () => {
    const found = redeploy((text) => text, { secret: 'an0ther' })
    expect(found).toEqual({ image: ['env SECRET_KEY: *** → *** (another one)'], ...release })
    const all = JSON.stringify([
      found,
      changes(before, bareServer),
      before.release.parts,
      before.services.map(({ spec }) => spec),
    ])
    for (const secret of ['an0ther', 's3cret', 'pg-password', 'redis-password'])
      expect(all).not.toContain(secret)
  })

  test('hide a password that stands inside of an address', () => {
    const { env } = before.release.parts
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'POSTGRESQL_PASSWORD', 'SECRET_KEY'])
      expect(env[name]).toEqual({ 'keyed hash': expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(env).toMatchObject({ POSTGRESQL_HOST: 'guestbook-postgresql', LOG_LEVEL: 'info' })
  })

  test('of a bare server are what the file says', () => {
    const found = changes(before, bareServer)
    expect(found).toMatchObject({
      folders: [
        'owner: – → acme/guestbook, configuration Staging',
        'key: – → ***',
        'password of postgresql: – → ***',
        'password of redis: – → ***',
      ],
      docker: [
        'Docker: – → from the distribution’s packages',
        'daemon.json: – → {\n  "live-restore": true\n}',
      ],
      network: ['network: – → jetee-guestbook'],
      switch: ['live release: – → 1'],
    })
    expect(found.image).toEqual(
      expect.arrayContaining([
        'commit: – → cccccccccccc First',
        'base_image: – → debian:trixie-slim',
        expect.stringMatching(/^release task migrate: – → python .*manage.py migrate --noinput$/),
        'env SECRET_KEY: – → ***',
        'process worker: – → python worker.py',
      ]),
    )
    expect(found['service postgresql']).toEqual(
      expect.arrayContaining(['image: – → postgres:16', 'env POSTGRES_USER: – → guestbook']),
    )
    expect(JSON.stringify(found)).not.toMatch(/NetworkMode|LogConfig|Dockerfile/)
  })

  test('of a password that has not opened its data are that it will be tried', () => {
    expect(changes(before, withFacts(built, { host: { untried: ['postgresql'] } }))).toEqual({
      'service postgresql': ['password: untried → tried'],
    })
  })

  test('of what stands still are that it will run', () => {
    expect(changes(before, withContainer(built, 'guestbook-redis', { running: false }))).toEqual({
      'service redis': ['state: stopped → running'],
    })
    expect(changes(before, withContainer(built, 'jetee-nginx', { running: false }))).toEqual({
      nginx: ['state: stopped → running'],
    })
  })

  test('compare the texts that another version of the deployer has written, line by line', () => {
    const older = withFacts(built, {
      host: {
        nginxConfHash: 'other',
        nginxConf: before.front.conf.replace('keepalive_timeout 65;', 'keepalive_timeout 60;\n  # gone'),
        sites: built.host.sites.map((site) => ({ ...site, hash: 'other' })),
        siteConf: before.site?.conf.replace('5s;', '6s;'),
        parts: {
          ...before.release.parts,
          mount: { ...before.release.parts.mount, 'entrypoint.sh': 'exec x\n' },
        },
        releases: built.host.releases.map((other) => ({
          ...other,
          record: other.record && { ...other.record, spec: 'older' },
        })),
      },
    })
    const found = changes(before, older)
    expect(found.nginx).toEqual([
      expect.stringMatching(
        /^nginx\.conf line \d+: {3}keepalive_timeout 60;\n {2}# gone → {3}keepalive_timeout 65;$/,
      ),
    ])
    expect(found.site).toEqual([
      expect.stringMatching(
        /^site\.conf line \d+: {5}proxy_connect_timeout 6s; → {5}proxy_connect_timeout 5s;$/,
      ),
    ])
    expect(found.image).toEqual([expect.stringMatching(/^entrypoint\.sh line 1: exec x → # The container/)])
  })

  test('have a word for what does not tell what it was made from', () => {
    const facts = withContainer(built, 'guestbook-redis', {
      labels: { 'jetee.spec': 'older', 'jetee.dns': consulAddress },
    })
    const spec = before.services[1]?.spec.Labels['jetee.spec']
    expect(changes(before, facts)).toEqual({ 'service redis': [`specification: older → ${spec}`] })
  })

  test('have a word for a release of which another version of the deployer knew less', () => {
    const { tasks: _, ...parts } = before.release.parts
    const releases = built.host.releases.map((other) => ({
      ...other,
      record: other.record && { ...other.record, spec: 'older' },
    }))
    const older = withFacts(built, { host: { parts: parts as typeof before.release.parts, releases } })
    expect(changes(before, older).image).toEqual(['made by: another version of the deployer → this version'])
    const same = withFacts(built, { host: { releases } })
    expect(changes(before, same).image).toEqual([`specification: older → ${before.release.hash}`])
  })

  test('name a site that nginx has not loaded', () => {
    const facts = withFacts(built, {
      host: { sites: built.host.sites.map((site) => ({ ...site, hash: 'unloaded' })) },
    })
    expect(changes(before, facts)).toEqual({ site: ['state: not loaded → loaded'] })
  })

  test('stand behind every step', () => {
    const half = withFacts(built, {
      host: {
        releases: [...built.host.releases, { number: 8, good: false, active: false, record: undefined }],
        parts: undefined,
      },
    })
    for (const facts of [bareServer, half])
      for (const [step, fields] of Object.entries(changes(desiredState(), facts)))
        expect(fields.length, step).toBeGreaterThan(0)
  })
})

describe('the fields of a container', () => {
  const spec = (change: Partial<ContainerSpec>, host: Partial<ContainerSpec['HostConfig']> = {}) =>
    withSpecLabel({
      Image: 'acme/search:1',
      Labels: { 'jetee.project': 'shop', 'jetee.service': 'search' },
      ...change,
      HostConfig: {
        NetworkMode: 'jetee-shop',
        RestartPolicy: { Name: 'always' },
        LogConfig: { Type: 'json-file', Config: {} },
        ...host,
      },
    })
  const fact = ({ Labels }: ContainerSpec): ContainerFact => ({
    id: 'id',
    name: 'shop-search',
    image: '',
    running: true,
    labels: Labels,
    addresses: {},
  })
  const old = spec(
    { Env: ['LOG=info', 'OLD=a=b'], Cmd: ['serve', '--name', 'a b'], StopTimeout: 10 },
    { Memory: 256 * 1024 ** 2, Binds: ['shop-search-data:/data', '/srv:/srv:ro'], NanoCpus: 1.5e9 },
  )

  test.each<readonly [string, ContainerSpec, readonly string[]]>([
    [
      'everything',
      spec(
        { Image: 'acme/search:2', Env: ['LOG=debug', 'NEW=x'], StopTimeout: 20 },
        {
          Memory: 1024 ** 3,
          MemorySwap: 1024 ** 3,
          Binds: ['shop-search-data:/data', '/srv:/srv', 'more:/more'],
          PortBindings: { '9200/tcp': [{ HostIp: '127.0.0.1', HostPort: '9200' }] },
        },
      ),
      [
        'image: acme/search:1 → acme/search:2',
        'env LOG: info → debug',
        'env NEW: – → x',
        'memory: 256m → 1024m',
        'volume /srv: /srv:ro → /srv',
        'volume /more: – → more',
        'publish: – → 127.0.0.1:9200:9200',
        "command: serve --name 'a b' → –",
        'env OLD: a=b → –',
        'cpus: 1.5 → –',
        'StopTimeout: 10 → 20',
      ],
    ],
    ['nothing', old, []],
  ])('name %s', (_, now, expected) => {
    expect(containerFields(fact(old), now).map(arrow)).toEqual(expected)
  })

  test('say that a secret file is another one', () => {
    const { Labels: _, ...rest } = old
    const withFiles = (hash: string) => withSpecLabel({ ...rest, Labels: {} }, hash)
    expect(containerFields(fact(withFiles('one')), withFiles('two')).map(arrow)).toEqual([
      'secret files: *** → *** (another one)',
    ])
  })
})
