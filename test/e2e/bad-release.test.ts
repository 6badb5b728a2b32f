import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startPipIndex } from '../world/pip-index.ts'
import type { ActionResult } from '../world/runner.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type ExpectedFailure, expectFailure } from './failing.ts'
import { newSite, type Site } from './harness.ts'
import { ask, sendVisitors, status } from './visitors.ts'
import { interruptAt } from './watch.ts'

/** A site that is live, and releases of it that cannot go live, one after the other: one for each place to fail in. */

let site: Site
let first: string

/** A hook on the server: it writes down what it is told, and fails, or does not end, when there is a file that says so. */
const tell = `#!/bin/sh
echo "I am hook $1."
printf '%s\\n' "$1|$JETEE_RELEASE|$JETEE_PREVIOUS_RELEASE|\${JETEE_FAILED-}|$(id -un)|$(readlink /var/lib/jetee/www/guestbook/current)" >>/root/told
if [ -e "/root/refuse-$1" ]; then exit 5; fi
if [ -e "/root/wait-$1" ]; then rm "/root/wait-$1" && exec sleep 3333; fi
`

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

/** The deployment file with another text in place of one that it has. */
const deployment = async (from: string, to: string) => {
  const file = (await content('deployment.yml')) ?? ''
  expect(file).toContain(from)
  return { 'deployment.yml': file.replace(from, to) }
}

/** The deployment file with release tasks. */
const withTasks = (tasks: string) =>
  deployment('type: django\n', `type: django\n        release_tasks: ${tasks}\n`)

/** Reads and forgets what the hooks wrote down, a line for each. */
const told = async () => {
  const lines = await site.server.must('cat /root/told 2>/dev/null || true; rm -f /root/told')
  return lines.split('\n').filter((line) => line !== '')
}

/** Commits changes, deploys them, and commits the files again as they were. */
const updateWith = async (
  changes: Readonly<Record<string, string>>,
  command = 'update project',
): Promise<ActionResult> => {
  const before = await Promise.all(
    Object.keys(changes).map(async (path): Promise<[string, string | null]> => [path, await content(path)]),
  )
  await site.origin.commit(changes)
  try {
    return await site.deploy({ command })
  } finally {
    await site.origin.commit(Object.fromEntries(before))
  }
}

/** How a release fails. */
interface Fails extends ExpectedFailure {
  /** The place, as the hook on failure is told it. */
  readonly place: string
  /** Whether visitors reach the release before it fails. */
  readonly isLive?: boolean
  readonly command?: string
}

/** The versions that the site shows, or what is wrong with its answers, from now on until it is stopped. */
const watchVersion = () => {
  const seen = new Set<string>()
  const state = { stopped: false }
  const all = (async () => {
    while (!state.stopped) {
      const answer = status(site.url).then(
        ({ version }) => version,
        (error: Error) => error.message,
      )
      seen.add(await answer)
      await sleep(50)
    }
  })()
  return async () => {
    state.stopped = true
    await all
    return [...seen]
  }
}

/**
 * Deploys a commit with these changes, which must fail as expected without any visitor noticing; all of it is gone
 * afterwards, and the server's own log tells of it. Returns the lines that the summary shows, and the whole result.
 */
const failing = async (changes: Readonly<Record<string, string>>, expected: Fails) => {
  const before = await state()
  await told()
  const visitors = sendVisitors(site.url)
  const versions = watchVersion()
  const result = await updateWith(
    { 'guestbook/version.py': 'VERSION = "broken"\n', ...changes },
    expected.command,
  )
  const answers = await visitors.stop()
  const seen = await versions()
  expectFailure(result, expected)
  expect(Object.keys(answers)).toEqual(['200'])
  expect(seen.toSorted()).toEqual(expected.isLive ? ['1', 'broken'] : ['1'])
  expect(await state()).toBe(before)
  expect(await status(site.url)).toMatchObject({ workers: 1, version: '1' })
  const hooks = (await told()).filter((line) => line.startsWith('failure|'))
  expect(hooks).toEqual([
    expect.stringMatching(new RegExp(`^failure\\|\\d+\\|1\\|${expected.place}\\|root\\|r/1$`)),
  ])

  const last = JSON.parse(await site.server.must('tail -n 1 /var/lib/jetee/log/audit.log')) as object
  expect(last).toMatchObject({ outcome: 'failed', actor: 'octocat', project: 'guestbook' })
  const block = /```+text\n([\s\S]*?)\n```/.exec(result.summary)?.[1]?.split('\n') ?? []
  expect(block.length).toBeLessThanOrEqual(40)
  return { output: block.join('\n'), result }
}

