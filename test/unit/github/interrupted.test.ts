import { afterEach, expect, it, vi } from 'vitest'
import { endInterrupted } from '../../../src/github/interrupted.ts'
import { invocationWith } from '../commands/invocation.ts'
import { repo, setStage } from '../world/github/client.ts'

afterEach(() => vi.unstubAllEnvs())

/** A GitHub with a deployment under way, and the post stage of the run that has begun it. */
const setInterrupted = async () => {
  const stage = await setStage()
  const { data } = await stage
    .client({ deployments: 'write' })
    .rest.repos.createDeployment({ ...repo, ref: 'main', auto_merge: false, required_contexts: [] })
  const warnings: string[] = []
  const end = (left: string, token = stage.github.token({ deployments: 'write' })) => {
    vi.stubEnv('STATE_deployment', left)
    const runUrl = `${stage.github.serverUrl}/octo-org/octo-repo/actions/runs/7`
    const invocation = invocationWith({ apiUrl: stage.github.apiUrl, token, runUrl })
    return endInterrupted(invocation, (text) => warnings.push(text))
  }
  return { stage, id: String(Object(data).id), warnings, end }
}

it('ends the deployment of a run that could not do so itself', async () => {
  const { stage, id, warnings, end } = await setInterrupted()
  await using _ = stage
  await end(id)
  expect(stage.repository.deployments[0]?.statuses).toMatchObject([
    { state: 'failure', logUrl: expect.stringMatching(/\/runs\/7$/) },
  ])
  expect(warnings).toEqual([])
})

it('asks GitHub for nothing when there is nothing to end, or nobody who may', async () => {
  const { stage, id, warnings, end } = await setInterrupted()
  await using _ = stage
  const before = stage.github.calls.length
  await end('')
  await end(id, '')
  expect(stage.github.calls).toHaveLength(before)
  await end(id, stage.github.token({}))
  expect(warnings).toEqual([expect.stringContaining('`deployments: write`')])
})
