import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from './command.ts'
import { ensureProgram } from './packages.ts'

/** A key pair for SSH, made anew. */
export type KeyPair = {
  /** Text of the private key, in OpenSSH's format unless PEM was asked for. */
  readonly privateKey: string
  /** Line for an `authorized_keys` file. */
  readonly publicKey: string
}

/** What kind of key pair is made. */
export type KeyOptions = {
  readonly type?: 'ed25519' | 'ecdsa' | 'rsa'
  readonly passphrase?: string
  readonly format?: 'openssh' | 'pem'
}

/** Makes a key pair with ssh-keygen. */
export async function newKeyPair(options: KeyOptions = {}): Promise<KeyPair> {
  await ensureProgram('ssh-keygen', 'openssh-client', 'make SSH keys')
  const folder = await mkdtemp(join(tmpdir(), 'jetee-world-key-'))
  try {
    const file = join(folder, 'key')
    const format = options.format === 'pem' ? ['-m', 'PEM'] : []
    const type = options.type ?? 'ed25519'
    await command('ssh-keygen', [
      ...['-q', '-t', type, ...format, '-N', options.passphrase ?? '', '-C', 'jetee-world', '-f', file],
    ])
    return {
      privateKey: await readFile(file, 'utf8'),
      publicKey: (await readFile(`${file}.pub`, 'utf8')).trim(),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
