import { afterAll, beforeAll, expect, test } from 'vitest'
import { git } from '../world/checkout.ts'
import type { Delivery } from '../world/github/delivery.ts'
import { type FakeGithub, startGithub } from '../world/github/github.ts'
import type { FakeRepository } from '../world/github/repository.ts'
import type { ActionResult } from '../world/runner.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type DeployOptions, newSite, type Site, secretKey } from './harness.ts'
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

/** How the action is run by a schedule, or by hand. */
const by = (command: string): DeployOptions => ({
  command,
  token,
  github: { event_name: 'schedule', run_id: String(++run) },
})

const version = (text: string) => ({ 'guestbook/version.py': `VERSION = "${text}"\n` })

beforeAll(async () => {
  github = await startGithub()
  site = await newSite({ from: await dockerSnapshot(13), env, at: { github } })
  const { origin } = site
  const file = await git(origin.folder, 'show', 'main:deployment.yml')
  await origin.commit({
    'deployment.yml': `${file}\npreviews:\n  password: none\n  expires_after: 2d\n`,
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

const succeeded = ({ exitCode, log }: ActionResult) => expect(exitCode, log).toBe(0)

const hostOf = ({ outputs }: ActionResult): string => new URL(outputs.url ?? '').host

let first: string
let second: string

test('two pull requests and the staging site are deployed at the same time, each as it is at its head', async () => {
  const { origin } = site
  await origin.commit(version('one'), { branch: 'feature/one' })
  await origin.commit(version('two'), { branch: 'feature-one' })
  const one = await repository.openPull({ branch: 'feature/one' })
  const two = await repository.openPull({ branch: 'feature-one' })
  await origin.commit(version('staging'))
  const begun = performance.now()
  const [staging, previewOne, previewTwo] = await Promise.all([
    site.deploy(),
    site.deploy(on(one)),
    site.deploy(on(two)),
  ])
  for (const result of [staging, previewOne, previewTwo]) succeeded(result)
  console.log('three at once', performance.now() - begun, previewOne.durationMs, previewTwo.durationMs)
  first = hostOf(previewOne)
  second = hostOf(previewTwo)
  expect(first).toMatch(/\.sslip\.io$/)
  expect(await status(site.url)).toMatchObject({ version: 'staging' })
  expect(await status(site.url, first)).toMatchObject({ version: 'one' })
  expect(await status(site.url, second)).toMatchObject({ version: 'two' })
  for (const project of ['guestbook-pr-1', 'guestbook-pr-2'])
    expect(await names(project)).toEqual(
      ['app', 'app-1', 'postgresql', 'redis'].map((part) => `${project}-${part}`),
    )
})

test('none of them sees another one’s database, nor its passwords', async () => {
  const { server } = site
  const projects = ['guestbook', 'guestbook-pr-1', 'guestbook-pr-2']
  const app = async (project: string) =>
    (await names(project)).find((name) => /-app-\d+$/.test(name)) ?? 'no container'
  const addressOf = (project: string) =>
    server.must(
      `docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' ${project}-postgresql`,
    )
  const check = async (own: string): Promise<void> => {
    const inside = await app(own)
    const reach = async (host: string) =>
      (
        await server.run(
          `docker exec ${inside} timeout 3 python3 -c 'import socket, sys; socket.create_connection((sys.argv[1], 5432), 2)' ${host}`,
        )
      ).code === 0
    const others = projects.filter((name) => name !== own)
    expect(await reach(`${own}-postgresql`)).toBe(true)
    const tried = others.flatMap((other) => [`${other}-postgresql`, addressOf(other)])
    const reached = await Promise.all(tried.map(async (host) => reach(await host)))
    expect(reached, own).toEqual(tried.map(() => false))
    const variables = await server.must(`docker exec ${inside} sh -c 'cat /proc/1/environ' | tr '\\0' '\\n'`)
    for (const other of others) {
      const secrets = await server.must(`cat /var/lib/jetee/projects/${other}/passwords/*`)
      for (const secret of secrets.split('\n')) expect(variables).not.toContain(secret)
    }
  }
  await Promise.all(projects.map(check))
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
  const missing = await site.deploy({ ...by('status'), inputs: { preview: '7' } })
  expect(missing.exitCode).toBe(1)
  expect(missing.log).toContain('There is no preview of pull request 7')
})

test('one that is closed while a deploy runs goes when that has ended, and an older run leaves it so', async () => {
  const waiting = on(await repository.pushToPull(2, version('too late')))
  const begun = Promise.withResolvers<void>()
  const pushed = await site.start({
    ...on(await repository.pushToPull(2, version('two again'))),
    onLine: (line) => void (/Build/.test(line) && begun.resolve()),
  })
  await Promise.race([begun.promise, pushed.done])
  const closed = await site.deploy(on(await repository.closePull(2)))
  succeeded(await pushed.done)
  succeeded(closed)
  expect(closed.log).toContain('Removed the preview of pull request 2')
  expect(await traces('guestbook-pr-2')).toBe('')
  const late = await site.deploy(waiting)
  succeeded(late)
  expect(late.log).toContain('Superseded: a newer run')
  expect(await names('guestbook-pr-2')).toEqual([])
  expect(await status(site.url)).toMatchObject({ version: 'staging' })
})

test('one that is reopened is up again, and `sync` removes it when its end was missed', async () => {
  const again = await site.deploy(on(await repository.reopenPull(2)))
  succeeded(again)
  console.log('reopened', again.durationMs)
  expect(again.durationMs).toBeLessThan(60_000)
  await repository.closePull(2)
  const blind = await site.deploy({ ...by('preview sync'), token: '' })
  expect(blind.exitCode).toBe(1)
  expect(blind.log).toContain('It is not known which pull requests are open')
  expect(await names('guestbook-pr-2')).not.toEqual([])
  const synced = await site.mustDeploy(by('preview sync'))
  expect(synced.log).toContain('its pull request is no longer open')
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
