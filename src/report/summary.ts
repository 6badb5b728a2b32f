import type { Outcome } from '../commands/outcome.ts'
import type { Announcement } from './announcement.ts'
import { containerTable } from './containers.ts'
import type { FailureDetails } from './failure.ts'
import { fitted, type Section, summaryLimit } from './fit.ts'
import { foreignText } from './foreign-text.ts'
import { escapeHtml, outputBlock } from './output-block.ts'
import { seconds, type Timing } from './progress.ts'
import { escapeMarkdown, failureSections } from './render-failure.ts'
import { proseCell, rowTable } from './table.ts'
import { taskOutput } from './task-output.ts'
import { timeline } from './timeline.ts'
import { whatChanged } from './what-changed.ts'

/** A workflow of the repository that a person can start to go back to an earlier release. */
export interface RollbackWorkflow {
  /** Its name, as GitHub shows it. */
  readonly name: string
  /** Where it is started. */
  readonly url: string
}

/** The step summary of a run that went well. */
export const successSummary = (outcome: Outcome, workflow?: RollbackWorkflow): string => {
  const { urls, where, timings } = outcome
  return fitted(
    [
      `## ${headline(outcome)}`,
      urls.length > 0 ? `**Site:** ${urls.join(' · ')}` : '',
      outcome.changed
        ? `\`${outcome.command}\` changed \`${where}\` in ${seconds(outcome.milliseconds)}.`
        : `\`${outcome.command}\` found everything as it should be: nothing was changed on \`${where}\` (${seconds(outcome.milliseconds)}).`,
      ...warningLines(outcome.warnings),
      facts(outcome).join('\n'),
      ...steps(timings),
      whatChanged(outcome),
      ...(outcome.containers.length > 0 ? ['### What runs', containerTable(outcome.containers)] : []),
      ...taskOutput(timings),
      goingBack(outcome, workflow),
    ],
    summaryLimit,
  )
}

const headline = ({ command, changed, project, configuration, preview }: Outcome): string => {
  const what = `${project} (${foreignText(configuration)}${preview === undefined ? '' : `, preview of pull request ${preview}`})`
  if (!changed) return `✅ Nothing to do for ${what}`
  if (command === 'rollback') return `⏪ Brought back ${what}`
  return command === 'restart' ? `🔄 Restarted ${what}` : `✅ Deployed ${what}`
}

/** What is known of the release, a line each. */
const facts = (outcome: Outcome): readonly string[] => {
  const { release, previousRelease, copyOf, commit, subject, author, repositoryUrl } = outcome
  const old = outcome.previousCommit
  const before = previousRelease === undefined ? '' : `, before it ${previousRelease}`
  return [
    `- **Release:** ${release ?? 'none yet'}${copyOf === undefined ? '' : `, a copy of release ${copyOf}`}${before}`,
    `- **Commit:** ${commitLink(commit, repositoryUrl)} ${foreignText(subject)} (${foreignText(author)})`,
    ...(old !== undefined && old !== commit && repositoryUrl !== undefined
      ? [
          `- **Since the last release:** [\`${old.slice(0, 12)}...${commit.slice(0, 12)}\`](${repositoryUrl}/compare/${old}...${commit})`,
        ]
      : []),
    `- **Configuration:** ${foreignText(outcome.configuration)}, environment ${foreignText(outcome.environment)}`,
    `- **Started by:** ${foreignText(outcome.actor)}`,
  ]
}

/** A commit's short name, with a link where there is something to look at. */
export const commitLink = (commit: string, repositoryUrl: string | undefined): string => {
  const short = `\`${commit.slice(0, 12)}\``
  return repositoryUrl === undefined ? short : `[${short}](${repositoryUrl}/commit/${commit})`
}

/** The step summary of a run that failed: the cause stands first. */
export const failureSummary = (
  details: FailureDetails,
  timings: readonly Timing[],
  warnings: readonly string[],
  news?: Announcement,
): string => {
  const failed = timings.find(({ outcome }) => outcome === 'failed')
  const tail = details.output?.length ? [] : (failed?.output ?? [])
  return fitted(
    [
      ...failureSections(details),
      ...(failed && tail.length > 0
        ? [outputBlock(`The last lines of “${escapeHtml(failed.title)}”`, tail)]
        : []),
      ...warningLines(warnings),
      news ? attempt(news) : '',
      ...steps(timings),
      ...taskOutput(timings),
    ],
    summaryLimit,
  )
}

/** What a run that failed was about. */
const attempt = ({ action, command, project, configuration, where, commit }: Announcement): string =>
  `\`${command}\` was to ${action === 'deploy' ? 'bring' : 'remove'} ${project} (${foreignText(configuration)})${
    commit === undefined ? '' : `, commit \`${commit.slice(0, 12)}\`,`
  } ${action === 'deploy' ? 'to' : 'from'} \`${where}\`.`

const warningLines = (texts: readonly string[]): readonly Section[] =>
  texts.length === 0
    ? []
    : [
        {
          rows: texts.map((text) => `> ⚠️ ${escapeMarkdown(text.replaceAll('\r', ''))}`),
          keep: 'first',
          render: (rows, left) =>
            [...rows, ...(left > 0 ? [`> ⚠️ ${left} more, in the log`] : [])].join('\n>\n'),
        },
      ]

const marks = { done: '✅', failed: '❌', cancelled: '⏹️' } as const

/** The steps in the order in which they began, and what ran side by side. */
const steps = (timings: readonly Timing[]): readonly Section[] =>
  timings.length === 0
    ? []
    : [
        {
          rows: [...timings]
            .sort((a, b) => a.begun - b.begun)
            .flatMap(({ title, reason, outcome, milliseconds, parts }) => [
              `| ${marks[outcome]} ${proseCell(title)} | ${proseCell(reason)} | ${seconds(milliseconds)} |`,
              ...parts.map(
                (part) =>
                  `| &emsp;↳ ${part.task && part.task.status !== 0 ? '❌ ' : ''}${proseCell(part.title)} | | ${seconds(part.milliseconds)} |`,
              ),
            ]),
          keep: 'first',
          render: (rows, left) => rowTable(['Step', 'Why', 'Time'], rows, left),
        },
        timeline(timings),
      ]

/**
 * How to have the release before again. A preview is mended by a push; and what a rollback or a restart brought is a release
 * that was there already, so that there is nothing to warn of.
 */
const goingBack = (outcome: Outcome, workflow: RollbackWorkflow | undefined): string => {
  const { changed, previousRelease, configuration, preview, copyOf } = outcome
  if (!changed || previousRelease === undefined || preview !== undefined || copyOf !== undefined) return ''
  const link = workflow ? `, or start the workflow [${foreignText(workflow.name)}](${workflow.url})` : ''
  return `**To go back:** \`jetee rollback -n ${configuration}\`${link}. It takes seconds: the release before is kept as it was.`
}
