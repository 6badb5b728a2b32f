import { error as annotate, notice, setFailed, setOutput, summary } from '@actions/core'
import type { Outcome } from '../commands/outcome.ts'
import type { Result } from '../commands/run.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Announcement } from '../report/announcement.ts'
import type { FailureDetails } from '../report/failure.ts'
import type { Progress } from '../report/progress.ts'
import { failureText } from '../report/render-failure.ts'
import type { RollbackWorkflow } from '../report/summary.ts'
import { logLine } from './log.ts'
import { veil, veiled } from './mask.ts'

/** Tells GitHub which configuration is meant, whatever becomes of the run. */
export const reportTarget = ({ name, preview }: Pick<Configuration, 'name' | 'preview'>): void => {
  setOutput('configuration', name)
  setOutput('preview', numberText(preview?.number))
}

/** Tells GitHub what came of a run that went well: outputs, log and step summary; `news` is what it was about. */
export const reportResult = async (result: Result, news?: Announcement): Promise<void> => {
  switch (result.kind) {
    case 'deployed':
      return reportOutcome(result.outcome)
    case 'planned': {
      const { planSummary, planText } = await import('../report/plan.ts')
      setOutput('changed', 'false')
      setOutput('plan', JSON.stringify(veiled(result.plan)))
      for (const line of planText(result.plan)) logLine(line)
      return writeSummary(planSummary(veiled(result.plan)))
    }
    case 'checked': {
      const { checkSummary, checkText } = await import('../report/check.ts')
      setOutput('changed', 'false')
      for (const line of checkText(result)) logLine(line)
      return writeSummary(checkSummary(veiled(result)))
    }
    case 'done':
      setOutput('changed', String(result.changed))
      if (result.release !== undefined) setOutput('release', String(result.release))
      // The release of a newer run is live there: later steps look at the same site.
      if (result.release !== undefined && news?.action === 'deploy') reportSite(news.urls)
      for (const line of [result.sentence, ...(result.lines ?? [])]) logLine(line)
      return writeSummary((await import('../report/done.ts')).doneSummary(veiled(result)))
    case 'looked':
      setOutput('changed', 'false')
      if (result.exitCode !== 0) setFailed(`The command ended with status ${result.exitCode}`)
      return writeSummary(result.summary ?? '')
    case 'nothing': {
      const { nothingNotice, nothingSummary } = await import('../report/nothing.ts')
      setOutput('changed', 'false')
      notice(nothingNotice(result))
      return writeSummary(nothingSummary(veiled(result)))
    }
  }
}

const reportOutcome = async (outcome: Outcome): Promise<void> => {
  const { successSummary } = await import('../report/summary.ts')
  setOutput('configuration', outcome.configuration)
  setOutput('preview', numberText(outcome.preview))
  reportSite(outcome.urls)
  setOutput('release', numberText(outcome.release))
  setOutput('previous-release', numberText(outcome.previousRelease))
  setOutput('services', JSON.stringify(outcome.services))
  setOutput('changed', String(outcome.changed))
  for (const url of outcome.urls) logLine(`Site: ${url}`)
  await writeSummary(successSummary(veiled(outcome), await rollbackWorkflow(outcome)))
}

const reportSite = (urls: readonly string[]): void => {
  setOutput('url', urls[0] ?? '')
  setOutput('urls', JSON.stringify(urls))
}

/** Where people start a rollback, if it is the run's own repository that is deployed. */
const rollbackWorkflow = async ({
  changed,
  repositoryUrl,
}: Outcome): Promise<RollbackWorkflow | undefined> => {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_WORKSPACE } = process.env
  const own = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`
  if (!changed || repositoryUrl !== own || !GITHUB_WORKSPACE || !process.env.GITHUB_STEP_SUMMARY)
    return undefined
  const { findRollbackWorkflow } = await import('./rollback-workflow.ts')
  return findRollbackWorkflow(GITHUB_WORKSPACE, own)
}

const numberText = (number: number | undefined): string => (number === undefined ? '' : String(number))

/** The annotations of a kind that GitHub shows of a step; one of them is the failure's own. */
const shownAnnotations = 10

/** Tells GitHub why a run failed: annotations, log and step summary. */
export const reportFailure = async (
  details: FailureDetails,
  { timings, warnings }: Pick<Progress, 'timings' | 'warnings'>,
  news?: Announcement,
): Promise<void> => {
  const { failureSummary } = await import('../report/summary.ts')
  const [what = '', ...lines] = failureText(details)
  const { annotations = [] } = details
  const shown = annotations.slice(0, shownAnnotations - 1)
  for (const { file, line, column, message } of shown)
    annotate(message, { file, startLine: line, startColumn: column })
  if (shown.length < annotations.length)
    logLine(
      `GitHub shows ${shown.length} of the ${annotations.length} mistakes beside the code; all of them are listed here and in the summary.`,
    )
  setFailed([what, ...lines.filter((line) => !line.startsWith('  │'))].join('\n'))
  for (const line of lines) logLine(line)
  await writeSummary(failureSummary(veiled(details), veiled(timings), veiled(warnings), veiled(news)))
}

/** Without a summary file, as outside of GitHub, there is nobody to write it for. */
const writeSummary = async (markdown: string): Promise<void> => {
  if (process.env.GITHUB_STEP_SUMMARY && markdown !== '') await summary.addRaw(veil(markdown)).write()
}
