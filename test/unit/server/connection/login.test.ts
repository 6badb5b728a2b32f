import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../src/report/failure.ts'
import { type ConnectOptions, connect } from '../../../../src/server/connection/connection.ts'
import type { OfferedKey } from '../../../../src/server/connection/login.ts'
import { type PrivateKey, readPrivateKey } from '../../../../src/server/connection/private-key.ts'
import { closeAfterwards, server } from './fixture.ts'
import { makeKey } from './keys.ts'

/** Logging in with a ring of keys. */

/** A key of a ring, and how often it has signed. */
const offer = (name: string, key: PrivateKey, sign?: OfferedKey['sign']) => {
  const signatures: number[] = []
  const offered: OfferedKey = {
    name,
    publicKey: key.parsed,
    publicLine: key.publicLine,
    fingerprint: key.fingerprint,
    sign:
      sign ??
      (async (data, hash) => {
        signatures.push(data.length)
        return key.parsed.sign(data, hash)
      }),
  }
  return { offered, signatures }
}

const stranger = async (type: Parameters<typeof makeKey>[0] = 'ed25519') =>
  readPrivateKey(
    makeKey(type, type === 'rsa' ? { bits: 2048 } : type === 'ecdsa' ? { bits: 256 } : {}).private,
  )

const refusal = async (options: ConnectOptions): Promise<Failure> => {
  const thrown = await connect(options).then(
    async (connection) => connection.end(),
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(Failure)
  return thrown as Failure
}

describe('a ring of keys', () => {
  test('is tried in its order, and only the key that the server knows signs', async () => {
    const { options } = await server()
    const keys = [
      offer('first', await stranger('rsa')),
      offer('second', await stranger('ecdsa')),
      offer('known', options.login as PrivateKey),
      offer('last', await stranger()),
    ]
    const connection = await connect({ ...options, login: { keys: keys.map(({ offered }) => offered) } })
    closeAfterwards(() => connection.end())
    expect(keys.map(({ signatures }) => signatures.length)).toEqual([0, 0, 1, 0])
  })

  test('is refused with every key of it named', async () => {
    const { options } = await server()
    const keys = [offer('one', await stranger()).offered, offer('two', await stranger()).offered]
    const { details } = await refusal({ ...options, login: { keys } })
    expect(details.what).toBe(`127.0.0.1 refuses all 2 keys for ${options.username}`)
    for (const { name, fingerprint } of keys) expect(details.why).toContain(`${fingerprint} (${name})`)
  })

  test('with one key is refused as that one is', async () => {
    const { options } = await server()
    const { offered } = offer('one', await stranger())
    const { message } = await refusal({ ...options, login: { keys: [offered] } })
    expect(message).toBe(`127.0.0.1 refuses the key for ${options.username}`)
  })

  test('may be empty', async () => {
    const { options } = await server()
    const { message } = await refusal({ ...options, login: { keys: [] } })
    expect(message).toBe('There is no key to log in to 127.0.0.1 with')
  })

  test('is not tried on a server that takes no keys', async () => {
    const { options } = await server({ methods: ['password'], refuseKey: true })
    const { details } = await refusal({
      ...options,
      login: { keys: [offer('one', await stranger()).offered] },
    })
    expect(details.what).toBe(`127.0.0.1 does not let ${options.username} log in by key`)
    expect(details.why).toContain('password')
  })

  test('fails with what its key says, when that cannot sign', async () => {
    const { options } = await server()
    const { offered } = offer('locked', options.login as PrivateKey, async () => {
      throw new Failure({ what: 'The passphrase is wrong' })
    })
    expect((await refusal({ ...options, login: { keys: [offered] } })).message).toBe(
      'The passphrase is wrong',
    )
  })
})

describe('a host key', () => {
  test('may be judged by somebody who takes their time', async () => {
    const { options, hostKey } = await server()
    const seen: Buffer[] = []
    const judge = async (key: Buffer) => {
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(key)
      return { accepted: false as const, failure: new Failure({ what: 'Not this one' }) }
    }
    const hostKeys = { algorithms: ['ssh-ed25519'], judge }
    expect((await refusal({ ...options, hostKeys })).message).toBe('Not this one')
    expect(seen).toEqual([hostKey])
  })
})
