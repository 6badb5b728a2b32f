import { styleText } from 'node:util'
import type { Outcome } from '../commands/outcome.ts'
import type { Result } from '../commands/run.ts'
import { seconds } from '../report/progress.ts'

/** What came of a command that went well, as lines for a terminal, and the status to exit with. */
export const terminalResult = async (
  result: Result,
  stream: NodeJS.WriteStream,
): Promise<{ readonly lines: readonly string[]; readonly exitCode: number }> => {
  const style = (format: Parameters<typeof styleText>[0], text: string) => styleText(format, text, { stream })
  switch (result.kind) {
    case 'deployed':
      return { lines: outcomeText(result.outcome, style), exitCode: 0 }
    case 'planned': {
      const { planText } = await import('../report/plan.ts')
      return { lines: planText(result.plan).map((line) => planLine(line, style)), exitCode: 0 }
    }
    case 'checked': {
      const { checkText } = await import('../report/check.ts')
      const lines = checkText(result)
      return { lines: [...lines, style('green', `✓ ${result.file} is valid`)], exitCode: 0 }
    }
    case 'nothing': {
      const { nothingNotice } = await import('../report/nothing.ts')
      return { lines: [nothingNotice(result)], exitCode: 0 }
    }
    case 'done':
      return {
        lines: [
          `${style('green', '✓')} ${result.sentence}`,
          ...(result.lines ?? []).map((line) => `  ${line}`),
        ],
        exitCode: 0,
      }
    case 'looked':
      return { lines: [], exitCode: result.exitCode }
  }
}

type Style = (format: Parameters<typeof styleText>[0], text: string) => string

const outcomeText = (outcome: Outcome, style: Style): readonly string[] => {
  const { project, configuration, where, urls, release, commit, subject, changed, milliseconds } = outcome
  const copy = outcome.copyOf === undefined ? '' : ` (a copy of release ${outcome.copyOf})`
  const live = release === undefined ? 'no release yet' : `release ${release}${copy}`
  return [
    changed
      ? `${style('green', '✓')} ${style('bold', `Deployed ${project} (${configuration})`)} to ${where} in ${seconds(milliseconds)}`
      : `${style('green', '✓')} ${style('bold', `Nothing to do for ${project} (${configuration})`)}: everything on ${where} is as it should be, ${seconds(milliseconds)}`,
    `  ${live}, commit ${commit.slice(0, 12)}: ${subject}`,
    ...urls.map((url) => `  ${style('cyan', url)}`),
  ]
}

const planLine = (line: string, style: Style): string => {
  const mark = /^ {2,}([+~-]) /.exec(line)?.[1]
  if (mark === '+') return style('green', line)
  if (mark === '-') return style('red', line)
  return mark === '~' ? style('yellow', line) : line
}
