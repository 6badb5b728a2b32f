import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import ssh2, { type ParsedKey } from 'ssh2'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../src/report/failure.ts'
import { readPrivateKey } from '../../../../src/server/connection/private-key.ts'
import { makeKey } from './keys.ts'

const { utils } = ssh2
const ed25519 = makeKey()
const encrypted = makeKey('ed25519', { passphrase: 'open sesame' })

/** The failure of reading a key, after checking that it says nothing secret. */
async function refusal(text: string, passphrase?: string): Promise<Failure> {
  const error = await readPrivateKey(text, passphrase).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Failure)
  const said = JSON.stringify((error as Failure).details) + String((error as Failure).cause ?? '')
  for (const line of text.split(/\s+/).filter((word) => word.length > 30)) expect(said).not.toContain(line)
  if (passphrase !== undefined && passphrase !== '') expect(said).not.toContain(passphrase)
  return error as Failure
}

const publicLine = (text: string): string => text.trim().split(' ').slice(0, 2).join(' ')

describe('a key that is used as it was made', () => {
  test.each([
    ['ed25519', makeKey()],
    ['rsa', makeKey('rsa', { bits: 2048 })],
    ['ecdsa', makeKey('ecdsa', { bits: 384 })],
  ])('%s in OpenSSH format', async (_, pair) => {
    const key = await readPrivateKey(pair.private)
    expect(key.publicLine).toBe(publicLine(pair.public))
    expect(key.fingerprint).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/)
    const data = Buffer.from('signed')
    const verifier = utils.parseKey(pair.public) as ParsedKey
    expect(verifier.verify(data, key.parsed.sign(data))).toBe(true)
  })
})

describe('PEM and PKCS#8', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ed = generateKeyPairSync('ed25519')

  test.each([
    ['PKCS#1', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }), rsa.publicKey],
    ['SEC1', ec.privateKey.export({ type: 'sec1', format: 'pem' }), ec.publicKey],
    ['PKCS#8 with RSA', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }), rsa.publicKey],
    ['PKCS#8 with ECDSA', ec.privateKey.export({ type: 'pkcs8', format: 'pem' }), ec.publicKey],
    ['PKCS#8 with ed25519', ed.privateKey.export({ type: 'pkcs8', format: 'pem' }), ed.publicKey],
  ])('%s', async (_, pem, expected) => {
    const key = await readPrivateKey(pem.toString())
    const same = createPublicKey(key.parsed.getPublicPEM()).equals(expected)
    expect(same).toBe(true)
    expect(utils.parseKey(key.publicLine)).not.toBeInstanceOf(Error)
  })

  test('PKCS#8, encrypted', async () => {
    const pem = ed.privateKey
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret words' })
      .toString()
    expect((await readPrivateKey(pem, 'secret words')).publicLine).toMatch(/^ssh-ed25519 AAAA/)
    expect((await refusal(pem)).details.why).toContain('no passphrase')
    expect((await refusal(pem, 'wrong words')).details.why).toContain('does not decrypt')
  })

  test('PEM with encryption headers, even when they are all on one line', async () => {
    const pem = rsa.privateKey
      .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'secret words' })
      .toString()
    expect(pem).toContain('DEK-Info')
    const expected = (await readPrivateKey(pem, 'secret words')).publicLine
    expect((await readPrivateKey(pem.replaceAll('\n', ' '), 'secret words')).publicLine).toBe(expected)
    expect((await refusal(pem)).details.why).toContain('no passphrase')
    expect((await refusal(pem, 'wrong words')).details.why).toMatch(/does not decrypt|passphrase is wrong/)
  })

  test('a kind of key that SSH does not have', async () => {
    const pem = generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect((await refusal(pem)).details.why).toContain('x25519')
  })
})

describe('a key that was pasted badly', () => {
  test.each<[string, (key: string) => string]>([
    ['CRLF', (key) => key.replaceAll('\n', '\r\n')],
    ['no last newline', (key) => key.trimEnd()],
    ['indented', (key) => key.replaceAll(/^/gm, '    ')],
    ['on one line', (key) => key.replaceAll('\n', ' ')],
    ['literal \\n', (key) => key.replaceAll('\n', '\\n')],
    ['literal \\r\\n in quotes', (key) => `"${key.replaceAll('\n', '\\r\\n')}"`],
    ['text around it', (key) => `key:\n\n${key}\n\nthat was it`],
  ])('%s', async (_, spoil) => {
    expect((await readPrivateKey(spoil(ed25519.private))).publicLine).toBe(publicLine(ed25519.public))
  })
})

describe('encrypted', () => {
  test('with its passphrase', async () => {
    expect((await readPrivateKey(encrypted.private, 'open sesame')).publicLine).toBe(
      publicLine(encrypted.public),
    )
  })

  test('without', async () => {
    const { details } = await refusal(encrypted.private, '')
    expect(details.why).toBe('It is encrypted and no passphrase was given.')
    expect(details.next).toContain('ssh-private-key-passphrase')
  })

  test('with another one', async () => {
    const { details } = await refusal(encrypted.private, 'close sesame')
    expect(details.why).toBe('The passphrase does not decrypt it.')
  })
})

describe('what is no usable key', () => {
  test('nothing', async () => {
    expect((await refusal(' \n')).message).toBe('The SSH private key is empty')
  })

  test('a public key', async () => {
    expect((await refusal(ed25519.public)).details.why).toContain('public half')
    const pem = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString()
    expect((await refusal(pem)).details.why).toContain('public half')
  })

  test('a certificate', async () => {
    expect((await refusal('ssh-ed25519-cert-v01@openssh.com AAAAIHNzaC1l me')).details.why).toContain(
      'certificate',
    )
  })

  test('PuTTY’s format', async () => {
    expect((await refusal('PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none')).details.next).toContain(
      'puttygen',
    )
  })

  test('cut off at the end', async () => {
    expect((await refusal(ed25519.private.slice(0, 200))).details.why).toContain('END line is missing')
  })

  test('with a line lost in the middle', async () => {
    const lines = ed25519.private.split('\n')
    lines.splice(2, 1)
    expect((await refusal(lines.join('\n'))).details.why).toContain('damaged or incomplete')
  })

  test('something else', async () => {
    expect((await refusal('${{ secrets.KEY }}')).details.why).toContain('not a private key')
  })

  test('a key on a hardware token', async () => {
    const body = Buffer.concat([
      Buffer.from('openssh-key-v1\0'),
      ...['none', 'none', ''].map(field),
      Buffer.from([0, 0, 0, 1]),
      field(field('sk-ssh-ed25519@openssh.com')),
      field(Buffer.concat([Buffer.alloc(8), field('sk-ssh-ed25519@openssh.com')])),
    ]).toString('base64')
    const text = `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----`
    expect((await refusal(text)).details.why).toContain('hardware security key')
  })
})

function field(value: string | Buffer): Buffer {
  const data = Buffer.from(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, data])
}
