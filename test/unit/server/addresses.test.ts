import { describe, expect, test } from 'vitest'
import { type AddressBook, giveAddress, isAddressTaken, ownAddresses } from '../../../src/server/addresses.ts'
import { EngineError } from '../../../src/server/engine/client.ts'
import { builtServer, desiredState } from '../sample.ts'

const book = (taken: Readonly<Record<string, string>>, ...foreign: readonly string[]): AddressBook => ({
  subnet: '10.213.0.0/24',
  taken: new Map(Object.entries(taken)),
  foreign: new Set(foreign),
  resolver: undefined,
})

describe('an address', () => {
  test.each<readonly [string, AddressBook, string]>([
    ['is kept', book({ redis: '10.213.0.9' }), '10.213.0.9'],
    ['is another one where a stranger has it', book({ redis: '10.213.0.9' }, '10.213.0.9'), '10.213.0.3'],
    ['is the lowest for one that has none', book({ postgresql: '10.213.0.3' }, '10.213.0.4'), '10.213.0.5'],
  ])('%s', (_, addresses, expected) => {
    expect(giveAddress(addresses, 'redis')).toBe(expected)
    expect(addresses.taken.get('redis')).toBe(expected)
    expect(giveAddress(addresses, 'next')).not.toBe(expected)
  })

  test('of a container is known from the engine, less Consul’s', () => {
    const own = ownAddresses('guestbook', builtServer(desiredState()).engine)
    expect(Object.fromEntries(own)).toMatchObject({
      'guestbook-postgresql': '10.213.0.3',
      'guestbook-redis': '10.213.0.4',
    })
    expect([...own.keys()]).not.toContain('jetee-consul')
  })
})

describe('a refusal of the engine', () => {
  test.each([
    ['Address already in use', true],
    ['failed to set up container networking: Address already in use', true],
    [
      'driver failed programming external connectivity on endpoint x: Error starting userland proxy: listen tcp4 0.0.0.0:80: bind: address already in use',
      false,
    ],
    ['No such image', false],
  ])('%j is for an address: %s', (message, expected) => {
    expect(isAddressTaken(new EngineError(403, message))).toBe(expected)
    expect(isAddressTaken(new Error(message))).toBe(false)
  })
})
