import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Invocation } from '../../../src/commands/invocation.ts'
import { parseInput } from '../../../src/commands/line.ts'
import { run } from '../../../src/commands/run.ts'
import { checkSummary, checkText } from '../../../src/report/check.ts'
import { nothingNotice, nothingSummary } from '../../../src/report/nothing.ts'
import { lineProgress } from '../../../src/report/progress.ts'

/** What a run does that never comes to a server. */

let workspace: string

const text = `configurations:
  Staging:
    branches: [main, 'feature/*']
    hostname: staging.example.com
    primary_service: { project: { secrets: [KEY], env_variables: { A: 'x | s3cret' } } }
  Production:
    extends: Staging
    branches: ['v*']
    hostname: example.com
`

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'run-'))
  await writeFile(join(workspace, 'deployment.yml'), text)
})
afterAll(() => rm(workspace, { recursive: true, force: true }))

type Difference = Omit<Partial<Invocation>, 'command'> & { readonly command?: string }

const start = async ({ command = 'build all', ...difference }: Difference) => {
  const log: string[] = []
  const invocation: Invocation = {
    command: parseInput(command).command,
    dryRun: false,
    configuration: undefined,
    trigger: { event: 'push', ref: { type: 'branch', name: 'main' } },
    configFile: undefined,
    workspace,
    privateKey: '',
    passphrase: undefined,
    pins: { knownHosts: undefined, fingerprint: undefined, checking: 'strict' },
    repository: 'acme/shop',
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    deployKeyToken: '',
    preview: undefined,
    token: '',
    actor: 'octocat',
    runUrl: '',
    run: undefined,
    lockSeconds: 1800,
    env: { KEY: 's3cret' },
    ...difference,
  }
  const done = run(invocation, {
    progress: lineProgress((line) => void log.push(line.replace(/^ *[\d.]+ s {2}/, ''))),
    console: { input: process.stdin, output: process.stdout, errors: process.stderr, isTerminal: false },
    mask: () => {},
    signal: new AbortController().signal,
    stage: () => {
      throw new Error('The run went on to a server')
    },
  })
  return { result: await done.catch((error: unknown) => error), log }
}

const trigger = (event: string, name = 'main'): Pick<Invocation, 'trigger'> => ({
  trigger: { event, ref: { type: 'branch', name } },
})

const checked = async (difference: Difference) => {
  const { result, log } = await start(difference)
  if (!(typeof result === 'object' && result && 'kind' in result && result.kind === 'checked')) throw result
  return { result: result as Parameters<typeof checkText>[0], log }
}

describe('check', () => {
  test('needs neither key nor server, and tells every configuration', async () => {
    const { result, log } = await checked({ command: 'check' })
    expect(log).toEqual(['check of Staging, Production: the input `configuration` names none'])
    expect(result.configurations.map(({ name, parent }) => [name, parent])).toEqual([
      ['Staging', undefined],
      ['Production', 'Staging'],
    ])
    const lines = checkText(result)
    expect(lines).toContain('Configuration Production of deployment.yml, which extends Staging')
    expect(lines.map((line) => line.replaceAll(/ +/g, ' '))).toEqual(
      expect.arrayContaining([
        ' hostname example.com deployment.yml:9',
        ' port 22 default',
        ' primary_service.project.secrets [KEY] deployment.yml:5 (Staging)',
        ' primary_service.project.env_variables.A x | *** deployment.yml:5',
      ]),
    )
    const summary = checkSummary(result)
    expect(summary).toMatch(/^## ✅ deployment.yml is valid\n/)
    expect(summary).toContain('| hostname | example.com | deployment.yml:9 |')
    expect(summary).toContain(
      '| primary\\_service.project.env\\_variables.A | x \\| \\*\\*\\* | deployment.yml:5 |',
    )
    expect(summary + lines.join('\n')).not.toContain('s3cret')
  })

  test('tells the configuration that was asked for', async () => {
    const { result } = await checked({ command: 'check', configuration: 'Production' })
    expect(result.configurations.map(({ name }) => name)).toEqual(['Production'])
  })

  test('is all that a pull request does, whatever was asked for', async () => {
    for (const command of ['build all', 'update project', 'check']) {
      const { result, log } = await checked({
        command,
        configuration: 'Production',
        ...trigger('pull_request'),
      })
      expect(log).toEqual([
        'check of Staging, Production: a pull request deploys nothing, but checks every configuration',
      ])
      expect(result.configurations).toHaveLength(2)
    }
  })

  test('tells the mistakes of a file', async () => {
    await writeFile(join(workspace, 'bad.yml'), text.replace('hostname: example.com', 'port: 0'))
    const { result } = await start({ command: 'check', configFile: 'bad.yml' })
    expect(result).toMatchObject({ message: 'bad.yml has a mistake', details: { where: 'bad.yml:9:11' } })
  })
})

test('a push that nothing matches ends well, and says what would match', async () => {
  const { result, log } = await start(trigger('push', 'other'))
  expect(log).toEqual(['Nothing is deployed: the branch `other` matches the `branches` of no configuration'])
  expect(result).toMatchObject({ kind: 'nothing' })
  const nothing = result as Parameters<typeof nothingNotice>[0]
  expect(nothingNotice(nothing)).toBe(
    'Nothing is deployed: the branch `other` matches the `branches` of no configuration. These would match: Staging: `main`, `feature/*`; Production: `v*`',
  )
  expect(nothingSummary(nothing)).toContain('| Staging | `main`, `feature/*` |\n| Production | `v*` |')
})

test('a run by hand that nothing matches fails', async () => {
  const { result } = await start(trigger('workflow_dispatch', 'other'))
  expect(result).toMatchObject({
    message: 'It is not clear which configuration of deployment.yml is meant',
    details: { next: 'Set the input `configuration` to one of `Staging`, `Production`.' },
  })
})

test('a deploy says which configuration it is for, and needs the key', async () => {
  const { result, log } = await start({})
  expect(log).toEqual(['Configuration Staging: the branch `main` matches its `main`'])
  expect(result).toMatchObject({ message: 'The SSH private key is empty' })
})
