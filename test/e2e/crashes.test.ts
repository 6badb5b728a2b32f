import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkGuestBook } from '../world/guest-book.ts'
import { newSite, type Site } from './harness.ts'
import { until } from './until.ts'
import { sendVisitors, status } from './visitors.ts'
import { interruptAt, traces, untilQuiet } from './watch.ts'

let site: Site

beforeAll(async () => {
  site = await newSite()
})
afterAll(() => site?.[Symbol.asyncDispose]())

/** The runner dies when a line of the log matches. */
const killAt = async (pattern: RegExp) => {
  const { run } = await interruptAt(site, pattern, ({ kill }) => kill())
  expect((await run.done).post).toBeUndefined()
}

/** What is on the server when the releases in `kept` went live one after the other. */
const settled = (...kept: readonly number[]) => {
  const live = kept.at(-1)
  const sorted = kept.map(String).sort()
  return [
    'container guestbook-app running',
    `container guestbook-app-${live} running`,
    'container guestbook-postgresql running',
    'container guestbook-redis running',
    'container jetee-consul running',
    'container jetee-nginx running',
    ...sorted.map((number) => `image jetee/guestbook:${number}`),
    ...sorted.map((number) => `folder projects/guestbook/releases/${number}`),
    ...sorted.map((number) => `folder www/guestbook/r/${number}`),
    `current r/${live}`,
  ].join('\n')
}

/** After 12 s, a worker that is no more has dropped out of the app's status; another one would stay in it. */
const expectOneWorker = async () => {
  await sleep(12_000)
  await until(
    'one worker is there',
    () => status(site.url),
    ({ workers }) => workers === 1,
    20,
  )
}

describe('a first build whose runner is killed', () => {
  it.each([
    ['while Docker is being unpacked', /│ Unpacking docker/],
    ['while Docker is being set up', /│ Setting up docker/],
    ['while the services start', /Create postgresql \(/],
    ['while the image is being built', /│.*(Get:|Unpacking)/],
    ['while its candidate starts', /Start release \d+ \(/],
  ])('%s is picked up by the next run', async (_, pattern) => {
    await killAt(pattern)
  })

  it('converges at last: the site answers, and nothing else is left', async () => {
    const { outputs } = await site.mustDeploy()
    console.log(await checkGuestBook(site.url))
    expect(await traces(site.server)).toBe(settled(Number(outputs.release)))
    await untilQuiet(site.server)
    expect(await site.server.must('dpkg --audit')).toBe('')
    await expectOneWorker()
  })
})

describe('an update whose runner is killed', () => {
  const kept: number[] = []
  let entries: number
  beforeAll(async () => {
    kept.push(Number((await site.mustDeploy()).outputs.release))
    entries = (await status(site.url)).entries
    expect(entries).toBeGreaterThan(0)
  })

  /** Kills an update, sees that the site goes on, and runs it again. */
  const killAndRepeat = async (pattern: RegExp, before: () => Promise<void>, after = async () => {}) => {
    const version = `version ${kept.length + 1}`
    await site.origin.commit({ 'guestbook/version.py': `VERSION = "${version}"\n` })
    await before()
    const visitors = sendVisitors(site.url)
    await killAt(pattern)
    await sleep(1000)
    await after()
    const { outputs } = await site.mustDeploy()
    const answers = await visitors.stop()
    kept.push(Number(outputs.release))
    console.log(`killed at ${pattern}: answers by status`, answers)
    expect(Object.keys(answers)).toEqual(['200'])
    expect(await status(site.url)).toMatchObject({ version, entries })
    expect(await traces(site.server)).toBe(settled(...kept))
    await untilQuiet(site.server)
    expect((await site.mustDeploy()).outputs.changed).toBe('false')
  }

  const packages = ['python3-django', 'python3-psycopg', 'python3-redis']
  const install = (list: readonly string[]) =>
    site.configure({ 'primary_service.project.apt_packages': list })

  it('while the image is being built: the old page answers, the next run converges', () =>
    killAndRepeat(
      /│.*(Get:|Unpacking)/,
      () => install([...packages, 'tree']),
      () => install(packages),
    ))

  it('while the candidate starts: the old page answers, the next run converges', () =>
    killAndRepeat(/ {2}migrate, /, async () => {}))

  it('between the switch and the hand-over: a page answers, the next run converges', () =>
    killAndRepeat(/ {2}switch, /, async () => {}))

  it('has one worker at last, and the data that it had', async () => {
    await expectOneWorker()
    expect((await status(site.url)).entries).toBe(entries)
  })
})
