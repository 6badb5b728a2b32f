import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { runSteps } from '../../../src/plan/run.ts'
import type { Step } from '../../../src/plan/steps.ts'
import { lineProgress, type Progress } from '../../../src/report/progress.ts'

const step = (id: string, ...after: readonly string[]): Step => ({
  id,
  title: id,
  reason: '',
  after,
  action: { kind: 'tidy', live: undefined, record: undefined, isMended: false },
})

/** Runs steps, and tells in which order they began and ended. */
const story = async (
  steps: readonly Step[],
  perform: (step: Step, signal: AbortSignal) => Promise<void>,
  signal = new AbortController().signal,
) => {
  const events: string[] = []
  const silent = lineProgress(() => {})
  const progress: Progress = {
    ...silent,
    begin(title, reason) {
      events.push(`${title} begins`)
      const own = silent.begin(title, reason)
      return {
        ...own,
        end(outcome) {
          events.push(`${title} ${outcome}`)
          own.end(outcome)
        },
      }
    },
  }
  const error = await runSteps(steps, (own, _, cancelled) => perform(own, cancelled), progress, signal).then(
    () => undefined,
    (cause: unknown) => cause,
  )
  return { events, error }
}

describe('steps', () => {
  test('run side by side where none waits for another', async () => {
    const { events } = await story([step('a'), step('b'), step('c', 'a', 'b')], ({ id }) =>
      sleep(id === 'a' ? 20 : 5),
    )
    expect(events).toEqual(['a begins', 'b begins', 'b done', 'a done', 'c begins', 'c done'])
  })

  test('wait for none that is not in the plan', async () => {
    expect((await story([step('a', 'gone')], async () => {})).events).toEqual(['a begins', 'a done'])
  })

  test('end with the first failure; those beside it are cancelled, those behind it never begin', async () => {
    const { events, error } = await story(
      [step('bad'), step('slow'), step('after', 'bad'), step('later', 'slow')],
      async ({ id }, signal) => {
        if (id === 'bad') throw new Error('no')
        await sleep(60_000, undefined, { signal })
      },
    )
    expect(events).toEqual(['bad begins', 'slow begins', 'bad failed', 'slow cancelled'])
    expect(error).toEqual(new Error('no'))
  })

  test('end when the run is cancelled, with its reason', async () => {
    const controller = new AbortController()
    const reason = new Error('cancelled')
    const { events, error } = await story(
      [step('a'), step('b', 'a')],
      async (_, signal) => {
        controller.abort(reason)
        signal.throwIfAborted()
      },
      controller.signal,
    )
    expect(events).toEqual(['a begins', 'a cancelled'])
    expect(error).toBe(reason)
  })
})
