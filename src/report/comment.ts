import type { Announcement } from './announcement.ts'
import { containerTable, type RunningContainer } from './containers.ts'
import type { FailureDetails } from './failure.ts'
import { commentLimit, fitted, type Section } from './fit.ts'
import { foreignProse, foreignText } from './foreign-text.ts'
import { outputBlock } from './output-block.ts'
import { seconds } from './progress.ts'
import { shownLines } from './render-failure.ts'
import { commitLink } from './summary.ts'

/** How a preview is. */
export type PreviewState =
  | { readonly kind: 'deploying' }
  | {
      readonly kind: 'ready'
      readonly subject: string
      readonly author: string
      readonly changed: boolean
      readonly containers: readonly RunningContainer[]
    }
  | { readonly kind: 'failed'; readonly details: FailureDetails; readonly isCancelled: boolean }
  /** In a sentence, what was removed and why. */
  | { readonly kind: 'removed'; readonly sentence: string }
  | { readonly kind: 'staying'; readonly details: FailureDetails }

/** What the comment of a pull request tells of its preview. */
export interface PreviewComment {
  /** The first line, which nobody sees: by it the comment is found again. */
  readonly marker: string
  readonly news: Announcement
  readonly state: PreviewState
  /** Address of the run. */
  readonly runUrl: string
  /** Address of the repository. */
  readonly repositoryUrl: string
  readonly milliseconds: number
  /** When it was written, in milliseconds since 1970. */
  readonly now: number
}

/** The comment of a pull request on its preview, in Markdown, as long as GitHub takes it. */
export const previewComment = (comment: PreviewComment): string => {
  const { marker, state } = comment
  return fitted([`${marker}\n${headline(comment)}`, ...body(comment, state)], commentLimit)
}

const headline = ({ news, state }: PreviewComment): string => {
  const what = `**${foreignText(news.project)}** (${foreignText(news.configuration)})`
  switch (state.kind) {
    case 'deploying':
      return `### ⏳ The preview is on its way\n\n${what}`
    case 'ready':
      return `### ✅ The preview is ready\n\n${what}`
    case 'failed':
      return `### ${state.isCancelled ? '⏹️ The deploy of the preview was cancelled' : '❌ The preview could not be deployed'}\n\n${what}`
    case 'removed':
      return `### 🧹 The preview is gone\n\n${what}`
    case 'staying':
      return `### ❌ The preview could not be removed\n\n${what}`
  }
}

const body = (comment: PreviewComment, state: PreviewState): readonly Section[] => {
  switch (state.kind) {
    case 'deploying':
      return [sites(comment.news), lines(comment, [])]
    case 'ready':
      return [
        sites(comment.news),
        lines(comment, [
          `- **Took:** ${seconds(comment.milliseconds)}${state.changed ? '' : '; there was nothing to do'}`,
          ...password(comment.news),
          ...expiry(comment),
        ]),
        running(state.containers),
        `A shell in it: \`jetee ssh --preview ${comment.news.preview}\``,
      ]
    case 'failed':
    case 'staying':
      return [
        ...cause(state.details),
        lines(comment, [`- **Failed after:** ${seconds(comment.milliseconds)}`, ...site(comment.news)]),
      ]
    case 'removed':
      return [`${foreignProse(state.sentence)}.`, `[The run](${comment.runUrl})`]
  }
}

const sites = ({ urls }: Announcement): string => urls.map((url) => `**${url}**`).join('<br>')

/** Where the release before is to be seen, if one still answers. */
const site = ({ urls: [url] }: Announcement): readonly string[] =>
  url === undefined ? [] : [`- **Site:** ${url}`]

/** The commit, more that is known, and the run. */
const lines = (
  { news: { commit }, state, runUrl, repositoryUrl }: PreviewComment,
  more: readonly string[],
): string =>
  [
    ...(commit === undefined
      ? []
      : [
          `- **Commit:** ${commitLink(commit, repositoryUrl)}${
            state.kind === 'ready' ? ` ${foreignText(state.subject)} (${foreignText(state.author)})` : ''
          }`,
        ]),
    ...more,
    `- **Log:** [the run](${runUrl})`,
  ].join('\n')

const password = ({ password: variable }: Announcement): readonly string[] =>
  variable === undefined
    ? []
    : [`- **Log in:** user \`preview\`, password as in the secret \`${variable.replaceAll(/\W/g, '')}\``]

const expiry = ({ news: { expiresSeconds }, now }: PreviewComment): readonly string[] =>
  expiresSeconds === undefined
    ? []
    : [
        `- **Stays until:** ${new Date(now + expiresSeconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC, or longer with each update`,
      ]

const running = (containers: readonly RunningContainer[]): Section => {
  if (containers.length === 0) return ''
  const { rows, keep, render } = containerTable(containers)
  return {
    rows,
    keep,
    render: (shown, left) =>
      [
        `<details><summary>What is running: ${rows.length} ${rows.length === 1 ? 'container' : 'containers'}</summary>`,
        render(shown, left),
        '</details>',
      ].join('\n\n'),
  }
}

/** Characters of each text of a failure: the run's own log has it whole. */
const longestText = 3000

const cause = ({ what, why, stands, next, output = [] }: FailureDetails): readonly Section[] => [
  `**${foreignProse(what.slice(0, longestText))}**`,
  ...labelled('Why', why),
  ...labelled('What still stands', stands),
  ...labelled('What to do', next),
  ...(output.length > 0 ? [outputBlock('The last lines that it printed', output.slice(-shownLines))] : []),
]

const labelled = (label: string, text: string | undefined): readonly string[] =>
  text
    ? [`**${label}:** ${text.slice(0, longestText).trim().split('\n').map(foreignProse).join('<br>')}`]
    : []
