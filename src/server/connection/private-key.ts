import { createPrivateKey } from 'node:crypto'
import type { ParsedKey } from 'ssh2'
import { Failure } from '../../report/failure.ts'
import { fingerprint } from './known-hosts.ts'
import { openSshEd25519 } from './openssh-key.ts'
import { normalisePem, type Pem } from './pem.ts'

/** A private key that is ready to authenticate with, and what may be shown of it. */
export interface PrivateKey {
  /** The key itself, decrypted; ssh2 takes it as it is. */
  readonly parsed: ParsedKey
  /** The public half as a line of `authorized_keys`, without a comment: `ssh-ed25519 AAAA…`. */
  readonly publicLine: string
  /** The fingerprint as ssh-keygen prints it: `SHA256:…`. */
  readonly fingerprint: string
}

const what = 'The SSH private key cannot be used'
const fix = 'Set `ssh-private-key` to the whole content of the private key file, both marker lines included.'

/**
 * Reads a private key as people paste it: with CRLF line ends, without the last newline, indented, all on one
 * line, or with literal `\n`. Takes OpenSSH, PEM (PKCS#1, SEC1) and PKCS#8, encrypted or not. What it throws
 * never contains any of the key or of the passphrase.
 */
export async function readPrivateKey(text: string, passphrase?: string): Promise<PrivateKey> {
  if (text.trim() === '') {
    throw new Failure({
      what: 'The SSH private key is empty',
      where: 'input ssh-private-key',
      why: 'The input has no value; a repository secret that does not exist also gives an empty one.',
      next: fix,
    })
  }
  const pem = normalisePem(text)
  if (pem === undefined) throw notAKey(text)
  if (!pem.complete) {
    throw failure('It is incomplete: its END line is missing.', fix)
  }
  const parsed = await parse(pem, passphrase === '' ? undefined : passphrase)
  const blob = parsed.getPublicSSH()
  return {
    parsed,
    publicLine: `${parsed.type} ${blob.toString('base64')}`,
    fingerprint: fingerprint(blob),
  }
}

async function parse(pem: Pem, passphrase: string | undefined): Promise<ParsedKey> {
  const { default: ssh2 } = await import('ssh2')
  const converted = pem.label.endsWith('PRIVATE KEY') && isPkcs8(pem.label)
  const text = converted ? convertPkcs8(pem, passphrase) : pem.text
  const parsed = ssh2.utils.parseKey(text, passphrase)
  if (parsed instanceof Error) throw unreadable(parsed, pem.label, passphrase !== undefined)
  if (!parsed.isPrivateKey()) throw notAKey(pem.text)
  if ((parsed.type as string) === 'ssh-dss') {
    throw failure(
      'It is a DSA key, which OpenSSH no longer accepts.',
      'Make a new key: `ssh-keygen -t ed25519`.',
    )
  }
  return parsed
}

function isPkcs8(label: string): boolean {
  return label === 'PRIVATE KEY' || label === 'ENCRYPTED PRIVATE KEY'
}

/** PKCS#8, which ssh2 does not read, as the format that it does read for the same kind of key. */
function convertPkcs8(pem: Pem, passphrase: string | undefined): string {
  if (pem.label === 'ENCRYPTED PRIVATE KEY' && passphrase === undefined) throw needsPassphrase()
  let key: ReturnType<typeof createPrivateKey>
  try {
    key = createPrivateKey({ key: pem.text, format: 'pem', ...(passphrase && { passphrase }) })
  } catch {
    throw pem.label === 'ENCRYPTED PRIVATE KEY' ? wrongPassphrase() : damaged()
  }
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return key.export({ type: 'pkcs1', format: 'pem' }).toString()
    case 'ec':
      return key.export({ type: 'sec1', format: 'pem' }).toString()
    case 'ed25519':
      return openSshEd25519(key)
    default:
      throw failure(
        `It holds a key of type ${key.asymmetricKeyType}, which SSH does not use.`,
        'Make a new key: `ssh-keygen -t ed25519`.',
      )
  }
}

function unreadable(error: Error, label: string, hasPassphrase: boolean): Failure {
  if (/no passphrase given/i.test(error.message)) return needsPassphrase()
  if (/passphrase\?|unable to authenticate data|bad decrypt/i.test(error.message)) return wrongPassphrase()
  const type = /Unsupported OpenSSH private key type: (\S+)/.exec(error.message)?.[1]
  if (type?.startsWith('sk-')) {
    return failure(
      'It is the handle of a hardware security key, which cannot sign without the device.',
      'Make a key for deployments: `ssh-keygen -t ed25519`.',
    )
  }
  if (type !== undefined || /unsupported|not supported/i.test(error.message)) {
    return failure(`Its format is not supported (${label}).`, 'Make a new key: `ssh-keygen -t ed25519`.')
  }
  return damaged(hasPassphrase ? ' (or the passphrase is wrong)' : '')
}

function notAKey(text: string): Failure {
  const trimmed = text.trim()
  if (/^PuTTY-User-Key-File-/.test(trimmed)) {
    return failure(
      'It is in PuTTY’s own format (.ppk).',
      'Convert it: `puttygen key.ppk -O private-openssh -o key`, or in PuTTYgen “Conversions”, “Export OpenSSH key”.',
    )
  }
  if (/-cert-v01@openssh\.com /.test(trimmed) || /BEGIN (X509 )?CERTIFICATE/.test(trimmed)) {
    return failure('It is a certificate, not a private key.', fix)
  }
  if (/^(ssh-|ecdsa-|sk-)\S+ AAAA/.test(trimmed) || /BEGIN .*PUBLIC KEY/.test(trimmed)) {
    return failure(
      'It is the public half of a key.',
      'Set `ssh-private-key` to the content of the file without “.pub”; the public half belongs into `authorized_keys` on the server.',
    )
  }
  return failure('It is not a private key: there is no line `-----BEGIN … PRIVATE KEY-----` in it.', fix)
}

function needsPassphrase(): Failure {
  return failure(
    'It is encrypted and no passphrase was given.',
    'Set `ssh-private-key-passphrase`, or use a key without a passphrase.',
  )
}

function wrongPassphrase(): Failure {
  return new Failure({
    what,
    where: 'input ssh-private-key-passphrase',
    why: 'The passphrase does not decrypt it.',
    next: 'Try it on your machine: `ssh-keygen -y -f KEYFILE` asks for the passphrase.',
  })
}

function damaged(aside = ''): Failure {
  return failure(`It is damaged or incomplete${aside}: its content does not add up.`, fix)
}

function failure(why: string, next: string): Failure {
  return new Failure({ what, where: 'input ssh-private-key', why, next })
}
