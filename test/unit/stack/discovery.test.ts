import { describe, expect, test } from 'vitest'
import { consulStack } from '../../../src/stack/discovery.ts'
import { withResolver } from '../../../src/stack/resolver.ts'
import { shopService } from './service.ts'

describe('Consul', () => {
  const { spec } = consulStack()
  const agent = JSON.parse(spec.Cmd?.find((word) => word.startsWith('-hcl='))?.slice(5) ?? '')

  test('listens to nothing but names, beside its own loopback', () => {
    expect(agent).toMatchObject({
      client_addr: '127.0.0.1',
      bind_addr: '127.0.0.1',
      addresses: { dns: '0.0.0.0' },
      ports: { dns: 53, http: -1, https: -1, grpc: -1, serf_wan: -1 },
    })
    expect(Object.keys(agent.addresses)).toEqual(['dns'])
    expect(spec).not.toHaveProperty('ExposedPorts')
    expect(spec.HostConfig).not.toHaveProperty('PortBindings')
  })

  test('takes checks that run a command from files alone', () => {
    expect(agent.enable_local_script_checks).toBe(true)
    expect(agent).not.toHaveProperty('enable_script_checks')
  })

  test('keeps nothing, reads its files only, and is no way from one network to another', () => {
    expect(spec.HostConfig).toMatchObject({
      NetworkMode: 'jetee.discovery',
      Binds: ['/var/lib/jetee/discovery:/etc/jetee:ro'],
      Tmpfs: { '/consul/data': '' },
      Sysctls: { 'net.ipv4.ip_forward': '0' },
      RestartPolicy: { Name: 'always' },
    })
  })
})

describe('a container that asks Consul', () => {
  const { spec } = shopService('redis')

  test('asks it first, then the host’s resolvers, outside of its specification', () => {
    const placed = withResolver(spec, { consul: '10.213.0.2', others: ['192.0.2.53'] })
    expect(placed.HostConfig).toEqual({
      ...spec.HostConfig,
      Dns: ['10.213.0.2', '192.0.2.53'],
      DnsSearch: ['service.consul'],
      DnsOptions: ['ndots:1'],
    })
    expect(placed.Labels).toEqual({ ...spec.Labels, 'jetee.dns': '10.213.0.2' })
  })

  test('is as it was where there is none', () => {
    expect(withResolver(spec, undefined)).toBe(spec)
  })
})
