import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { sendVisitors } from '../visitors.ts'
import { interruptAt, traces, untilQuiet } from '../watch.ts'
import { type OwnImage, project, settled } from './own-image.ts'

/** Registers the tests of updates, behind release 2, whose runner dies. */
export const killed = (own: () => OwnImage): void => {
  describe('an update whose runner is killed', () => {
    const kept = [1, 2]

    test.each([
      ['while the image is being built', /│ #\d+ /],
      ['while the candidate starts', / {2}Start release \d+ \(/],
      ['between the switch and the hand-over', / {2}switch, /],
    ])('%s goes unnoticed, and the next run converges', async (when, pattern) => {
      const words = `Hello, killed ${when}`
      await own().site.configure({ 'primary_service.project.build_args': { GREETING: words } })
      const visitors = sendVisitors(own().site.url)
      const { run } = await interruptAt(own().site, pattern, ({ kill }) => kill())
      await run.done
      await sleep(1000)
      const { outputs } = await own().site.mustDeploy()
      expect(Object.keys(await visitors.stop())).toEqual(['200'])
      kept.push(Number(outputs.release))
      expect(await own().greeting()).toBe(words)
      expect(await traces(own().site.server, project)).toBe(settled(...kept))
      await untilQuiet(own().site.server, project)
      await own().expectOneWorker()
    })
  })
}
