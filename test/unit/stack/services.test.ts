import { describe, expect, test } from 'vitest'
import { shopService } from './service.ts'

describe('the keys that every service has', () => {
  const { spec, volumes, readiness } = shopService(`redis: {
    image: "valkey/valkey:8", command: "--maxmemory 100mb --save ''", memory: 256m, cpus: 1.5,
    env_variables: { TZ: "Europe/Berlin" },
    volumes: ["shared:/shared", "/srv/fonts:/fonts:ro"],
    publish: ["127.0.0.1:6380:6379", "10.0.0.1:6381:6379"] }`)

  test('reach its container', () => {
    expect(spec).toMatchObject({
      Image: 'valkey/valkey:8',
      Cmd: ['--maxmemory', '100mb', '--save', ''],
      Env: ['TZ=Europe/Berlin'],
      ExposedPorts: { '6379/tcp': {} },
      HostConfig: {
        Binds: [
          'shop-redis-data:/data',
          'shop-shared:/shared',
          '/srv/fonts:/fonts:ro',
          '/var/lib/jetee/projects/shop/secrets/redis/redis.conf:/run/secrets/redis.conf:ro',
          '/var/lib/jetee/projects/shop/secrets/redis/password:/run/secrets/password:ro',
        ],
        Memory: 268_435_456,
        MemorySwap: 268_435_456,
        NanoCpus: 1_500_000_000,
        PortBindings: {
          '6379/tcp': [
            { HostIp: '127.0.0.1', HostPort: '6380' },
            { HostIp: '10.0.0.1', HostPort: '6381' },
          ],
        },
      },
    })
  })

  test('name the volumes that are made with labels before it', () => {
    const labels = { 'jetee.project': 'shop', 'jetee.service': 'redis' }
    expect(volumes).toEqual([
      { name: 'shop-redis-data', labels: { ...labels, 'jetee.data': 'redis 8' } },
      { name: 'shop-shared', labels },
    ])
  })

  test('leave its probe', () => {
    expect(readiness.kind).toBe('probe')
  })
})

describe('a service without them', () => {
  const { spec } = shopService('redis')

  test('has no limit and no published port', () => {
    for (const key of ['Memory', 'MemorySwap', 'NanoCpus', 'PortBindings'])
      expect(spec.HostConfig).not.toHaveProperty(key)
    expect(spec).not.toHaveProperty('ExposedPorts')
    expect(spec).not.toHaveProperty('Cmd')
  })
})

test('a volume at the place of the data is the data’s', () => {
  const { spec, volumes } = shopService('redis: { volumes: ["/srv/redis:/data"] }')
  expect(spec.HostConfig.Binds?.filter((bind) => bind.includes(':/data'))).toEqual(['/srv/redis:/data'])
  expect(volumes).toEqual([])
})

describe('a service is ready', () => {
  const custom = (more: string) =>
    shopService(`custom: { container_name: x, image: "a/b:1"${more} }`).readiness
  test.each([
    [
      'when its command succeeds',
      ', port: 80, readiness: "test -e \'/a b\'"',
      { kind: 'probe', command: ['test', '-e', '/a b'] },
    ],
    ['when its port takes connections', ', port: 80', { kind: 'port', port: 80 }],
    ['when it runs', '', { kind: 'running' }],
  ])('%s', (_, more, readiness) => {
    expect(custom(more)).toEqual(readiness)
  })
})

test.each([
  'memory: 128m',
  'cpus: 2',
  'command: --save 60',
  'env_variables: { A: b }',
  'publish: ["127.0.0.1:1:2"]',
])('%s makes it another container', (key) => {
  expect(shopService(`redis: { ${key} }`).spec.Labels['jetee.spec']).not.toBe(
    shopService('redis').spec.Labels['jetee.spec'],
  )
})
