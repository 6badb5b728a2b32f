import { describe, expect, it } from 'vitest'
import { openDialogue } from '../../../src/release/key-dialogue.ts'
import type { Admission, FetchedRepository, Fetching, Sending } from '../../../src/source/source.ts'

const main: FetchedRepository = {
  fullName: 'acme/shop',
  folder: 'acme--shop',
  commit: 'c0ffee',
  url: 'git@github.com:acme/shop.git',
  withKey: true,
  path: '',
  keysPage: 'https://github.com/acme/shop/settings/keys/new',
}
const inner: FetchedRepository = { ...main, fullName: 'acme/lib', folder: 'acme--lib', path: 'vendor/a lib' }
const open: FetchedRepository = { ...main, folder: 'acme--open', path: 'open', withKey: false }
const sending = { kind: 'send', pack: () => expect.unreachable() } as Sending

/** A dialogue about repositories whose keys get these answers, and what was told of it. */
const begin = async (
  repositories: readonly FetchedRepository[],
  admissions: readonly Admission[],
  more: Partial<Fetching> = {},
) => {
  const left = [...admissions]
  const notes: string[] = []
  const asked: string[] = []
  const dialogue = await openDialogue(
    {
      kind: 'fetch',
      repositories: async () => repositories,
      hostKeys: async () => 'github.com ssh-ed25519 AAAA\n',
      admit: async ({ fullName }, { publicKey, hasWorked }) => {
        asked.push(`${fullName} ${publicKey} ${hasWorked}`)
        return left.shift() ?? expect.unreachable()
      },
      instead: async () => undefined,
      ...more,
    },
    { note: (text) => void notes.push(text) },
  )
  return { dialogue, notes, asked }
}

const admitted: Admission = { kind: 'admitted', how: 'it was added' }
const refused: Admission = { kind: 'refused', why: 'GitHub does not let it' }
const fetchLine = `fetch ${Buffer.from('github.com ssh-ed25519 AAAA\n').toString('base64')}`

describe('the dialogue about keys', () => {
  it('admits each key once, and lets the server fetch', async () => {
    const { dialogue, notes, asked } = await begin([main, inner, open], [admitted, admitted])
    expect(dialogue.args.REPOSITORIES?.split('\n')).toEqual([
      'acme--shop c0ffee key git@github.com:acme/shop.git ',
      'acme--lib c0ffee key git@github.com:acme/shop.git vendor/a lib',
      'acme--open c0ffee open git@github.com:acme/shop.git open',
    ])
    dialogue.hear('key', 'acme--shop worked ssh-ed25519 KEY1 jetee@server')
    dialogue.hear('key', 'acme--lib new ssh-ed25519 KEY2 jetee@server')
    expect(await dialogue.answer()).toEqual({ line: fetchLine, isLast: true })
    expect(asked).toEqual([
      'acme/shop ssh-ed25519 KEY1 jetee@server true',
      'acme/lib ssh-ed25519 KEY2 jetee@server false',
    ])
    expect(notes).toEqual(['it was added', 'it was added'])
  })

  it('has a key made anew that is gone at GitHub, and admits that one', async () => {
    const { dialogue, asked } = await begin([main, inner], [{ kind: 'gone' }, admitted, admitted])
    dialogue.hear('key', 'acme--shop worked ssh-ed25519 OLD jetee@server')
    dialogue.hear('key', 'acme--lib new INNER')
    expect(await dialogue.answer()).toEqual({ line: 'renew acme--shop OLD', isLast: false })
    dialogue.hear('key', 'acme--shop new NEW')
    expect(await dialogue.answer()).toEqual({ line: fetchLine, isLast: true })
    expect(asked).toEqual([
      'acme/shop ssh-ed25519 OLD jetee@server true',
      'acme/shop NEW false',
      'acme/lib INNER false',
    ])
  })

  it('leaves it to the checkout where a key is refused, and says why', async () => {
    const { dialogue, notes } = await begin([main], [refused], { instead: async () => sending })
    dialogue.hear('key', 'acme--shop new KEY')
    expect(await dialogue.answer()).toEqual({ line: 'send', isLast: true, instead: sending })
    expect(notes).toEqual(['The code is sent from the checkout, as GitHub does not let it'])
  })

  it('ends where there is nothing to fall back to, with the key and where it belongs', async () => {
    const { dialogue } = await begin([main], [refused])
    dialogue.hear('key', 'acme--shop new KEY')
    await expect(dialogue.answer()).rejects.toMatchObject({
      details: {
        what: 'The server may not read acme/shop',
        next: expect.stringMatching(/settings\/keys\/new[\s\S]*\nKEY$/),
      },
    })
  })

  it('leaves it to the checkout where the server has no git', async () => {
    const { dialogue } = await begin([main], [], { instead: async () => sending })
    dialogue.hear('nogit', '')
    expect(await dialogue.answer()).toEqual({ line: 'send', isLast: true, instead: sending })
    const { dialogue: other } = await begin([main], [])
    other.hear('nogit', '')
    await expect(other.answer()).rejects.toThrow('git is missing there')
  })

  it('tries a key that nobody may ask about; when it opens nothing, it is told', async () => {
    const { dialogue } = await begin([main], [{ kind: 'unknown' }])
    dialogue.hear('key', 'acme--shop new KEY')
    expect(await dialogue.answer()).toEqual({ line: fetchLine, isLast: true })
    expect(dialogue.trouble()).toBeUndefined()
    dialogue.hear('denied', 'acme--shop')
    expect(dialogue.trouble()).toMatchObject({
      what: 'The server may not read acme/shop',
      where: main.keysPage,
    })
  })

  it('names the submodule whose key is refused', async () => {
    const { dialogue } = await begin([main, inner], [admitted, refused], { instead: async () => sending })
    dialogue.hear('key', 'acme--shop new KEY')
    dialogue.hear('key', 'acme--lib new KEY2')
    await expect(dialogue.answer()).rejects.toThrow(
      'The server may not read the submodule vendor/a lib (acme/lib)',
    )
  })

  it('says that host keys are pinned when they are met, where GitHub does not publish them', async () => {
    const { dialogue, notes } = await begin([main], [admitted], { hostKeys: async () => '' })
    dialogue.hear('key', 'acme--shop worked KEY')
    expect(await dialogue.answer()).toEqual({ line: 'fetch -', isLast: true })
    expect(notes[1]).toContain('does not publish its SSH host keys')
  })
})
