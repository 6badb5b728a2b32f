import { describe, expect, test } from 'vitest'
import { stepFailure } from '../../../src/commands/step-failure.ts'
import type { Step } from '../../../src/plan/steps.ts'
import { Failure } from '../../../src/report/failure.ts'
import { EngineError } from '../../../src/server/engine/client.ts'

const place = { where: 'root@host:22', current: 3 }
const step = (kind: Step['action']['kind']) => ({ title: 'The step', action: { kind } }) as Step

const detailsOf = (error: unknown, kind: Step['action']['kind']) =>
  (stepFailure(error, step(kind), place) as Failure).details

describe('a failed step', () => {
  test('is told with its server and title, unless the failure knows a better place', () => {
    expect(detailsOf(new Failure({ what: 'No' }), 'image').where).toBe('root@host:22, step “The step”')
    expect(detailsOf(new Failure({ what: 'No', where: 'there' }), 'image').where).toBe('there')
  })

  test('names the release that still serves where that is sure', () => {
    const failure = new Failure({ what: 'No' })
    expect(detailsOf(failure, 'start').stands).toContain('Release 3 still serves the site')
    expect(detailsOf(failure, 'service').stands).toMatch(/^Release 3 was not touched\. What this step brings/)
    expect(detailsOf(failure, 'site').stands).toBe('Release 3 was not touched, and runs as before.')
    expect(detailsOf(failure, 'switch').stands).toBeUndefined()
    expect(detailsOf(failure, 'tidy').stands).toBeUndefined()
    expect(detailsOf(new Failure({ what: 'No', stands: 'All.' }), 'start').stands).toBe('All.')
  })

  test('says what to do, unless the failure knows better', () => {
    expect(detailsOf(new Failure({ what: 'No' }), 'folders').next).toMatch(/^See to the cause, and run again/)
    expect(detailsOf(new Failure({ what: 'No', next: 'Pray.' }), 'folders').next).toBe('Pray.')
  })

  test('says that no site is live when none was', () => {
    const failure = new Failure({ what: 'No' })
    const first = stepFailure(failure, step('service'), {
      where: 'root@host:22',
      current: undefined,
    }) as Failure
    expect(first.details.stands).toContain('no site is live yet')
  })

  test('shows what the engine says, and leaves defects as they are', () => {
    expect(detailsOf(new EngineError(500, 'no space left on device'), 'service')).toMatchObject({
      what: 'The step failed',
      where: 'root@host:22',
      why: 'The Docker engine says: no space left on device',
    })
    const defect = new TypeError('x is not a function')
    expect(stepFailure(defect, step('service'), place)).toBe(defect)
  })
})
