import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startRelay } from '../world/relay.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type DeployOptions, newSite, type Site } from './harness.ts'
import { until } from './until.ts'
import { sendVisitors, status } from './visitors.ts'
import { interruptAt, traces, untilQuiet } from './watch.ts'
import { setInFile } from './workspace.ts'

/** The runner gives main 7.5 s from SIGINT to SIGTERM. */
const patience = 7000

let site: Site
let settled: string

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13) })
  await site.mustDeploy()
  settled = await traces(site.server)
})
afterAll(() => site?.[Symbol.asyncDispose]())

const packages = ['python3-django', 'python3-psycopg', 'python3-redis']
const slowTask = 'guestbook/management/commands/migrate.py'

/** Sets values of the project in the deployment file. */
const configure = (changes: Readonly<Record<string, unknown>>) =>
  site.configure(
    Object.fromEntries(
      Object.entries(changes).map(([path, value]) => [`primary_service.project.${path}`, value]),
    ),
  )

/** What the tests put into the repository to be interrupted at is taken out again. */
afterEach(async () => {
  await configure({ apt_packages: packages, health_check: { path: '/health/' } })
  await site.origin.commit({ [slowTask]: null })
})

/** Cancels a run at a line of its log while visitors come and go. */
const cancelAt = async (pattern: RegExp, options: DeployOptions = {}) => {
  const visitors = sendVisitors(site.url)
  const { run, at } = await interruptAt(site, pattern, ({ cancel }) => cancel(), options)
  const result = await run.done
  const milliseconds = performance.now() - at
  await untilQuiet(site.server)
  const answers = await visitors.stop()
  console.log(`cancelled at ${pattern}: ended after ${Math.round(milliseconds)} ms`)
  expect(Object.keys(answers)).toEqual(['200'])
  return { ...result, milliseconds }
}

