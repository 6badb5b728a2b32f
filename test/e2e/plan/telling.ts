import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeGithub, startGithub } from '../../world/github/github.ts'
import type { FakeRepository } from '../../world/github/repository.ts'
import type { Permissions } from '../../world/github/tokens.ts'
import type { ActionResult } from '../../world/runner.ts'
import { expectFailure } from '../failing.ts'
import type { DeployOptions, Site } from '../harness.ts'
import { keptSecrets, leaks } from '../leaks.ts'
import { interruptAt } from '../watch.ts'
import { setInFile } from '../workspace.ts'

/** Prints secrets in each form in which a program may do so, in no more lines than the summary shows, and fails. */
const blabber = `
import base64, json, os, sys, urllib.parse
for name in ('SECRET_KEY', 'POSTGRESQL_PASSWORD', 'REDIS_PASSWORD', 'DATABASE_URL'):
    value = os.environ[name]
    print(name, value, urllib.parse.quote(value, ''), json.dumps(value))
    for before in ('', 'u', 'u:'):
        print(name, base64.b64encode((before + value + ' and more').encode()).decode())
sys.exit(3)
`

/**
 * Registers the tests of what GitHub is told of the runs that bring a site, and how these are when it does not listen;
 * at the end, the site is gone.
 */
export const telling = (site: () => Site, env: Readonly<Record<string, string>>): void => {
  describe('GitHub', () => {
    let github: FakeGithub
    let repository: FakeRepository
    let run = 5_000_000_000
    let quiet: ActionResult

    beforeAll(async () => {
      github = await startGithub()
      repository = github.addRepository('octo-org/octo-repo', site().origin, { private: true })
      quiet = await site().mustDeploy({ env })
    })
    afterAll(() => github?.[Symbol.asyncDispose]())

    /** A run whose token has these permissions. */
    const asRun = (permissions: Permissions, more: DeployOptions = {}): DeployOptions => ({
      env,
      ...more,
      github: { ...github.context(github.token(permissions)), run_id: String(++run), ...more.github },
    })
    const usual: Permissions = { contents: 'read', deployments: 'write', 'pull-requests': 'write' }
    const states = () => repository.deployments.map(({ statuses }) => statuses.map(({ state }) => state))

    /** What a run says of what it could not tell: in the log, and in the summary. */
    const warnings = ({ log, summary }: ActionResult) => ({
      log: log.split('\n').filter((line) => line.includes('⚠')),
      summary: summary.split('\n').filter((line) => line.includes('⚠️')),
    })

    test('is told of a run with nothing to do, and later steps know all about it', async () => {
      // Another job that is not done would stop a deployment which asks for it.
      repository.setStatus(await site().origin.head(), 'tests', 'pending')
      const result = await site().mustDeploy(asRun(usual))
      const [deployment] = repository.deployments
      expect(deployment).toMatchObject({ environment: 'Staging', sha: await site().origin.head() })
      expect(states()).toEqual([['in_progress', 'success']])
      expect(deployment?.statuses.at(-1)).toMatchObject({
        environmentUrl: site().url,
        logUrl: `${github.serverUrl}/octo-org/octo-repo/actions/runs/${run}`,
      })
      expect(warnings(result)).toEqual({ log: [], summary: [] })
      const { services = '', ...outputs } = result.outputs
      expect(outputs).toEqual({
        ...{ configuration: 'Staging', preview: '', changed: 'false', release: quiet.outputs.release },
        ...{ url: site().url, urls: JSON.stringify([site().url]), 'previous-release': '' },
        'deployment-id': String(deployment?.id),
      })
      expect(JSON.parse(services)).toEqual([
        { name: 'postgresql', type: 'postgresql', version: '17', host: 'guestbook-postgresql', port: 5432 },
        { name: 'redis', type: 'redis', version: '8', host: 'guestbook-redis', port: 6379 },
      ])
    })

    test('lets a run without permissions pass, which names each that it would need, once', async () => {
      const before = github.calls.length
      const result = await site().mustDeploy(asRun({}))
      const missing = 'the job’s `permissions:` need the line `deployments: write`'
      expect(warnings(result)).toEqual({
        log: [expect.stringContaining(missing)],
        summary: [expect.stringContaining(missing)],
      })
      expect(result.outputs).not.toHaveProperty('deployment-id')
      expect(github.calls.length).toBeGreaterThan(before)
    })

    test.each([
      ['is not there', async () => ({ api_url: 'http://127.0.0.1:9' }), 'did not answer'],
      ['fails each call', async () => github.failNext({ status: 502, times: 1000 }), 'failed (502'],
    ])('may do what it likes: when it %s, the run takes hardly longer', async (_, arrange, words) => {
      const more = (await arrange()) ?? {}
      const result = await site().mustDeploy(asRun(usual, { github: more }))
      expect(warnings(result)).toMatchObject({
        log: [expect.stringContaining(words)],
        summary: [expect.stringContaining(words)],
      })
      // Three tries with two pauses, four seconds in all, which begin with the run. Were every call tried so, it would be
      // three times as long.
      expect(result.durationMs).toBeLessThan(quiet.durationMs + 9500)
    })
  })

  describe('GitHub that listens again', () => {
    let github: FakeGithub
    let repository: FakeRepository
    let token: string
    let run = 6_000_000_000
    beforeAll(async () => {
      github = await startGithub()
      repository = github.addRepository('octo-org/octo-repo', site().origin)
      token = github.token({ deployments: 'write' })
    })
    afterAll(() => github?.[Symbol.asyncDispose]())
    const next = (): DeployOptions => ({ env, github: { ...github.context(token), run_id: String(++run) } })
    const last = () => repository.deployments.map(({ statuses }) => statuses.at(-1)?.state)

    test('hears of a failure, and gets no secret; nor does anybody else, in whatever form', async () => {
      await site().origin.commit({ 'blabber.py': blabber })
      const result = await site().deploy({
        ...next(),
        prepare: setInFile({
          'primary_service.project.release_tasks': {
            before_switch: [{ name: 'blabber', command: 'python blabber.py' }],
          },
        }),
      })
      expectFailure(result, { what: 'The release task blabber failed' })
      expect(last()).toEqual(['failure'])
      expect(result.outputs).toMatchObject({
        configuration: 'Staging',
        'deployment-id': String(repository.deployments.at(-1)?.id),
      })
      // They were printed: what is looked through would have them.
      expect(result.rawLog).toContain(env.SECRET_KEY)
      expect(result.summary).toContain('POSTGRESQL_PASSWORD')
      const { server, key } = site()
      const sockets = await server.must(
        "find /var/lib/jetee/www/guestbook/r -name web.sock -printf '%h\\n' | xargs -n 1 basename | sort -u",
      )
      const secrets = {
        ...env,
        ...(await keptSecrets(server, 'guestbook')),
        'private key': key.privateKey,
        'socket folder': sockets,
        token,
      }
      expect(Object.keys(secrets)).toHaveLength(7)
      const found = leaks(secrets, {
        log: result.log,
        summary: result.summary,
        annotations: JSON.stringify(result.annotations),
        outputs: JSON.stringify(result.outputs),
        'requests to GitHub': JSON.stringify(github.calls),
        post: JSON.stringify(result.post),
      })
      expect(found).toEqual([])
    })

    test('hears from the post stage how a run ended that was killed', async () => {
      const prepare = setInFile({ 'primary_service.project.env_variables': { LOG_LEVEL: 'info' } })
      const { run } = await interruptAt(site(), / {2}migrate, /, ({ signal }) => signal('SIGKILL'), {
        ...next(),
        prepare,
      })
      const { post } = await run.done
      expect(post?.exitCode).toBe(0)
      expect(last()).toEqual(['failure', 'failure'])
    })

    test('hears that nothing is deployed any more, once the project is removed', async () => {
      await site().mustDeploy({ ...next(), command: 'destroy --confirm guestbook' })
      expect(last()).toEqual(['inactive', 'inactive'])
    })
  })
}
