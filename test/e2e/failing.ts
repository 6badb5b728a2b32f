import { expect } from 'vitest'
import type { ActionResult } from '../world/runner.ts'

/** What a person must find in the story of a run that failed. */
export interface ExpectedFailure {
  /** The sentence that it begins with. */
  readonly what: string | RegExp
  /** Texts of the whole message, as the log shows it. */
  readonly says?: readonly (string | RegExp)[]
  /** Annotations on files beside the one of the run. */
  readonly onFiles?: number
  readonly withinMs?: number
}

/**
 * Asserts that a run failed as people expect it of one: status 1, one error on the run, which says the cause, a
 * summary that begins with it, and no stack trace; returns the message as the log shows it.
 */
export const expectFailure = (result: ActionResult, expected: ExpectedFailure): string => {
  const { what, says = [], onFiles = 0 } = expected
  expect(result.exitCode, result.log).toBe(1)
  const onRun = result.annotations.filter(({ file }) => file === undefined)
  expect(onRun.map(({ level }) => level)).toEqual(['error'])
  expect(result.annotations).toHaveLength(1 + onFiles)
  const message = onRun[0]?.message ?? ''
  const [first = ''] = message.split('\n')
  if (typeof what === 'string') expect(first).toBe(what)
  else expect(first).toMatch(what)

  expect(result.log).not.toMatch(/^\s+(?:│ )?at .+:\d+:\d+\)?$/m)
  expect(result.log).not.toContain('defect of jetee/deploy')
  const summary = asPlainText(result.summary)
  expect(summary.startsWith(`### ❌ ${first}\n`), result.summary).toBe(true)
  for (const text of says) {
    if (typeof text === 'string') expect(result.log).toContain(text)
    else expect(result.log).toMatch(text)
    if (typeof text === 'string')
      expect(summary.replaceAll(/\s+/g, ' ')).toContain(text.replaceAll(/\s+/g, ' '))
  }
  if (expected.withinMs) expect(result.durationMs).toBeLessThan(expected.withinMs)
  return message
}

/** Markdown as a reader sees it, nearly. */
const asPlainText = (markdown: string): string =>
  markdown
    .replaceAll('<br>', '\n')
    .replaceAll(/\\([\\*_[\]|#~`])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
