import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decidingDeployment, ownDeployment } from '../../../src/commands/base-deployment.ts'
import { readFileAt } from '../../../src/commands/file-at.ts'
import type { Invocation } from '../../../src/commands/invocation.ts'
import type { Trigger } from '../../../src/configuration/choose.ts'
import { readEvent } from '../../../src/github/event.ts'
import { type Checkout, checkout } from '../../world/checkout.ts'
import type { Delivery } from '../../world/github/delivery.ts'
import { type Stage, setStage } from '../world/github/client.ts'
import { invocationWith } from './invocation.ts'

/** Which deployment file counts for a pull request. */

const file = (hostname: string, previews = 'previews: {}') => `configurations:
  Staging: { hostname: ${hostname}, primary_service: { project: {} } }
${previews}
`

let stage: Stage
let base: string
let workspace: Checkout
let event: Delivery

beforeAll(async () => {
  stage = await setStage({ private: true })
  const { origin, repository } = stage
  base = await origin.commit({ 'deployment.yml': file('base.example.com') })
  await origin.commit({ 'deployment.yml': file('evil.example.com') }, { branch: 'feature' })
  event = await repository.openPull({ branch: 'feature' })
  workspace = await checkout({ origin, ref: 'refs/pull/1/merge' })
})
afterAll(async () => {
  await workspace?.[Symbol.asyncDispose]()
  await stage?.[Symbol.asyncDispose]()
})

const triggerOf = ({ name, payload }: Delivery): Trigger => ({
  event: name,
  ref: undefined,
  happened: readEvent({ GITHUB_EVENT_NAME: name }, payload),
})

const invocation = (difference: Partial<Invocation> = {}): Invocation =>
  invocationWith({
    workspace: workspace.folder,
    apiUrl: stage.github.apiUrl,
    serverUrl: stage.github.serverUrl,
    trigger: triggerOf(event),
    ...difference,
  })

const hostname = async (difference?: Partial<Invocation>) =>
  (await decidingDeployment(invocation(difference))).loaded.deployment.configurations.Staging?.hostname

test('is the base branch’s, by the API, where the checkout has not got it', async () => {
  const before = stage.github.calls.length
  expect(await hostname({ token: stage.github.token({ contents: 'read' }) })).toBe('base.example.com')
  expect(stage.github.calls.length).toBeGreaterThan(before)
})

test('is the base branch’s out of the checkout, where that has it', async () => {
  await using whole = await checkout({ origin: stage.origin, depth: 0, ref: 'refs/pull/1/merge' })
  expect(await hostname({ workspace: whole.folder })).toBe('base.example.com')
})

test('is nobody’s where the base branch’s cannot be read', async () => {
  await expect(hostname()).rejects.toThrow('The deployment file of the branch main could not be read')
  await expect(hostname({ token: stage.github.token({}) })).rejects.toThrow('could not be read')
})

test('is the workspace’s for anything but a pull request', async () => {
  expect(await hostname({ trigger: { event: 'push', ref: undefined } })).toBe('evil.example.com')
})

test.each([
  ['has none', { 'deployment.yml': null }, 'has no deployment file'],
  ['has mistakes in it', { 'deployment.yml': 'configurations: 5\n' }, 'has mistakes'],
] as const)(
  'is the pull request’s own, without previews, where the base branch %s',
  async (_, change, why) => {
    await stage.origin.commit({ 'deployment.yml': file('own.example.com') }, { branch: `own-${why.length}` })
    await stage.origin.commit(change)
    const opened = await stage.repository.openPull({ branch: `own-${why.length}` })
    const found = await decidingDeployment(
      invocation({
        trigger: triggerOf(opened),
        token: stage.github.token({ contents: 'read' }),
      }),
    )
    expect(found.loaded.deployment.previews).toBeUndefined()
    expect(found.note).toContain(why)
    await stage.origin.commit({ 'deployment.yml': file('base.example.com') })
  },
)

test('is read at the very commit, by its path', async () => {
  const token = stage.github.token({ contents: 'read' })
  const read = (configFile?: string) => readFileAt(invocation({ token, configFile }), base)
  expect(await read()).toEqual({ text: file('base.example.com'), file: 'deployment.yml' })
  expect((await read('./deployment.yml'))?.file).toBe('deployment.yml')
  expect(await read('other.yml')).toBeUndefined()
})

describe('the file that is checked', () => {
  const notes: string[] = []
  const own = async (difference: Partial<Invocation>) =>
    (await ownDeployment(invocation(difference), (text) => notes.push(text))).deployment.configurations
      .Staging?.hostname

  test('under pull_request_target is the pull request’s, though the default branch is checked out', async () => {
    await using main = await checkout({ origin: stage.origin })
    const trigger = triggerOf({ ...event, name: 'pull_request_target' })
    const workspace = main.folder
    expect(await own({ workspace, trigger, token: stage.github.token({ contents: 'read' }) })).toBe(
      'evil.example.com',
    )
    expect(notes).toEqual([])
    expect(await own({ workspace, trigger, token: stage.github.token({}) })).toBe('base.example.com')
    expect(notes).toEqual([expect.stringMatching(/could be read: the workspace’s counts$/)])
    expect(await own({ workspace })).toBe('base.example.com')
  })
})
