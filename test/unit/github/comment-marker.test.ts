import { expect, test } from 'vitest'
import { markerOf, mayReplace, writerOf } from '../../../src/github/comment-marker.ts'
import type { Announcement } from '../../../src/report/announcement.ts'

const news: Announcement = {
  action: 'deploy',
  command: 'build all',
  configuration: 'Staging',
  project: 'shop-pr-12',
  environment: 'Staging/pr-12',
  production: false,
  commit: undefined,
  urls: [],
  where: 'root@shop.example.com:22',
  preview: 12,
}
const run = { id: 10, attempt: 2 }

test('the first line of a comment tells which run has written it, about which preview', () => {
  const marker = markerOf(news, run)
  expect(marker).toBe('<!-- jetee/deploy preview Staging 12 shop-pr-12 run 10.2 -->')
  expect(writerOf(`${marker}\r\n### The preview is ready`, news)).toEqual(run)
  for (const other of [{ preview: 1 }, { preview: 121 }, { project: 'shop' }, { configuration: 'Other' }])
    expect(writerOf(marker, { ...news, ...other })).toBeUndefined()
})

test.each([undefined, '', 'x', '> <!-- jetee/deploy preview Staging 12 shop-pr-12 run 10.2 -->'])(
  'a comment that only mentions it is none: %j',
  (body) => {
    expect(writerOf(body, news)).toBeUndefined()
  },
)

test('no name ends the marker, and is shown to people', () => {
  const odd = { ...news, configuration: 'a --> <b>', project: 'x--y-->z' }
  const marker = markerOf(odd, run)
  expect(marker.indexOf('-->')).toBe(marker.length - 3)
  expect(marker.slice(4)).not.toMatch(/--(?!>$)|[<>](?!$)/)
  expect(writerOf(marker, odd)).toEqual(run)
})

test.each([
  ['a later run', { id: 11, attempt: 1 }, true],
  ['itself', { id: 10, attempt: 2 }, true],
  ['a later attempt of it', { id: 10, attempt: 3 }, true],
  ['an earlier attempt of it', { id: 10, attempt: 1 }, false],
  ['an earlier run', { id: 9, attempt: 1 }, false],
  ['an earlier run that somebody has started again', { id: 9, attempt: 2 }, true],
])('%s may write over what a run has written: %j, %s', (_, own, may) => {
  expect(mayReplace(own, run)).toBe(may)
})
