import { expect, test } from 'vitest'
import type { ReleaseFacts } from '../../../src/release/release.ts'
import { clearRun } from '../../../src/release/switch.ts'
import { Failure } from '../../../src/report/failure.ts'
import type { ScriptRun, Session } from '../../../src/server/session.ts'
import { staging, target } from '../configuration/texts.ts'

/** What the server is told of release 8, which did not go live. */
const cleared = async (outcome: 'failed' | 'cancelled') => {
  let told: Readonly<Record<string, string>> = {}
  const session = {
    where: 'root@server:22',
    run: async (_: readonly string[], { args }: ScriptRun) => {
      told = args ?? {}
      return { code: 0, stdout: Buffer.of(), stderr: '' }
    },
  }
  const context: ReleaseFacts = {
    session: session as unknown as Session,
    configuration: staging(target('')),
    source: { commit: 'c'.repeat(40), tree: 't'.repeat(40), author: 'Ada', subject: 'Brew' },
    current: 7,
    buildSecrets: {},
    registryPassword: undefined,
    actor: 'octocat',
    runUrl: '',
  }
  await clearRun(context, 8, outcome, new Failure({ what: 'The build failed', place: 'build' }))
  const { CACHE, RELEASE, FAILED = '' } = told
  return { CACHE, RELEASE, FAILED: JSON.parse(FAILED) as unknown }
}

test('a release that failed is recorded with its cause, and the build cache is brought under its bound', async () => {
  expect(await cleared('failed')).toMatchObject({
    RELEASE: '8',
    CACHE: '10000000000',
    FAILED: { outcome: 'failed', what: 'The build failed', place: 'build' },
  })
})

test('a run that was cancelled has no time for the build cache', async () => {
  const { FAILED, CACHE } = await cleared('cancelled')
  expect(CACHE).toBe('')
  expect(FAILED).not.toHaveProperty('what')
})
