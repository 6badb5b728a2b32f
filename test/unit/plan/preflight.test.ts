import { describe, expect, test } from 'vitest'
import type { Facts, Scope } from '../../../src/plan/plan.ts'
import { preflight } from '../../../src/plan/preflight.ts'
import { Failure } from '../../../src/report/failure.ts'
import { usageOf } from '../../../src/server/engine/usage.ts'
import { bareServer, builtServer, desiredState, releaseFact, withContainer, withFacts } from '../sample.ts'

const buildAll: Scope = { services: true, site: true, release: true }
const buildProject: Scope = { services: false, site: true, release: true }
const update: Scope = { services: false, site: false, release: true }

const desired = desiredState((text) =>
  text.replace('    primary_service:', '    site: { redirect_www: remove }\n    primary_service:'),
)
const built = builtServer(desired)

const full = { freeKiB: 204_800, totalKiB: 10_485_760, path: '/var/lib/docker' }

/** What is in the way; undefined when nothing is. */
const found = (facts: Facts, scope = buildAll) => {
  try {
    preflight(desired, facts, scope, 'root@server:22')
    return undefined
  } catch (error) {
    if (error instanceof Failure) return error.details
    throw error
  }
}

describe('preflight', () => {
  test.each<readonly [string, Facts, Scope]>([
    ['a bare server', bareServer, buildAll],
    ['a server that is built', built, buildAll],
    ['an update of it', built, update],
    ['its project', built, buildProject],
    ['port 80, when our nginx has it', withFacts(built, { host: { port80: '"nginx",pid=1' } }), buildAll],
    ['a full disk, when there is nothing to do', withFacts(built, { host: { disk: full } }), buildAll],
    [
      'a full disk, when an interrupted run may have left what takes it',
      withFacts(built, { host: { disk: full, releases: [releaseFact(8, { good: false })] } }),
      buildAll,
    ],
    ['a login of the group docker', withFacts(built, { host: { isRoot: false, hasApt: true } }), buildAll],
    [
      'another project with another name',
      withFacts(built, {
        host: { sites: [{ project: 'shop', hash: '', serverNames: ['shop.example.com'] }] },
      }),
      buildAll,
    ],
  ])('lets pass %s', (_, facts, scope) => {
    expect(found(facts, scope)).toBeUndefined()
  })

  test.each<readonly [string, Facts, Scope, string, string]>([
    [
      'no Docker and no apt',
      withFacts(bareServer, { host: { hasApt: false, os: 'alpine 3.22' } }),
      buildAll,
      'There is no Docker on the server',
      'It cannot be installed from packages here: there is no apt-get (alpine 3.22).',
    ],
    [
      'no Docker for a login that may not install it',
      withFacts(bareServer, { host: { isRoot: false } }),
      buildAll,
      'There is no Docker on the server',
      'The login may not install packages.',
    ],
    [
      'no BuildKit and no apt',
      withFacts(built, { host: { hasBuildKit: false, hasApt: false, os: 'fedora 43' } }),
      buildAll,
      'Docker on the server cannot build with BuildKit',
      'It cannot be installed from packages here: there is no apt-get (fedora 43).',
    ],
    [
      'a disk that is nearly full',
      withFacts(built, { host: { disk: full, releases: [] } }),
      update,
      'The server’s disk is nearly full',
      '200 MiB of 10240 MiB are free for /var/lib/docker; a deploy wants 1024 MiB.',
    ],
    [
      'another program on port 80',
      withFacts(bareServer, { host: { port80: '"apache2",pid=77' } }),
      buildAll,
      'Port 80 of the server is taken',
      'The program apache2 (process 77) listens on it.',
    ],
    [
      'an unknown program on port 80',
      withFacts(bareServer, { host: { port80: '' } }),
      buildAll,
      'Port 80 of the server is taken',
      'A program listens on it.',
    ],
    [
      'another owner of the name',
      withFacts(built, { host: { owner: { repository: 'acme/other', configuration: 'Production' } } }),
      update,
      'The project name guestbook is taken on this server',
      'It belongs to acme/other, configuration Production.',
    ],
    [
      'another configuration of the same repository',
      withFacts(built, { host: { owner: { repository: 'acme/guestbook', configuration: 'Production' } } }),
      update,
      'The project name guestbook is taken on this server',
      'It belongs to acme/guestbook, configuration Production.',
    ],
    [
      'another project’s server name',
      withFacts(built, {
        host: {
          sites: [
            {
              project: 'shop',
              hash: '',
              serverNames: ['staging.example.com'],
              owner: { repository: 'acme/shop', configuration: 'Production' },
            },
          ],
        },
      }),
      buildAll,
      'The server name staging.example.com is taken on this server',
      'It belongs to the project shop of acme/shop, configuration Production.',
    ],
    [
      'another project’s server name that ours would redirect',
      withFacts(built, {
        host: { sites: [{ project: 'shop', hash: '', serverNames: ['www.staging.example.com'] }] },
      }),
      buildAll,
      'The server name www.staging.example.com is taken on this server',
      'It belongs to the project shop.',
    ],
    [
      'an update of a server without services and site',
      withFacts(bareServer, { host: { hasDocker: true, hasBuildKit: true } }),
      update,
      'The server is not built yet',
      'It lacks nginx, Consul in the project’s network, postgresql, redis, the site, which this command does not make.',
    ],
    [
      'a project on a server where nginx stands still',
      withContainer(built, 'jetee-nginx', { running: false }),
      buildProject,
      'The server is not built yet',
      'It lacks nginx, which this command does not make.',
    ],
  ])('finds %s', (_, facts, scope, what, why) => {
    const details = found(facts, scope)
    expect(details).toMatchObject({
      what,
      why,
      where: 'root@server:22',
      stands: 'Nothing on the server was changed.',
    })
    expect(details?.next).toBeTruthy()
  })

  test('tells where a name comes from that the file does not list', () => {
    const taken = (name: string) =>
      found(withFacts(built, { host: { sites: [{ project: 'shop', hash: '', serverNames: [name] }] } }))?.next
    expect(taken('www.staging.example.com')).toContain('redirect_www')
    expect(taken('staging.example.com')).not.toContain('redirect_www')
  })

  test('lets a wildcard stand beside a name that it covers: nginx takes the exact name first', () => {
    const facts = withFacts(built, {
      host: { sites: [{ project: 'shop', hash: '', serverNames: ['*.example.com'] }] },
    })
    expect(found(facts)).toBeUndefined()
  })

  test('proposes a free name', () => {
    const facts = withFacts(built, { host: { owner: { repository: 'acme/other', configuration: 'X' } } })
    expect(found(facts)?.next).toBe('Set another `project_name`, such as guestbook-staging.')
  })

  test('names all that it finds at once', () => {
    const details = found(
      withFacts(bareServer, {
        host: { hasApt: false, port80: '"apache2",pid=77', disk: { freeKiB: 1, totalKiB: 2, path: '/' } },
      }),
    )
    expect(details?.what).toBe('The server is not ready: 3 things are in the way')
    expect(details?.why?.split('\n').map((line) => line.split(':')[0])).toEqual([
      'There is no Docker on the server',
      'The server’s disk is nearly full',
      'Port 80 of the server is taken',
    ])
  })
})

