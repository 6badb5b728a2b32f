import { describe, expect, test } from 'vitest'
import type { Observer } from '../../../src/commands/deploy.ts'
import { unlabel } from '../../../src/commands/preview-unlabel.ts'
import type { PullRequestEvent } from '../../../src/github/event.ts'
import { setStage } from '../world/github/client.ts'
import { invocationWith, listener } from './invocation.ts'

const because = 'a fork’s pull request 1 was pushed to'

/** A pull request with the label, and the run that is to take it off. */
const setLabelled = async () => {
  const stage = await setStage()
  await stage.repository.openPull({ branch: 'change', labels: ['preview', 'bug'] })
  const heard = listener()
  const event = { pull: { number: 1 } } as PullRequestEvent
  const take = (token: string, dryRun = false) =>
    unlabel(
      { kind: 'unlabel', event, label: 'preview', because },
      invocationWith({ apiUrl: stage.github.apiUrl, token, dryRun }),
      heard as typeof heard & Observer,
    )
  const labels = () => [...(stage.repository.pulls[0]?.labels ?? [])]
  return { stage, take, labels, log: heard.log }
}

describe('the label by which a fork’s commit was allowed', () => {
  test('is taken off, and no other; also when somebody was faster', async () => {
    const { stage, take, labels, log } = await setLabelled()
    await using _ = stage
    for (const _ of ['first', 'second'])
      expect(await take(stage.github.token({ 'pull-requests': 'write' }))).toMatchObject({
        kind: 'done',
        changed: false,
        sentence: expect.stringContaining('The label preview is off pull request 1'),
      })
    expect(labels()).toEqual(['bug'])
    expect(log).toEqual([])
  })

  test('stays when a run only tells what would be done', async () => {
    const { stage, take, labels } = await setLabelled()
    await using _ = stage
    expect(await take(stage.github.token({ 'pull-requests': 'write' }), true)).toEqual({
      kind: 'done',
      changed: false,
      sentence: `Would take the label preview off pull request 1: ${because}; nothing was changed`,
    })
    expect(labels()).toEqual(['preview', 'bug'])
  })

  test('is not said to be off when GitHub did not let it be taken', async () => {
    const { stage, take, labels, log } = await setLabelled()
    await using _ = stage
    expect(await take(stage.github.token({}))).toMatchObject({ kind: 'nothing', because })
    expect(log.join('\n')).toContain('`pull-requests: write`')
    expect(await take('')).toMatchObject({
      kind: 'nothing',
      because: expect.stringContaining('without a `token`, the label `preview` cannot be taken off'),
    })
    expect(labels()).toEqual(['preview', 'bug'])
  })
})
