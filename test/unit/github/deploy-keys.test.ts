import { expect, it } from 'vitest'
import { takeKeyAway } from '../../../src/commands/server-keys.ts'
import { openAsk } from '../../../src/github/ask.ts'
import { openDeployKeys } from '../../../src/github/deploy-keys.ts'
import { type Answer, type Request, startApiServer } from './api-server.ts'

const publicKey = 'ssh-ed25519 AAAA jetee@server'
const listed = [{ id: 7, key: 'ssh-ed25519 AAAA', enabled: true }]

/** Deploy keys of an API that answers so. */
const keysAt = async (answer: (request: Request, count: number) => Answer) => {
  const api = await startApiServer(answer)
  const ask = openAsk({ apiUrl: api.url, tokens: ['a-token'], signal: new AbortController().signal })
  return { keys: openDeployKeys(ask, 'jetee'), api, [Symbol.asyncDispose]: api[Symbol.asyncDispose] }
}

it('a key whose adding GitHub did not answer is added again, as it takes no second one', async () => {
  let posts = 0
  await using there = await keysAt(({ method }) => {
    if (method === 'GET') return { body: [] }
    posts++
    return posts === 1 ? { status: 502 } : { status: 201, body: listed[0] }
  })
  const admission = await there.keys.admit('acme/shop', { publicKey, hasWorked: false })
  expect(admission.kind).toBe('admitted')
  expect(posts).toBe(2)
})

it.each([
  [
    { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444799' } },
    /no more requests .* until 23:59:59 UTC/,
  ],
  [{ status: 401 }, /does not know the token/],
  [{ status: 403, headers: { 'x-github-sso': 'required' } }, /single sign-on/],
  [{ status: 403 }, /needs `administration: write`/],
])('a refusal with %o is told for what it is', async (answer, why) => {
  await using there = await keysAt(() => answer)
  const admission = await there.keys.admit('acme/shop', { publicKey, hasWorked: false })
  expect(admission).toMatchObject({ kind: 'refused', why: expect.stringMatching(why) })
})

it('of a key that goes, it is told what GitHub really had', async () => {
  const take = (keys: Parameters<typeof takeKeyAway>[0], hasWorked: boolean) =>
    takeKeyAway(keys, 'acme--shop', { publicKey, hasWorked }, 'https://github.com')
  await using there = await keysAt(({ method }) => (method === 'GET' ? { body: listed } : { status: 204 }))
  expect(await take(there.keys, true)).toBe('Removed: the deploy key of acme/shop')
  await using empty = await keysAt(() => ({ body: [] }))
  expect(await take(empty.keys, false)).toMatch(/^Not at GitHub/)
  await using closed = await keysAt(() => ({ status: 403 }))
  expect(await take(closed.keys, true)).toMatch(/^Stays/)
  expect(await take(closed.keys, false)).toMatch(/^Not asked for at GitHub/)
  expect(await take(undefined, true)).toMatch(/^Stays/)
  expect(await take(undefined, false)).toMatch(/^Not asked for at GitHub/)
})