describe('a full disk', () => {
  const answer = {
    LayersSize: 3 * 1024 ** 3,
    Images: [
      {
        Size: 900 * 1024 ** 2,
        SharedSize: 400 * 1024 ** 2,
        Containers: 1,
        Labels: { 'jetee.project': 'shop' },
      },
      { Size: 2 * 1024 ** 3, SharedSize: -1, Containers: 0, Labels: null },
      { Size: 100 * 1024 ** 2, SharedSize: 0, Containers: 0, Labels: null, RepoTags: ['jetee/blog:4'] },
    ].map((image) => ({ RepoTags: null, ...image })),
    Containers: [{ SizeRw: 5 * 1024 ** 2, Labels: { 'jetee.project': 'shop' } }, { Labels: {} }],
    Volumes: [
      { Labels: { 'jetee.project': 'shop' }, UsageData: { Size: 70 * 1024 ** 2 } },
      { Labels: null, UsageData: { Size: -1 } },
    ],
    BuildCache: [
      { Size: 1024 ** 3, InUse: false, Shared: false },
      { Size: 1024 ** 3, InUse: true, Shared: false },
      { Size: 1024 ** 3, InUse: false, Shared: true },
    ],
  }
  const details = found(
    withFacts(built, {
      host: {
        disk: { ...full, logs: { containersKiB: 20_480, systemKiB: 102_400 } },
        releases: [],
      },
      engine: { usage: usageOf(answer) },
    }),
    update,
  )

  test('is told with what takes it, by project', () => {
    expect(details?.why).toBe(
      '200 MiB of 10240 MiB are free for /var/lib/docker; a deploy wants 1024 MiB. What takes it: ' +
        'images 3.0 GiB (others 2.0 GiB, shop 500 MiB, blog 100 MiB in layers of their own); build cache 2.0 GiB; ' +
        'volumes 70 MiB (shop 70 MiB); containers 5 MiB (shop 5 MiB); logs of containers 20 MiB, of the server 100 MiB.',
    )
  })

  test('is told with what would free it, which is nothing that a project needs', () => {
    expect(details?.next).toContain('`docker builder prune` (1.0 GiB,')
    expect(details?.next).toContain('(2.0 GiB; it also takes')
    expect(details?.next).toContain('logs of the server: 100 MiB')
  })

  test('can be told by an engine that answers less', () => {
    expect(usageOf({ Images: null, Volumes: null })).toMatchObject({ imageBytes: 0, cacheBytes: 0 })
  })
})
