import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../src/report/failure.ts'
import {
  fingerprint,
  hasAuthority,
  knownKeyTypes,
  matchHostKey,
  parseKnownHosts,
} from '../../../../src/server/connection/known-hosts.ts'
import { makeKey } from './keys.ts'

const make = (type: 'ed25519' | 'ecdsa'): { line: string; key: Buffer } => {
  const pair = makeKey(type, type === 'ecdsa' ? { bits: 256 } : {})
  return { line: pair.public.trim(), key: pair.blob }
}
const mine = make('ed25519')
const other = make('ed25519')
const ecdsa = make('ecdsa')

const match = (text: string, host: string, port = 22, key = mine.key): string =>
  matchHostKey(parseKnownHosts(text), host, port, key)

function hashed(name: string): string {
  const salt = Buffer.from('12345678901234567890')
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`
}

describe('matchHostKey', () => {
  test('a plain line', () => {
    expect(match(`example.com ${mine.line}`, 'example.com')).toBe('known')
    expect(match(`example.com ${mine.line}`, 'Example.COM')).toBe('known')
    expect(match(`example.com ${mine.line}`, 'www.example.com')).toBe('unknown')
    expect(match(`example.com ${other.line}`, 'example.com')).toBe('changed')
  })

  test('comments, empty lines, CRLF, a comment after the key', () => {
    const text = `# mine\r\n\r\n  example.com ${mine.line} root@server\r\n`
    expect(match(text, 'example.com')).toBe('known')
  })

  test('several names on a line, several lines for a name', () => {
    const text = `a.example,b.example,192.0.2.7 ${other.line}\nb.example ${mine.line}`
    expect(match(text, 'b.example')).toBe('known')
    expect(match(text, '192.0.2.7')).toBe('changed')
  })

  test('another port has a name of its own', () => {
    expect(match(`[example.com]:2222 ${mine.line}`, 'example.com', 2222)).toBe('known')
    expect(match(`[example.com]:2222 ${mine.line}`, 'example.com', 22)).toBe('unknown')
    expect(match(`[example.com]:2222 ${other.line}`, 'example.com', 2222)).toBe('changed')
  })

  test('the bare name vouches for another port, but accuses nobody there', () => {
    expect(match(`example.com ${mine.line}`, 'example.com', 2222)).toBe('known')
    expect(match(`example.com ${other.line}`, 'example.com', 2222)).toBe('unknown')
  })

  test('hashed names', () => {
    expect(match(`${hashed('example.com')} ${mine.line}`, 'example.com')).toBe('known')
    expect(match(`${hashed('[example.com]:2222')} ${mine.line}`, 'example.com', 2222)).toBe('known')
    expect(match(`${hashed('example.com')} ${mine.line}`, 'example.org')).toBe('unknown')
  })

  test('wildcards and negation', () => {
    expect(match(`*.example.com ${mine.line}`, 'a.b.example.com')).toBe('known')
    expect(match(`host?.example.com ${mine.line}`, 'host7.example.com')).toBe('known')
    expect(match(`host?.example.com ${mine.line}`, 'host17.example.com')).toBe('unknown')
    expect(match(`*.example.com ${mine.line}`, 'aXexample.com')).toBe('unknown')
    expect(match(`*.example.com,!db.example.com ${mine.line}`, 'db.example.com')).toBe('unknown')
    expect(match(`[*]:2222 ${mine.line}`, 'example.com', 2222)).toBe('known')
  })

  test('IPv6 addresses', () => {
    expect(match(`2001:db8::1 ${mine.line}`, '2001:DB8::1')).toBe('known')
    expect(match(`[2001:db8::1]:2222 ${mine.line}`, '2001:db8::1', 2222)).toBe('known')
  })

  test('a revoked key is revoked, whatever else lists it', () => {
    expect(match(`example.com ${mine.line}\n@revoked * ${mine.line}`, 'example.com')).toBe('revoked')
    expect(match(`example.com ${mine.line}\n@revoked * ${other.line}`, 'example.com')).toBe('known')
  })

  test('a key of another type than the listed ones counts as changed', () => {
    expect(match(`example.com ${ecdsa.line}`, 'example.com')).toBe('changed')
  })

  test('an authority is noticed and vouches for nothing', () => {
    const text = `@cert-authority *.example.com ${mine.line}`
    expect(match(text, 'a.example.com')).toBe('unknown')
    expect(hasAuthority(parseKnownHosts(text), 'a.example.com', 22)).toBe(true)
    expect(hasAuthority(parseKnownHosts(text), 'example.org', 22)).toBe(false)
  })
})

test('knownKeyTypes lists what is pinned for the host, without what is revoked', () => {
  const lines = parseKnownHosts(
    `example.com ${ecdsa.line}\nexample.com ${mine.line}\n@revoked example.com ${other.line}\nexample.org ${other.line}`,
  )
  expect(knownKeyTypes(lines, 'example.com', 22)).toEqual(['ecdsa-sha2-nistp256', 'ssh-ed25519'])
  expect(knownKeyTypes(lines, 'example.com', 2222)).toEqual(['ecdsa-sha2-nistp256', 'ssh-ed25519'])
  expect(knownKeyTypes(lines, 'example.net', 22)).toEqual([])
})

test('the fingerprint is the one that ssh-keygen prints', () => {
  const [line] = parseKnownHosts(
    'example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBPE5V3yC1WU9GkatVIKUjgqDMLsfIVHIpkE+7g37Zc3',
  )
  expect(fingerprint(line?.key ?? Buffer.alloc(0))).toBe('SHA256:gUqp/gtnf5P5wTkiLU1wOFNVoFK/KfoOytebQF+HIws')
})

describe('a malformed line', () => {
  test.each([
    ['too few words', 'example.com ssh-ed25519'],
    ['an unknown marker', `@trusted example.com ${mine.line}`],
    ['a key that is not base64 of a key', 'example.com ssh-ed25519 hello'],
    ['a key of another type', `example.com ssh-rsa ${mine.line.split(' ')[1]}`],
    ['a cut-off key', `example.com ${mine.line.slice(0, 40)}`],
    ['a fingerprint instead of a key', `example.com ssh-ed25519 ${fingerprint(mine.key)}`],
  ])('%s', (_, line) => {
    const read = (): unknown => parseKnownHosts(`# first\nexample.com ${mine.line}\n${line}`)
    expect(read).toThrow(Failure)
    expect(read).toThrow('Line 3 of the known hosts cannot be read')
  })
})
