import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { root } from '../sample.ts'

vi.setConfig({ testTimeout: 30_000 })

/** Addresses of the modules that a run of the action loads, by Node's own account. */
const loaded = (env: Readonly<Record<string, string>>): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'jetee-modules-'))
  try {
    const { status } = spawnSync(process.execPath, [join(root, 'src/main.ts')], {
      env: { PATH: process.env.PATH, NODE_V8_COVERAGE: folder, GITHUB_WORKSPACE: folder, ...env },
    })
    expect(status).toBe(1)
    return readdirSync(folder).flatMap((file) =>
      JSON.parse(readFileSync(join(folder, file), 'utf8')).result.map(({ url }: { url: string }) => url),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each<[string, Record<string, string>]>([
  ['is refused', { INPUT_COMMAND: 'no such command', INPUT_TOKEN: 'a-token' }],
  [
    'ends before anything is deployed',
    { INPUT_TOKEN: 'a-token', GITHUB_RUN_ID: '1', GITHUB_REPOSITORY: 'a/b' },
  ],
])('a run that %s does not load GitHub’s client, which takes long', (_, env) => {
  const modules = loaded(env)
  expect(modules.some((url) => url.endsWith('/src/github/action.ts'))).toBe(true)
  expect(modules.filter((url) => /octokit|@actions\/github/.test(url))).toEqual([])
})
