import type { AnyAuthMethod, ParsedKey, SignCallback, SigningRequestOptions } from 'ssh2'
import type { PrivateKey } from './private-key.ts'

/** What may be shown of a key that is tried. */
export interface PublicHalf {
  /** The public half as a line of `authorized_keys`, without a comment: `ssh-ed25519 AAAA…`. */
  readonly publicLine: string
  /** The fingerprint as ssh-keygen prints it: `SHA256:…`. */
  readonly fingerprint: string
  /** Where it is from: a path, or what an agent calls it. */
  readonly name?: string
}

/** A key that may be tried, whoever holds its private half. */
export interface OfferedKey extends PublicHalf {
  readonly name: string
  readonly publicKey: ParsedKey
  /** Signs with it, once the server says that the key would do: only then is a passphrase worth asking for. */
  readonly sign: (data: Buffer, hash: SigningRequestOptions['hash']) => Promise<Buffer>
}

/** Several keys, tried one after the other. */
export interface Keyring {
  readonly keys: readonly OfferedKey[]
}

/** How to log in: with the one key that there is, in one attempt, or with what a ring of keys offers. */
export type Login = PrivateKey | Keyring

/** The attempts of one handshake. */
interface Attempts {
  /** The next one, where `methods` are those that the server offers, as far as it has said; undefined when none is left. */
  readonly next: (methods: readonly string[] | undefined) => AnyAuthMethod | undefined
  /** The keys that were tried so far. */
  readonly tried: readonly PublicHalf[]
  /** What went wrong on this side, such as an agent that does not sign. */
  readonly trouble: () => unknown
}

/** The attempts that a login makes as a user. */
export const attemptsOf = async (login: Login, username: string): Promise<Attempts> =>
  'keys' in login ? ringAttempts(login, username) : keyAttempt(login, username)

const keyAttempt = (key: PrivateKey, username: string): Attempts => {
  let isTried = false
  return {
    tried: [key],
    trouble: () => undefined,
    next() {
      if (isTried) return undefined
      isTried = true
      return { type: 'publickey', username, key: key.parsed }
    },
  }
}

/** As OpenSSH does it: first a question what the server offers at all, then one key after the other. */
const ringAttempts = async ({ keys }: Keyring, username: string): Promise<Attempts> => {
  const { default: ssh2 } = await import('ssh2')
  const tried: OfferedKey[] = []
  let isAsked = false
  let trouble: unknown

  /** An agent with one key: the only way in which ssh2 lets somebody else sign. */
  class OneKey extends ssh2.BaseAgent<ParsedKey> {
    readonly #key: OfferedKey
    constructor(key: OfferedKey) {
      super()
      this.#key = key
    }
    override getIdentities(done: (error: undefined, keys: ParsedKey[]) => void): void {
      done(undefined, [this.#key.publicKey])
    }
    override sign(
      _key: unknown,
      data: Buffer,
      options: SigningRequestOptions | SignCallback,
      done?: SignCallback,
    ): void {
      const { hash } = options as SigningRequestOptions
      this.#key.sign(data, hash).then(
        (signature) => done?.(undefined, signature),
        (error: Error) => {
          trouble = error
          done?.(error)
        },
      )
    }
  }

  return {
    tried,
    trouble: () => trouble,
    next(methods) {
      if (!isAsked) {
        isAsked = true
        return { type: 'none', username }
      }
      if (methods !== undefined && !methods.includes('publickey')) return undefined
      const key = keys[tried.length]
      if (!key) return undefined
      tried.push(key)
      return { type: 'agent', username, agent: new OneKey(key) }
    },
  }
}
