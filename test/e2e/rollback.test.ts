import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTemplate } from '../../src/templates.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { newSite, type Site, secretKey } from './harness.ts'
import { fetchJson } from './json.ts'
import type { Process } from './shop/shop.ts'
import { until } from './until.ts'
import { sendVisitors, type Visitors } from './visitors.ts'
import { interruptAt, traces, untilQuiet } from './watch.ts'

/** Rolling back and starting anew, of a Django project with a worker and services, under the eyes of visitors. */

let site: Site
let visitors: Visitors

const secrets = (apiKey: string) => ({ SECRET_KEY: secretKey, API_KEY: apiKey })

/** What adds a table, in a migration. */
const voucher = `        migrations.CreateModel(
            name="Voucher",
            fields=[("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False))],
        ),
    ]
`

const migration = `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]
    operations = [
${voucher}`

/** The first migration and that one in a single one that stands for both. */
const squashed = (first: string) =>
  first
    .replace(
      '    initial',
      '    replaces = [("shop", "0001_initial"), ("shop", "0002_voucher")]\n    initial',
    )
    .replace(/^ {4}\]\n/m, voucher)

const worker = { django_celery_worker: { name: 'email', app: 'project', queues: ['email'], concurrency: 1 } }

const level = 'primary_service.project.env_variables.SHOP_EMPTY'
const before = 'primary_service.project.release_tasks.before_switch'

/** Three good releases, each with a value and a secret of its own, the third with a migration; then one that fails. */
beforeAll(async () => {
  site = await newSite({
    from: await dockerSnapshot(13),
    sample: 'shop',
    settings: {
      [level]: 'first',
      'primary_service.project.processes': ['django_gunicorn', worker],
    },
    env: secrets('key of the first'),
  })
  await site.mustDeploy()
  await site.configure({ [level]: 'second' })
  await site.mustDeploy({ command: 'update project', env: secrets('key of the second') })
  await site.origin.commit({ 'shop/migrations/0002_voucher.py': migration })
  await site.configure({ [level]: 'third' })
  await site.mustDeploy({ command: 'update project', env: secrets('key of the third') })
  visitors = sendVisitors(`${site.url}environment/web`)
  await site.configure({ [before]: ['false'] })
  const failed = await site.deploy({ command: 'update project' })
  expectFailure(failed, { what: 'The release task before-switch-1 failed' })
})
afterAll(async () => {
  await visitors?.stop()
  await site?.[Symbol.asyncDispose]()
})

/** What the web process and a worker of the release that is live find in their environment. */
const found = async () => {
  const values = async (path: string) => {
    const process = await until(
      path,
      () => fetchJson<Process>(`${site.url}environment/${path}`),
      (answer) => answer.values !== undefined,
    )
    return [process.values.SHOP_EMPTY, process.values.SHOP_API_KEY]
  }
  return { web: await values('web'), worker: await values('worker/email') }
}
const allOf = (name: string) => {
  const values = [name, `key of the ${name}`]
  return { web: values, worker: values }
}
const running = async () =>
  (await site.server.must("docker ps --format '{{.Names}}' | grep '^shop-app-' || true")).split('\n')

/** Rolls back without a secret in the step: the release has its own. */
const back = (words = '') => site.deploy({ command: `rollback ${words}`.trim(), env: {} })

/** Seconds of the parts of a run on the server until visitors reach its release, as its log tells them. */
const tellTimes = (log: string) =>
  console.log([...log.matchAll(/^ *[\d.]+ s +(\S.*, [\d.]+ s)$/gm)].map(([, line]) => line).join('\n'))

test('is refused while the database has migrations that the release does not know, and names them', async () => {
  const refused = await back()
  expectFailure(refused, {
    what: 'The database has migrations that release 2 does not know',
    says: [
      'shop.0002_voucher',
      'Release 3 still serves the site; nothing about it was changed.',
      'rollback 2 --despite-migrations',
    ],
  })
  expect(await found()).toEqual(allOf('third'))
  expect(await running()).toEqual(['shop-app-3'])
})

test('brings the last good release back when it is told to: image, settings and secrets', async () => {
  const result = await back('--despite-migrations')
  expect(result.exitCode, result.log).toBe(0)
  tellTimes(result.log)
  expect(result.outputs).toMatchObject({ release: '6', changed: 'true', url: site.url })
  expect(result.summary).toContain('**Release:** 6, a copy of release 2')
  expect(result.rawLog).toContain('::add-mask::key of the second')
  expect(await found()).toEqual(allOf('second'))
  expect(await running()).toEqual(['shop-app-6'])
})

test('a second time goes to the one before that, also when a first try is killed on its way', async () => {
  const { run } = await interruptAt(site, /start supervisor, /, ({ kill }) => kill(), {
    command: 'rollback --despite-migrations',
    env: {},
  })
  await run.done
  expect(await found()).toEqual(allOf('second'))
  const result = await back('--despite-migrations')
  expect(result.exitCode, result.log).toBe(0)
  expect(result.outputs.release).toBe('8')
  await untilQuiet(site.server)
  expect(await found()).toEqual(allOf('first'))
  expect(await running()).toEqual(['shop-app-8'])
  expect(await traces(site.server, 'shop')).not.toMatch(/(?::|\/)7$/m)
  const none = await back()
  expectFailure(none, { what: 'There is no release before release 8 to go back to' })
})

