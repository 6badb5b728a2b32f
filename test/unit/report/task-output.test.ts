import { describe, expect, test } from 'vitest'
import type { TaskResult, Timing } from '../../../src/report/progress.ts'
import { taskLines, taskOutput } from '../../../src/report/task-output.ts'

/** A step with a task of this outcome in it. */
const timing = (task: Partial<TaskResult>, title = 'migrate') => ({
  title: 'Start release 2',
  reason: '',
  outcome: 'done' as const,
  begun: 0,
  milliseconds: 1,
  parts: [
    { title: 'start supervisor', milliseconds: 1 },
    { title, milliseconds: 1230, task: { status: 0, late: undefined, output: [], ...task } },
  ],
})

describe('the lines of a task', () => {
  test('are the last twenty, and nobody else’s', () => {
    const lines = taskLines()
    lines.add('before')
    lines.begin()
    for (let line = 0; line < 50; line += 1) lines.add(`line ${line}`)
    expect(lines.end(0, undefined).output).toEqual(Array.from({ length: 20 }, (_, n) => `line ${n + 30}`))
    lines.add('between')
    lines.begin()
    expect(lines.end(1, undefined).output).toEqual([])
  })

  test('are left out whole where they are too long, so that no half of a secret is shown', () => {
    const lines = taskLines()
    lines.begin()
    lines.add('s'.repeat(1001))
    expect(lines.end(0, undefined).output).toEqual(['(a line of 1001 characters)'])
  })
})

/** What is shown of tasks, whole. */
const shownOf = (timings: readonly Timing[]): readonly string[] =>
  taskOutput(timings).map(({ rows, render }) => render(rows, 0))

describe('the output of tasks in a summary', () => {
  test('is folded behind name, time and result', () => {
    expect(shownOf([timing({ output: ['one', '</details>', '```'] })])).toEqual([
      [
        '<details><summary>✅ migrate, 1.23 s</summary>',
        '````text\none\n</details>\n```\n````',
        '</details>',
      ].join('\n\n'),
    ])
  })

  test.each([
    [{ status: 3 }, '❌ migrate, 1.23 s: status 3'],
    [{ status: 124, late: 60 }, '❌ migrate, 1.23 s: not done within 60 s'],
  ])('says how it failed: %j', (task, words) => {
    expect(shownOf([timing(task)])[0]).toBe(
      `<details><summary>${words}</summary>\n\nIt printed nothing.\n\n</details>`,
    )
  })

  test('is that of the last thirty tasks', () => {
    const shown = shownOf(Array.from({ length: 40 }, (_, n) => timing({}, `task-${n}`)))
    expect(shown).toHaveLength(30)
    expect(shown[0]).toContain('task-10,')
  })
})
