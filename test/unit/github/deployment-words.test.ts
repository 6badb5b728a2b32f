import { expect, test } from 'vitest'
import { isOurs, isSame, payloadOf } from '../../../src/github/deployment-words.ts'
import type { Announcement } from '../../../src/report/announcement.ts'

const news = { project: 'shop', configuration: 'Staging' } as Announcement
const own = payloadOf(news, { id: 7, attempt: 1 })

test('a run knows its own deployment, whether GitHub gives its payload back as an object or as text', () => {
  for (const payload of [{ ...own }, JSON.stringify(own), { ...own, more: 1 }]) {
    expect(isSame(payload, own)).toBe(true)
    expect(isOurs(payload)).toBe(true)
  }
})

test.each([
  { ...own, run: 8 },
  { ...own, attempt: 2 },
  { ...own, project: 'api' },
  { ...own, configuration: 'Production' },
])('another run’s, or another project’s, is not its own: %j', (payload) => {
  expect(isSame(payload, own)).toBe(false)
  expect(isOurs(payload)).toBe(true)
})

test.each(['', 'nonsense', '{}', '[]', null, undefined, {}, 7, { deployer: 'somebody' }])(
  'what somebody else has made is nobody’s of ours: %j',
  (payload) => {
    expect(isSame(payload, own)).toBe(false)
    expect(isOurs(payload)).toBe(false)
  },
)
