import { expect, test } from 'vitest'
import { refusal, repo, type Stage, setStage } from './client.ts'

const write = { deployments: 'write' } as const

/** What this project asks for. */
const plain = { ...repo, ref: 'main', auto_merge: false, required_contexts: [] as string[] }

const make = async (stage: Stage, more: object = {}): Promise<number> => {
  const { data } = await stage
    .client(write)
    .rest.repos.createDeployment({ ...plain, environment: 'Staging', ...more })
  if (!('id' in data)) throw new Error('It was merged.')
  return data.id
}

const set = (stage: Stage, id: number, state: 'success' | 'failure' | 'inactive', more: object = {}) =>
  stage.client(write).rest.repos.createDeploymentStatus({ ...repo, deployment_id: id, state, ...more })

const states = ({ repository }: Stage) =>
  repository.deployments.map(({ statuses }) => statuses.map(({ state }) => state).join(' '))

test('a branch that is behind is merged instead of deployed, unless that is ruled out', async () => {
  await using stage = await setStage()
  const before = await stage.origin.head('change')
  await stage.origin.commit({ 'main.txt': 'newer' })
  const { rest } = stage.client(write)
  const asked = { ...repo, ref: 'change', required_contexts: [] }
  const merged = await rest.repos.createDeployment(asked)
  expect(merged).toMatchObject({
    status: 202,
    data: { message: 'Auto-merged main into change on deployment.' },
  })
  expect(await stage.origin.head('change')).not.toBe(before)
  expect(stage.repository.deployments).toEqual([])
  expect((await rest.repos.createDeployment(asked)).status).toBe(201)
})

test('a branch that conflicts is not deployed, unless merging is ruled out', async () => {
  await using stage = await setStage()
  await stage.origin.commit({ 'new.txt': 'another' })
  const { rest } = stage.client(write)
  const asked = { ...repo, ref: 'change', required_contexts: [] }
  expect(await refusal(rest.repos.createDeployment(asked))).toMatchObject({
    status: 409,
    message: expect.stringContaining('Conflict merging main into change'),
  })
  expect((await rest.repos.createDeployment({ ...asked, auto_merge: false })).status).toBe(201)
})

test('a commit whose checks are not done is not deployed, unless none is required', async () => {
  await using stage = await setStage()
  const sha = await stage.origin.head()
  stage.repository.setStatus(sha, 'deploy', 'pending')
  const { rest } = stage.client(write)
  const asked = { ...repo, ref: sha, auto_merge: false }
  expect(await refusal(rest.repos.createDeployment(asked))).toMatchObject({
    status: 409,
    message: expect.stringContaining('Commit status checks failed'),
  })
  expect(await refusal(rest.repos.createDeployment({ ...asked, required_contexts: ['lint'] }))).toMatchObject(
    { status: 409 },
  )
  expect((await rest.repos.createDeployment({ ...asked, required_contexts: [] })).status).toBe(201)
  stage.repository.setStatus(sha, 'deploy', 'success')
  expect((await rest.repos.createDeployment(asked)).status).toBe(201)
})

test('a ref that is not there, and words that are too long, are refused', async () => {
  await using stage = await setStage()
  const { rest } = stage.client(write)
  expect(await refusal(rest.repos.createDeployment({ ...plain, ref: 'nowhere' }))).toMatchObject({
    status: 422,
    message: expect.stringContaining('No ref found for: nowhere'),
  })
  const long = { description: 'x'.repeat(141) }
  expect(await refusal(rest.repos.createDeployment({ ...plain, ...long }))).toMatchObject({ status: 422 })
  const id = await make(stage, { description: 'x'.repeat(140) })
  expect(await refusal(set(stage, id, 'success', long))).toMatchObject({
    status: 422,
    message: expect.stringContaining('maximum is 140'),
  })
})

test('the environment is production by default, and production is what is called so', async () => {
  await using stage = await setStage()
  const { rest } = stage.client(write)
  expect((await rest.repos.createDeployment(plain)).data).toMatchObject({
    environment: 'production',
    production_environment: true,
    transient_environment: false,
  })
  expect((await rest.repos.createDeployment({ ...plain, environment: 'Staging' })).data).toMatchObject({
    production_environment: false,
  })
  expect(
    (
      await rest.repos.createDeployment({
        ...plain,
        environment: 'Staging',
        production_environment: true,
        transient_environment: true,
      })
    ).data,
  ).toMatchObject({ production_environment: true, transient_environment: true })
  const { data } = await rest.repos.listDeployments({ ...repo, environment: 'Staging' })
  expect(data.map(({ production_environment }) => production_environment)).toEqual([true, false])
})

test('a success makes earlier successes of its environment inactive, but none that is transient or production', async () => {
  await using stage = await setStage()
  const succeed = async (more: object = {}) =>
    set(stage, await make(stage, more), 'success', { auto_inactive: false })
  await succeed()
  await succeed({ environment: 'Other' })
  await succeed({ transient_environment: true })
  await succeed({ production_environment: true })
  await set(stage, await make(stage), 'failure')
  const last = await make(stage)
  await set(stage, last, 'success')
  expect(states(stage)).toEqual(['success inactive', 'success', 'success', 'success', 'failure', 'success'])
})

test('of several deployments, one that is active is not deleted', async () => {
  await using stage = await setStage()
  const { rest } = stage.client(write)
  const only = await make(stage)
  await set(stage, only, 'success')
  const second = await make(stage)
  expect(await refusal(rest.repos.deleteDeployment({ ...repo, deployment_id: only }))).toMatchObject({
    status: 422,
  })
  await set(stage, only, 'inactive')
  await rest.repos.deleteDeployment({ ...repo, deployment_id: only })
  await set(stage, second, 'success')
  await rest.repos.deleteDeployment({ ...repo, deployment_id: second })
  expect(stage.repository.deployments).toEqual([])
})

test('deployments and their statuses are listed from the newest, and found by commit', async () => {
  await using stage = await setStage()
  const { rest } = stage.client(write)
  const first = await make(stage)
  const second = await make(stage, { ref: 'change' })
  const ids = async (filter: object) =>
    (await rest.repos.listDeployments({ ...repo, ...filter })).data.map(({ id }) => id)
  expect(await ids({})).toEqual([second, first])
  expect(await ids({ sha: await stage.origin.head('change') })).toEqual([second])
  await set(stage, first, 'failure')
  await set(stage, first, 'success', { environment_url: 'https://x.example', log_url: 'https://y.example' })
  const { data } = await rest.repos.listDeploymentStatuses({ ...repo, deployment_id: first })
  expect(data).toMatchObject([
    { state: 'success', environment_url: 'https://x.example', target_url: 'https://y.example' },
    { state: 'failure' },
  ])
})

test('a job with an environment is a deployment already, whose status links the run', async () => {
  await using stage = await setStage()
  const sha = await stage.origin.head()
  const id = stage.repository.beginJob({ environment: 'Staging', sha, run: 42 })
  const { rest } = stage.client(write)
  expect((await rest.repos.listDeployments({ ...repo, sha })).data).toMatchObject([
    { id, environment: 'Staging', creator: { login: 'github-actions[bot]' } },
  ])
  const { data } = await rest.repos.listDeploymentStatuses({ ...repo, deployment_id: id })
  expect(data).toMatchObject([{ state: 'in_progress' }])
  expect(data[0]?.log_url).toContain(`${stage.github.serverUrl}/octo-org/octo-repo/actions/runs/42/job/`)
})
