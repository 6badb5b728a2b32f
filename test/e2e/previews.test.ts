import { get, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { git } from '../world/checkout.ts'
import { asTarget, type Delivery } from '../world/github/delivery.ts'
import { type FakeGithub, startGithub } from '../world/github/github.ts'
import type { FakeRepository } from '../world/github/repository.ts'
import type { ActionResult } from '../world/runner.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type DeployOptions, newSite, type Site, secretKey } from './harness.ts'
import { keptSecrets, leaks } from './leaks.ts'
import { reached, reachesAll, type Target } from './probe.ts'
import { until } from './until.ts'
import { ask, status } from './visitors.ts'

/** Pull requests have previews beside the staging site, on one server. */

const password = 'a-password-for-previews'

let site: Site
let github: FakeGithub
let repository: FakeRepository
let token: string
/** Number of the last run of a workflow; a later one has a higher number. */
let run = 1000

const env = { SECRET_KEY: secretKey, PREVIEW_PASSWORD: password }

/** How the action is run for an event, by a run of its own. */
const on = (event: Delivery): DeployOptions => ({
  event,
  token,
  github: { run_id: String(++run) },
})

/** The same by `pull_request_target`, which also comes for a pull request with conflicts. */
const onTarget = (event: Delivery): DeployOptions => on(asTarget(event))

/** How the action is run by a schedule, or by hand. */
const by = (command: string): DeployOptions => ({
  command,
  token,
  github: { event_name: 'schedule', run_id: String(++run) },
})

const version = (name: string) => ({ 'guestbook/version.py': `VERSION = "${name}"\n` })

beforeAll(async () => {
  github = await startGithub()
  site = await newSite({ from: await dockerSnapshot(13), env, at: { github } })
  const { origin } = site
  const file = await git(origin.folder, 'show', 'main:deployment.yml')
  await origin.commit({
    'deployment.yml': `${file}\npreviews:\n  expires_after: 2d\n  seed: [python manage.py check]\n`,
  })
  if (!site.repository) throw new Error('The project stands at no GitHub')
  repository = site.repository
  token = github.token({ contents: 'read', deployments: 'write', 'pull-requests': 'write', issues: 'write' })
  await site.mustDeploy()
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await github?.[Symbol.asyncDispose]()
})

/** Names of a project's containers on the server, less what all share. */
const names = async (project: string): Promise<readonly string[]> =>
  (await site.server.must(`docker ps --filter label=jetee.project=${project} --format '{{.Names}}' | sort`))
    .split('\n')
    .filter(Boolean)

/** Everything on the server that names a preview; locks and logs are nobody's. */
const traces = (project: string): Promise<string> =>
  site.server.must(
    `docker ps -a --filter label=jetee.project=${project} --format 'container {{.Names}}'
     docker images jetee/${project} --format 'image {{.Tag}}'
     docker network ls --filter label=jetee.project=${project} --format 'network {{.Name}}'
     docker volume ls --filter label=jetee.project=${project} --format 'volume {{.Name}}'
     cd /var/lib/jetee
     find . -path '*${project}*' ! -path './previews/gone/*' | sort`,
  )

/** The container of a project's live release. */
const app = async (project: string): Promise<string> =>
  (await names(project)).find((name) => /-app-\d+$/.test(name)) ?? 'no container'

const succeeded = ({ exitCode, log }: ActionResult) => expect(exitCode, log).toBe(0)

const hostOf = ({ outputs }: ActionResult): string => new URL(outputs.url ?? '').host

const login = `preview:${password}`

/** Asks a site for its status, as somebody who is logged in or as anybody. */
const visit = (host: string, user?: string) =>
  new Promise<Visit>((resolve, reject) => {
    const auth = user === undefined ? {} : { auth: user }
    const request = get(`${site.url}status/`, { headers: { host }, agent: false, timeout: 10_000, ...auth })
    request.on('error', reject)
    request.on('timeout', () => request.destroy(new Error('no answer within 10 s')))
    request.on('response', async (response) => {
      const body = await text(response).catch(() => '')
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
    })
  })

/** An answer of a site. */
interface Visit {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const versionAt = async (host: string): Promise<string> => {
  const { body } = await visit(host, login)
  return JSON.parse(body).version
}

/** What the first runs told: log, summary, outputs and annotations. */
const told: string[] = []
let first: string
let second: string

test('two pull requests and the staging site are deployed at the same time, each as it is at its head', async () => {
  const { origin } = site
  await origin.commit(version('one'), { branch: 'feature/one' })
  await origin.commit(version('two'), { branch: 'feature-one' })
  const one = await repository.openPull({ branch: 'feature/one' })
  const two = await repository.openPull({ branch: 'feature-one' })
  await origin.commit(version('staging'))
  const [staging, previewOne, previewTwo] = await Promise.all([
    site.deploy(),
    site.deploy(on(one)),
    site.deploy(on(two)),
  ])
  for (const result of [staging, previewOne, previewTwo]) {
    succeeded(result)
    told.push(JSON.stringify([result.log, result.summary, result.outputs, result.annotations]))
  }
  expect(staging.log).not.toContain('seed-1')
  for (const { log } of [previewOne, previewTwo]) expect(log).toContain('seed-1')
  first = hostOf(previewOne)
  second = hostOf(previewTwo)
  expect(first).toMatch(/\.sslip\.io$/)
  expect(await status(site.url)).toMatchObject({ version: 'staging' })
  expect(await versionAt(first)).toBe('one')
  expect(await versionAt(second)).toBe('two')
  for (const project of ['guestbook-pr-1', 'guestbook-pr-2'])
    expect(await names(project)).toEqual(
      ['app', 'app-1', 'postgresql', 'redis'].map((part) => `${project}-${part}`),
    )
})

test('none of them sees another one’s database, nor its passwords', async () => {
  const { server } = site
  const projects = ['guestbook', 'guestbook-pr-1', 'guestbook-pr-2']
  const addressOf = (project: string) =>
    server.must(
      `docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' ${project}-postgresql`,
    )
  const addresses = new Map<string, string>()
  for (const project of projects) addresses.set(project, await addressOf(project))
  for (const own of projects) {
    const inside = await app(own)
    const near: Target = `tcp ${own}-postgresql 5432`
    const others = projects.filter((name) => name !== own)
    const far = others.flatMap((other): readonly Target[] => [
      `tcp ${other}-postgresql 5432`,
      `tcp ${addresses.get(other)} 5432`,
    ])
    await reachesAll(server, inside, [near])
    expect(await reached(server, inside, far)).toEqual([])
    const variables = await server.must(`docker exec ${inside} sh -c 'cat /proc/1/environ' | tr '\\0' '\\n'`)
    for (const other of others) {
      const secrets = await server.must(`cat /var/lib/jetee/projects/${other}/passwords/*`)
      for (const secret of secrets.split('\n')) expect(variables).not.toContain(secret)
    }
  }
})

test('nothing that GitHub is told has a secret in it, nor one that was made on the server', async () => {
  const secrets = {
    password,
    secretKey,
    ...(await keptSecrets(site.server, 'guestbook-pr-1')),
    ...(await keptSecrets(site.server, 'guestbook')),
  }
  const places = {
    comments: JSON.stringify(repository.pulls.map(({ number }) => repository.comments(number))),
    deployments: JSON.stringify(repository.deployments),
    requests: JSON.stringify(github.calls),
    ...Object.fromEntries(told.map((text, index) => [`run ${index + 1}`, text])),
  }
  expect(places.comments).toContain('The preview is ready')
  expect(told).toHaveLength(3)
  expect(leaks(secrets, places)).toEqual([])
})

test('their sites ask for a password, and tell search engines to stay away', async () => {
  expect(await visit(first)).toMatchObject({ status: 401 })
  expect(await visit(first, 'preview:another one')).toMatchObject({ status: 401 })
  const { headers } = await visit(first, login)
  expect(headers['x-robots-tag']).toContain('noindex')
  expect((await visit(new URL(site.url).host)).headers['x-robots-tag']).toBeUndefined()
})

/** The cloud's address, on the server's own loopback: nginx answers there. */
const metadata: Target = 'tcp 169.254.169.254 80'
const expectNoMetadata = async () => {
  await site.server.must('ip address replace 169.254.169.254/32 dev lo')
  await reachesAll(site.server, await app('guestbook'), [metadata])
  expect(await reached(site.server, await app('guestbook-pr-1'), [metadata])).toEqual([])
  // A build reaches the server as ever, and nothing of the cloud's: nobody tells there whose it is.
  const gateway = await site.server.must(
    "docker network inspect bridge -f '{{(index .IPAM.Config 0).Gateway}}'",
  )
  const fetch = 'curl -s -o /dev/null -m'
  await site.server.must(
    `printf 'FROM nginx:1.30\\nRUN ${fetch} 30 http://${gateway}/ && ! ${fetch} 3 http://169.254.169.254/\\n' |
       DOCKER_BUILDKIT=1 docker build -q --no-cache -`,
  )
}

test('they do not reach the address at which a cloud tells its secrets, also after a reboot', async () => {
  await expectNoMetadata()
  await site.server.reboot()
  await until(
    'the preview is back',
    () => visit(first, login).catch(() => ({ status: 0 })),
    ({ status }) => status === 200,
    120,
  )
  await expectNoMetadata()
})

test('they are listed with their state, and looked at by their number', async () => {
  const list = await site.mustDeploy(by('preview list --json'))
  const json = list.log.slice(list.log.indexOf('['), list.log.lastIndexOf(']') + 1)
  const shown = JSON.parse(json.slice(json.indexOf('[\n')))
  expect(shown).toMatchObject([
    { number: 1, branch: 'feature/one', state: 'up', release: 1, isOpen: true, urls: [`http://${first}/`] },
    { number: 2, branch: 'feature-one', state: 'up', release: 1, isOpen: true },
  ])
  for (const { bytes } of shown) expect(bytes).toBeGreaterThan(1_000_000)
  const looked = await site.mustDeploy({ ...by('status --json'), inputs: { preview: '2' } })
  expect(looked.log).toContain('guestbook-pr-2')
  expect(looked.log).toContain('"healthy": true')
  const missing = await site.deploy({ ...by('status'), inputs: { preview: '7' } })
  expect(missing.exitCode).toBe(1)
  expect(missing.log).toContain('There is no preview of pull request 7')
})

test('one that is closed while a deploy runs goes when that has ended, and an older run leaves it so', async () => {
  const waiting = onTarget(await repository.pushToPull(2, version('too late')))
  const begun = Promise.withResolvers<void>()
  const pushed = await site.start({
    ...onTarget(await repository.pushToPull(2, version('two again'))),
    onLine: (line) => void (/Build/.test(line) && begun.resolve()),
  })
  await Promise.race([begun.promise, pushed.done])
  const closed = await site.deploy(onTarget(await repository.closePull(2)))
  const update = await pushed.done
  succeeded(update)
  expect(update.log).toContain('migrate')
  expect(update.log).not.toContain('seed-1')
  succeeded(closed)
  expect(closed.log).toContain('Removed the preview of pull request 2')
  expect(await traces('guestbook-pr-2')).toBe('')
  const late = await site.deploy(waiting)
  succeeded(late)
  expect(late.log).toContain('Superseded: a newer run')
  expect(await names('guestbook-pr-2')).toEqual([])
  // Nothing is left of one that never was, either.
  await repository.openPull({ branch: 'feature/one' })
  const never = await site.deploy(onTarget(await repository.closePull(3)))
  succeeded(never)
  expect(never.log).toContain('There is no preview of pull request 3')
  expect(await traces('guestbook-pr-3')).toBe('')
  expect(await status(site.url)).toMatchObject({ version: 'staging' })
})

test('one that is reopened is up again, and `sync` removes it when its end was missed', async () => {
  const again = await site.deploy(onTarget(await repository.reopenPull(2)))
  succeeded(again)
  expect(again.durationMs).toBeLessThan(60_000)
  const [deleted] = await repository.deleteBranch('feature-one')
  const would = await site.mustDeploy({ ...on(deleted), inputs: { 'dry-run': 'true' } })
  expect(would.log).toContain('Would remove the preview of pull request 2')
  const blind = await site.deploy({ ...by('preview sync'), token: '' })
  expect(blind.exitCode).toBe(1)
  expect(blind.log).toContain('It is not known which pull requests are open')
  expect(await names('guestbook-pr-2')).not.toEqual([])
  const synced = await site.mustDeploy(by('preview sync'))
  expect(synced.log).toContain('its pull request is no longer open')
  expect(synced.outputs).toMatchObject({ preview: '2', changed: 'true' })
  expect(await traces('guestbook-pr-2')).toBe('')
  expect(await names('guestbook-pr-1')).not.toEqual([])
  expect((await site.mustDeploy(by('preview sync'))).outputs.changed).toBe('false')
})

test('the server itself removes one whose time is over, once nobody is at work on it', async () => {
  const { server } = site
  const expire = () => server.must('systemctl start jetee-previews.service && echo done')
  expect(await server.must('systemctl is-active jetee-previews.timer')).toBe('active')
  await expire()
  expect(await names('guestbook-pr-1')).not.toEqual([])
  await server.must("touch -d '3 days ago' /var/lib/jetee/projects/guestbook-pr-1/sequence")
  await server.must(
    `setsid flock /var/lib/jetee/locks/guestbook-pr-1.lock sleep 300 >/dev/null 2>&1 & echo $! >/tmp/holder`,
  )
  await until(
    'somebody holds the lock',
    () => server.run('flock -n /var/lib/jetee/locks/guestbook-pr-1.lock true'),
    ({ code }) => code !== 0,
  )
  await expire()
  expect(await names('guestbook-pr-1')).not.toEqual([])
  await server.must('pkill -x sleep')
  await until(
    'the lock is free',
    () => server.run('flock -n /var/lib/jetee/locks/guestbook-pr-1.lock true'),
    ({ code }) => code === 0,
  )
  // Killed half-way, it goes on the next time.
  await server.must(
    `systemctl start --no-block jetee-previews.service
     while docker inspect guestbook-pr-1-app-1 >/dev/null 2>&1; do sleep 0.05; done
     systemctl kill --signal=KILL jetee-previews.service`,
  )
  expect(await traces('guestbook-pr-1')).not.toBe('')
  await expire()
  expect(await traces('guestbook-pr-1')).toBe('')
  expect((await ask(site.url, first)).status).toBe(404)
  expect(await status(site.url)).toMatchObject({ version: 'staging' })
  expect(await server.must('tail -n 1 /var/lib/jetee/log/audit.log')).toContain('"expired"')
  // With the last preview, what looks after them goes.
  expect((await server.run('systemctl cat jetee-previews.timer')).code).not.toBe(0)
  expect(await server.must('ls /var/lib/jetee/previews')).toBe('gone')
})
