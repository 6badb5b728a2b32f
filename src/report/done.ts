import type { Done } from '../commands/run.ts'
import { fitted, summaryLimit } from './fit.ts'
import { escapeMarkdown } from './render-failure.ts'

/** The step summary of a run that changed something without a deploy, or found that it is so already. */
export const doneSummary = ({ sentence, lines = [], changed }: Done): string => {
  const [, head = sentence, rest = ''] = /^(.{1,100}?)[:;.] (.+)$/s.exec(sentence) ?? []
  return fitted(
    [
      `## ${changed ? '✅' : '⏭️'} ${escapeMarkdown(head)}`,
      rest === '' ? '' : escapeMarkdown(`${rest[0]?.toUpperCase()}${rest.slice(1)}`),
      {
        rows: lines.map((line) => `- ${escapeMarkdown(line)}`),
        keep: 'first',
        render: (rows, left) => [...rows, ...(left > 0 ? [`- … ${left} more, in the log`] : [])].join('\n'),
      },
    ],
    summaryLimit,
  )
}
