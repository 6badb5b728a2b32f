import { getState, saveState, setOutput } from '@actions/core'
import type { Invocation } from '../commands/invocation.ts'
import { openApi } from './api.ts'
import type { RecordedDeployment } from './deployments.ts'

/** Milliseconds that the post stage has for a deployment. */
const patience = 20_000

/** Keeps the number of a run's deployment, for later steps and for the post stage. */
export const keepDeployment = {
  onBegun({ id, isJobs }: RecordedDeployment): void {
    setOutput('deployment-id', String(id))
    if (!isJobs) saveState('deployment', String(id))
  },
  onEnded(): void {
    saveState('deployment', '')
  },
}

/** Ends the deployment of a run that could not do so, as it was ended from outside, or GitHub did not answer then. */
export const endInterrupted = async (
  { apiUrl, token, repository, runUrl }: Invocation,
  warn: (text: string) => void,
): Promise<void> => {
  const id = Number(getState('deployment'))
  if (!id || !token) return
  const signal = AbortSignal.timeout(patience)
  const api = openApi({ apiUrl, token, repository, warn, signal })
  const wish = { what: 'record how the deployment ended', permission: 'deployments: write' }
  await api.attempt(wish, ({ rest: { repos } }) =>
    repos.createDeploymentStatus({
      ...api.repo,
      deployment_id: id,
      state: 'failure',
      log_url: runUrl,
      description: 'The run ended without saying how; its log may tell',
      request: { repeatable: true },
    }),
  )
}
