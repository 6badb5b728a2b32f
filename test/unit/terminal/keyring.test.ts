import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Failure } from '../../../src/report/failure.ts'
import { fingerprint } from '../../../src/server/connection/known-hosts.ts'
import { readKeyring } from '../../../src/terminal/keyring.ts'
import { parseSshSettings } from '../../../src/terminal/ssh-settings.ts'
import { type KeyPair, makeKey } from '../server/connection/keys.ts'

/** Keys in files; an agent's are tried against a real one in test/e2e/terminal.test.ts. */

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'jetee-keys-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const write = (name: string, { private: text, public: line }: KeyPair, hasPublicFile = false): string => {
  const path = join(home, name)
  writeFileSync(path, text, { mode: 0o600 })
  if (hasPublicFile) writeFileSync(`${path}.pub`, line)
  return path
}

/** Reads a ring of these files; `answers` are what a person types, none when nobody is there. */
const read = async (paths: readonly string[], answers?: readonly string[], named: readonly string[] = []) => {
  const questions: string[] = []
  const notes: string[] = []
  const left = [...(answers ?? [])]
  const text = ['identityagent none', ...paths.map((path) => `identityfile ${path}`)].join('\n')
  const { keys } = await readKeyring(
    parseSshSettings(text, { host: 'box', port: undefined, user: undefined }, {}),
    {
      identities: named,
      note: (note) => notes.push(note),
      asker: {
        canAsk: answers !== undefined,
        line: async () => '',
        secret: async (question) => {
          questions.push(question)
          return left.shift() ?? ''
        },
      },
    },
  )
  return { keys, questions, notes }
}

/** Whether a signature is that of a key pair. */
const isBy = ({ public: line }: KeyPair, data: Buffer, signature: Buffer, hash?: string): boolean => {
  const key = ssh2.utils.parseKey(line)
  if (key instanceof Error) throw key
  return key.verify(data, signature, hash)
}

const data = Buffer.from('what is signed')

describe('keys in files', () => {
  test('are offered in their order; what is not there is passed over', async () => {
    const [a, b] = [makeKey(), makeKey('ecdsa', { bits: 256 })]
    const paths = [write('a', a), join(home, 'gone'), write('b', b)]
    const { keys, notes } = await read([...paths, paths[0] ?? ''])
    expect(keys.map(({ name }) => name)).toEqual([paths[0], paths[2]])
    expect(keys.map((key) => key.fingerprint)).toEqual([fingerprint(a.blob), fingerprint(b.blob)])
    expect(notes).toEqual([])
    for (const [index, pair] of [a, b].entries()) {
      const signature = await keys[index]?.sign(data, undefined)
      expect(isBy(pair, data, signature ?? Buffer.alloc(0))).toBe(true)
    }
  })

  test('sign as the server wishes', async () => {
    const pair = makeKey('rsa', { bits: 2048 })
    const { keys } = await read([write('rsa', pair)])
    const signature = await keys[0]?.sign(data, 'sha512')
    expect(isBy(pair, data, signature ?? Buffer.alloc(0), 'sha512')).toBe(true)
  })

  test('that cannot be used are left out, but for one that was named', async () => {
    const path = join(home, 'broken')
    writeFileSync(path, 'not a key')
    const { keys, notes } = await read([path])
    expect(keys).toEqual([])
    expect(notes.join()).toContain(`${path} is left out: It is not a private key`)
    await expect(read([path], undefined, [path])).rejects.toThrow('A private key cannot be used')
    const gone = join(home, 'gone')
    await expect(read([gone], undefined, [gone])).rejects.toThrow('There is no such private key')
  })
})

describe('an encrypted key', () => {
  const pair = makeKey('ed25519', { passphrase: 'open sesame' })

  test('is offered by its public half, and asks for its passphrase when it is used', async () => {
    const { keys, questions } = await read([write('locked', pair)], ['wrong', 'open sesame'])
    expect(keys[0]?.fingerprint).toBe(fingerprint(pair.blob))
    expect(questions).toEqual([])
    const signature = await keys[0]?.sign(data, undefined)
    expect(isBy(pair, data, signature ?? Buffer.alloc(0))).toBe(true)
    expect(questions).toEqual([
      `Passphrase of ${join(home, 'locked')}: `,
      `That is not it. Passphrase of ${join(home, 'locked')}: `,
    ])
  })

  test('may be mistyped twice', async () => {
    const { keys } = await read([write('locked', pair)], ['a', 'b', 'c', 'open sesame'])
    const error = await keys[0]?.sign(data, undefined).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Failure)
    expect((error as Failure).details).toMatchObject({
      where: join(home, 'locked'),
      why: 'The passphrase does not decrypt it.',
    })
  })

  test('is left out where nobody can be asked', async () => {
    const path = write('locked', pair)
    const { keys, notes } = await read([path])
    expect(keys).toEqual([])
    expect(notes).toEqual([
      `${path} is left out: it has a passphrase, and there is no terminal to ask for it`,
    ])
  })
})
