import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Observer } from '../../../src/commands/deploy.ts'
import type { Invocation } from '../../../src/commands/invocation.ts'
import { parseInput } from '../../../src/commands/line.ts'
import { run } from '../../../src/commands/run.ts'
import type { Nothing } from '../../../src/configuration/nothing.ts'
import { nothingNotice, nothingSummary } from '../../../src/report/nothing.ts'
import { lineProgress } from '../../../src/report/progress.ts'
import { newKeyPair } from '../../world/keys.ts'
import { type PullChange, pullPayload, triggerOf } from '../github/payloads.ts'
import { newTestRepository, type TestRepository } from '../source/repository.ts'

/** What a run does on an event, as far as it needs no server. */

let repository: TestRepository
let baseSha: string

beforeAll(() => {
  repository = newTestRepository()
  repository.sh(`cat > deployment.yml <<'END'
configurations:
  Staging:
    hostname: staging.invalid
    primary_service: { project: {} }
previews: { configuration: Staging, password: none, server_names: ['pr-{number}.example.com'] }
END`)
  baseSha = repository.commit()
})
afterAll(() => repository[Symbol.dispose]())

/** How a run differs from a deploy without a key. */
interface Difference {
  readonly command?: string
  readonly actor?: string
  readonly privateKey?: string
  readonly announce?: Observer['announce']
}

const start = async (
  event: string,
  payload: unknown,
  { command = 'build all', actor = 'octocat', privateKey = '\n', announce = () => {} }: Difference = {},
): Promise<unknown> => {
  const invocation: Invocation = {
    command: parseInput(command).command,
    dryRun: parseInput(command).dryRun,
    configuration: undefined,
    preview: undefined,
    trigger: triggerOf(event, payload),
    configFile: undefined,
    workspace: repository.folder,
    privateKey,
    passphrase: undefined,
    pins: { knownHosts: undefined, fingerprint: undefined, checking: 'strict' },
    repository: 'Codertocat/Hello-World',
    serverUrl: 'https://github.invalid',
    apiUrl: 'https://api.github.invalid',
    deployKeyToken: '',
    token: '',
    actor,
    runUrl: '',
    run: undefined,
    lockSeconds: 1800,
    env: {},
  }
  return run(invocation, {
    progress: lineProgress(() => {}),
    console: { input: process.stdin, output: process.stdout, errors: process.stderr, isTerminal: false },
    mask: () => {},
    announce,
    signal: new AbortController().signal,
    stage: () => {
      throw new Error('The run went on to a server')
    },
  }).catch((error: unknown) => error)
}

const pull = (action: string, change: PullChange = {}) => pullPayload(action, { baseSha, ...change })
const fork = { head: 'mallory/Hello-World' } as const
const allowed = { label: 'preview', labels: ['preview'], sender: 'octocat' } as const

describe('a job without secrets ends well, and says why,', () => {
  test.each([
    ['labeled', { ...fork, ...allowed }],
    ['labeled', { head: null, ...allowed }],
    ['synchronize', { ...fork, labels: ['preview'] }],
    ['closed', fork],
  ])('for `pull_request` %s of a fork: %j', async (action, change) => {
    const result = (await start('pull_request', pull(action, change))) as Nothing
    expect(result).toMatchObject({
      kind: 'nothing',
      because: 'GitHub gives no secrets to `on: pull_request` of a fork',
    })
    expect(nothingNotice(result)).toBe(
      'Nothing is deployed: GitHub gives no secrets to `on: pull_request` of a fork. A workflow `on: pull_request_target` has them: with it, the preview comes when somebody who may write to the repository sets the label of the previews.',
    )
    expect(nothingSummary(result)).toBe(
      `## ⏭️ Nothing is deployed

GitHub gives no secrets to \`on: pull_request\` of a fork.

A workflow \`on: pull_request_target\` has them: with it, the preview comes when somebody who may write to the repository sets the label of the previews.

`,
    )
  })

  test('for a command about previews, too', async () => {
    expect(await start('pull_request', pull('closed', fork), { command: 'preview sync' })).toMatchObject({
      kind: 'nothing',
    })
  })

  test.each([
    ['synchronize', {}],
    ['opened', { user: 'someone-else' }],
  ])('for a pull request that Dependabot drives: %s', async (action, change) => {
    const because = 'GitHub gives the secrets of Actions to no run that Dependabot started'
    const payload = pull(action, { ...change, sender: 'dependabot[bot]' })
    expect(await start('pull_request', payload)).toMatchObject({ kind: 'nothing', because })
    expect(await start('pull_request', pull(action, change), { actor: 'dependabot[bot]' })).toMatchObject({
      kind: 'nothing',
      because,
    })
  })

  test('for a push of Dependabot’s', async () => {
    const payload = { ref: 'refs/heads/dependabot/npm' }
    expect(await start('push', payload, { actor: 'dependabot[bot]' })).toMatchObject({
      kind: 'nothing',
      next: 'The push that follows a merge has them.',
    })
  })
})

describe('a job without a key fails', () => {
  const noKey = { message: 'The SSH private key is empty' }

  test('for a push', async () => {
    expect(await start('push', { ref: 'refs/heads/main' })).toMatchObject(noKey)
  })

  test('for a pull request of the repository', async () => {
    expect(await start('pull_request', pull('closed'))).toMatchObject(noKey)
  })

  test('for `pull_request_target` of a fork, which would have it', async () => {
    expect(await start('pull_request_target', pull('closed', fork))).toMatchObject(noKey)
  })
})

test('a plan of what an event takes away takes nothing away', async () => {
  const { privateKey } = await newKeyPair()
  const heard: string[] = []
  const announce: Observer['announce'] = ({ action }) => void heard.push(action)
  for (const command of ['plan', 'build all --dry-run'])
    await start('pull_request', pull('closed'), { command, privateKey, announce })
  expect(heard).toEqual([])
  expect(await start('pull_request', pull('closed'), { privateKey, announce })).toMatchObject({
    details: { why: 'The name server knows no address for it.' },
  })
  expect(heard).toEqual(['remove'])
})

test('a check needs no secrets', async () => {
  expect(await start('pull_request', pull('opened', fork), { command: 'check' })).toMatchObject({
    kind: 'checked',
  })
})

test('what an event does nothing about stays its own reason', async () => {
  expect(await start('pull_request', pull('opened', fork))).toMatchObject({
    kind: 'nothing',
    because: 'pull request 2 is of a fork, or Dependabot’s: it has no preview by itself',
  })
})
