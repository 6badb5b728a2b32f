import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { hookArgs, hookText } from '../../../src/release/hooks.ts'
import { readScript } from '../../../src/templates.ts'
import { staging, target } from '../configuration/texts.ts'

const source = {
  commit: 'c'.repeat(40),
  subject: 'It\'s "done" $(touch /tmp/never) `id` \\',
  author: 'Öcto; Cat\n&',
}

/** Runs hooks as the server does, in a shell of its own; gives its status and what it printed, line by line. */
const run = async (list: readonly string[], deadlines = 5) => {
  const hooks = list.map((command) => ({ command, deadline: deadlines }))
  const configuration = staging(target(`hooks: { before_switch: ${JSON.stringify(hooks)} }`))
  const facts = { configuration, source, actor: 'octocat', runUrl: 'https://github.test/run/1' }
  const { HOOK_FACTS } = hookArgs(facts, { number: 8, previous: 7, failed: 'task migrate' })
  const { stdout, code } = await promisify(execFile)(
    'sh',
    ['-c', `set -eu\n${readScript('release')}\n${readScript('hooks')}\n${readScript('call-hooks')}`],
    {
      env: {
        PATH: process.env.PATH,
        HOOK_FACTS,
        HOOKS: hookText(configuration.hooks.beforeSwitch),
      },
    },
  ).then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (error: { stdout: string; code: number }) => error,
  )
  return { code, lines: stdout.split('\n').filter((line) => line !== '') }
}

const begin = '@jetee task begin hook-before-switch-1'
const end = '@jetee task end hook-before-switch-1'

describe('hooks', () => {
  test('get their words as they stand, and are read by no shell', async () => {
    const { lines } = await run(["printf '[%s]\\n' '$HOME' '`id`' \"it's\" ';' '&& false' 'two  blanks' ''"])
    expect(lines).toEqual([
      begin,
      ...['[$HOME]', '[`id`]', "[it's]", '[;]', '[&& false]', '[two  blanks]', '[]'],
      `${end} 0`,
    ])
  })

  test('find the facts of the release in their environment, whatever stands in them', async () => {
    const { lines } = await run(['env -0'])
    const variables = (lines.join('\n').split(`${begin}\n`)[1] ?? '').split('\0')
    expect(variables.filter((line) => line.startsWith('JETEE_')).toSorted()).toEqual(
      [
        'JETEE_PROJECT=shop',
        'JETEE_CONFIGURATION=Staging',
        'JETEE_RELEASE=8',
        'JETEE_PREVIOUS_RELEASE=7',
        `JETEE_COMMIT=${source.commit}`,
        `JETEE_SUBJECT=${source.subject}`,
        `JETEE_AUTHOR=${source.author}`,
        'JETEE_ACTOR=octocat',
        'JETEE_URL=http://example.com/',
        'JETEE_RUN_URL=https://github.test/run/1',
        'JETEE_FAILED=task migrate',
      ].toSorted(),
    )
  })

  test('run in /, with nothing to read', async () => {
    const { lines } = await run(["sh -c 'pwd; umask; wc -c'"])
    expect(lines).toEqual([begin, '/', '0022', '0', `${end} 0`])
  })

  test('run one behind the other, until one fails', async () => {
    const { code, lines } = await run(['echo one', "sh -c 'printf two; exit 3'", 'echo three'])
    expect(code).toBe(1)
    expect(lines).toEqual([
      begin,
      'one',
      `${end} 0`,
      '@jetee task begin hook-before-switch-2',
      'two',
      '@jetee task end hook-before-switch-2 3',
      '@jetee failed hook hook-before-switch-2 3',
    ])
  })

  test('end at their deadline, with all that they have started', async () => {
    const begun = performance.now()
    const stubborn = `sh -c 'echo begun; (trap "" TERM; exec sleep 300) & sleep 300'`
    const { code, lines } = await run([stubborn], 1)
    expect(code).toBe(1)
    expect(lines).toEqual([begin, 'begun', `${end} 124 1`, '@jetee failed hook hook-before-switch-1 124 1'])
    expect(performance.now() - begun).toBeLessThan(20_000)
  })

  test('are not late when they end with the status of a deadline by themselves', async () => {
    const { lines } = await run(["sh -c 'exit 124'"])
    expect(lines).toEqual([begin, `${end} 124`, '@jetee failed hook hook-before-switch-1 124'])
  })
})
