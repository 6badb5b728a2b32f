import { expect, test } from 'vitest'
import { containers, type Site } from '../harness.ts'
import { until } from '../until.ts'
import { ask, sendVisitors, status } from '../visitors.ts'
import { deployedOutputs } from './outputs.ts'

/** Milliseconds after which a worker that is gone is no longer counted. */
const heartbeat = 10_000

/** Registers the tests of what a site does when its server, or the engine on it, starts anew. */
export const restarts = (site: () => Site): void => {
  const restarted = async (restart: () => Promise<void>) => {
    const { server, url } = site()
    const before = await containers(server)
    await restart()
    await until(
      'the site answers',
      () => ask(url).catch(String),
      (answer) => typeof answer === 'object' && answer.status === 200,
    )
    const expired = Date.now() + heartbeat + 1000
    const counts = async () => ({
      known: (await status(url)).workers,
      running: Number(await server.must("pgrep -fc '^python [w]orker.py' || true")),
    })
    await until(
      'one worker, and only one, is there once the heartbeats of those before have expired',
      () => counts().catch(String),
      (found) =>
        Date.now() > expired && typeof found === 'object' && found.known === 1 && found.running === 1,
    )
    expect(await containers(server)).toBe(before)
  }
  const untilDockerAnswers = (than: string) =>
    until(
      'a new dockerd answers',
      () => site().server.run('docker version > /dev/null && pidof dockerd'),
      ({ code, stdout }) => code === 0 && stdout.trim() !== than,
    )

  test('after a reboot of the server the site is back, its worker once, no old release', async () => {
    await restarted(() => site().server.reboot())
    expect(await containers(site().server)).not.toMatch(/^guestbook-app-[12] /m)
  })

  test('a restart of dockerd goes unnoticed', async () => {
    await restarted(async () => {
      const pid = await site().server.must('pidof dockerd')
      const visitors = sendVisitors(site().url)
      await site().server.must('systemctl restart docker')
      await untilDockerAnswers(pid)
      expect(Object.keys(await visitors.stop())).toEqual(['200'])
    })
  })

  test('after dockerd was killed the site is back, and its worker once', async () => {
    await restarted(async () => {
      const pid = await site().server.must('pidof dockerd')
      await site().server.must('kill -KILL "$(pidof dockerd)"')
      await untilDockerAnswers(pid)
    })
  })

  test('a run after all that finds nothing to do', async () => {
    expect((await site().mustDeploy()).outputs).toEqual(
      deployedOutputs(site().url, { release: '3', changed: false }),
    )
  })
}
