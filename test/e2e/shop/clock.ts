import { describe, expect, test } from 'vitest'
import { until } from '../until.ts'
import { kept, type Process, type Run, type Shop } from './shop.ts'

/** Seconds between two ticks of beat. */
const period = 10

/** Registers the tests of what happens by the clock, also when the container starts anew or is another. */
export const clock = (shop: () => Shop): void => {
  describe('by the clock', () => {
    /** Minutes that lie wholly between two moments, in seconds since 1970. */
    const minutesBetween = (from: number, to: number) =>
      Array.from(
        { length: Math.max(0, Math.floor(to / 60) - Math.ceil(from / 60)) },
        (_, index) => Math.ceil(from / 60) + index,
      )
    const ticks = async (): Promise<readonly number[]> =>
      (await shop().page<{ ticks: readonly { at: number }[] }>('ticks')).ticks.map(({ at }) => at)
    const minutesOf = (all: readonly Run[]) => all.map(({ at }) => Math.floor(at / 60))
    /**
     * One beat, which leaves none out. A tick is noted when the worker has done it, on a busy machine a few seconds late:
     * of two beats, some gap would be half a period at most, and one that was left out would make two of one.
     */
    const expectOneBeat = (times: readonly number[]) => {
      const gaps = times.slice(1).map((time, index) => time - (times[index] as number))
      for (const gap of gaps) {
        expect(gap, `among ${gaps.join(', ')}`).toBeGreaterThan(0.55 * period)
        expect(gap, `among ${gaps.join(', ')}`).toBeLessThan(1.8 * period)
      }
      const average = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
      expect(average, `of ${gaps.join(', ')}`).toBeGreaterThan(0.8 * period)
      expect(average, `of ${gaps.join(', ')}`).toBeLessThan(1.3 * period)
    }

    test('a job runs once a minute, within it; another one waits for the leap day', async () => {
      const done = await until(
        'the job has run',
        () => shop().runs('every-minute'),
        (all) => all.length > 0,
        150,
      )
      const whole = minutesBetween(shop().live, done.at(-1)?.at ?? 0)
      expect(minutesOf(done)).toEqual(expect.arrayContaining(whole))
      expect(minutesOf(done)).toEqual([...new Set(minutesOf(done))])
      // cron wakes at the full minute; the rest is the start of Python.
      for (const { at } of done) expect(at % 60).toBeLessThan(20)
      expect(await shop().runs('leap-day')).toEqual([])
    })

    test('beat ticks once a period', async () => {
      expectOneBeat(await until('three periods', ticks, (all) => all.length >= 4))
    })

    test('both go on after the container was restarted, once each', async () => {
      const stopped = await shop().now()
      await shop().site.server.must('docker restart shop-app-1')
      const restarted = await shop().now()
      const health = () => fetch(`${shop().site.url}health/`).then(({ status }) => status, String)
      await until('the site answers', health, (status) => status === 200)
      const after = async () => (await ticks()).filter((at) => at > restarted)
      await until(
        'cron runs',
        () =>
          shop().site.server.run(
            'docker exec shop-app-1 supervisorctl -c /etc/jetee/supervisord.conf status cron',
          ),
        ({ stdout }) => stdout.includes('RUNNING'),
      )
      const isBack = await shop().now()
      const times = await until('three periods more', after, (all) => all.length >= 5, 150)
      // One from before the restart may come late, but none comes twice.
      expectOneBeat(times.slice(1))
      const all = await ticks()
      const periods = ((all.at(-1) as number) - (all[0] as number)) / period
      expect(all.length - 1).toBeLessThan(periods + 0.5)

      const later = async () => (await shop().runs('every-minute')).filter(({ at }) => at > restarted)
      await until('the job has run again', later, (all) => all.length >= 1, 150)
      const done = await shop().runs('every-minute')
      expect(minutesOf(done)).toEqual([...new Set(minutesOf(done))])
      // The job may have missed a minute that began while cron was down.
      const wasDown = (minute: number) => minute * 60 >= stopped && minute * 60 <= isBack + 1
      const missed = minutesBetween(shop().live, done.at(-1)?.at ?? 0).filter(
        (minute) => !minutesOf(done).includes(minute) && !wasDown(minute),
      )
      expect(missed).toEqual([])
      const { starts } = await shop().page<{ starts: readonly object[] }>('environment/beat')
      expect(starts).toHaveLength(2)
    })

    test('the next release takes over: volumes, limits and all, and no worker of the one before is left', async () => {
      await shop().site.configure({ 'primary_service.project.env_variables.SHOP_EMPTY': 'no longer' })
      const { outputs } = await shop().site.mustDeploy({ command: 'update project' })
      expect(outputs.release).toBe('2')
      expect(await shop().site.server.must(`docker exec shop-app-2 cat ${kept}/cup`)).toBe('cup')
      expect((await shop().runs('task-')).map(({ job }) => job).slice(4)).toHaveLength(4)
      const { values } = await shop().page<Process>('environment/worker/email')
      expect(values.SHOP_EMPTY).toBe('no longer')
      const workers = await shop().site.server.must("ps -ewo args | grep -c '[c]elery.*--queues=email'")
      const inside = await shop().site.server.must(
        "docker top shop-app-2 -eo pid,args | grep -c '[c]elery.*--queues=email'",
      )
      expect(workers).toBe(inside)
    })
  })
}
