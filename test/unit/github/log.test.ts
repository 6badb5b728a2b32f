import { expect, test } from 'vitest'
import { plainLine } from '../../../src/github/log.ts'

/** Whether the runner would act upon a part of an output (its `ActionCommand` and how it reads lines). */
const isCommand = (output: string): boolean =>
  output.split(/\r\n|\r|\n/).some((line) => line.trimStart().startsWith('::') || line.includes('##['))

test.each([
  '::set-output name=url::http://evil.example/',
  '   ::add-mask::e',
  '\t::error::x',
  '          │ ##[set-output name=url;]http://evil.example/',
  '          │ 50 %\r::stop-commands::x',
  '##[group]x ##[endgroup]',
  'Why: a\n::error::b',
])('the runner acts upon nothing in %j', (line) => {
  expect(isCommand(line)).toBe(true)
  expect(isCommand(plainLine(line))).toBe(false)
})

test.each([
  '',
  'plain',
  '  │ a :: b',
  'Site: http://example.com/',
  'Step 1/3 : FROM x',
  '# [x]',
  '## heading',
])('%j stays as it is', (line) => {
  expect(plainLine(line)).toBe(line)
})
