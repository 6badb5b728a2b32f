import ssh2, { type ParsedKey } from 'ssh2'

const { utils } = ssh2

/** A key pair as text, and the public half as SSH sends it. */
export interface KeyPair {
  readonly private: string
  readonly public: string
  readonly blob: Buffer
}

/**
 * Makes a key pair. ssh2 writes about one ed25519 key in 140 wrongly, with bytes missing, so it tries until
 * there is one that can be read.
 */
export function makeKey(
  type: 'ed25519' | 'rsa' | 'ecdsa' = 'ed25519',
  options: { bits?: number; passphrase?: string } = {},
): KeyPair {
  for (;;) {
    const { bits, passphrase } = options
    const pair = utils.generateKeyPairSync(
      type as 'rsa',
      {
        ...(bits !== undefined && { bits }),
        ...(passphrase !== undefined && { passphrase, cipher: 'aes256-ctr', rounds: 4 }),
      } as { bits: number },
    )
    const parsed = utils.parseKey(pair.public)
    if (parsed instanceof Error || utils.parseKey(pair.private, passphrase) instanceof Error) continue
    return { ...pair, blob: (parsed as ParsedKey).getPublicSSH() }
  }
}