/** Cancels a run before it has switched: it must be as if it had never been. */
const cancelInVain = async (pattern: RegExp) => {
  const { milliseconds, ...result } = await cancelAt(pattern)
  expect(result).toMatchObject({ exitCode: 1, signal: null, cancelled: true, post: { exitCode: 0, log: '' } })
  expect(result.log).toMatch(/##\[error\]The run was cancelled/)
  expect(milliseconds).toBeLessThan(patience)
  expect(await traces(site.server)).toBe(settled)
}

/** Waits until no process on the server matches: Docker ends those of a container or a build a moment after it says so. */
const untilGone = (words: string) =>
  until(
    `no process matches ${words}`,
    () => site.server.run(`pgrep -a ${words}`),
    ({ code }) => code === 1,
    15,
  )

describe('a run that is cancelled', () => {
  it('leaves the old release and nothing else when an image is being built', async () => {
    await configure({ apt_packages: [...packages, 'tree'] })
    await cancelInVain(/│.*(Get:|Unpacking)/)
    await untilGone('-x apt-get')
  })

  it('leaves the old release and nothing else when a release task runs', async () => {
    await site.origin.commit({ [slowTask]: sleeper })
    await cancelInVain(/│ asleep/)
    await untilGone('-f [m]anage.py')
  })

  it('leaves the old release and nothing else while a candidate is not healthy yet', async () => {
    await configure({ health_check: { path: '/no-such-page/' } })
    await cancelInVain(/ {2}collectstatic, /)
  })

  it('leaves nothing behind for a sudoer either', async () => {
    await site.server.addUser('deployer', { authorizedKeys: [site.key.publicKey], sudo: true })
    await site.configure({ username: 'deployer' })
    await site.origin.commit({ [slowTask]: sleeper })
    await cancelInVain(/│ asleep/)
    await untilGone('-f [m]anage.py')
    await site.configure({ username: 'root' })
  })

  it('does not keep the next run from deploying', async () => {
    await site.origin.commit({ 'guestbook/version.py': 'VERSION = "2"\n' })
    const { outputs } = await site.mustDeploy()
    expect(outputs.changed).toBe('true')
    expect(await status(site.url)).toMatchObject({ version: '2' })
  })

  it('completes the release when the visitors are being switched to it', async () => {
    await site.origin.commit({ 'guestbook/version.py': 'VERSION = "3"\n' })
    const { exitCode, log } = await cancelAt(/Switch to release/)
    expect(exitCode).not.toBe(0)
    if (exitCode === 1) expect(log).toContain('Visitors reach release')
    expect(await status(site.url)).toMatchObject({ version: '3' })
    const { outputs } = await site.mustDeploy()
    expect(outputs.changed).toBe('false')
  })

  it('is a rollback that has never been before its switch, and a whole one behind it', async () => {
    const before = await traces(site.server)
    const early = await cancelAt(/Start release \d+ \(/, { command: 'rollback' })
    expect(early.exitCode).toBe(1)
    expect(early.milliseconds).toBeLessThan(patience)
    expect(await traces(site.server)).toBe(before)
    expect((await cancelAt(/Switch to release/, { command: 'rollback' })).exitCode).not.toBe(0)
    await until(
      'the release before it is back, with its worker',
      () => status(site.url),
      (now) => now.version === '2' && now.workers === 1,
      60,
    )
    await site.mustDeploy()
    expect(await status(site.url)).toMatchObject({ version: '3' })
  })

  it.each([
    ['completes the release while a task behind the switch runs', '3 warm', 0, '3 warm'],
    ['has the old release back as a whole when that task then fails', '3 cold', 1, '3 warm'],
  ])('%s', async (_, version, code, live) => {
    const before = await traces(site.server)
    await configure({ release_tasks: { after_switch: [{ name: 'warm-up', command: 'python warm_up.py' }] } })
    await site.origin.commit({
      'guestbook/version.py': `VERSION = "${version}"\n`,
      'warm_up.py': `import sys, time\nprint("warm", flush=True)\ntime.sleep(1)\nsys.exit(${code})\n`,
    })
    const { exitCode, log } = await cancelAt(/│ warm/)
    expect(exitCode).not.toBe(0)
    if (exitCode === 1) expect(log).toContain('Visitors reach release')
    await until(
      'one release is live, with its worker',
      () => status(site.url),
      (now) => now.version === live && now.workers === 1,
      60,
    )
    if (code !== 0) expect(await traces(site.server)).toBe(before)
    await configure({ release_tasks: {} })
    await site.origin.commit({ 'guestbook/version.py': `VERSION = "${live}"\n`, 'warm_up.py': null })
    await site.mustDeploy()
  })

  it('has its release completed by the post stage when the hand-over takes longer than the runner waits', async () => {
    await site.origin.commit({ 'worker.py': stubborn, 'guestbook/version.py': 'VERSION = "4"\n' })
    await site.mustDeploy()
    await site.origin.commit({ 'worker.py': worker, 'guestbook/version.py': 'VERSION = "5"\n' })
    const { signal, post } = await cancelAt(/ {2}switch, /)
    expect({ signal, post }).toMatchObject({ signal: 'SIGKILL', post: { exitCode: 0 } })
    expect(post?.log).toMatch(/^Tidied up on .*: release \d+ went live without being settled/)
    expect(await status(site.url)).toMatchObject({ version: '5' })
    await until(
      'the worker works, and that of before is counted no more',
      () => status(site.url),
      ({ workers }) => workers === 1,
      60,
    )
    const { outputs } = await site.mustDeploy()
    expect(outputs.changed).toBe('false')
  })
})

describe('the post stage', () => {
  it('clears what a main stage left that was killed while it started a candidate', async () => {
    const before = await traces(site.server)
    await configure({ health_check: { path: '/no-such-page/' } })
    const { run } = await interruptAt(site, / {2}collectstatic, /, ({ signal }) => signal('SIGKILL'))
    const { exitCode, post } = await run.done
    await untilQuiet(site.server)
    expect({ exitCode, post }).toMatchObject({ exitCode: null, post: { exitCode: 0 } })
    expect(post?.log).toMatch(/^Tidied up on root@.* after the interrupted run: release \d+ never went live$/)
    expect(await traces(site.server)).toBe(before)
  })

  it('says nothing when the main stage ended by itself, well or badly', async () => {
    const good = await site.mustDeploy()
    const bad = await site.deploy({ env: {} })
    expect(bad.exitCode).toBe(1)
    expect([good.post, bad.post]).toMatchObject([
      { exitCode: 0, log: '' },
      { exitCode: 0, log: '' },
    ])
  })

  it('says nothing when the main stage never reached the server', async () => {
    // Whoever leads there takes the connection, and says nothing.
    await using relay = await startRelay(site.server)
    relay.cut()
    const prepare = setInFile({ hostname: relay.host, port: relay.port })
    const { run } = await interruptAt(site, /build all: Staging/, ({ signal }) => signal('SIGKILL'), {
      prepare,
    })
    expect(await run.done).toMatchObject({ exitCode: null, post: { exitCode: 0, log: '' } })
  })

  it('does not fail the job when the server cannot be reached', async () => {
    await configure({ health_check: { path: '/no-such-page/' } })
    const { run } = await interruptAt(site, / {2}collectstatic, /, ({ signal }) => signal('SIGSTOP'))
    await site.server.run('systemctl stop ssh.socket ssh.service')
    run.signal('SIGKILL')
    const { post } = await run.done
    await site.server.run('systemctl start ssh.service')
    expect(post?.exitCode).toBe(0)
    expect(post?.log).toMatch(/^The next run tidies up .* refuses connections on port 22/)
  })
})

const worker = await readFile(join(import.meta.dirname, '../../examples/django/worker.py'), 'utf8')

/** The sample's worker, when it takes its time to stop. */
const stubborn = `${worker.replace('Worker().run()', 'Worker().run()\n    import time\n    time.sleep(20)')}`

const sleeper = `import time

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("--noinput", action="store_true")

    def handle(self, *args, **options):
        print("asleep", flush=True)
        time.sleep(300)
`
