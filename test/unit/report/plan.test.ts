import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../../src/commands/plan.ts'
import { changesOf } from '../../../src/plan/diff.ts'
import { makePlan } from '../../../src/plan/plan.ts'
import { planSummary, planText } from '../../../src/report/plan.ts'
import { builtServer, desiredState, root } from '../sample.ts'

const base = (text: string) =>
  text
    .replace('- redis', '- redis: { version: 7 }')
    .replace('secrets:', 'env_variables: { LOG_LEVEL: info }\n        secrets:')
const change = (text: string) =>
  base(text)
    .replace('version: 7', 'version: 8')
    .replace('LOG_LEVEL: info', 'LOG_LEVEL: debug')
    .replace('    primary_service:', '    site: { max_body_size: 1g }\n    primary_service:')
const desired = desiredState(change, { tree: 'b'.repeat(40), secret: 'another' })
const facts = builtServer(desiredState(base))
const example: Plan = {
  command: 'build all',
  configuration: 'Staging',
  project: 'guestbook',
  server: 'root@staging.example.com:22',
  lockHolder: null,
  changes: changesOf(
    makePlan(desired, facts, { services: true, site: true, release: true }),
    desired,
    facts,
    {
      commit: '9f2c4e8d1b7a00000000',
      subject: 'Send mail in the background',
    },
  ),
}
const nothing = { ...example, changes: [] }

describe('a plan', () => {
  test('is what docs/plan.md shows', () => {
    const page = readFileSync(join(root, 'docs/plan.md'), 'utf8')
    expect(page).toContain(`\n\`\`\`text\n${planText(example).join('\n')}\n\`\`\`\n`)
    const [, json = ''] = /^```json\n(.*?)^```$/ms.exec(page) ?? []
    const { changes, ...rest } = JSON.parse(json) as Plan
    expect(rest).toEqual({ ...example, changes: undefined })
    for (const shown of changes) expect(example.changes).toContainEqual(shown)
    expect(changes.length).toBeGreaterThan(1)
  })

  test('says that there is nothing to do', () => {
    const text = 'there is nothing to do on root@staging.example.com:22'
    expect(planText(nothing)).toEqual([`Plan of \`build all\` for guestbook (Staging): ${text}`])
    expect(planSummary(nothing)).toContain(text)
    expect(planSummary(nothing)).not.toContain('| Step |')
  })

  test('says that another run holds the lock', () => {
    const held = { ...nothing, lockHolder: 'https://github.com/acme/shop/actions/runs/7' }
    for (const text of [planText(held).join('\n'), planSummary(held)])
      expect(text).toContain('(https://github.com/acme/shop/actions/runs/7)')
  })

  test('shows texts of several lines below each other', () => {
    const fields = [
      { name: 'Dockerfile line 3', old: 'a\nb', new: 'c' },
      { name: 'env A', old: null, new: 'x\ny' },
      { name: 'env B', old: 'x'.repeat(80), new: 'y'.repeat(80) },
      { name: 'env C', old: 'x', new: null },
    ]
    const lines = planText({ ...example, changes: [{ step: 's', title: 'S', reason: 'r', fields }] })
    expect(lines.slice(2)).toEqual([
      '  ~ Dockerfile line 3:',
      '      - a',
      '      - b',
      '      + c',
      '  + env A:',
      '      + x',
      '      + y',
      '  ~ env B:',
      `      - ${'x'.repeat(80)}`,
      `      + ${'y'.repeat(80)}`,
      '  - env C: x',
    ])
  })

  test('is a table in the summary, in which text of others stays text', () => {
    expect(planSummary(example).split('\n')).toEqual(
      expect.arrayContaining([
        '## 📋 Plan of `build all` for guestbook (Staging)',
        '| **Renew redis** (its specification has changed) | | | |',
        '| | env LOG\\_LEVEL | info | debug |',
      ]),
    )
    const evil = '<img src=x> | `cell` [link](http://evil.example)\n# heading'
    const summary = planSummary({
      ...example,
      changes: [{ step: 's', title: evil, reason: evil, fields: [{ name: evil, old: evil, new: evil }] }],
    })
    expect(summary).not.toMatch(/<(?!br>)/)
    expect(summary).not.toMatch(/^# /m)
    for (const row of summary.split('\n').filter((line) => line.startsWith('| ')))
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(5)
  })
})
