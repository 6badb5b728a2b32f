import { describe, expect, test } from 'vitest'
import {
  type HostKeyPins,
  hostKeyPolicy,
  readHostKeyChecking,
} from '../../../../src/server/connection/host-key.ts'
import { fingerprint } from '../../../../src/server/connection/known-hosts.ts'
import { makeKey } from './keys.ts'

const [mine, other] = ['a', 'b'].map(() => {
  const pair = makeKey()
  return { line: pair.public.trim(), key: pair.blob }
}) as [{ line: string; key: Buffer }, { line: string; key: Buffer }]

const judge = (
  pins: Partial<HostKeyPins>,
  port = 22,
): ReturnType<ReturnType<typeof hostKeyPolicy>['judge']> =>
  hostKeyPolicy({ checking: 'strict', ...pins }, 'example.com', port).judge(mine.key)

function accepted(pins: Partial<HostKeyPins>): boolean {
  return judge(pins).accepted
}

describe('what pins a key', () => {
  test('a known_hosts line', () => {
    expect(accepted({ knownHosts: `example.com ${mine.line}` })).toBe(true)
    expect(accepted({ knownHosts: `example.com ${other.line}` })).toBe(false)
  })

  test.each([
    ['as ssh-keygen prints it', (print: string) => print],
    ['without SHA256:', (print: string) => print.slice(7)],
    ['with padding', (print: string) => `${print}=`],
    ['as one of several', (print: string) => `${fingerprint(other.key)}, \n${print}`],
  ])('a fingerprint %s', (_, write) => {
    expect(accepted({ fingerprint: write(fingerprint(mine.key)) })).toBe(true)
    expect(accepted({ fingerprint: write(fingerprint(other.key)).split(',')[0] })).toBe(false)
  })

  test('both must match where both cover the host', () => {
    const right = fingerprint(mine.key)
    const wrong = fingerprint(other.key)
    expect(accepted({ knownHosts: `example.com ${mine.line}`, fingerprint: right })).toBe(true)
    expect(accepted({ knownHosts: `example.com ${other.line}`, fingerprint: right })).toBe(false)
    expect(accepted({ knownHosts: `example.com ${mine.line}`, fingerprint: wrong })).toBe(false)
    expect(accepted({ knownHosts: `example.org ${other.line}`, fingerprint: right })).toBe(true)
  })
})

describe('refusals', () => {
  test('an unknown key: its fingerprint and the line to pin', () => {
    const judgement = judge({ knownHosts: `example.org ${other.line}` }, 2222)
    if (judgement.accepted) throw new Error('accepted')
    const { what, why, next } = judgement.failure.details
    expect(what).toBe('The host key of example.com is not known')
    expect(why).toContain(fingerprint(mine.key))
    expect(why).toContain('ssh-ed25519')
    expect(next).toContain('ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub')
    expect(next?.split('\n').at(-1)).toBe(`[example.com]:2222 ${mine.line}`)
  })

  test('a changed key: both fingerprints', () => {
    const judgement = judge({ knownHosts: `example.com ${other.line}`, checking: 'accept-new' })
    if (judgement.accepted) throw new Error('accepted')
    expect(judgement.failure.details.why).toContain(fingerprint(mine.key))
    expect(judgement.failure.details.why).toContain(fingerprint(other.key))
    expect(judgement.failure.details.why).toContain('reinstalled')
  })

  test('a revoked key, even where anything new is accepted', () => {
    const judgement = judge({ knownHosts: `@revoked * ${mine.line}`, checking: 'accept-new' })
    if (judgement.accepted) throw new Error('accepted')
    expect(judgement.failure.message).toBe('The host key of example.com is revoked')
  })

  test('certificates are said to be unsupported', () => {
    const judgement = judge({ knownHosts: `@cert-authority * ${other.line}` })
    if (judgement.accepted) throw new Error('accepted')
    expect(judgement.failure.details.why).toContain('certificates are not supported')
  })

  test('accept-new does not excuse a fingerprint that differs', () => {
    expect(accepted({ fingerprint: fingerprint(other.key), checking: 'accept-new' })).toBe(false)
  })
})

test('accept-new trusts an unpinned server and says how to pin it', () => {
  const judgement = judge({ checking: 'accept-new' })
  if (!judgement.accepted) throw judgement.failure
  expect(judgement.hostKey.notice).toContain(`example.com ${mine.line}`)
  const pinned = judge({ checking: 'accept-new', knownHosts: `example.com ${mine.line}` })
  expect(pinned.accepted && pinned.hostKey.notice).toBe(undefined)
})

test('the server is asked for the types that are pinned first', () => {
  const rsa = makeKey('rsa', { bits: 2048 }).public
  const { algorithms } = hostKeyPolicy(
    { checking: 'strict', knownHosts: `example.com ${rsa}` },
    'example.com',
    22,
  )
  expect(algorithms.slice(0, 3)).toEqual(['rsa-sha2-512', 'rsa-sha2-256', 'ssh-ed25519'])
})

test('pins that cannot be read', () => {
  const read = (print: string): unknown =>
    hostKeyPolicy({ checking: 'strict', fingerprint: print }, 'example.com', 22)
  expect(() => read('MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48')).toThrow('is not a fingerprint')
  expect(() => read('SHA256:abc')).toThrow('is not a fingerprint')
})

test('ways of checking', () => {
  expect(readHostKeyChecking('')).toBe('strict')
  expect(readHostKeyChecking(' accept-new ')).toBe('accept-new')
  expect(() => readHostKeyChecking('no')).toThrow('“no” is not a way of host key checking')
})
