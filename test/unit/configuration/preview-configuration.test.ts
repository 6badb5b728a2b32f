import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serverName } from '../../../src/configuration/fields.ts'
import { loadDeployment } from '../../../src/configuration/load.ts'
import {
  type PreviewRequest,
  previewConfiguration,
  previewProjectName,
} from '../../../src/configuration/preview-configuration.ts'
import { branchSlug } from '../../../src/configuration/preview-names.ts'

const file = (staging: string, previews = '{}') =>
  loadDeployment(
    `configurations:
  Staging:
    hostname: staging.example.com
    project_name: shop
    ${staging}
previews: ${previews}
`,
    'deployment.yml',
  )

const baseText = `username: deploy
    hooks: { before_switch: [/bin/true] }
    primary_service:
      volumes: ['/srv/fonts:/fonts']
      memory: 256m
      project: { secrets: [SECRET_KEY], env_variables: { A: base } }
    secondary_services:
      - postgresql: { publish: ['127.0.0.1:5432:5432'], password: PG_PASSWORD, volumes: ['/srv/pg:/pg:ro', '/srv/data:/var/lib/postgresql', 'more:/more'] }
      - redis`

const ownText = `username: evil
    site: { redirect_www: add, headers: { x-robots-tag: all, X-Own: 'yes' } }
    hooks: { before_switch: [/bin/false] }
    server_names: [shop.example.com]
    primary_service:
      volumes: ['/srv:/host']
      memory: 2g
      project: { secrets: [OTHER], env_variables: { A: own }, repository: evil/other, ref: evil, source: deploy-key }
    secondary_services:
      - postgresql: { publish: ['0.0.0.0:5432:5432'], password: PG_PASSWORD, volumes: ['/srv:/host'] }
      - redis: { memory: 64m }
      - memcached`

const preview = (request: Partial<PreviewRequest> = {}, previews = '{ memory: 512m }') =>
  previewConfiguration({
    base: file(baseText, previews),
    own: file(ownText, previews),
    pull: { number: 12, headBranch: 'feature/a', isFork: false },
    repository: 'acme/shop',
    address: '203.0.113.5',
    ...request,
  })

describe('the preview of a pull request', () => {
  test('has from the base branch where it is, and what of the server it may touch', () => {
    expect(preview()).toMatchObject({
      hostname: 'staging.example.com',
      username: 'deploy',
      projectName: 'shop-pr-12',
      environment: 'Staging/pr-12',
      production: false,
      hooks: { beforeSwitch: [{ command: ['/bin/true'] }] },
      primary: { volumes: [{ source: '/srv/fonts' }] },
      project: { repository: undefined, ref: undefined, source: 'auto' },
      site: { redirectWww: 'none' },
      preview: { number: 12, branch: 'feature/a', of: 'shop', most: 10, expiresSeconds: 1_209_600 },
    })
  })

  test('has the rest from its own', () => {
    const { project, services } = preview()
    expect(project).toMatchObject({ envVariables: { A: 'own' }, secrets: [{ name: 'OTHER' }] })
    expect(services.map(({ name }) => name)).toEqual(['postgresql', 'redis', 'memcached'])
    expect(services[0]?.common).toMatchObject({
      publish: [],
      password: undefined,
      volumes: [{ source: '/srv/pg', readOnly: true }, { target: '/var/lib/postgresql' }, { source: 'more' }],
    })
  })

  test('has no data of the base’s: a folder of the server that a service writes to is a volume of its own', () => {
    for (const isFork of [false, true]) {
      const { services } = preview({ pull: { number: 12, headBranch: 'a', isFork } })
      const sources = services.flatMap(({ common }) => common.volumes.map(({ source }) => source))
      expect(sources).toEqual(['/srv/pg', expect.stringMatching(/^folder-[0-9a-f]{8}$/), 'more'])
    }
  })

  test('has no more of the server than the previews may', () => {
    const mib = 1024 ** 2
    const { primary, services } = preview()
    expect(primary.limits.memoryBytes).toBe(512 * mib)
    expect(services.map(({ common }) => common.limits.memoryBytes)).toEqual([512 * mib, 64 * mib, 512 * mib])
  })

  test('is no production, whatever it is made from', () => {
    const base = file('production: true\n    primary_service: { project: {} }')
    expect(preview({ base, own: undefined }).production).toBe(false)
  })

  test('is told to search engines as the previews say, not as its own file does', () => {
    const headers = (previews: string) => preview({}, previews).site.headers
    expect(headers('{}')).toEqual({ 'X-Own': 'yes', 'X-Robots-Tag': 'noindex, nofollow' })
    expect(headers('{ noindex: false }')).toEqual({ 'X-Own': 'yes', 'x-robots-tag': 'all' })
  })

  test('has no other secret in its build than the base’s, once the previews have secrets of their own', () => {
    const project = (secret: string, previews: string) =>
      file(`primary_service: { project: { build_secrets: [${secret}] } }`, previews)
    const buildSecrets = (previews: string) =>
      preview({ base: project('PIP_INDEX', previews), own: project('STRIPE_KEY', previews) }).project.settings
        .build_secrets
    expect(buildSecrets('{ secrets: [A] }')).toEqual([{ name: 'PIP_INDEX', from: 'PIP_INDEX' }])
    expect(buildSecrets('{}')).toEqual([{ name: 'STRIPE_KEY', from: 'STRIPE_KEY' }])
  })

  test('takes no login to another registry than the base’s, once the previews have secrets of their own', () => {
    const project = (image: string, password: string) =>
      file(
        `primary_service: { project: { type: image, image: '${image}', port: 80, registry: { username: bot, password: ${password} } } }`,
        '{ secrets: [A] }',
      )
    const login = (image: string) =>
      preview({ base: project('ghcr.io/acme/shop:1', 'TOKEN'), own: project(image, 'STRIPE_KEY') }).project
        .settings.registry
    expect(login('ghcr.io/acme/shop:2')).toEqual({ username: 'bot', password: 'TOKEN' })
    for (const image of ['evil.example.com/shop:1', 'shop:1', 'ghcr.io:8443/acme/shop:2'])
      expect(login(image)).toBeUndefined()
  })

  test('has the services and the secrets that the previews name', () => {
    const chosen = preview({}, '{ services: [redis], secrets: [{ SECRET_KEY: PREVIEW_KEY }] }')
    expect(chosen.services.map(({ name }) => name)).toEqual(['redis'])
    expect(chosen.project.secrets).toEqual([{ name: 'SECRET_KEY', from: 'PREVIEW_KEY' }])
  })

  test('of a fork has no secret in its build, as what a stranger has installed could read it', () => {
    const base = file('primary_service: { project: { build_secrets: [PIP_INDEX] } }')
    const buildSecrets = (isFork: boolean) =>
      preview({ base, own: undefined, pull: { number: 12, headBranch: 'a', isFork } }).project.settings
        .build_secrets
    expect(buildSecrets(false)).toEqual([{ name: 'PIP_INDEX', from: 'PIP_INDEX' }])
    expect(buildSecrets(true)).toEqual([])
  })

  test('of a fork has nothing of its own, and no secret that is not the previews’', () => {
    const fork = preview({ pull: { number: 12, headBranch: 'feature/a', isFork: true } })
    expect(fork.project).toMatchObject({ envVariables: { A: 'base' }, secrets: [] })
    expect(fork.services.map(({ name }) => name)).toEqual(['postgresql', 'redis'])
    expect(fork.preview?.isFork).toBe(true)
  })
})

