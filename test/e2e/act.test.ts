import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { type ActOptions, act, whyNoAct } from '../world/act.ts'
import { checkout, git, newRepository, type Repository } from '../world/checkout.ts'
import { asTarget, type Delivery } from '../world/github/delivery.ts'
import { startGithub } from '../world/github/github.ts'
import { type KeyPair, newKeyPair } from '../world/keys.ts'
import { type Server, startServer } from '../world/server.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { secretKey } from './harness.ts'
import { ask } from './visitors.ts'

/**
 * The workflows for users, run by nektos/act from a clean checkout, with the action of that checkout (`uses: ./`). The
 * repository is this one, with a small site on top. act does what GitHub does: it reads the workflow, evaluates its
 * expressions, gives inputs and secrets, runs main and post. In place of actions/checkout it copies the folder.
 */

const root = join(import.meta.dirname, '../..')
const why = await whyNoAct()
const workflows = ['push', 'manual', 'scheduled', 'rollback', 'previews', 'previews-sync']

let origin: Repository
let server: Server
let key: KeyPair

/** A folder with the files that a commit of this repository would have now. */
const copyOfRepository = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'jetee-act-origin-'))
  const listed = await git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard')
  const files = listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)))
  await Promise.all(files.map((file) => cp(join(root, file), join(folder, file), { recursive: true })))
  return folder
}

/** A small site of its own, as what the action does on a server is for other tests: an image that is soon built. */
const app = (host: string): Readonly<Record<string, string>> => ({
  'deployment.yml': stringify({
    configurations: {
      Staging: {
        project_name: 'page',
        hostname: host,
        server_names: [host],
        primary_service: { project: { type: 'dockerfile', port: 80, secrets: ['SECRET_KEY'] } },
        secondary_services: ['redis'],
      },
    },
    previews: { server_names: ['pr-{number}.example.com'], password: 'none' },
  }),
  Dockerfile: 'FROM nginx:1.30\nCOPY page.html /usr/share/nginx/html/index.html\n',
  'page.html': 'the first page\n',
})

/** The examples at their place, with the action of the checkout, and without the line that act does not know yet. */
const examples = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await Promise.all(
      workflows.map(async (name) => {
        const text = await readFile(join(root, `examples/workflows/${name}.yml`), 'utf8')
        expect(text).toContain('uses: jetee/deploy@v1')
        return [`.github/workflows/${name}.yml`, forAct(text)]
      }),
    ),
  )

const forAct = (text: string): string =>
  text.replaceAll('uses: jetee/deploy@v1', 'uses: ./').replace(/^ {2}queue: max\n/m, '')

beforeAll(async () => {
  if (why !== undefined) return
  key = await newKeyPair()
  server = await startServer({ debian: 13, from: await dockerSnapshot(13), authorizedKeys: [key.publicKey] })
  const folder = await copyOfRepository()
  origin = await newRepository(folder, { ...app(server.host), ...(await examples()) })
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
  given: ActOptions['given'],
  { secrets, env = {} }: Partial<ActOptions> = {},
): Promise<string> => {
  await using workspace = await checkout({ origin, remoteUrl: 'https://github.com/octo-org/octo-repo.git' })
  const { code, stdout, stderr } = await act({
    folder: workspace.folder,
    workflow: `.github/workflows/${workflow}.yml`,
    event,
    given,
    secrets: {
      SSH_PRIVATE_KEY: key.privateKey,
      SSH_KNOWN_HOSTS: server.hostKeys.join('\n'),
      SECRET_KEY: secretKey,
      ...secrets,
    },
    env,
  })
  if (code !== 0) throw new Error(`act ${event} ended with ${code}:\n${stdout}${stderr}`)
  for (const secret of [secretKey, await password()]) expect(stderr + stdout).not.toContain(secret)
  return stdout
}

/** The password of Redis, which the first run makes. */
const password = (): Promise<string> => server.must('cat /var/lib/jetee/projects/page/passwords/redis')

/** What visitors get. */
const page = async (host = server.host): Promise<string> => (await ask(`http://${server.host}/`, host)).body

describe('with act', () => {
  test('push.yml deploys the branch', async ({ skip }) => {
    skip(why !== undefined, why)
    const log = await runs('push', 'push', { payload: { ref: 'refs/heads/main' } })
    expect(log).toContain(`Site: http://${server.host}/`)
    expect(await page()).toBe('the first page\n')
  })

  test('push.yml checks the file for a pull request', async ({ skip }) => {
    skip(why !== undefined, why)
    expect(await runs('push', 'pull_request', { payload: {} })).toContain('check of Staging')
  })

  test('manual.yml does what is chosen', async ({ skip }) => {
    skip(why !== undefined, why)
    const inputs = { command: 'update project', configuration: 'Staging', 'dry-run': 'true' }
    const log = await runs('manual', 'workflow_dispatch', { inputs })
    expect(log).toContain('Plan of `update project` for page (Staging): there is nothing to do')
  })

  test('scheduled.yml deploys the default branch', async ({ skip }) => {
    skip(why !== undefined, why)
    await origin.commit({ 'page.html': 'the second page\n' })
    await runs('scheduled', 'schedule', { payload: { repository: { default_branch: 'main' } } })
    expect(await page()).toBe('the second page\n')
  })

  test('rollback.yml goes back to the release before', async ({ skip }) => {
    skip(why !== undefined, why)
    const inputs = {
      configuration: 'Staging',
      release: '',
      'despite-migrations': 'false',
      'dry-run': 'false',
    }
    await runs('rollback', 'workflow_dispatch', { inputs })
    expect(await page()).toBe('the first page\n')
  })

  test('previews.yml brings a preview and takes it down, and previews-sync.yml those that were left', async ({
    skip,
  }) => {
    skip(why !== undefined, why)
    await using github = await startGithub()
    const repository = github.addRepository('octo-org/octo-repo', origin)
    await origin.commit({ 'page.html': 'the page of the pull request\n' }, { branch: 'feature' })
    const permissions = { contents: 'read', deployments: 'write', 'pull-requests': 'write' } as const
    const there = {
      secrets: { GITHUB_TOKEN: github.token(permissions) },
      env: { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl },
    }
    const happens = (delivery: Delivery) => {
      const { name, payload } = asTarget(delivery)
      return runs('previews', name, { payload }, there)
    }

    await happens(await repository.openPull({ branch: 'feature' }))
    expect(await page('pr-1.example.com')).toBe('the page of the pull request\n')

    const closed = await repository.closePull(1)
    await runs('previews-sync', 'schedule', { payload: {} }, there)
    expect((await ask(`http://${server.host}/`, 'pr-1.example.com')).status).toBe(404)
    expect(await happens(closed)).toContain('Job succeeded')
    expect(await page()).toBe('the first page\n')
  })
})
