import { afterEach, expect, test, vi } from 'vitest'
import { reportFailure } from '../../../src/github/report.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})

/** The lines that the runner reads of a failure with that many mistakes. */
const reported = async (mistakes: number): Promise<readonly string[]> => {
  let output = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += String(text)
    return true
  })
  vi.stubEnv('GITHUB_STEP_SUMMARY', '')
  const annotations = Array.from({ length: mistakes }, (_, index) => ({
    file: 'deployment.yml',
    line: index + 1,
    column: 5,
    message: `mistake ${index + 1}`,
  }))
  await reportFailure(
    { what: 'It has mistakes', why: annotations.map(({ message }) => message).join('\n'), annotations },
    { timings: [], warnings: [] },
  )
  return output.split('\n')
}

test('every mistake stands beside the code as long as GitHub shows them all', async () => {
  const lines = await reported(9)
  expect(lines.filter((line) => line.startsWith('::error file='))).toHaveLength(9)
  expect(lines[0]).toBe('::error file=deployment.yml,line=1,col=5::mistake 1')
  expect(lines.join('\n')).not.toContain('GitHub shows')
})

test('of more mistakes the first ones do, and the log has the others and says so', async () => {
  const lines = await reported(30)
  // With the failure's own, these are the ten that GitHub shows.
  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10)
  expect(lines).toContain(
    'GitHub shows 9 of the 30 mistakes beside the code; all of them are listed here and in the summary.',
  )
  expect(lines).toContain('  mistake 30')
})