describe('the name of a preview’s site', () => {
  const names = (previews: string, request: Partial<PreviewRequest> = {}) =>
    preview(request, previews).serverNames

  test.each([
    ['203.0.113.5', 'pr-12-shop.203-0-113-5.sslip.io'],
    ['2001:db8::1', 'pr-12-shop.2001-db8--1.sslip.io'],
    ['::1', 'pr-12-shop.0--1.sslip.io'],
  ])('needs no DNS: %s', (address, name) => {
    expect(names('{}', { address })).toEqual([name])
  })

  test('is made from the patterns', () => {
    expect(
      names("{ server_names: ['pr-{number}.preview.example.com', '{branch}.{project}.example.com'] }"),
    ).toEqual(['pr-12.preview.example.com', `${branchSlug('feature/a')}-12.shop.example.com`])
  })

  test('is nobody else’s: of a hundred branches no two share one, and all are names', {
    timeout: 60_000,
  }, () => {
    const branches = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 250 }), {
      minLength: 100,
      maxLength: 100,
    })
    fc.assert(
      fc.property(branches, (list) => {
        const all = list.flatMap((headBranch, index) =>
          names("{ server_names: ['{branch}.preview.example.com'] }", {
            pull: { number: index + 1, headBranch, isFork: false },
          }),
        )
        expect(new Set(all).size).toBe(100)
        for (const name of all) expect(serverName.safeParse(name).data).toBe(name)
      }),
      { seed: 1, numRuns: 3 },
    )
    expect(branchSlug('feature/a')).not.toBe(branchSlug('feature-a'))
    expect(branchSlug('feature-a')).toBe('feature-a')
  })

  test('is nobody else’s, also of pull requests whose branches have one name, as forks have them', () => {
    const all = Array.from({ length: 100 }, (_, index) =>
      names("{ server_names: ['{branch}.preview.example.com'] }", {
        pull: { number: index + 1, headBranch: index % 2 === 0 ? 'patch-1' : 'patch', isFork: true },
      }),
    ).flat()
    expect(new Set(all).size).toBe(100)
  })

  test('is one that DNS takes, however long the project’s is', () => {
    const long = 'a'.repeat(32)
    expect(previewProjectName(long, 123_456).length).toBeLessThanOrEqual(32)
    expect(previewProjectName(long, 7)).not.toBe(previewProjectName(`${long.slice(0, -1)}b`, 7))
    expect(previewProjectName(long, 7)).toMatch(/^[a-z0-9-]+-pr-7$/)
  })
})

describe('`previews` in a file', () => {
  const mistake = (previews: string) => {
    try {
      file('primary_service: { project: {} }\n    secondary_services: [redis]', previews)
      return undefined
    } catch (error) {
      return String(Object(error).details.why)
    }
  }

  test.each([
    ['{ configuration: Stagin }', 'must be one of the configurations: Staging'],
    ['{ services: [reddis] }', 'must be one of the configuration’s services: redis'],
    ['{ server_names: [preview.example.com] }', 'must have {number} or {branch} in it'],
    ["{ server_names: ['{name}.example.com'] }", 'no other place than {number}, {branch} and {project}'],
    ["{ server_names: ['{number}'] }", 'must be a DNS name once its places are filled'],
    ['{ seed: [{ name: migrate, command: load }] }', 'has the name `migrate`, which another task has'],
    [
      '{ seed: [{ name: a, command: b }, { name: a, command: c }] }',
      'has the name `a`, which another task has',
    ],
    ['{ expires_after: 3 weeks }', 'must be hours or days, such as 12h or 7d, or never'],
    ['{ label: Preview, skip_label: preview }', 'must be another label than `label`'],
    ['{ max: 0 }', 'must be a whole number from 1 to 200'],
    ['{ colour: red }', 'is not a key here'],
  ])('%s', (previews, told) => {
    expect(mistake(previews)).toContain(told)
    expect(mistake(previews)).toMatch(/^deployment\.yml:\d+:\d+ {2}previews/m)
  })
})
