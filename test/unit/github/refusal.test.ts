import { expect, test } from 'vitest'
import { refusalOf } from '../../../src/github/refusal.ts'
import type { Trouble } from '../../../src/github/tries.ts'

const now = Date.UTC(2026, 10, 23, 14, 0, 0)
const wish = { what: 'record the deployment', permission: 'deployments: write' }
const caller = { input: 'token', isAllowed: false }

const tell = (more: Partial<Trouble>, as: Partial<typeof caller> = {}) =>
  refusalOf(
    wish,
    { status: 403, headers: {}, message: 'Resource not accessible by integration', isUnsent: false, ...more },
    { ...caller, ...as },
    now,
  )

test.each<[string, Partial<Trouble>, string]>([
  ['a permission that is missing', {}, 'the job’s `permissions:` need the line `deployments: write`'],
  [
    'one that is missing so that not even the repository is known',
    { status: 404, message: 'Not Found' },
    'need the line `deployments: write`',
  ],
  [
    'a call that needs another one, too',
    {
      headers: {
        'x-accepted-github-permissions': 'deployments=write,pull_requests=read; administration=write',
      },
    },
    'need the line `deployments: write` and `pull-requests: read`',
  ],
  ['a token that has expired', { status: 401, message: 'Bad credentials' }, 'does not know the token'],
  [
    'an organization with single sign-on',
    { headers: { 'x-github-sso': 'required; url=https://github.com/orgs/o/sso?x=1' } },
    'single sign-on',
  ],
  [
    'a repository that is archived',
    { message: 'Repository was archived so is read-only.' },
    'This run could not record the deployment: Repository was archived',
  ],
  [
    'a limit',
    {
      message: 'API rate limit exceeded for installation.',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 200) },
    },
    'until 14:03:20 UTC',
  ],
  ['a failure of GitHub’s', { status: 502, message: 'Bad Gateway' }, 'failed (502 Bad Gateway)'],
  [
    'nobody there',
    { status: undefined, message: 'connect ECONNREFUSED' },
    'did not answer (connect ECONNREFUSED)',
  ],
  [
    'a commit that GitHub does not have',
    { status: 422, message: 'No ref found for: abc' },
    'This run could not record the deployment: No ref found for: abc',
  ],
])('says of %s what it is', (_, trouble, words) => {
  const { text } = tell(trouble)
  expect(text).toContain(words)
})

test('names the permission as what it is about, and only where one is missing', () => {
  expect(tell({}).about).toBe('deployments: write')
  expect(tell({ message: 'Repository was archived so is read-only.' }).text).not.toContain('permissions')
  expect(tell({ headers: { 'retry-after': '50' } }).text).not.toContain('permissions')
})

test('leaves out what each token has, and what the call does not need with this permission', () => {
  const accepted = 'metadata=read; issues=write; deployments=write,metadata=read'
  expect(tell({ headers: { 'x-accepted-github-permissions': accepted } }).text).toMatch(
    /need the line `deployments: write`$/,
  )
})

test('takes a 404 for what it says where the permission is there', () => {
  expect(tell({ status: 404, message: 'Not Found' }, { isAllowed: true }).text).toBe(
    'This run could not record the deployment: Not Found',
  )
})

test('says of a token of one’s own that the token needs it, as the job’s permissions are another’s', () => {
  expect(tell({}, { input: 'deploy-key-token' }).text).toContain(
    'the token of the input `deploy-key-token` needs `deployments: write`',
  )
})
