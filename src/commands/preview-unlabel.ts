import { nothing } from '../configuration/nothing.ts'
import { openApi } from '../github/api.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import type { PreviewDecision } from './preview.ts'
import type { Result } from './run.ts'

/** Takes the label off a pull request of a fork that was pushed to: who set it has not seen these commits. */
export const unlabel = async (
  { event, label, because }: Extract<PreviewDecision, { readonly kind: 'unlabel' }>,
  { apiUrl, token, repository, dryRun }: Invocation,
  { progress, signal }: Observer,
): Promise<Result> => {
  const { number } = event.pull
  if (dryRun)
    return {
      kind: 'done',
      changed: false,
      sentence: `Would take the label ${label} off pull request ${number}: ${because}; nothing was changed`,
    }
  if (token === '')
    return nothing(`${because}; without a \`token\`, the label \`${label}\` cannot be taken off`)
  const api = openApi({ apiUrl, token, repository, warn: progress.warn, signal })
  const taken = await api.attempt(
    { what: `take the label ${label} off pull request ${number}`, permission: 'pull-requests: write' },
    async (octokit) => {
      try {
        await octokit.rest.issues.removeLabel({ ...api.repo, issue_number: number, name: label })
      } catch (error) {
        // Somebody was faster.
        if (Object(error).status !== 404) throw error
      }
      return true
    },
  )
  return taken
    ? {
        kind: 'done',
        changed: false,
        sentence: `The label ${label} is off pull request ${number}: ${because}. Whoever may write sets it again to have these commits deployed.`,
      }
    : nothing(because)
}
