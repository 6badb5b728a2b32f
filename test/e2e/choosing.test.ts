import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Checkout, checkout, newRepository, type Repository } from '../world/checkout.ts'
import { type ActionOptions, type ActionResult, startAction } from '../world/runner.ts'
import type { GithubContext } from '../world/runner-context.ts'

/** What the bundled action makes of an event before it needs a server: no key is given, and no host answers. */

const file = `configurations:
  Staging:
    hostname: staging.invalid
    branches: [main, 'feature/*']
    primary_service: { project: { secrets: [SECRET_KEY], env_variables: { LEVEL: a-secret-of-the-step } } }
  Production:
    extends: Staging
    hostname: production.invalid
    branches: ['v*']
`
const secret = 'a-secret-of-the-step'

let origin: Repository
let workspace: Checkout

beforeAll(async () => {
  origin = await newRepository(join(import.meta.dirname, 'projects/flaskless'), { 'deployment.yml': file })
  workspace = await checkout({ origin })
})
afterAll(async () => {
  await workspace?.[Symbol.asyncDispose]()
  await origin?.[Symbol.asyncDispose]()
})

const run = (
  github: Partial<GithubContext>,
  inputs: ActionOptions['inputs'] = {},
  event: unknown = {},
): Promise<ActionResult> =>
  startAction({
    actionDir: join(import.meta.dirname, '../..'),
    workspace: workspace.folder,
    inputs,
    env: { SECRET_KEY: secret },
    github,
    event,
  }).done

const told = (result: ActionResult) => result.annotations.map(({ level, message }) => [level, message])

test('a push on a branch that nothing matches ends green, with a notice of what would match', async () => {
  const result = await run({ ref: 'refs/heads/docs' })
  expect(result.exitCode, result.log).toBe(0)
  expect(told(result)).toEqual([
    [
      'notice',
      'Nothing is deployed: the branch `docs` matches the `branches` of no configuration. These would match: Staging: `main`, `feature/*`; Production: `v*`',
    ],
  ])
  expect(result.summary).toContain('| Production | `v*` |')
  expect(result.outputs.changed).toBe('false')
})

test.each([
  ['refs/heads/main', 'Configuration Staging: the branch `main` matches its `main`'],
  ['refs/heads/feature/tea', 'Configuration Staging: the branch `feature/tea` matches its `feature/*`'],
  ['refs/tags/v1.0', 'Configuration Production: the tag `v1.0` matches its `v*`'],
])('a push of %s chooses, says so, and wants the key', async (ref, line) => {
  const result = await run({ ref })
  expect(result.exitCode).toBe(1)
  expect(result.log).toContain(line)
  expect(told(result)).toEqual([['error', expect.stringMatching(/^The SSH private key is empty/)]])
})

test('a run by hand on a branch that nothing matches is an error with the names', async () => {
  const result = await run({ event_name: 'workflow_dispatch', ref: 'refs/heads/docs' })
  expect(result.exitCode).toBe(1)
  expect(told(result)).toEqual([['error', expect.stringContaining('`Staging`, `Production`')]])
})

test('the input `configuration` wins over the branch', async () => {
  const result = await run({ ref: 'refs/heads/main' }, { configuration: 'Production' })
  expect(result.log).toContain('Configuration Production')
  expect(told(result)).toEqual([['error', expect.stringMatching(/^The SSH private key is empty/)]])
})

test('a pull request checks the file, and says that it deploys nothing', async () => {
  const event = { action: 'opened', number: 7, pull_request: { head: { ref: 'tea', sha: workspace.sha } } }
  const github = { event_name: 'pull_request', ref: 'refs/pull/7/merge', head_ref: 'tea', base_ref: 'main' }
  const result = await run(github, { configuration: 'Production' }, event)
  expect(result.exitCode, result.log).toBe(0)
  expect(result.log).toContain('a pull request deploys nothing')
  expect(result.summary).toContain('deployment.yml is valid')
  expect(result.outputs.changed).toBe('false')
})

test('`check` prints every configuration with the source of each value, and no secret', async () => {
  const result = await run({}, { command: 'check' })
  expect(result.exitCode, result.log).toBe(0)
  expect(told(result)).toEqual([])
  const lines = result.log.replaceAll(/ +/g, ' ')
  expect(lines).toContain('Configuration Production of deployment.yml, which extends Staging')
  expect(lines).toContain('hostname production.invalid deployment.yml:8')
  expect(lines).toContain('port 22 default')
  expect(lines).toContain('primary_service.project.secrets [SECRET_KEY] deployment.yml:5 (Staging)')
  for (const text of [result.rawLog, result.summary, JSON.stringify(result.outputs)])
    expect(text).not.toContain(secret)
})

test('a mistake stands at its line in the pull request', async () => {
  await using branch = await newRepository(origin.folder, {
    'deployment.yml': file.replace('extends: Staging', 'extends: Stagin').replace("['v*']", "'v*'"),
  })
  await using there = await checkout({ origin: branch })
  const result = await startAction({
    actionDir: join(import.meta.dirname, '../..'),
    workspace: there.folder,
    inputs: {},
    github: { event_name: 'pull_request', ref: 'refs/pull/8/merge', head_ref: 'tea', base_ref: 'main' },
  }).done
  expect(result.exitCode).toBe(1)
  const placed = result.annotations.filter((annotation) => annotation.file === 'deployment.yml')
  expect(placed.map(({ level, line }) => [level, line])).toEqual([
    ['error', 7],
    ['error', 9],
  ])
  expect(placed[0]?.message).toContain('Staging')
})
