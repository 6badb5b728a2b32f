import { previewComment } from '../../src/report/comment.ts'
import { failureSummary, successSummary } from '../../src/report/summary.ts'
import {
  deployed,
  failedNews,
  failedTimings,
  failure,
  previewNews,
  previewReady,
  previewRun,
  workflow,
} from './sample-runs.ts'

const preview = { ...previewRun, news: previewNews }

/** What is shown in the documentation, by the picture's name: Markdown as the deployer writes it. */
export const pages: Readonly<Record<string, string>> = {
  'summary-deployed': successSummary(deployed, workflow),
  'summary-failed': failureSummary(failure, failedTimings, [], failedNews),
  'comment-ready': previewComment({ ...preview, state: previewReady, milliseconds: 41_300 }),
  'comment-failed': previewComment({
    ...preview,
    state: {
      kind: 'failed',
      isCancelled: false,
      details: {
        ...failure,
        stands: 'Release 2 of the preview still answers.',
        next: 'Correct the task or the data that it works on, then push.',
      },
    },
    milliseconds: 10_380,
  }),
  'comment-removed': previewComment({
    ...preview,
    state: {
      kind: 'removed',
      sentence:
        'Removed the preview of pull request 12 from deploy@shop.example.com:22: the pull request was merged',
    },
    milliseconds: 3100,
  }),
}
