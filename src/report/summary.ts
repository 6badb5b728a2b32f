import type { Outcome } from '../commands/outcome.ts'
import type { FailureDetails } from './failure.ts'
import { seconds, type Timing } from './progress.ts'
import { escapeMarkdown, failureMarkdown } from './render-failure.ts'
import { taskOutput } from './task-output.ts'

/** The step summary of a run that went well. */
export const successSummary = (outcome: Outcome): string => {
  const { project, configuration, where, urls, release, commit, subject, author } = outcome
  return [
    `## ${outcome.changed ? '✅ Deployed' : '✅ Nothing to do for'} ${project} (${configuration})`,
    ...(urls.length > 0 ? [`**Site:** ${urls.join(' · ')}`] : []),
    outcome.changed
      ? `\`${outcome.command}\` changed ${escapeMarkdown(where)} in ${seconds(outcome.milliseconds)}.`
      : `\`${outcome.command}\` found everything as it should be: nothing was changed on ${escapeMarkdown(where)} (${seconds(outcome.milliseconds)}).`,
    [
      `- **Release:** ${release ?? 'none yet'}${outcome.copyOf === undefined ? '' : `, a copy of release ${outcome.copyOf}`}`,
      `- **Commit:** \`${commit.slice(0, 12)}\` ${escapeMarkdown(subject)} (${escapeMarkdown(author)})`,
    ].join('\n'),
    ...stepTable(outcome.timings),
    ...taskOutput(outcome.timings),
    ...warningLines(outcome.warnings),
    '',
  ].join('\n\n')
}

/** The step summary of a run that failed: the cause stands first. */
export const failureSummary = (
  details: FailureDetails,
  timings: readonly Timing[],
  warnings: readonly string[],
): string =>
  [
    failureMarkdown(details),
    ...stepTable(timings),
    ...taskOutput(timings),
    ...warningLines(warnings),
    '',
  ].join('\n\n')

const warningLines = (warnings: readonly string[]): readonly string[] =>
  warnings.map((warning) => `> ⚠️ ${escapeMarkdown(warning)}`)

const marks = { done: '✅', failed: '❌', cancelled: '⏹️' } as const

const stepTable = (timings: readonly Timing[]): readonly string[] =>
  timings.length === 0
    ? []
    : [
        [
          '| Step | Why | Time |',
          '| --- | --- | ---: |',
          ...timings.flatMap(({ title, reason, outcome, milliseconds, parts }) => [
            `| ${marks[outcome]} ${escapeMarkdown(title)} | ${escapeMarkdown(reason)} | ${seconds(milliseconds)} |`,
            ...parts.map(
              (part) => `| &emsp;↳ ${escapeMarkdown(part.title)} | | ${seconds(part.milliseconds)} |`,
            ),
          ]),
        ].join('\n'),
      ]
