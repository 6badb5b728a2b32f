import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listed, listText, sizesOf } from '../../../src/commands/preview-list.ts'
import { parsePreviews } from '../../../src/server/previews.ts'
import { readScript } from '../../../src/templates.ts'

/** The previews on a server, as its own script tells of them. */

let root: string

const owner = (number: number, branch: string) =>
  JSON.stringify({
    repository: 'acme/shop',
    configuration: 'Staging',
    preview: { number, branch, of: 'shop', expiresSeconds: 86_400 },
  })
const site = (name: string) => `# jetee ${JSON.stringify({ serverNames: [name] })}\nserver {}\n`
const hostile = 'a","of":"other","preview":{"number":1,"expiresSeconds":1}'
const files: Readonly<Record<string, string>> = {
  'projects/shop/owner.json': JSON.stringify({ repository: 'acme/shop', configuration: 'Staging' }),
  'projects/shop-pr-12/owner.json': owner(12, hostile),
  'projects/shop-pr-12/sequence': '3\n',
  'projects/shop-pr-2/owner.json': owner(2, 'feature/a'),
  'projects/broken/owner.json': '{"preview":{',
  'nginx/sites/shop-pr-12.conf': site('pr-12.example.com'),
}
const hour = 3600_000
const now = Date.now()

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'previews-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
  await utimes(join(root, 'projects/shop-pr-12/sequence'), (now - 5 * hour) / 1000, (now - 5 * hour) / 1000)
})
afterAll(() => rm(root, { recursive: true, force: true }))

const read = () => {
  // Without Docker, as on a server where it does not run.
  const script = `set -eu\ncd ${root}\ndocker() { false; }\n${readScript('previews')}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' })
}

test('are told in order of their numbers, whatever their branches are called', () => {
  const { previews } = parsePreviews(`${read()}container shop-pr-12 running\ncontainer shop-pr-12 exited\n`)
  expect(previews).toMatchObject([
    {
      number: 2,
      branch: 'feature/a',
      project: 'shop-pr-2',
      begun: 0,
      live: undefined,
      containers: { all: 0 },
    },
    {
      number: 12,
      branch: hostile,
      of: 'shop',
      repository: 'acme/shop',
      updated: Math.floor((now - 5 * hour) / 1000),
      begun: 3,
      serverNames: ['pr-12.example.com'],
      containers: { running: 1, all: 2 },
    },
  ])
})

test('are listed with age, expiry and size', () => {
  const { previews, now: seconds } = parsePreviews(read())
  const mib = 1024 ** 2
  const sizes = sizesOf({
    Images: [
      { Labels: { 'jetee.project': 'shop-pr-12' }, Size: 300 * mib, SharedSize: 200 * mib },
      { Labels: null, Size: 50 * mib, SharedSize: -1 },
    ],
    Volumes: [
      { Labels: { 'jetee.project': 'shop-pr-12' }, UsageData: { Size: 20 * mib } },
      { UsageData: null },
    ],
  })
  const open = [{ number: 12, labels: [], isFork: false }]
  const list = previews.map((preview) => listed({ ...preview, live: 3 }, seconds, sizes, open))
  expect(list[1]).toMatchObject({
    number: 12,
    urls: ['http://pr-12.example.com/'],
    state: 'up',
    release: 3,
    bytes: 120 * mib,
    isOpen: true,
  })
  const text = listText(list, seconds)
  expect(text[1]).toMatch(
    /^#12 · .* · up · updated 5 hours ago · expires in \d+ hours · 120 MiB · pull request open$/,
  )
  expect(text[2]).toBe('  http://pr-12.example.com/')
  expect(text[0]).toContain('pull request not open')
  expect(listText([], seconds)).toEqual(['There are no previews'])
  const [unasked] = previews
  expect(unasked && listed(unasked, seconds, undefined, undefined)).toMatchObject({
    state: 'down',
    bytes: null,
    isOpen: null,
  })
})
