import { expect, test } from 'vitest'
import { serviceList } from '../../../src/stack/service-list.ts'
import { sampleConfiguration } from '../sample.ts'

/** The services that a file lists in place of the sample's. */
const listed = (services: string) =>
  serviceList(sampleConfiguration((text) => text.replace('- postgresql\n      - redis', services)))

test('names each service as the project reaches it, with the tag of its image', () => {
  expect(listed('- postgresql: { version: 17-alpine, container_name: db }')).toEqual([
    { name: 'db', type: 'postgresql', version: '17-alpine', host: 'guestbook-db', port: 5432 },
  ])
})

test('has no version where a digest stands in its place', () => {
  const image = `redis@sha256:${'a'.repeat(64)}`
  expect(listed(`- redis: { image: '${image}' }`)).toMatchObject([{ type: 'redis', version: null }])
})

test('says nothing of passwords, given ones neither', () => {
  const text = JSON.stringify(listed('- redis: { password: REDIS_SECRET }'))
  expect(text).not.toMatch(/password|secret/i)
})
