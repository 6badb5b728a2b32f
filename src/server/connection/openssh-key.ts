import type { KeyObject } from 'node:crypto'

/** An ed25519 private key in OpenSSH's own file format, the only one in which SSH programs read this type. */
export function openSshEd25519(key: KeyObject): string {
  const { d, x } = key.export({ format: 'jwk' })
  if (d === undefined || x === undefined) throw new TypeError('Not an ed25519 private key')
  const seed = Buffer.from(d, 'base64url')
  const point = Buffer.from(x, 'base64url')
  const type = sshString('ssh-ed25519')
  const secret = Buffer.concat([
    Buffer.alloc(8), // two equal check numbers, which tell a right passphrase from a wrong one
    type,
    sshString(point),
    sshString(Buffer.concat([seed, point])),
    sshString(''), // comment
  ])
  const padding = Uint8Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, index) => index + 1)
  const file = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    sshString('none'), // cipher
    sshString('none'), // key derivation
    sshString(''), // its options
    Buffer.from([0, 0, 0, 1]), // number of keys
    sshString(Buffer.concat([type, sshString(point)])),
    sshString(Buffer.concat([secret, padding])),
  ])
  const body = file.toString('base64').match(/.{1,70}/g) ?? []
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...body, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n')
}

function sshString(value: string | Buffer): Buffer {
  const data = Buffer.from(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, data])
}