test('goes forward to a release by its commit, which knows all migrations', async () => {
  const record = await site.server.must('cat /var/lib/jetee/projects/shop/releases/3/release.json')
  const { commit } = JSON.parse(record) as { commit: string }
  const result = await back(commit.slice(0, 9))
  expect(result.outputs.release, result.log).toBe('9')
  tellTimes(result.log)
  expect(await found()).toEqual(allOf('third'))
  expectFailure(await back('3'), {
    what: 'Release 3 is live already',
    says: ['It is release 9, a copy of release 3.'],
  })
})

test('tells what it would do', async () => {
  const result = await site.deploy({ command: 'rollback 1', inputs: { 'dry-run': 'true' }, env: {} })
  expect(result.exitCode, result.log).toBe(0)
  expect(result.log).toMatch(/Would bring back release 1, commit [0-9a-f]{12}: .*, as release 10\./)
  expect(await running()).toEqual(['shop-app-9'])
})

test('restart starts the live release anew', async () => {
  const result = await site.deploy({ command: 'restart', env: {} })
  expect(result.outputs.release, result.log).toBe('10')
  tellTimes(result.log)
  expect(await found()).toEqual(allOf('third'))
  expect(await running()).toEqual(['shop-app-10'])
})

test('the newest commit is deployed again behind a rollback, and no visitor noticed any of it', async () => {
  const folder = join(import.meta.dirname, 'projects/shop/shop/migrations')
  await site.origin.commit({
    'shop/migrations/0001_initial.py': null,
    'shop/migrations/0002_voucher.py': null,
    'shop/migrations/0003_all.py': squashed(await readFile(join(folder, '0001_initial.py'), 'utf8')),
  })
  await site.configure({ [before]: ['true'], [level]: 'fourth', keep_releases: 2 })
  const result = await site.mustDeploy({ command: 'update project', env: secrets('key of the fourth') })
  expect(result.outputs).toMatchObject({ release: '11', changed: 'true' })
  expect(await found()).toEqual(allOf('fourth'))
  const answers = await visitors.stop()
  console.log('answers by status', answers)
  expect(Object.keys(answers)).toEqual(['200'])
})

test('a squashed migration stands for those that it replaces', async () => {
  const question = readTemplate('unknown-migrations.py')
  const text = Buffer.from(question).toString('base64')
  const answer = await site.server.must(
    `docker exec --user app --workdir /app shop-app-11 python manage.py shell -v 0 -c "$(echo ${text} | base64 -d)"`,
  )
  expect(answer).toBe('')
})

test('to a release that was removed, or never was, says which there are', async () => {
  const pruned = await back('2')
  expectFailure(pruned, {
    what: 'Release 2 is not kept on the server',
    says: ['or it was removed since', /These are kept:\s+(?:│ )?release 11, commit [0-9a-f]{12}/],
  })
  expectFailure(await back('99'), {
    what: 'Release 99 is not kept on the server',
    says: ['There was none of this number yet.'],
  })
  expectFailure(await back('v9.9'), { what: 'There is no release, commit or tag "v9.9"' })
})

test('restart of a worker and a service leaves all else as it is', async () => {
  const pids = async () =>
    Object.fromEntries(
      (await site.server.must('docker exec shop-app-11 supervisorctl -c /etc/jetee/supervisord.conf status'))
        .split('\n')
        .map((line) => line.split(/\s+/))
        .map(([name = '', , , pid = '']) => [name, pid]),
    )
  const started = () =>
    site.server.must("docker inspect -f '{{.State.StartedAt}}' shop-redis shop-postgresql")
  const [pidsBefore, startedBefore] = [await pids(), (await started()).split('\n')]
  const result = await site.deploy({ command: 'restart email redis', env: {} })
  expect(result.exitCode, result.log).toBe(0)
  expect(result.log).toContain('Restarted email, redis')
  const [pidsAfter, startedAfter] = [await pids(), (await started()).split('\n')]
  expect(Object.keys(pidsAfter).filter((name) => pidsAfter[name] !== pidsBefore[name])).toEqual(['email'])
  expect(startedAfter[0]).not.toBe(startedBefore[0])
  expect(startedAfter[1]).toBe(startedBefore[1])
  const celery = '/app/project/celery'
  await site.server.must(`docker exec shop-app-11 mv ${celery}.py ${celery}.off`)
  expectFailure(await site.deploy({ command: 'restart email', env: {} }), {
    what: 'email does not run again',
    says: [/supervisor says: email (?:BACKOFF|STARTING|EXITED)/, 'Release 11 is live as before'],
  })
  await site.server.must(`docker exec shop-app-11 mv ${celery}.off ${celery}.py`)
  expect((await site.deploy({ command: 'restart email', env: {} })).exitCode).toBe(0)
  expectFailure(await site.deploy({ command: 'restart emial', env: {} }), {
    what: 'There is no helper or service "emial"',
    says: ['Did you mean `email`?'],
  })
})
