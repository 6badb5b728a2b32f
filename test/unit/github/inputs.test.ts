import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { readInvocation } from '../../../src/github/inputs.ts'
import { Failure } from '../../../src/report/failure.ts'

afterEach(() => vi.unstubAllEnvs())

/** What is read from these inputs, given as the runner does, and this environment. */
const read = (inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string>> = {}) => {
  for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value)
  return readInvocation(env)
}

describe('inputs', () => {
  test('that are left out leave the choice to the program', () => {
    expect(read()).toMatchObject({
      command: expect.objectContaining({ kind: 'deploy', name: 'build all' }),
      configuration: undefined,
      configFile: undefined,
      dryRun: false,
      privateKey: '',
      trigger: { event: '', ref: undefined },
    })
  })

  test('that are empty, as those of a workflow that was started otherwise, are as left out', () => {
    const names = ['command', 'configuration', 'config-file', 'dry-run', 'ssh-host-key-checking']
    expect(read(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(read())
  })

  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    [' true ', true],
  ])('dry-run takes %j', (text, dryRun) => {
    expect(read({ 'dry-run': text }).dryRun).toBe(dryRun)
  })

  test.each(['yes', 'no', '1', '0', 'on', 'tRUE', 'true false'])('dry-run refuses %j', (text) => {
    expect(() => read({ 'dry-run': text })).toThrow(Failure)
    expect(() => read({ 'dry-run': text })).toThrow(`"${text}" is neither true nor false`)
  })
})

describe('the input command', () => {
  test('has options, which say what an input of their own would', () => {
    const command = 'update project --dry-run -n Staging -m other.yml --preview 12'
    expect(read({ command })).toMatchObject({
      command: { kind: 'deploy', name: 'update project' },
      dryRun: true,
      configuration: 'Staging',
      configFile: 'other.yml',
      preview: 12,
    })
  })

  test('gives way to the inputs, but for a dry run, which either may ask for', () => {
    const inputs = {
      configuration: 'Production',
      'config-file': 'mine.yml',
      preview: '7',
      'dry-run': 'false',
    }
    const command = 'update project --dry-run -n Staging -m other.yml --preview 12'
    expect(read({ ...inputs, command })).toMatchObject({
      dryRun: true,
      configuration: 'Production',
      configFile: 'mine.yml',
      preview: 7,
    })
  })
})

describe('GitHub', () => {
  test('is where the job says, or else github.com', () => {
    expect(read()).toMatchObject({ apiUrl: 'https://api.github.com', serverUrl: 'https://github.com' })
    const env = {
      GITHUB_API_URL: 'https://ghes.example/api/v3',
      GITHUB_SERVER_URL: 'https://ghes.example',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '17',
    }
    expect(read({}, env)).toMatchObject({
      apiUrl: 'https://ghes.example/api/v3',
      serverUrl: 'https://ghes.example',
      runUrl: 'https://ghes.example/acme/shop/actions/runs/17',
    })
  })

  test('is asked with the tokens of the inputs', () => {
    const inputs = { token: 'ghs_x', 'deploy-key-token': 'github_pat_x' }
    expect(read(inputs)).toMatchObject({ token: 'ghs_x', deployKeyToken: 'github_pat_x' })
  })
})

describe('lock-timeout', () => {
  test.each([
    ['', 1800],
    ['0', 0],
    [' 45 ', 45],
    ['99999', 99_999],
  ])('takes %j', (text, seconds) => {
    expect(read({ 'lock-timeout': text }).lockSeconds).toBe(seconds)
  })

  test.each(['-1', '1.5', '5m', '100000', '1e3'])('refuses %j', (text) => {
    expect(() => read({ 'lock-timeout': text })).toThrow(Failure)
    expect(() => read({ 'lock-timeout': text })).toThrow(`"${text}" is no number of seconds`)
  })
})

describe('the trigger', () => {
  test.each([
    ['push', 'refs/heads/feature/x', 'feature/x', 'branch', { type: 'branch', name: 'feature/x' }],
    ['push', 'refs/tags/v1', 'v1', 'tag', { type: 'tag', name: 'v1' }],
    ['workflow_dispatch', 'refs/heads/main', 'main', 'branch', { type: 'branch', name: 'main' }],
    ['delete', 'refs/heads/main', 'main', 'branch', { type: 'branch', name: 'main' }],
    ['pull_request', 'refs/pull/5/merge', '5/merge', 'branch', undefined],
    ['pull_request_target', 'refs/heads/main', 'main', 'branch', undefined],
    ['pull_request_review', 'refs/pull/5/merge', '5/merge', 'branch', undefined],
    ['schedule', '', '', '', undefined],
  ])('of a %s for %s', (event, ref, name, type, expected) => {
    const env = { GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_REF_NAME: name, GITHUB_REF_TYPE: type }
    expect(read({}, env).trigger).toMatchObject({ event, ref: expected })
  })

  test('outside of GitHub has no event, whatever file is named', () => {
    expect(read({}, { GITHUB_EVENT_PATH: '/there/is/none' }).trigger).toEqual({ event: '', ref: undefined })
  })

  describe('and its payload', () => {
    let folder: string
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'event-'))
    })
    afterAll(() => rm(folder, { recursive: true, force: true }))

    const trigger = async (event: string, payload: string) => {
      const path = join(folder, 'event.json')
      await writeFile(path, payload)
      return read({}, { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path }).trigger
    }

    test('say what happened', async () => {
      expect(await trigger('delete', '{"ref":"feature/x","ref_type":"branch"}')).toMatchObject({
        happened: { kind: 'ref-deleted', ref: { type: 'branch', name: 'feature/x' } },
      })
    })

    test('give a release its tag', async () => {
      expect(await trigger('release', '{"action":"published","release":{"tag_name":"v2"}}')).toMatchObject({
        ref: { type: 'tag', name: 'v2' },
      })
    })

    test.each(['', '{', 'nonsense'])('that is no JSON is told: %j', async (payload) => {
      const error = await trigger('push', payload).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(Failure)
      expect(error).toMatchObject({
        message: 'What GitHub tells of the event could not be read',
        details: { where: join(folder, 'event.json') },
      })
    })

    test('that is not there is told', () => {
      const env = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: join(folder, 'none.json') }
      expect(() => read({}, env)).toThrow('What GitHub tells of the event could not be read')
    })
  })
})

describe('the run', () => {
  const env = {
    GITHUB_RUN_ID: '17',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.com',
  }

  test('has GitHub’s number and a page', () => {
    expect(read({}, env)).toMatchObject({
      run: { id: 17, attempt: 2 },
      runUrl: 'https://github.com/acme/shop/actions/runs/17',
    })
  })

  test('has neither in act, which calls each run number 1: no run of GitHub’s overtakes it', () => {
    expect(read({}, { ...env, ACT: 'true' })).toMatchObject({ run: undefined, runUrl: '' })
  })
})

test('what the runner gives to the action alone is no secret that a deployment file could name', () => {
  const own = { ACTIONS_RUNTIME_TOKEN: 'a', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'b', INPUT_TOKEN: 'c' }
  const { env, token } = read({ token: 'c' }, { ...own, SECRET_KEY: 'd', ACTIONS_DEPLOY_KEY: 'e' })
  expect(env).toEqual({ SECRET_KEY: 'd', ACTIONS_DEPLOY_KEY: 'e' })
  expect(token).toBe('c')
})