const failsUnnoticed = async (...args: Parameters<typeof failing>) => (await failing(...args)).output

const serves = 'Release 1 still serves the site; nothing about it was changed.'

beforeAll(async () => {
  site = await newSite({ from: await dockerSnapshot(13) })
  await site.server.must(`cat >/usr/local/bin/tell <<'TELL' && chmod 755 /usr/local/bin/tell
${tell}TELL`)
  await site.configure({
    hooks: {
      before_switch: [{ name: 'check-first', command: '/usr/local/bin/tell before' }],
      after_switch: [{ name: 'announce', command: '/usr/local/bin/tell after' }],
      on_failure: ['/usr/local/bin/tell failure'],
    },
  })
  first = await site.origin.head()
  await site.mustDeploy()
})
// No hook of a test that failed is in the way of the next one.
afterEach(() => site.server.must('rm -f /root/refuse-* /root/wait-*'))
afterAll(() => site[Symbol.asyncDispose]())

test('a build that fails is shown by its last lines', async () => {
  await using index = await startPipIndex()
  const lines = [`--index-url ${index.url}`, `--trusted-host ${index.host}`, 'no-such-greeting==1.0']
  const output = await failsUnnoticed(
    { 'requirements.txt': `${lines.join('\n')}\n` },
    {
      what: 'The image of release 2 could not be built',
      place: 'build',
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
      place: 'task migrate',
      says: [/release 3, commit [0-9a-f]{12}/, 'It ended with status 1.', serves],
    },
  )
  expect(output).toContain('relation "nowhere" does not exist')
  expect(output).not.toContain('This is line 1.')
})

