import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pullRequestEvents, readEvent } from '../../../src/github/event.ts'
import { Failure } from '../../../src/report/failure.ts'
import { tableRows } from '../tables.ts'
import { decide, deletionPayload, fileWith, jobOf, payloadsOf, pullPayload, told } from './payloads.ts'
import { commandRows, type EventRow, fileOf, forkRows, ownRows, refRows } from './rows.ts'

const rows = [...refRows, ...ownRows, ...forkRows, ...commandRows]
const nameOf = ({ event }: EventRow): string => event.split(' ')[0] ?? ''

const saidOf = (...args: Parameters<typeof decide>): string => {
  try {
    return told(decide(...args), args[3])
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return `fails: ${error.message}`
  }
}

describe('an event', () => {
  test.each(rows.map((row) => [row.event, row.when, row] as const))('%s %s', (_, __, row) => {
    expect(saidOf(nameOf(row), row.payload, fileOf(row), row.asked)).toBe(row.says)
  })

  test.each([...ownRows, ...forkRows].map((row) => [row.event, row.when, row] as const))(
    'means the same as pull_request_target: %s %s',
    (_, __, row) => {
      expect(saidOf('pull_request_target', row.payload, fileOf(row), row.asked)).toBe(row.says)
    },
  )

  test('means what the page says', async () => {
    const page = await readFile('docs/events.md', 'utf8')
    expect(tableRows(page).filter((row) => 'Event' in row)).toEqual(
      rows.map(({ event, when, says }) => ({
        Event: event
          .split(' ')
          .map((word) => `\`${word}\``)
          .join(' '),
        When: when,
        'What it does': says,
      })),
    )
  })
})

describe('every payload of GitHub’s', () => {
  /** Events that start a workflow and mean nothing here unless a person says what is to be deployed. */
  const others = [
    ...['branch_protection_rule', 'check_run', 'check_suite', 'create', 'deployment', 'deployment_status'],
    ...[
      'discussion',
      'discussion_comment',
      'fork',
      'gollum',
      'issue_comment',
      'issues',
      'label',
      'milestone',
    ],
    ...['page_build', 'project', 'project_card', 'project_column', 'public', 'status', 'watch'],
  ]

  test.each(others)('of %s does nothing, and says what would', (event) => {
    const payloads = payloadsOf(event)
    expect(payloads.length).toBeGreaterThan(0)
    for (const payload of payloads)
      expect(decide(event, payload, fileWith({}))).toEqual({
        kind: 'nothing',
        because: `the event \`${event}\` does not say what is to be deployed`,
        next: 'The input `configuration` does.',
        patterns: [],
      })
  })

  const activities: Readonly<Record<string, string>> = {
    opened: 'brings the preview up: it was opened',
    reopened: 'brings the preview up: it was reopened',
    synchronize: 'brings the preview up: it was pushed to',
    closed: 'removes the preview of pull request 2: it was closed',
    labeled: 'nothing: the label `bug` says nothing of the preview of pull request 2',
    unlabeled: 'nothing: the label `bug` says nothing of the preview of pull request 2',
  }

  test.each(['pull_request', 'pull_request_target'])('of %s is about its own preview', (event) => {
    const payloads = payloadsOf('pull_request')
    expect(payloads.length).toBeGreaterThan(20)
    for (const payload of payloads) {
      const action = String(payload.action)
      expect(saidOf(event, payload, fileWith({}))).toBe(
        activities[action] ?? `nothing: \`${action}\` says nothing of the preview of pull request 2`,
      )
      expect(decide(event, payload, fileWith()).kind).toBe('check')
    }
  })

  test.each(['pull_request_review', 'pull_request_review_comment'])('of %s does nothing', (event) => {
    for (const payload of payloadsOf(event))
      expect(saidOf(event, payload, fileWith({}))).toBe(
        `nothing: \`${payload.action}\` says nothing of the preview of pull request 2`,
      )
  })

  test('of a push, a release or another workflow deploys what it is for, or says why not', () => {
    const said = (event: string) =>
      [...new Set(payloadsOf(event).map((payload) => saidOf(event, payload, fileWith({}))))].sort()
    expect(said('push')).toEqual([
      'deploys Staging: the branch `master` matches its `master`',
      'nothing: the tag `simple-tag` matches the `branches` of no configuration',
      'nothing: the tag `simple-tag` was deleted',
    ])
    expect(said('release')).toEqual([
      'deploys Production: the tag `0.0.1` matches its `[0-9]*`',
      'nothing: a release that was `deleted` brings nothing new',
      'nothing: a release that was `edited` brings nothing new',
    ])
    expect(said('workflow_run')).toEqual([
      'deploys Staging: the branch `master` matches its `master`',
      'nothing: the other workflow ended with `action_required`',
      'nothing: the other workflow has not ended yet',
      'nothing: the workflow `Manually triggered workflow` has not ended yet',
    ])
    expect(said('delete')).toEqual(['nothing: the tag `simple-tag` was deleted'])
    expect(said('merge_group')).toEqual(['nothing: a merge queue only tries what a merge would give'])
  })
})

