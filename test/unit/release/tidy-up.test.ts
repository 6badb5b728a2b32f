import { expect, test } from 'vitest'
import { tidyUp } from '../../../src/release/switch.ts'
import { Failure } from '../../../src/report/failure.ts'
import type { StepProgress } from '../../../src/report/progress.ts'
import type { ScriptRun, Session } from '../../../src/server/session.ts'
import { staging, target } from '../configuration/texts.ts'
import { releaseFact } from '../sample.ts'

/** What comes of tidying up behind release 8 when the server says these lines: what is noted, or the failure. */
const tidied = async (isMended: boolean, code: number, ...lines: readonly string[]) => {
  const notes: string[] = []
  const progress = { output() {}, beginPart() {}, endPart() {}, note: (text: string) => notes.push(text) }
  const session = {
    where: 'root@server:22',
    project: 'shop',
    facts: { parts: { image: { kind: 'supervised' } } },
    run: async (_: readonly string[], { onLine }: ScriptRun) => {
      for (const line of lines) onLine?.(line, 'stdout')
      return { code, stdout: Buffer.of(), stderr: '' }
    },
  }
  const context = {
    session: session as unknown as Session,
    progress: progress as unknown as StepProgress,
    configuration: staging(target('')),
    actor: 'octocat',
    runUrl: '',
  }
  const { record } = releaseFact(8, { good: false })
  try {
    await tidyUp(context, { kind: 'tidy', live: 8, record, isMended })
    return notes
  } catch (error) {
    if (error instanceof Failure) return error.details
    throw error
  }
}

const failed = ['@jetee task begin greet', 'Bye.', '@jetee task end greet 4', '@jetee failed task greet 4']

test('a release that is whole by now is no matter', async () => {
  expect(await tidied(false, 0)).toEqual([])
})

test('one that stays live and fails again fails the run that was to find everything well', async () => {
  expect(await tidied(false, 0, ...failed)).toMatchObject({
    what: 'Release 8, which an earlier run had left, cannot be completed',
    why: 'The release task greet failed. It ended with status 4. Its last lines are below.',
    place: 'task greet',
    output: ['Bye.'],
    stands: expect.stringMatching(/^Release 8 is live all the same/),
  })
})

test('one that fails again is a note for the run that goes on to mend it', async () => {
  expect(await tidied(true, 0, '@jetee helper worker BACKOFF  Exited too quickly')).toEqual([
    'Release 8, which an earlier run had left, is still not whole: Not all helper processes of release 8 run',
  ])
})

test.each([true, false])('one that gave way to the release before it fails the run', async (isMended) => {
  const details = await tidied(isMended, 1, ...failed, '@jetee back 7', '@jetee failed task other 1')
  expect(details).toMatchObject({
    why: expect.stringMatching(/^The release task greet failed\./),
    stands: 'Release 7 is live again, whole.',
  })
})
