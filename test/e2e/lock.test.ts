import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startRelay } from '../world/relay.ts'
import type { ActionRun } from '../world/runner.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { newSite, type Site } from './harness.ts'
import { until } from './until.ts'
import { status } from './visitors.ts'
import { interruptAt, strays, traces, untilQuiet } from './watch.ts'

/** A line of the packages' installation in an image's build, which takes a while. */
const building = /│.*(Get:|Unpacking)/

/** The sample's packages, and one that keeps them from being in the snapshot's cache of builds. */
const packagesAnd = (other: string) => ({
  'primary_service.project.apt_packages': ['python3-django', 'python3-psycopg', 'python3-redis', other],
})

const address = (runId: string) => `https://github.com/octo-org/octo-repo/actions/runs/${runId}`

/** A run that finds the lock taken. */
const startWaiting = async (site: Site, holder: string, command = 'build all', runId = '1002') => {
  const waiting = Promise.withResolvers<void>()
  const going = Promise.withResolvers<number>()
  const lines: string[] = []
  const run = await site.start({
    github: { run_id: runId },
    command,
    onLine(line) {
      if (line.endsWith(`Waiting for the lock of guestbook, held by ${holder}`)) waiting.resolve()
      else if (!line.includes('Still waiting') && lines.some((other) => other.includes('Waiting for')))
        going.resolve(performance.now())
      lines.push(line)
    },
  })
  await Promise.race([
    waiting.promise,
    run.done.then(({ log }) => Promise.reject(new Error(`It did not wait:\n${log}`))),
  ])
  return { run, going: going.promise }
}

const killed = async (run: ActionRun) => {
  run.kill()
  await run.done
}

describe.each([13, 12] as const)('the lock of a project, on Debian %s', (debian) => {
  let site: Site
  beforeAll(async () => {
    site = await newSite({ debian, from: await dockerSnapshot(debian), settings: packagesAnd('bc') })
  })
  afterAll(() => site?.[Symbol.asyncDispose]())

  it('makes a second run wait, which says for whom, and goes on when the first one ends', async () => {
    const first = await interruptAt(site, /Make the project’s folders/, () => {}, {
      github: { run_id: '1001' },
      command: 'build service',
    })
    // At the same time, as the first run is over in some seconds.
    const [second, refused] = await Promise.all([
      startWaiting(site, address('1001'), 'build service'),
      site.deploy({
        command: 'build service',
        inputs: { 'lock-timeout': '0' },
        github: { run_id: '1003' },
      }),
    ])
    expectFailure(refused, {
      what: 'Another run holds the lock of guestbook',
      says: [`It is ${address('1001')}, which took the lock`, 'This run has changed nothing on the server.'],
      withinMs: 15_000,
    })
    const ended = first.run.done.then(() => performance.now())
    expect(await first.run.done).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } })
    expect(await second.run.done).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } })
    expect((await second.going) - (await ended)).toBeLessThan(10_000)
  })

  it('goes over at once when the first run’s runner is killed, and what it left running is ended', async () => {
    const first = await interruptAt(site, building, () => {}, { github: { run_id: '1001' } })
    const second = await startWaiting(site, address('1001'))
    const token = await site.server.must('head -n 1 /var/lib/jetee/locks/guestbook.holder')
    const start = performance.now()
    await killed(first.run)
    const milliseconds = (await second.going) - start
    console.log(`Debian ${debian}: the lock went over ${Math.round(milliseconds)} ms after the kill`)
    // Found out by its silence alone, it would take longer.
    expect(milliseconds).toBeLessThan(10_000)
    const left = `grep -lzxF JETEE_TOKEN=${token} /proc/[0-9]*/environ`
    expect(await site.server.run(left)).toMatchObject({ stdout: '' })
    await killed(second.run)
    await untilQuietAfterKill(site)
  })
})

