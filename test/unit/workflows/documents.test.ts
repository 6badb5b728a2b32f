import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readEvent } from '../../../src/github/event.ts'
import { actVersion } from '../../world/act.ts'
import { root } from '../sample.ts'
import { textOf } from './workflow.ts'

/** What the pages about workflows say, as far as a test can know better. */

const action = parse(textOf('action.yml')) as { readonly outputs: object }

test.each(['docs/github.md', ...globSync('examples/workflows/*.yml', { cwd: root }).sort()])(
  '%s uses outputs that the action has',
  (file) => {
    for (const [, name] of textOf(file).matchAll(/steps\.deploy\.outputs\.([\w-]+)/g))
      expect(Object.keys(action.outputs)).toContain(name)
  },
)

describe('docs/act.md', () => {
  const page = textOf('docs/act.md')

  test('shows an event that is enough for a preview', () => {
    const [, payload = ''] = /```json\n(.*?)```/s.exec(page) ?? []
    const commit = '9f2c4e8a01bd9f2c4e8a01bd9f2c4e8a01bd9f2c'
    const event: unknown = JSON.parse(payload.replaceAll('…', commit))
    expect(readEvent({ GITHUB_EVENT_NAME: 'pull_request_target' }, event)).toMatchObject({
      kind: 'pull-request',
      action: 'opened',
      sender: 'octocat',
      pull: {
        number: 12,
        isOpen: true,
        isFork: false,
        headBranch: 'feature',
        headSha: commit,
        baseSha: commit,
      },
    })
  })

  test('names the version that the tests run', () => {
    expect(page).toContain(`github.com/nektos/act@${actVersion}\n`)
  })
})

test('docs/releasing.md and the workflow call the script by commands that it has', () => {
  const script = textOf('scripts/release.ts')
  for (const file of ['docs/releasing.md', '.github/workflows/release.yml']) {
    const called = [...textOf(file).matchAll(/scripts\/release\.ts ([\w-]+)/g)]
    expect(called.length).toBeGreaterThan(1)
    for (const [, command] of called) expect(script).toContain(`case '${command}':`)
  }
})
