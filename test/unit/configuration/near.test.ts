import { expect, test } from 'vitest'
import { nearMiss } from '../../../src/configuration/near.ts'

const keys = ['hostname', 'port', 'server_names', 'secrets', 'secondary_services', 'ref']

test.each([
  ['hostnme', 'hostname'],
  ['hostnames', 'hostname'],
  ['hsotname', 'hostname'],
  ['server_name', 'server_names'],
  ['server-names', 'server_names'],
  ['serverNames', 'server_names'],
  ['SECRETS', 'secrets'],
  ['prot', 'port'],
  ['rf', 'ref'],
  ['secondary', 'secondary_services'],
  ['Server', 'server_names'],
  ['branch', undefined],
  ['x', undefined],
  ['', undefined],
])('%s may mean %s', (word, meant) => {
  expect(nearMiss(word, keys)).toBe(meant)
})

test('the nearest wins', () => {
  expect(nearMiss('Stagin', ['String', 'Staging'])).toBe('Staging')
})

test('a first word that several have means none of them', () => {
  expect(nearMiss('python', ['python_version', 'python_packages'])).toBeUndefined()
})