describe('the lock of a project whose runner is cut off', () => {
  let site: Site
  beforeAll(async () => {
    site = await newSite({ from: await dockerSnapshot(13), settings: packagesAnd('bc') })
  })
  afterAll(() => site?.[Symbol.asyncDispose]())

  it('goes over within 20 s after the cable was cut, and the first run says so once', async () => {
    await using relay = await startRelay(site.server)
    await site.configure({ hostname: relay.host, port: relay.port })
    const inputs = { 'ssh-known-hosts': undefined, 'ssh-host-key-checking': 'accept-new' }
    const first = await interruptAt(site, building, () => {}, { github: { run_id: '1001' }, inputs })
    await site.configure({ hostname: site.server.host, port: 22 })
    const second = await startWaiting(site, address('1001'))
    relay.cut()
    const start = performance.now()
    const milliseconds = (await second.going) - start
    console.log(`The lock went over ${Math.round(milliseconds)} ms after the cut`)
    expect(milliseconds).toBeLessThan(21_000)
    const result = await first.run.done
    console.log(`The first run ended ${Math.round(performance.now() - start)} ms after the cut`)
    expect(result).toMatchObject({ exitCode: 1, signal: null })
    expect(result.annotations.map(({ level, message }) => [level, message.split('\n')[0]])).toEqual([
      ['error', 'The connection to the server was lost'],
    ])
    await killed(second.run)
    await untilQuietAfterKill(site)
  })

  it('keeps a first run that comes back from changing anything', async () => {
    // The packages may all have been installed before the run above was cut off: with another one, they are again.
    await site.configure(packagesAnd('tree'))
    await site.origin.commit({ 'guestbook/version.py': 'VERSION = "first"\n' })
    const first = await interruptAt(site, building, ({ signal }) => signal('SIGSTOP'), {
      github: { run_id: '1001' },
    })
    await site.origin.commit({ 'guestbook/version.py': 'VERSION = "second"\n' })
    const second = await startWaiting(site, address('1001'))
    await second.going
    const mine = await strays(site.server)
    first.run.signal('SIGCONT')
    const returned = await first.run.done
    expect(returned.exitCode).toBe(1)
    expect(returned.log).toMatch(/##\[error\]The (lock on|connection to) the server was lost/)
    expect(mine).not.toBe('')
    const result = await second.run.done
    expect(result.exitCode, result.log).toBe(0)
    expect(await status(site.url)).toMatchObject({ version: 'second' })
    await untilQuiet(site.server)
    const release = result.outputs.release
    expect(await traces(site.server)).toMatch(
      new RegExp(`container guestbook-app-${release} running\n(?!container guestbook-app)`),
    )
  })

  it('lets a run that has waited for a newer one end green, and that one’s release live', async () => {
    await site.origin.commit({ 'guestbook/version.py': 'VERSION = "newer"\n' })
    const newer = await interruptAt(site, /Build release \d+ \(/, () => {}, { github: { run_id: '1005' } })
    await site.origin.commit({ 'guestbook/version.py': 'VERSION = "older"\n' })
    const older = await startWaiting(site, address('1005'), 'build all', '1004')
    const { outputs } = await newer.run.done
    expect(outputs).toMatchObject({ changed: 'true' })
    const { exitCode, log, summary, ...ended } = await older.run.done
    expect({ exitCode, outputs: ended.outputs }).toMatchObject({
      exitCode: 0,
      outputs: { changed: 'false', release: outputs.release },
    })
    expect(log).toContain(`Superseded: release ${outputs.release}, commit `)
    expect(summary).toContain(`Superseded\n\nRelease ${outputs.release}, commit `)
    for (const text of [log, summary]) expect(text).toContain(address('1005'))
    expect(await status(site.url)).toMatchObject({ version: 'newer' })
    // Somebody who runs it again means it.
    await site.mustDeploy({ github: { run_id: '1004', run_attempt: '2' } })
    expect(await status(site.url)).toMatchObject({ version: 'older' })
  })
})

/** What a killed run left idle goes with its connection; what it left at work goes with the next run. */
const untilQuietAfterKill = (site: Site) =>
  until(
    'the lock is free',
    () => site.server.run('flock -n /var/lib/jetee/locks/guestbook.lock true'),
    ({ code }) => code === 0,
    30,
  )
