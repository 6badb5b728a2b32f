import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { type ActOptions, act, whyNoAct } from '../world/act.ts'
import { checkout, git, newRepository, type Repository } from '../world/checkout.ts'
import { type KeyPair, newKeyPair } from '../world/keys.ts'
import { type Server, startServer } from '../world/server.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { secretKey } from './harness.ts'

/**
 * The workflows for users, run by nektos/act from a clean checkout, with the action of that checkout (`uses: ./`). The
 * repository is this one, with the sample app on top. act does what GitHub does: it reads the workflow, evaluates its
 * expressions, gives inputs and secrets, runs main and post. In place of actions/checkout it copies the folder.
 */

const root = join(import.meta.dirname, '../..')
const sample = join(root, 'examples/django')
const why = await whyNoAct()
const workflows = ['push', 'manual', 'scheduled', 'rollback']

let origin: Repository
let server: Server
let key: KeyPair

/** A folder with the files that a commit of this repository would have now, and the sample app. */
const repositoryWithApp = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'jetee-act-origin-'))
  const listed = await git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard')
  const files = listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)))
  await Promise.all(files.map((file) => cp(join(root, file), join(folder, file), { recursive: true })))
  await cp(sample, folder, { recursive: true, filter: (path) => basename(path) !== 'README.md' })
  return folder
}

/** The examples at their place, with the action of the checkout. */
const examples = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await Promise.all(
      workflows.map(async (name) => {
        const text = await readFile(join(root, `examples/workflows/${name}.yml`), 'utf8')
        expect(text).toContain('uses: jetee/deploy@v1')
        return [`.github/workflows/${name}.yml`, text.replaceAll('uses: jetee/deploy@v1', 'uses: ./')]
      }),
    ),
  )

beforeAll(async () => {
  if (why !== undefined) return
  key = await newKeyPair()
  server = await startServer({ debian: 13, from: await dockerSnapshot(13), authorizedKeys: [key.publicKey] })
  const file = parseDocument(await readFile(join(sample, 'deployment.yml'), 'utf8'))
  file.setIn(['configurations', 'Staging', 'hostname'], server.host)
  file.setIn(['configurations', 'Staging', 'server_names'], [server.host])
  const folder = await repositoryWithApp()
  origin = await newRepository(folder, { 'deployment.yml': file.toString(), ...(await examples()) })
  await rm(folder, { recursive: true, force: true })
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await origin?.[Symbol.asyncDispose]()
})

/** Runs a workflow on a clean checkout of the last commit, and gives its log. */
const runs = async (
  workflow: string,
  event: string,
  payload: object = {},
  options: Partial<ActOptions> = {},
): Promise<string> => {
  await using workspace = await checkout({ origin, remoteUrl: 'https://github.com/octo-org/octo-repo.git' })
  const { code, stdout, stderr } = await act({
    folder: workspace.folder,
    workflow: `.github/workflows/${workflow}.yml`,
    event,
    payload: { repository: { default_branch: 'main' }, ...payload },
    secrets: {
      SSH_PRIVATE_KEY: key.privateKey,
      SSH_KNOWN_HOSTS: server.hostKeys.join('\n'),
      SECRET_KEY: secretKey,
    },
    ...options,
  })
  for (const secret of [secretKey, await password()]) expect(stderr + stdout).not.toContain(secret)
  if (code !== 0) throw new Error(`act ${event} ended with ${code}:\n${stdout}${stderr}`)
  return stdout
}

/** The database's password, which the first run makes. */
const password = (): Promise<string> =>
  server.must('cat /var/lib/jetee/projects/guestbook/passwords/postgresql')

/** Number of the release that visitors reach. */
const live = async (): Promise<string> =>
  basename(await server.must('readlink /var/lib/jetee/www/guestbook/current'))

describe('with act', () => {
  test('push.yml deploys the branch', async ({ skip }) => {
    skip(why !== undefined, why)
    const log = await runs('push', 'push', { ref: 'refs/heads/main' })
    expect(log).toContain(`Site: http://${server.host}/`)
    expect((await fetch(`http://${server.host}/health/`)).status).toBe(200)
    expect(await live()).toBe('1')
  })

  test('push.yml checks the file for a pull request', async ({ skip }) => {
    skip(why !== undefined, why)
    expect(await runs('push', 'pull_request')).toMatch(/check of Staging/)
  })

  test('manual.yml does what is chosen', async ({ skip }) => {
    skip(why !== undefined, why)
    const inputs = { command: 'update project', configuration: 'Staging', 'dry-run': 'true' }
    const log = await runs('manual', 'workflow_dispatch', { inputs })
    expect(log).toContain('update project')
    expect(log).toContain('there is nothing to do')
    expect(await live()).toBe('1')
  })

  test('scheduled.yml deploys the default branch', async ({ skip }) => {
    skip(why !== undefined, why)
    await origin.commit({ 'guestbook/static/guestbook/night.css': 'body { color: navy }\n' })
    await runs('scheduled', 'schedule')
    expect(await live()).toBe('2')
  })

  test('rollback.yml goes back to the release that is named', async ({ skip }) => {
    skip(why !== undefined, why)
    const inputs = {
      configuration: 'Staging',
      release: '1',
      'despite-migrations': 'false',
      'dry-run': 'false',
    }
    await runs('rollback', 'workflow_dispatch', { inputs })
    expect(await live()).toBe('3')
    const { copyOf } = JSON.parse(
      await server.must('cat /var/lib/jetee/projects/guestbook/releases/3/release.json'),
    )
    expect(copyOf).toBe(1)
  })
})
