import { describe, expect, test } from 'vitest'
import type { Engine } from '../../../src/server/engine/client.ts'
import { nginxRuns, readEngineFacts } from '../../../src/server/engine/facts.ts'

const container = (name: string, more: object = {}) => ({
  Id: `id of ${name}`,
  Names: [`/${name}`],
  Image: 'postgres:17',
  State: 'running',
  Labels: { 'jetee.project': 'shop', 'jetee.service': 'postgresql' },
  ...more,
})
const network = (own: object) => ({ NetworkSettings: { Networks: { 'jetee-shop': own } } })
const info = { ServerVersion: '26.1', LiveRestoreEnabled: true, Swarm: { LocalNodeState: 'inactive' } }

/** The facts of an engine that answers so. */
const factsOf = (answers: Readonly<Record<string, unknown>>) => {
  const usual = { '/containers/json': [], '/networks': [], '/volumes': { Volumes: null }, '/info': info }
  const all: Readonly<Record<string, unknown>> = { ...usual, ...answers }
  const engine = { call: async ({ path }: { readonly path: string }) => all[path] }
  return readEngineFacts(engine as Partial<Engine> as Engine)
}

describe('what the engine knows', () => {
  test('of an empty one is next to nothing', async () => {
    expect(await factsOf({})).toEqual({
      version: '26.1',
      swarm: false,
      liveRestore: true,
      containers: [],
      strangers: [],
      networks: [],
      volumes: [],
    })
  })

  test('tells our containers from those of others, by our own label', async () => {
    const { containers, strangers } = await factsOf({
      '/containers/json': [
        container('shop-postgresql', network({ IPAddress: '10.213.0.4' })),
        container('other', { Labels: { 'jetee.project': 'shop' }, ...network({ IPAddress: '10.213.0.9' }) }),
        container('stopped', { Labels: {}, ...network({ IPAddress: '' }) }),
      ],
    })
    expect(containers).toEqual([
      {
        id: 'id of shop-postgresql',
        name: 'shop-postgresql',
        image: 'postgres:17',
        running: true,
        labels: { 'jetee.project': 'shop', 'jetee.service': 'postgresql' },
        addresses: { 'jetee-shop': '10.213.0.4' },
      },
    ])
    expect(strangers).toEqual([
      { name: 'other', addresses: { 'jetee-shop': '10.213.0.9' } },
      { name: 'stopped', addresses: {} },
    ])
  })

  test('has the address that a stopped container was created with, and not an empty label', async () => {
    const { containers } = await factsOf({
      '/containers/json': [
        container('shop-redis', {
          State: 'exited',
          Labels: { 'jetee.service': 'redis', 'jetee.dns': '' },
          ...network({ IPAddress: '', IPAMConfig: { IPv4Address: '10.213.0.5' } }),
        }),
        container('moved', network({ IPAddress: '10.213.0.7', IPAMConfig: { IPv4Address: '10.213.0.6' } })),
      ],
    })
    expect(containers[0]).toMatchObject({ running: false, addresses: { 'jetee-shop': '10.213.0.5' } })
    expect(containers[0]?.labels).toEqual({ 'jetee.service': 'redis' })
    expect(containers[1]?.addresses).toEqual({ 'jetee-shop': '10.213.0.6' })
  })

  test('has networks and volumes of everybody, whatever they lack', async () => {
    const bridge = { 'com.docker.network.bridge.name': 'jt-0123456789ab' }
    const { networks, volumes, swarm } = await factsOf({
      '/networks': [
        {
          Name: 'jetee-shop',
          Labels: { 'jetee.project': 'shop' },
          Options: bridge,
          IPAM: { Config: [{ Subnet: '10.213.0.0/24' }, {}] },
        },
        { Name: 'host', Labels: null, Options: null, IPAM: { Config: null } },
      ],
      '/volumes': { Volumes: [{ Name: 'restored', Labels: null }] },
      '/info': { ...info, Swarm: { LocalNodeState: 'active' } },
    })
    expect(networks).toEqual([
      { name: 'jetee-shop', project: 'shop', bridge: 'jt-0123456789ab', subnets: ['10.213.0.0/24'] },
      { name: 'host', project: undefined, bridge: undefined, subnets: [] },
    ])
    expect(volumes).toEqual([{ name: 'restored', labels: {} }])
    expect(swarm).toBe(true)
  })

  test('tells whether the server’s nginx runs', async () => {
    const nginx = (more: object) =>
      factsOf({
        '/containers/json': [container('jetee-nginx', { Labels: { 'jetee.service': 'nginx' }, ...more })],
      })
    expect(nginxRuns(await nginx({}))).toBe(true)
    expect(nginxRuns(await nginx({ State: 'exited' }))).toBe(false)
    expect(nginxRuns(await nginx({ Labels: {} }))).toBe(false)
  })
})
