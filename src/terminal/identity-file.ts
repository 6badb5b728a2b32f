import { readFile } from 'node:fs/promises'
import { Failure } from '../report/failure.ts'
import { fingerprint } from '../server/connection/known-hosts.ts'
import type { OfferedKey } from '../server/connection/login.ts'
import { normalisePem } from '../server/connection/pem.ts'
import { readPrivateKey } from '../server/connection/private-key.ts'
import type { Asker } from './ask.ts'

/** A private key in a file. */
export interface IdentityFile {
  readonly path: string
  /** Whether a passphrase is needed to use it. */
  readonly isEncrypted: boolean
  /** The key as one that may be tried; the passphrase is asked for when it is used. */
  readonly key: OfferedKey
}

/** How often a passphrase may be mistyped. */
const patience = 3

/**
 * Reads a private key's file as far as that needs no passphrase: the public half stands in OpenSSH's own format for all
 * to read, and for other formats in the file beside it. Undefined when there is no such file.
 */
export const readIdentityFile = async (path: string, asker: Asker): Promise<IdentityFile | undefined> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw unusable(path, `${error.message}.`)
  })
  if (text === undefined) return undefined
  const { default: ssh2 } = await import('ssh2')
  const sealed = sealOf(text)
  const beside = await readFile(`${path}.pub`, 'utf8').catch(() => undefined)
  const blob = sealed.publicBlob ?? (sealed.isEncrypted ? blobOf(beside) : undefined)
  const load = () => unlock(path, text, sealed.isEncrypted ? asker : undefined)
  const early = blob === undefined ? await load() : undefined
  const publicKey = early?.parsed ?? ssh2.utils.parseKey(blob ?? '')
  if (publicKey instanceof Error) throw unusable(path, `${publicKey.message}.`)
  const bytes = publicKey.getPublicSSH()
  return {
    path,
    isEncrypted: sealed.isEncrypted && early === undefined,
    key: {
      name: path,
      publicKey,
      publicLine: `${publicKey.type} ${bytes.toString('base64')}`,
      fingerprint: fingerprint(bytes),
      sign: async (data, hash) => {
        const { parsed } = early ?? (await load())
        const signature: Buffer | Error = parsed.sign(data, hash)
        if (signature instanceof Error) throw unusable(path, `${signature.message}.`)
        return signature
      },
    },
  }
}

/** Reads the private half; an asker asks for its passphrase. */
const unlock = async (path: string, text: string, asker: Asker | undefined) => {
  for (let left = patience; ; left--) {
    const again = left < patience ? 'That is not it. ' : ''
    const passphrase = await asker?.secret(`${again}Passphrase of ${path}: `)
    try {
      return await readPrivateKey(text, passphrase)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (passphrase === undefined || left === 1) throw unusable(path, error.details.why)
    }
  }
}

/** Whether a private key is encrypted, and its public half where that is not. */
const sealOf = (text: string): { readonly isEncrypted: boolean; readonly publicBlob?: Buffer } => {
  const pem = normalisePem(text)
  if (pem?.label !== 'OPENSSH PRIVATE KEY')
    return { isEncrypted: pem !== undefined && /ENCRYPTED/.test(pem.text.slice(0, 200)) }
  const data = Buffer.from(pem.text.split('\n').slice(1, -2).join(''), 'base64')
  let at = 'openssh-key-v1\0'.length
  const next = (): Buffer => {
    const start = at + 4
    at = start + (start <= data.length ? data.readUInt32BE(at) : 0)
    return data.subarray(start, at)
  }
  const cipher = next().toString()
  next() // how the passphrase becomes a key
  next() // and with which options
  at += 4 // number of keys
  const publicBlob = next()
  return { isEncrypted: cipher !== 'none', ...(publicBlob.length > 0 && { publicBlob }) }
}

/** The key in a line of a `.pub` file. */
const blobOf = (line: string | undefined): Buffer | undefined => {
  const base64 = line?.trim().split(/\s+/)[1]
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64')
}

const unusable = (path: string, why: string | undefined): Failure =>
  new Failure({
    what: 'A private key cannot be used',
    where: path,
    why,
    stands: 'Nothing on the server was changed.',
    next: `See whether \`ssh-keygen -y -f ${path}\` can use it, or name another one by \`-i FILE\`.`,
  })
