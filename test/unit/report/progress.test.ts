import { expect, test, vi } from 'vitest'
import { lineProgress, seconds } from '../../../src/report/progress.ts'

const time = /^ *\d+\.\d+ s {2}/

test('progress is a line for each event, with the time', () => {
  const lines: string[] = []
  const progress = lineProgress((line) => void lines.push(line))
  progress.note('Hello')
  const build = progress.begin('Build release 1', 'it is new')
  const site = progress.begin('Set up the site', 'nginx does not know it')
  build.beginPart('build image')
  build.output('::error::x')
  build.endPart('build image')
  build.endPart('never begun')
  site.end('cancelled')
  build.note('Half-way')
  build.warn('Odd')
  build.end('failed')
  expect(lines.filter((line) => !line.includes('│')).every((line) => time.test(line))).toBe(true)
  const took = (text: RegExp) => expect.stringMatching(text)
  expect(lines.map((line) => line.replace(time, ''))).toEqual([
    'Hello',
    'Build release 1 (it is new)',
    'Set up the site (nginx does not know it)',
    '          │ ::error::x',
    took(/^ {2}build image, 0\.\d+ s$/),
    took(/^ {2}never begun, 0\.00 s$/),
    took(/^– Set up the site, 0\.\d+ s$/),
    'Half-way',
    '⚠ Odd',
    took(/^✗ Build release 1, 0\.\d+ s$/),
  ])
  expect(progress.warnings).toEqual(['Odd'])
  expect(progress.timings).toMatchObject([
    { title: 'Set up the site', outcome: 'cancelled', parts: [] },
    {
      title: 'Build release 1',
      reason: 'it is new',
      outcome: 'failed',
      parts: [{ title: 'build image' }, { title: 'never begun', milliseconds: 0 }],
    },
  ])
})

test('a step that is silent is said to be at work, until it ends', () => {
  vi.useFakeTimers()
  try {
    const lines: string[] = []
    const step = lineProgress((line) => void lines.push(line)).begin('Build', 'new')
    vi.advanceTimersByTime(9000)
    step.output('a line')
    vi.advanceTimersByTime(9000)
    expect(lines).toHaveLength(2)
    vi.advanceTimersByTime(1000)
    expect(lines[2]).toMatch(/… Build, \d+\.\d+ s so far$/)
    step.end('done')
    vi.advanceTimersByTime(60_000)
    expect(lines).toHaveLength(4)
  } finally {
    vi.useRealTimers()
  }
})

test.each([
  [0, '0.00 s'],
  [254, '0.25 s'],
  [12_345, '12.3 s'],
])('%d ms are %s', (milliseconds, text) => {
  expect(seconds(milliseconds)).toBe(text)
})

test('a step knows when it began, and one that failed what it printed last', () => {
  vi.useFakeTimers()
  try {
    const progress = lineProgress(() => {})
    vi.advanceTimersByTime(1500)
    const [good, bad] = [progress.begin('Good', ''), progress.begin('Bad', '')]
    for (let line = 0; line < 100; line += 1) {
      good.output(`good ${line}`)
      bad.output(line === 99 ? 's'.repeat(1001) : `bad ${line}`)
    }
    good.end('done')
    bad.end('failed')
    const [first, second] = progress.timings
    expect([first?.begun, second?.begun]).toEqual([1500, 1500])
    expect(first).not.toHaveProperty('output')
    expect(second?.output).toHaveLength(40)
    expect(second?.output?.slice(-2)).toEqual(['bad 98', '(a line of 1001 characters)'])
  } finally {
    vi.useRealTimers()
  }
})
