import type { Result } from '../../../src/commands/run.ts'
import { openApi } from '../../../src/github/api.ts'
import { deploymentsPart, type RecordedDeployment } from '../../../src/github/deployments.ts'
import { type Ending, makeTeller } from '../../../src/github/tell.ts'
import type { FakeGithub } from '../../world/github/github.ts'
import type { Permissions } from '../../world/github/tokens.ts'

let runs = 100

/** A run of a workflow, with what it tells GitHub. */
export const newRun = (
  github: FakeGithub,
  sha: string,
  {
    id = ++runs,
    attempt = 1,
    permissions = { deployments: 'write' } as Permissions,
    apiUrl = github.apiUrl,
  } = {},
) => {
  const stop = new AbortController()
  const warnings: string[] = []
  const notes: string[] = []
  const begun: RecordedDeployment[] = []
  const ended: number[] = []
  const api = openApi({
    apiUrl,
    token: github.token(permissions),
    repository: 'acme/shop',
    warn: (text) => warnings.push(text),
    signal: stop.signal,
  })
  const part = deploymentsPart(
    {
      api,
      runUrl: `${github.serverUrl}/acme/shop/actions/runs/${id}`,
      run: { id, attempt },
      serverUrl: github.serverUrl,
      repository: 'acme/shop',
      sha,
      note: (text) => notes.push(text),
    },
    { onBegun: (deployment) => begun.push(deployment), onEnded: () => ended.push(id) },
  )
  return { id, teller: makeTeller([part], stop), warnings, notes, begun, ended }
}

/** How runs end: a deploy, a failure, and one that was overtaken. */
export const deployed = (changed = true): Ending => ({
  kind: 'result',
  result: { kind: 'deployed', outcome: { release: 7, changed } } as Result,
})
export const failed = (what: string, isCancelled = false): Ending => ({
  kind: 'failure',
  details: { what },
  timings: [],
  isCancelled,
})
export const superseded: Ending = {
  kind: 'result',
  result: { kind: 'done', sentence: 'Superseded: release 8 was made by a newer run', changed: false },
}
