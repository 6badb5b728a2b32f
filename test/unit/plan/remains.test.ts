import { describe, expect, test } from 'vitest'
import type { Facts } from '../../../src/plan/plan.ts'
import { goingLines, remainsOf, stayingLines } from '../../../src/plan/remains.ts'
import { labels } from '../../../src/stack/layout.ts'
import { bareServer, builtServer, desiredState, withFacts } from '../sample.ts'

const built = builtServer(desiredState())
const services = ['postgresql', 'redis']
const of = (facts: Facts) => remainsOf('guestbook', services, facts)
const volume = (name: string, project?: string) => ({
  name,
  labels: project === undefined ? {} : { [labels.project]: project },
})
const withVolumes = withFacts(built, {
  engine: {
    volumes: [
      volume('guestbook-postgresql-data', 'guestbook'),
      volume('guestbook-redis-data'),
      volume('guestbook-x'),
      volume('shop-redis-data', 'shop'),
    ],
  },
})
const shop = { name: 'jetee-shop', project: 'shop', bridge: 'jt-1', subnets: ['10.213.1.0/24'] }

describe('what a server has of a project', () => {
  test('is nothing on a bare one', () => {
    expect(of(bareServer)).toMatchObject({ isThere: false, hasData: false, hasNeighbours: false })
  })

  test('is what carries its label, and nothing of others', () => {
    const remains = of(withVolumes)
    expect(remains).toMatchObject({ isThere: true, hasData: true })
    expect(remains.containers).toContain('guestbook-postgresql')
    expect(remains.containers.filter((name) => name.startsWith('jetee-'))).toEqual([])
    expect(remains.volumes).toEqual(['guestbook-postgresql-data'])
    expect(remainsOf('shop', services, withVolumes).containers).toEqual([])
  })

  test.each([
    ['a release that was begun', { host: { sequence: 1 } }],
    ['a site', { host: { sites: built.host.sites } }],
    ['a registration', { host: { registrations: built.host.registrations } }],
    ['rules for its network', { host: { firewall: built.host.firewall } }],
    ['its network', { engine: { networks: built.engine.networks } }],
    ['a container', { engine: { containers: built.engine.containers } }],
  ])('is there as long as there is %s', (_, changes) => {
    expect(of(withFacts(bareServer, changes)).isThere).toBe(true)
  })

  test('is data alone when only its owner and volumes are left', () => {
    const owner = { repository: 'acme/guestbook', configuration: 'Staging' }
    expect(of(withFacts(bareServer, { host: { owner } }))).toMatchObject({ isThere: false, hasData: true })
  })
})

describe('what is told of a removal', () => {
  test('names the data where it stays, and the way to it', () => {
    const [data = ''] = stayingLines(of(withVolumes), false)
    for (const text of [
      'guestbook-postgresql-data',
      'guestbook-redis-data',
      '/www/guestbook/media',
      'build all',
    ])
      expect(data).toContain(text)
    expect(goingLines(of(withVolumes), false).join('\n')).not.toContain('-data')
  })

  test('names the data where it goes; a volume without a label stays, with the passwords', () => {
    const going = goingLines(of(withVolumes), true).join('\n')
    expect(going).toContain('the volume guestbook-postgresql-data')
    expect(going).not.toContain('redis-data')
    expect(stayingLines(of(withVolumes), true)[0]).toContain('guestbook-redis-data without a label of ours')
    expect(of(withVolumes).keepsPasswords).toBe(true)
    expect(of(built).keepsPasswords).toBe(false)
  })

  test('says how to remove what projects share once no other is left', () => {
    expect(stayingLines(of(built), true).join()).toContain('docker rm -f jetee-nginx jetee-consul')
    const beside = withFacts(built, { engine: { networks: [...built.engine.networks, shop] } })
    expect(stayingLines(of(beside), true).join()).not.toContain('docker rm')
  })
})
