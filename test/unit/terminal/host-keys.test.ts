import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fingerprint, typeOfKey } from '../../../src/server/connection/known-hosts.ts'
import { knownHostsPolicy } from '../../../src/terminal/host-keys.ts'
import { parseSshSettings } from '../../../src/terminal/ssh-settings.ts'
import { makeKey } from '../server/connection/keys.ts'

/** What files of known hosts, and people, decide of a host key. */

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'jetee-home-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const key = makeKey().blob
const other = makeKey().blob
const lineOf = (host: string, blob = key) => `${host} ${typeOfKey(blob)} ${blob.toString('base64')}`

/** Judges the key of box.example.com, port 2222; `answers` are what a person types, none when nobody is there. */
const judge = async ({
  known = 'new/known_hosts',
  settings = [] as readonly string[],
  answers = undefined as readonly string[] | undefined,
} = {}) => {
  const questions: string[] = []
  const notes: string[] = []
  const text = [
    'hostname box.example.com',
    'port 2222',
    `userknownhostsfile ${join(home, known)}`,
    'globalknownhostsfile /none',
    ...settings,
  ].join('\n')
  const left = [...(answers ?? [])]
  const policy = await knownHostsPolicy(
    parseSshSettings(text, { host: 'box', port: undefined, user: undefined }, {}),
    {
      note: (note) => notes.push(note),
      asker: {
        canAsk: answers !== undefined,
        line: async (question) => {
          questions.push(question)
          return left.shift() ?? 'no'
        },
        secret: async () => '',
      },
    },
  )
  const judgement = await policy.judge(key)
  return { questions, notes, refusal: judgement.accepted ? undefined : judgement.failure.details }
}

const write = (...lines: string[]): { readonly known: string } => {
  writeFileSync(join(home, 'known'), lines.join('\n'))
  return { known: 'known' }
}

const kept = () => readFileSync(join(home, 'new/known_hosts'), 'utf8')

describe('a known key', () => {
  test.each([
    ['[box.example.com]:2222', []],
    ['box.example.com', []],
    ['the-alias', ['hostkeyalias the-alias']],
  ])('is accepted by a line for %s, among lines that say nothing', async (host, settings) => {
    const files = write('# a comment', 'words that are no line', lineOf('else', other), lineOf(host))
    expect(await judge({ ...files, settings })).toEqual({ questions: [], notes: [], refusal: undefined })
  })

  test('is refused once another one is known: the message names the place of the old one', async () => {
    const files = write('', lineOf('[box.example.com]:2222', other))
    const { refusal, questions } = await judge({ ...files, answers: ['yes'] })
    expect(questions).toEqual([])
    expect(refusal?.what).toBe('The host key of box.example.com has changed')
    expect(refusal?.why).toContain(`known is ${fingerprint(other)} (${join(home, 'known')}:2)`)
    expect(refusal?.next).toContain(`ssh-keygen -R '[box.example.com]:2222' -f ${join(home, 'known')}`)
  })

  test('is refused once it is revoked', async () => {
    const files = write(lineOf('box.example.com'), `@revoked ${lineOf('*')}`)
    expect((await judge(files)).refusal?.what).toBe('The host key of box.example.com is revoked')
  })
})

describe('a key that nobody knows', () => {
  test.each(['yes', fingerprint(key)])('is kept when a person says %s', async (answer) => {
    const { questions, notes, refusal } = await judge({ answers: ['perhaps', ' ', answer] })
    expect(refusal).toBeUndefined()
    expect(questions).toHaveLength(3)
    expect(questions[0]).toContain(fingerprint(key))
    expect(kept()).toBe(`${lineOf('[box.example.com]:2222')}\n`)
    expect(notes.join()).toContain('is now known')
    expect(statSync(join(home, 'new')).mode & 0o777).toBe(0o700)
    expect(statSync(join(home, 'new/known_hosts')).mode & 0o777).toBe(0o600)
    expect((await judge()).refusal).toBeUndefined()
  })

  test.each([
    ['no', 'You said that it is not right.'],
    [fingerprint(other), `It is not ${fingerprint(other)}, which you expect.`],
  ])('is refused when a person says %s', async (answer, why) => {
    expect((await judge({ answers: [answer] })).refusal?.why).toContain(why)
    expect(kept).toThrow('ENOENT')
  })

  test.each([
    [[], 'There is no terminal'],
    [['batchmode yes'], 'BatchMode'],
    [['stricthostkeychecking yes'], 'StrictHostKeyChecking'],
  ])('is refused where nobody is asked: %s', async (settings, why) => {
    const answers = settings.length > 0 ? ['yes'] : undefined
    const { questions, refusal } = await judge({ settings, answers })
    expect(questions).toEqual([])
    expect(refusal).toMatchObject({ what: 'The host key of box.example.com is not known' })
    expect(refusal?.why).toContain(why)
    expect(refusal?.next).toContain(lineOf('[box.example.com]:2222'))
  })

  test.each(['accept-new', 'no'])('is kept by StrictHostKeyChecking %s', async (value) => {
    expect((await judge({ settings: [`stricthostkeychecking ${value}`] })).refusal).toBeUndefined()
    expect(kept()).toBe(`${lineOf('[box.example.com]:2222')}\n`)
  })

  test('is kept under a hash, in a line of its own', async () => {
    const files = write(lineOf('else', other))
    const settings = ['stricthostkeychecking accept-new', 'hashknownhosts yes']
    await judge({ ...files, settings })
    const [first, second, ...rest] = readFileSync(join(home, 'known'), 'utf8').split('\n')
    expect(first).toBe(lineOf('else', other))
    expect(second).toMatch(/^\|1\|[^|]+\|\S+ ssh-ed25519 /)
    expect(rest).toEqual([''])
    expect((await judge(files)).refusal).toBeUndefined()
  })
})
