import { describe, expect, test } from 'vitest'
import { registeredServices, registration } from '../../../src/stack/registration.ts'
import { shopServices } from './service.ts'

const services = shopServices('[postgresql, redis, custom: { container_name: mute, image: "mute:1" }]')
const all = (names: (name: string) => string | undefined) => registeredServices(services, names)
const known = all((name) => `10.213.0.${name.length}`)

const parse = (text: string) =>
  JSON.parse(text).services as readonly {
    name: string
    port?: number
    check?: unknown
    tags?: readonly string[]
  }[]

/** The bytes that printf's `%b` makes of a text. */
const bytes = (text: string) =>
  Buffer.from([...text.matchAll(/\\0([0-7]{3})/g)].map(([, octal]) => Number.parseInt(octal ?? '', 8)))

describe('a registration', () => {
  test('has each service with its name, its address, its port and its check', () => {
    const [postgresql, redis, mute] = parse(registration('shop', 'services', known).text)
    expect(postgresql).toMatchObject({
      id: 'shop-postgresql',
      name: 'shop-postgresql',
      address: '10.213.0.15',
      port: 5432,
    })
    expect(redis).toMatchObject({ name: 'shop-redis', address: '10.213.0.10', port: 6379 })
    expect(redis?.check).toBeDefined()
    expect(mute).toEqual({ id: 'shop-mute', name: 'shop-mute', address: '10.213.0.9' })
  })

  test('leaves out what has no address yet', () => {
    expect(all((name) => (name === 'shop-redis' ? '10.213.0.3' : undefined)).map(({ name }) => name)).toEqual(
      ['shop-redis'],
    )
  })

  test('holds no password', () => {
    expect(registration('shop', 'services', known).text).not.toContain('pw-')
  })

  test('has a mark of its own, by project, part and services, under a name that no project has', () => {
    const marks = [
      registration('shop', 'services', known),
      registration('shop', 'services', known.slice(1)),
      registration('shop', 'primary', known),
      registration('diary', 'services', known),
    ].map(({ text }) => parse(text).at(-1))
    expect(new Set(marks.map((mark) => mark?.tags?.join())).size).toBe(marks.length)
    for (const mark of marks) {
      expect(mark?.name).toBe('jetee')
      expect(mark?.tags?.join()).toMatch(/^[0-9a-f]{32}$/)
    }
  })

  test('asks Consul for its mark, as DNS over TCP has it', () => {
    const { text, question } = registration('shop', 'services', known)
    expect(question).toMatch(/^(?:\\0[0-7]{3})+$/)
    const message = bytes(question)
    expect(message.readUInt16BE(0)).toBe(message.length - 2)
    // One question, and no other records.
    expect([4, 6, 8, 10].map((at) => message.readUInt16BE(at + 2))).toEqual([1, 0, 0, 0])
    const labels: string[] = []
    let at = 14
    for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
      labels.push(message.toString('latin1', at + 1, at + 1 + length))
      at += 1 + length
    }
    expect(labels).toEqual([parse(text).at(-1)?.tags?.[0], 'jetee', 'service', 'consul'])
    // SRV, class IN.
    expect([...message.subarray(at)]).toEqual([0, 0, 33, 0, 1])
  })
})
