import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPipIndex } from '../world/pip-index.ts'
import type { ActionResult } from '../world/runner.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type ExpectedFailure, expectFailure } from './failing.ts'
import { newSite, type Site } from './harness.ts'
import { ask, sendVisitors, status } from './visitors.ts'

/** A site that is live, and releases of it that cannot go live, one after the other. */

let site: Site
let first: string

/** Containers, images, files and links of the project: equal text means that nothing came, went or was made anew. */
const state = () =>
  site.server.must(
    `docker ps -a --no-trunc --format '{{.Names}} {{.ID}} {{.State}}' | sort
     docker images --no-trunc --format '{{.Repository}}:{{.Tag}} {{.ID}}' 'jetee/*' | sort
     cd /var/lib/jetee
     ls projects/guestbook/releases www/guestbook/r
     ls -A projects/guestbook/releases/*/mount
     readlink www/guestbook/current www/guestbook/previous || true`,
  )

/** The text of a file of the project, or null when there is none. */
const content = (path: string) => readFile(join(site.origin.folder, path), 'utf8').catch(() => null)

/** A file of the project with more behind it. */
const append = async (path: string, text: string) => ({ [path]: `${await content(path)}\n${text}` })

/** Commits changes, updates the project, and commits the files again as they were. */
const updateWith = async (changes: Readonly<Record<string, string>>): Promise<ActionResult> => {
  const before = await Promise.all(
    Object.keys(changes).map(async (path): Promise<[string, string | null]> => [path, await content(path)]),
  )
  await site.origin.commit(changes)
  try {
    return await site.deploy({ command: 'update project' })
  } finally {
    await site.origin.commit(Object.fromEntries(before))
  }
}

/**
 * Deploys a commit with these changes, which must fail as expected without any visitor noticing; all of it is gone
 * afterwards, and the server's own log tells of it. Returns the lines that the summary shows.
 */
const failsUnnoticed = async (
  changes: Readonly<Record<string, string>>,
  expected: ExpectedFailure,
): Promise<string> => {
  const before = await state()
  const visitors = sendVisitors(site.url)
  const result = await updateWith(changes)
  const answers = await visitors.stop()
  expectFailure(result, expected)
  expect(Object.keys(answers)).toEqual(['200'])
  expect(await state()).toBe(before)
  expect(await status(site.url)).toMatchObject({ workers: 1 })

  const last = JSON.parse(await site.server.must('tail -n 1 /var/lib/jetee/log/audit.log')) as object
  expect(last).toMatchObject({ outcome: 'failed', actor: 'octocat', project: 'guestbook' })
  const block = /```+text\n([\s\S]*?)\n```/.exec(result.summary)?.[1]?.split('\n') ?? []
  expect(block.length).toBeLessThanOrEqual(40)
  return block.join('\n')
}

const serves = 'Release 1 still serves the site; nothing about it was changed.'

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13) })
  await site.configure({ 'primary_service.project.health_check.deadline': 6 })
  first = await site.origin.head()
  await site.mustDeploy()
})
afterAll(() => site[Symbol.asyncDispose]())

test('a build that fails is shown by its last lines', async () => {
  await using index = await startPipIndex()
  const lines = [`--index-url ${index.url}`, `--trusted-host ${index.host}`, 'no-such-greeting==1.0']
  const output = await failsUnnoticed(
    { 'requirements.txt': `${lines.join('\n')}\n` },
    {
      what: 'The image of release 2 could not be built',
      says: [`root@${site.server.host}:22`, serves, 'Correct what the build complains about'],
    },
  )
  expect(output).toContain('No matching distribution found for no-such-greeting==1.0')
})

test('a migration that fails is shown by its last lines', async () => {
  const output = await failsUnnoticed(
    {
      'guestbook/migrations/0003_broken.py': `from django.db import migrations

for line in range(100):
    print(f"This is line {line}.")


class Migration(migrations.Migration):
    dependencies = [("guestbook", "0002_entry_worker_note")]
    operations = [migrations.RunSQL("SELECT nothing FROM nowhere")]
`,
    },
    {
      what: 'The release task migrate failed',
      says: [/release 3, commit [0-9a-f]{12}/, 'It ended with status 1.', serves],
    },
  )
  expect(output).toContain('relation "nowhere" does not exist')
  expect(output).not.toContain('This is line 1.')
})

describe('a web process that is not healthy', () => {
  const what = 'The web process never became healthy'

  test('is shown by the status and the body that it answers with, and its log', async () => {
    const changes = await append(
      'guestbook/views.py',
      `
def health(request):
    logger.error("The lamp is broken.")
    return HttpResponse("It is dark here.", status=503)
`,
    )
    const output = await failsUnnoticed(changes, {
      what,
      says: [/path \/health\//, 'It answered with status 503 where 200 to 399 is healthy.', serves],
    })
    expect(output).toContain('It is dark here.')
    expect(output).toContain('The lamp is broken.')
  })

  test('is shown by its log when the application cannot be imported', async () => {
    const changes = await append('project/wsgi.py', 'import nothing_of_this_name\n')
    const output = await failsUnnoticed(changes, { what, says: ['or stopped. Its log is below.', serves] })
    expect(output).toContain("No module named 'nothing_of_this_name'")
  })

  test('is given up at its deadline when it says nothing at all', async () => {
    const changes = await append('project/wsgi.py', 'import time\n\nprint("I sleep.")\ntime.sleep(3600)\n')
    const begun = performance.now()
    const output = await failsUnnoticed(changes, {
      what,
      says: ['It did not answer within 6 s, or stopped.', serves],
    })
    expect(output).toContain('I sleep.')
    expect(performance.now() - begun).toBeLessThan(40_000)
  })
})

test('a helper that does not start takes the release back whole, web process and all', async () => {
  const file = (await content('deployment.yml')) ?? ''
  const output = await failsUnnoticed(
    { 'deployment.yml': file.replace('python worker.py', 'python no_such_worker.py') },
    {
      what: 'Not all helper processes of release 7 run',
      says: [
        /Where: worker/,
        /supervisor says: worker (?:BACKOFF|STARTING)/,
        'Release 1 serves the site again',
      ],
    },
  )
  expect(output).toContain("can't open file '/app/no_such_worker.py'")
})

test('the next good release goes live on the same server', async () => {
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "next"\n' })
  const services = "docker ps --format '{{.Names}} {{.ID}}' | grep -v app | sort"
  const before = await site.server.must(services)
  const result = await site.mustDeploy({ command: 'update project' })
  expect(result.outputs.release).toBe('8')
  expect(await status(site.url)).toMatchObject({ version: 'next', workers: 1 })
  expect((await ask(site.url)).body).toContain('<h1>Guest book</h1>')
  expect(await site.server.must(services)).toBe(before)

  const log = await site.server.must('cat /var/lib/jetee/log/audit.log')
  const lines = log.split('\n').map((line) => JSON.parse(line) as { outcome: string; commit: string })
  expect(lines.map(({ outcome }) => outcome)).toEqual(['live', ...Array<string>(6).fill('failed'), 'live'])
  expect(lines[0]?.commit).toBe(first)
})
