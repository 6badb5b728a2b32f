import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingLine, type How } from '../faults/disturb.ts'
import { type Ground, openGround } from '../faults/faults.ts'

/** A sample of `npm run test:faults`: the operations around the switch, where most is at stake. */

let ground: Ground

beforeAll(async () => {
  ground = await openGround(() => {})
})
afterAll(() => ground?.[Symbol.asyncDispose]())

test.each<readonly [RegExp, 'before' | 'after', How]>([
  [/^engine POST \/containers\/create/, 'after', 'runner killed'],
  [/^part health check/, 'before', 'cut'],
  [/^part switch/, 'after', 'runner killed'],
  [/^part hand over/, 'before', 'reboot'],
])('an update that is disturbed at %s (%s: %s) is healed by the next run', async (name, stage, how) => {
  const at = ground.operations.findIndex((operation) => name.test(operation)) + 1
  expect(at, `${name} among ${ground.operations.join(', ')}`).toBeGreaterThan(0)
  const finding = await ground.inject({ at, stage, how })
  console.log(findingLine(finding))
  expect(finding.wrong).toEqual([])
})
