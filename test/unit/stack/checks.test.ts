import { describe, expect, test } from 'vitest'
import { serviceTypes } from '../../../src/catalog/index.ts'
import { type CheckedService, checkDefinition } from '../../../src/stack/checks.ts'
import { shopService } from './service.ts'

const definition = (service: Partial<CheckedService>) =>
  checkDefinition({ name: 'shop-thing', port: 7, check: undefined, ...service }, '10.213.0.9')

/** Fields of a check that Consul 1.8 knows; with any other one it does not start. */
const known = ['id', 'name', 'args', 'http', 'tcp', 'interval', 'timeout']

describe('the check of a service', () => {
  test('is its port, where there is no better question', () => {
    expect(definition({})).toMatchObject({ tcp: '10.213.0.9:7', interval: '1s', timeout: '2s' })
  })

  test('is a path by HTTP, asked more seldom', () => {
    expect(definition({ check: { kind: 'http', path: '/health/' } })).toMatchObject({
      http: 'http://10.213.0.9:7/health/',
      interval: '2s',
    })
  })

  test('is none without a port, so that it counts as well', () => {
    expect(definition({ port: undefined })).toBeUndefined()
  })

  test.each(serviceTypes.filter(({ type }) => type !== 'custom'))(
    'of $type asks its protocol',
    ({ type }) => {
      const { containerName, container } = shopService(type)
      const { check, port } = container
      expect(checkDefinition({ name: containerName, check, port }, '10.213.0.9')).toHaveProperty('args')
      expect(JSON.stringify(check)).not.toContain(`pw-${type}`)
    },
  )

  test.each([
    {},
    { check: { kind: 'http', path: '/' } },
    { check: { kind: 'exchange', send: '', expect: ['*'] } },
  ] as const)('has only fields that Consul has always had, and does not begin as well: %j', (service) => {
    expect(Object.keys(definition(service) ?? {}).filter((key) => !known.includes(key))).toEqual([])
  })

  test('gives what a service says to the shell as arguments, never as its text', () => {
    const texts = (send: string, address: string) => {
      const service = {
        name: 'shop-thing',
        port: 7,
        check: { kind: 'exchange', send, expect: [send] },
      } as const
      return checkDefinition(service, address)?.args as readonly string[]
    }
    const [one, other] = [texts('$(id)', 'a'), texts('`id`', 'b')]
    expect(one.filter((word, index) => word !== other[index])).toEqual(['a', '$(id)', '$(id)'])
  })
})

/** The bytes that `printf %b` makes. */
const bytesOf = (entry: string): Buffer => {
  const { check } = shopService(entry).container
  const send = check?.kind === 'exchange' ? check.send : ''
  return Buffer.from(
    send.replaceAll(/\\0(\d{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))),
    'latin1',
  )
}

test('PostgreSQL is sent a message that is as long as it says', () => {
  const bytes = bytesOf('postgresql')
  expect(bytes.readInt32BE(0)).toBe(bytes.length)
  expect(bytes.subarray(4).toString('latin1')).toBe('\0\x03\0\0user\0shop\0database\0shop\0\0')
})

test('MongoDB is sent a message and a document that are as long as they say', () => {
  const bytes = bytesOf('mongodb')
  expect([bytes.readInt32LE(0), bytes.readInt32LE(12)]).toEqual([bytes.length, 2013])
  expect(bytes.readInt32LE(21)).toBe(bytes.length - 21)
})