describe('a pull request', () => {
  const read = (payload: unknown) => {
    const event = readEvent(jobOf('pull_request', payload), payload)
    if (event?.kind !== 'pull-request') throw new Error('This is no pull request')
    return event.pull
  }

  test('is read whole', () => {
    expect(read(pullPayload('labeled', { labels: ['bug', 'x'] }))).toEqual({
      number: 2,
      isOpen: true,
      isMerged: false,
      headSha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
      headBranch: 'changes',
      headRepository: 'Codertocat/Hello-World',
      isFork: false,
      baseBranch: 'master',
      baseSha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
      labels: ['bug', 'x'],
    })
  })

  test.each([
    ['from another repository', { head: 'mallory/Hello-World' }],
    ['from a repository that is gone', { head: null }],
    ['of Dependabot', { user: 'dependabot[bot]' }],
  ])('%s has strange code', (_, change) => {
    expect(read(pullPayload('opened', change)).isFork).toBe(true)
  })

  test('of which too little is told has strange code, or none that is known', () => {
    const { pull_request: pull, ...rest } = pullPayload('opened') as {
      pull_request: { head: object; base: object }
    }
    const changed = (head: object, base: object = {}) => ({
      ...rest,
      pull_request: { ...pull, head: { ...pull.head, ...head }, base: { ...pull.base, ...base } },
    })
    expect(read(changed({ repo: null }, { repo: null })).isFork).toBe(true)
    expect(read(changed({ sha: 'master' })).headSha).toBe('')
    expect(saidOf('pull_request', changed({}, { sha: '--all' }), fileWith({}))).toContain('did not tell')
  })

  test('of a stranger needs somebody who may write, and an own one nobody', () => {
    const labels = { label: 'preview', labels: ['preview'], sender: 'octocat' }
    for (const change of [{ head: 'mallory/Hello-World' }, { head: null }, { user: 'dependabot[bot]' }])
      expect(
        decide('pull_request_target', pullPayload('labeled', { ...labels, ...change }), fileWith({})),
      ).toMatchObject({ kind: 'preview', needsWriter: 'octocat' })
    expect(decide('pull_request', pullPayload('opened'), fileWith({}))).toMatchObject({
      kind: 'preview',
      needsWriter: undefined,
    })
  })

  test('that is closed gets no preview by a label', () => {
    const change = { label: 'preview', labels: ['preview'], state: 'closed' }
    expect(saidOf('pull_request', pullPayload('labeled', change), fileWith({ label: 'preview' }))).toBe(
      'nothing: pull request 2 is not open',
    )
  })

  test('says how a stranger’s gets a preview', () => {
    const payload = pullPayload('opened', { head: 'mallory/Hello-World' })
    expect(decide('pull_request_target', payload, fileWith({ label: 'look' }))).toMatchObject({
      next: 'Who may write to the repository sets the label `look`: then the commit that it has at this moment gets one.',
    })
  })

  test('of a queue’s branch that is deleted has no preview to lose', () => {
    for (const event of ['push', 'delete'] as const)
      expect(saidOf(event, deletionPayload(event, 'gh-readonly-queue/master/pr-2-abc'), fileWith({}))).toBe(
        'nothing: a merge queue only tries what a merge would give',
      )
  })
})

describe('whatever the payload', () => {
  const names = [...pullRequestEvents, ...refRows.map(nameOf), 'nonsense']
  const files = [fileWith(), fileWith({}), fileWith({ label: 'deploy-me' })]

  /** A payload of GitHub's with some of its values replaced or gone. */
  const broken = fc.oneof(
    fc.jsonValue(),
    fc
      .tuple(
        fc.constantFrom(...rows.map(({ payload }) => payload)),
        fc.array(
          fc.tuple(
            fc.array(
              fc.constantFrom(
                ...[
                  'action',
                  'pull_request',
                  'head',
                  'base',
                  'repo',
                  'full_name',
                  'sha',
                  'number',
                  'state',
                  'labels',
                ],
                ...[
                  'user',
                  'login',
                  'sender',
                  'label',
                  'name',
                  'ref',
                  'ref_type',
                  'deleted',
                  'release',
                  'changes',
                ],
                ...['workflow_run', 'conclusion', 'event', 'tag_name', '0'],
              ),
              { minLength: 1, maxLength: 4 },
            ),
            fc.option(fc.jsonValue({ maxDepth: 1 }), { nil: undefined }),
          ),
          { maxLength: 4 },
        ),
      )
      .map(([payload, changes]) => {
        const copy = structuredClone(payload)
        for (const [path, value] of changes) {
          const last = path.at(-1) ?? ''
          const place = path
            .slice(0, -1)
            .reduce<unknown>((inner, key) => (Object(inner) === inner ? Object(inner)[key] : undefined), copy)
          if (Object(place) === place) Object(place)[last] = value
        }
        return copy
      }),
  )

  test('nothing but a Failure is thrown, and a pull request deploys no configuration', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), broken, fc.constantFrom(...files), (event, payload, file) => {
        const said = saidOf(event, payload, file, { configuration: 'Production' })
        if (pullRequestEvents.includes(event)) expect(said).not.toMatch(/^(?:deploys|fails)/)
        if (pullRequestEvents.includes(event) && !file.previews) expect(said).toMatch(/^checks the file/)
      }),
      { numRuns: 1000 },
    )
  })

  test('a stranger’s code never comes up but by a label, and by somebody who may write', () => {
    let previews = 0
    const file = fileWith({})
    fc.assert(
      fc.property(fc.constantFrom(...pullRequestEvents), broken, (event, payload) => {
        const decision = decide(event, payload, file)
        if (decision.kind !== 'preview' || !decision.event.pull.isFork) return
        previews += 1
        expect(decision.event.action).toBe('labeled')
        expect(decision.needsWriter).toBeTruthy()
      }),
      { numRuns: 1000 },
    )
    expect(previews).toBeGreaterThan(0)
  })
})