describe('a web process that is not healthy', () => {
  const soon = () =>
    deployment('health_check: { path: /health/ }', 'health_check: { path: /health/, deadline: 6 }')
  const what = 'The web process never became healthy'
  const place = 'health'

  test('is shown by the status and the body that it answers with, and its log', async () => {
    const changes = await append(
      'guestbook/views.py',
      `
def health(request):
    logger.error("The lamp is broken.")
    return HttpResponse("It is dark here.", status=503)
`,
    )
    const output = await failsUnnoticed(
      { ...changes, ...(await soon()) },
      {
        what,
        place,
        says: [/path \/health\//, 'It answered with status 503 where 200 to 399 is healthy.', serves],
      },
    )
    expect(output).toContain('It is dark here.')
    expect(output).toContain('The lamp is broken.')
  })

  test('is shown by its log when the application cannot be imported', async () => {
    const changes = await append('project/wsgi.py', 'import nothing_of_this_name\n')
    const output = await failsUnnoticed(changes, {
      what,
      place,
      says: ['or stopped. Its log is below.', serves],
    })
    expect(output).toContain("No module named 'nothing_of_this_name'")
  })

  test('is given up at its deadline when it says nothing at all', async () => {
    const changes = await append('project/wsgi.py', 'import time\n\nprint("I sleep.")\ntime.sleep(3600)\n')
    const begun = performance.now()
    const output = await failsUnnoticed(
      { ...changes, ...(await soon()) },
      {
        what,
        place,
        says: ['It did not answer within 6 s, or stopped.', serves],
      },
    )
    expect(output).toContain('I sleep.')
    expect(performance.now() - begun).toBeLessThan(60_000)
  })
})

test('a helper that does not start takes the release back whole, web process and all', async () => {
  const output = await failsUnnoticed(await deployment('python worker.py', 'python no_such_worker.py'), {
    what: 'Not all helper processes of release 7 run',
    place: 'helper worker',
    isLive: true,
    says: [
      /Where: worker/,
      /supervisor says: worker (?:BACKOFF|STARTING)/,
      'Release 1 serves the site again',
    ],
  })
  expect(output).toContain("can't open file '/app/no_such_worker.py'")
})

test('a task that does not end is ended at its deadline, and shown by its last lines', async () => {
  const command = `sh -c "trap 'echo I was told.; exit' TERM; echo I wait.; sleep 300 & wait"`
  const { output, result } = await failing(
    await withTasks(
      `{ before_switch: [{ name: wait-long, deadline: 2, command: ${JSON.stringify(command)} }] }`,
    ),
    {
      what: 'The release task wait-long failed',
      place: 'task wait-long',
      says: [/release 8, commit/, 'It did not end within 2 s.', serves],
    },
  )
  // `timeout` tells the process and then its whole group, to which it belongs, too: a busy machine may let it hear both.
  expect(output).toMatch(/I wait\.\nI was told\.(?:\nI was told\.)?$/)
  expect(result.summary).toMatch(/<summary>✅ migrate, [\d.]+ s<\/summary>/)
  expect(result.summary).toMatch(/<summary>❌ wait-long, [\d.]+ s: not done within 2 s<\/summary>/)
})

test('a container that does not start is shown by what Docker says', async () => {
  const changes = await deployment(
    'primary_service:\n',
    'primary_service:\n      volumes: [/srv/folder:/app/manage.py]\n',
  )
  const output = await failsUnnoticed(changes, {
    what: 'The container of release 9 did not start',
    place: 'start',
    says: [serves],
  })
  expect(output).toContain('not a directory')
})

test('a site that nginx refuses is shown by what nginx says', async () => {
  await site.server.must('echo "no_such_word;" >/var/lib/jetee/nginx/sites/stranger.conf')
  const output = await failsUnnoticed(
    await deployment('server_names:', 'site: { timeout: 301 }\n    server_names:'),
    {
      what: 'nginx refused the site',
      place: 'site',
      command: 'build all',
      says: ['nginx goes on with the sites that it had.'],
    },
  )
  expect(output).toContain('unknown directive "no_such_word"')
  await site.server.must('rm /var/lib/jetee/nginx/sites/stranger.conf')
})

test('a task behind the switch that fails takes the release back whole', async () => {
  const output = await failsUnnoticed(
    await withTasks(`{ after_switch: [{ name: greet, command: "sh -c 'printf Bye.; exit 4'" }] }`),
    {
      what: 'The release task greet failed',
      place: 'task greet',
      isLive: true,
      says: ['It ended with status 4.', 'Release 1 serves the site again, with its own helpers.'],
    },
  )
  expect(output).toMatch(/Bye\.$/)
})

test.each([
  ['before the switch keeps the release from visitors', 'before', 'check-first', false, serves],
  [
    'behind the switch takes the release back whole',
    'after',
    'announce',
    true,
    'Release 1 serves the site again',
  ],
])('a hook that fails %s', async (_, hook, name, isLive, stands) => {
  await site.server.must(`touch /root/refuse-${hook} /root/refuse-failure`)
  const { output, result } = await failing(
    {},
    {
      what: `The hook ${name} failed`,
      place: `hook ${name}`,
      isLive,
      says: ['It ended with status 5.', stands],
    },
  )
  expect(output).toContain(`I am hook ${hook}.`)
  // The hook for that failed as well, and only warns.
  expect(result.log).toContain('⚠ The hook hook-on-failure-1 failed. It ended with status 5.')
})

test('a hook does not outlive its run for longer than until the next one', async () => {
  await site.server.must('touch /root/wait-before')
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "killed"\n' })
  const { run } = await interruptAt(site, /I am hook before/, ({ kill }) => kill())
  await run.done
  await site.server.must("pgrep -f '^sleep 3333'")
  expect(await status(site.url)).toMatchObject({ version: '1' })
  await told()
})

test('the next good release goes live on the same server', async () => {
  await site.origin.commit({ 'guestbook/version.py': 'VERSION = "next"\n' })
  const services = "docker ps --format '{{.Names}} {{.ID}}' | grep -v app | sort"
  const before = await site.server.must(services)
  const result = await site.mustDeploy({ command: 'update project' })
  expect(await site.server.run("pgrep -f '^sleep 3333'")).toMatchObject({ stdout: '' })
  const release = result.outputs.release ?? ''
  expect(Number(release)).toBeGreaterThan(9)
  expect(await told()).toEqual([`before|${release}|1||root|r/1`, `after|${release}|1||root|r/${release}`])
  expect(result.summary).toMatch(/<summary>✅ migrate, [\d.]+ s<\/summary>/)
  expect(result.summary).toMatch(
    /<summary>✅ announce, [\d.]+ s<\/summary>\n\n```text\nI am hook after\.\n```/,
  )
  expect(await status(site.url)).toMatchObject({ version: 'next', workers: 1 })
  expect((await ask(site.url)).body).toContain('<h1>Guest book</h1>')
  expect(await site.server.must(services)).toBe(before)

  const log = await site.server.must('cat /var/lib/jetee/log/audit.log')
  const lines = log.split('\n').map((line) => JSON.parse(line) as { outcome: string; commit: string })
  expect(lines.map(({ outcome }) => outcome)).toEqual([
    'live',
    ...Array<string>(12).fill('failed'),
    'tidied',
    'live',
  ])
  expect(lines[0]?.commit).toBe(first)
})
