import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Plan } from '../../src/commands/plan.ts'
import type { ActionResult } from '../world/runner.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type DeployOptions, newSite, type Site, secretKey } from './harness.ts'
import { telling } from './plan/telling.ts'
import { until } from './until.ts'

/**
 * A plan, from a bare server on: it changes nothing, and what it names is what the command then does. And what GitHub is
 * told of the runs on a server that is as it should be.
 */

let site: Site
beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13) })
})
afterAll(() => site?.[Symbol.asyncDispose]())

/** What the server has of ours, and what it has of Docker's. */
const state = ({ server } = site) =>
  server.must(`
    find /var/lib/jetee -printf '%p %y %m %u:%g %T@ %l\\n' 2>&1 | sort
    find /var/lib/jetee/projects /var/lib/jetee/nginx -type f 2>/dev/null | sort | xargs -r sha256sum
    dpkg-query -W; ls -A /etc /var/lib /opt /root
    if command -v docker; then
      docker ps -a --no-trunc --format '{{.ID}} {{.Names}} {{.State}}' | sort
      docker volume ls -q | sort; docker network ls -q --no-trunc | sort; docker images -q --no-trunc | sort
    fi`)

/** Runs a plan, sees to it that nothing was changed by it, and gives what it says. */
const planned = async (options: DeployOptions = { command: 'plan' }, on = site) => {
  const before = await state(on)
  const result = await on.mustDeploy(options)
  expect(await state(on)).toBe(before)
  expect(result.outputs.changed).toBe('false')
  return { result, plan: JSON.parse(result.outputs.plan ?? '') as Plan }
}

/** The titles of the steps that a run has done, as its summary lists them. */
const done = ({ summary }: ActionResult): readonly string[] =>
  [...summary.matchAll(/^\| ✅ (.*?) \|/gm)].map(([, title = '']) => title).sort()

const titles = ({ changes }: Plan): readonly string[] => changes.map(({ title }) => title).sort()

const fields = (plan: Plan, step: string): readonly string[] =>
  (plan.changes.find((change) => change.step === step)?.fields ?? []).map(
    ({ name, old, new: now }) => `${name}: ${old ?? '–'} → ${now ?? '–'}`,
  )

const changed = {
  'site.max_body_size': '1g',
  'site.headers': { 'X-Robots-Tag': 'noindex; "$host"' },
  'primary_service.project.env_variables': { LOG_LEVEL: 'debug' },
  'primary_service.project.processes': [
    { uwsgi: { wsgi_file: 'project/wsgi.py' } },
    { custom: { name: 'worker', command: 'python worker.py' } },
    { custom: { name: 'idler', command: 'sleep 1000000' } },
  ],
  secondary_services: ['postgresql', { redis: { memory: '256m', env_variables: { TZ: 'UTC' } } }],
}
const secrets = { SECRET_KEY: `another-${secretKey}` }

test('of a bare server names everything, and makes not even a folder', async () => {
  await using bare = await newSite()
  const { plan, result } = await planned({ command: 'plan' }, bare)
  expect(await bare.server.run('test -e /var/lib/jetee')).toMatchObject({ code: 1 })
  expect(await bare.server.run('command -v docker')).toMatchObject({ stdout: '' })
  expect(plan).toMatchObject({ command: 'build all', project: 'guestbook', lockHolder: null })
  expect(fields(plan, 'service postgresql')).toContain('image: – → postgres:17')
  expect(result.summary).toContain('| **Install Docker** (the server has no Docker) | | | |')
})

test('of a server that has but Docker names what its first build then does', async () => {
  const { plan } = await planned()
  expect(await site.server.run('test -e /var/lib/jetee')).toMatchObject({ code: 1 })
  expect(done(await site.mustDeploy())).toEqual(titles(plan))
})

test('says that there is nothing to do where everything is as it should be', async () => {
  const { plan, result } = await planned()
  expect(plan.changes).toEqual([])
  expect(result.log).toContain('there is nothing to do on root@')
})

test('names each field that a change of the file, of a secret and of the commit would change', async () => {
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "2"\n' })
  await site.configure(changed)
  const { plan, result } = await planned({ command: 'plan', env: secrets })
  expect(plan.changes.map(({ step }) => step)).toEqual([
    ...['service redis', 'site', 'image', 'start', 'switch'],
    'entrance',
  ])
  expect(fields(plan, 'service redis').slice(0, 2)).toEqual(['env TZ: – → UTC', 'memory: – → 256m'])
  expect(fields(plan, 'site')).toEqual([
    'max_body_size: 100m → 1g',
    'header X-Robots-Tag: – → noindex; "$host"',
  ])
  expect(fields(plan, 'image').slice(1)).toEqual([
    'env LOG_LEVEL: – → debug',
    'env SECRET_KEY: *** → *** (another one)',
    'process idler: – → sleep 1000000',
  ])
  expect(fields(plan, 'image')[0]).toMatch(/^commit: [0-9a-f]{12} .+ → [0-9a-f]{12} .+$/)
  for (const text of [result.log, result.summary, JSON.stringify(result.outputs)])
    expect(text).not.toContain(secrets.SECRET_KEY)
})

test('of another command, by dry-run, names the steps of that command', async () => {
  const { plan } = await planned({
    command: 'update project',
    inputs: { 'dry-run': 'true' },
    env: secrets,
  })
  expect(plan.command).toBe('update project')
  expect(plan.changes.map(({ step }) => step)).toEqual([...['image', 'start', 'switch'], 'entrance'])
})

test('waits for nobody, and says who holds the lock', async () => {
  const { server } = site
  const holder = 'https://github.com/octo-org/octo-repo/actions/runs/77'
  await server.must(`printf 'token\\n%s\\n' ${holder} >/var/lib/jetee/locks/guestbook.holder`)
  await server.must(
    'nohup flock /var/lib/jetee/locks/guestbook.lock sleep 600 >/dev/null 2>&1 & echo $! >/run/holder.pid',
  )
  await until(
    'somebody holds the lock',
    () => server.run('flock -n /var/lib/jetee/locks/guestbook.lock true'),
    ({ code }) => code !== 0,
  )
  const { plan, result } = await planned({ command: 'plan', env: secrets })
  expect(plan.lockHolder).toBe(holder)
  expect(result.log).toContain(`Another run holds the project’s lock (${holder})`)
  await server.must('pkill -P "$(cat /run/holder.pid)"')
})

test('fails as the command would, before anything is changed', async () => {
  const before = await state()
  const result = await site.deploy({
    command: 'plan',
    env: secrets,
    github: { repository: 'octo-org/diary' },
  })
  expect(result.exitCode).toBe(1)
  expect(result.annotations[0]?.message).toContain('The project name guestbook is taken on this server')
  expect(await state()).toBe(before)
})

test('names exactly the steps that the command does after it; then nothing is left', async () => {
  const { plan } = await planned({ command: 'plan', env: secrets })
  const built = await site.mustDeploy({ env: secrets })
  expect(done(built)).toEqual(titles(plan))
  expect((await planned({ command: 'plan', env: secrets })).plan.changes).toEqual([])
  const answer = await fetch(site.url)
  expect(answer.headers.get('x-robots-tag')).toBe('noindex; "$host"')
})

telling(() => site, secrets)
