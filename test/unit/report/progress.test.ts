import { expect, test } from 'vitest'
import { lineProgress } from '../../../src/report/progress.ts'

const time = /^ *\d+\.\d s {2}/

test('progress is a line for each event, with the time', () => {
  const lines: string[] = []
  const progress = lineProgress((line) => void lines.push(line))
  progress.note('Hello')
  progress.beginStep('Build release 1', 'it is new')
  progress.beginPart('build image')
  progress.output('Build release 1', '::error::x')
  progress.endPart('build image')
  progress.endPart('never begun')
  progress.endStep('Build release 1', 'it is new', 'done', 1234)
  progress.endStep('Start release 1', '', 'failed', 50)
  progress.endStep('Site', '', 'cancelled', 0)
  expect(lines.filter((line) => !line.includes('│')).every((line) => time.test(line))).toBe(true)
  expect(lines.map((line) => line.replace(time, ''))).toEqual([
    'Hello',
    'Build release 1 (it is new)',
    '          │ ::error::x',
    expect.stringMatching(/^ {2}build image, 0\.\d s$/),
    '  never begun, 0.0 s',
    '✓ Build release 1, 1.2 s',
    '✗ Start release 1, 0.1 s',
    '– Site, 0.0 s',
  ])
  expect(progress.timings.map(({ title, outcome }) => `${title} ${outcome}`)).toEqual([
    'build image done',
    'never begun done',
    'Build release 1 done',
    'Start release 1 failed',
    'Site cancelled',
  ])
})
