import { listed, type Patterns } from '../configuration/choose.ts'
import { escapeMarkdown } from './render-failure.ts'

/** A push that no configuration is for. */
interface Nothing {
  /** Why, as a phrase. */
  readonly because: string
  /** What would have matched. */
  readonly patterns: readonly Patterns[]
}

/** The notice of a run that deploys nothing, in one line. */
export const nothingNotice = ({ because, patterns }: Nothing): string =>
  `Nothing is deployed: ${because}. These would match: ${listed(patterns)}`

/** The step summary of a run that deploys nothing. */
export const nothingSummary = ({ because, patterns }: Nothing): string =>
  [
    '## ⏭️ Nothing is deployed',
    `${escapeMarkdown(`${because[0]?.toUpperCase()}${because.slice(1)}`)}. These would match:`,
    [
      '| Configuration | Branches and tags |',
      '| --- | --- |',
      ...patterns.map(
        ({ configuration, branches }) =>
          `| ${escapeMarkdown(configuration)} | ${branches.map((pattern) => `\`${pattern}\``).join(', ')} |`,
      ),
    ].join('\n'),
    '',
  ].join('\n\n')
