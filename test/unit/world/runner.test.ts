import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ActionOptions, type ActionRun, startAction } from '../../world/runner.ts'

const actionDir = join(import.meta.dirname, 'fixture')

const start = (task: string, more: Partial<ActionOptions> = {}): ActionRun =>
  startAction({ actionDir, workspace: tmpdir(), inputs: { do: task }, ...more })

/** Starts the task that waits, and calls `then` once it does. */
async function whileWaiting(then: (run: ActionRun) => void) {
  const started = Promise.withResolvers<void>()
  const run = start('wait', { onLine: (line) => line === 'waiting' && started.resolve() })
  await started.promise
  then(run)
  return run.done
}

test('gives the action inputs, context and a clean environment', async () => {
  process.env.LEAKED = 'yes'
  const result = await start('report', {
    env: { EXTRA: 'given' },
    github: { ref: 'refs/heads/feature/a', token: 'ghs_1' },
  }).done
  const env = JSON.parse(result.rawLog.split('\n')[0]!)
  expect(env).toMatchObject({
    INPUT_DO: 'report',
    INPUT_WITH_SPACE: 'spaced',
    'INPUT_SSH-PRIVATE-KEY': '',
    INPUT_TOKEN: 'ghs_1',
    EXTRA: 'given',
    GITHUB_ACTIONS: 'true',
    GITHUB_REF_NAME: 'feature/a',
    GITHUB_WORKSPACE: tmpdir(),
    RUNNER_OS: 'Linux',
  })
  expect(env).not.toHaveProperty('LEAKED')
  expect(env).not.toHaveProperty('GITHUB_TOKEN')
  expect(result.rawLog).toContain(`cwd ${tmpdir()}`)
})

test('reads the file commands and hands state and variables to post', async () => {
  const result = await start('report').done
  expect(result).toMatchObject({
    exitCode: 0,
    outputs: { url: 'http://example.com/?a=b', text: 'one\ntwo' },
    summary: '# Done\n',
    post: { exitCode: 0, log: 'post started=yes later=1 do=report' },
  })
})

test('masks, annotates, and leaves commands alone between stop-commands', async () => {
  const result = await start('speak').done
  expect(result.masks).toEqual(['hunter2'])
  expect(result.log).not.toContain('hunter2')
  expect(result.log).toContain('the password is ***')
  expect(result.log).toContain('*** here too')
  expect(result.rawLog).toContain('hunter2')
  expect(result.annotations).toEqual([
    {
      level: 'error',
      title: 'Bad: thing',
      file: 'deployment.yml',
      line: 3,
      column: 5,
      message: 'one\ntwo ***',
    },
    { level: 'notice', message: 'look' },
    { level: 'warning', message: 'careful' },
  ])
  expect(result.log).toContain('::error::not an error')
})

test('masks secrets in their encoded forms without being asked', async () => {
  const secret = 'a "quoted" & long secret'
  const encoded = encodeURIComponent(secret)
  const { log } = await start('report', {
    secrets: [secret],
    env: { PLAIN: encoded, CODED: Buffer.from(secret).toString('base64') },
  }).done
  expect(log).toContain('"PLAIN":"***"')
  expect(log).toContain('"CODED":"***"')
})

test('runs post after a failure', async () => {
  const result = await start('fail').done
  expect(result.exitCode).toBe(3)
  expect(result.post?.log).toContain('started=yes')
})

test('a cancelled step gets SIGINT and still runs post', async () => {
  const result = await whileWaiting((run) => run.cancel())
  expect(result).toMatchObject({ exitCode: 1, cancelled: true, log: 'waiting\ncancelled' })
  expect(result.post?.exitCode).toBe(0)
})

test('a dead runner kills main and runs no post', async () => {
  const result = await whileWaiting((run) => run.kill())
  expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL', post: undefined })
})
