import { globSync } from 'node:fs'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { convertActionTemplate, parseAction } from '@actions/workflow-parser/actions/index'
import { describe, expect, test } from 'vitest'
import { root } from '../sample.ts'
import { textOf, workflowOf } from './workflow.ts'

/** What GitHub's own parser says of the workflows and of the action. */

const trace = new NoOperationTraceWriter()
const workflows = globSync(['.github/workflows/*.yml', 'examples/workflows/*.yml'], { cwd: root }).sort()

test('there are workflows to check', () => {
  expect(workflows).toContain('.github/workflows/ci.yml')
  expect(workflows).toContain('examples/workflows/push.yml')
})

test('GitHub understands action.yml', () => {
  const { context, value } = parseAction({ name: 'action.yml', content: textOf('action.yml') }, trace)
  expect(context.errors.getErrors()).toEqual([])
  if (!value) throw new Error('There is no action in action.yml')
  expect(convertActionTemplate(context, value)).toMatchObject({
    runs: { using: 'node24', main: 'dist/index.js', post: 'dist/index.js' },
    branding: { icon: 'upload-cloud', color: 'green' },
  })
})

describe.each(workflows)('%s', (file) => {
  const workflow = workflowOf(file)

  test('is understood by GitHub', async () => {
    const { context, value } = parseWorkflow({ name: file, content: textOf(file) }, trace)
    expect(context.errors.getErrors()).toEqual([])
    if (!value) throw new Error(`There is no workflow in ${file}`)
    const { errors, jobs } = await convertWorkflowTemplate(context, value)
    expect(errors ?? []).toEqual([])
    expect(jobs.map(({ id }) => String(id))).toEqual(Object.keys(workflow.jobs))
  })

  test('may only read the code unless a line says more, and ends', () => {
    expect(workflow.permissions?.contents).toBe('read')
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
  })
})

/** The workflows that pages show, or what of them is more than a step, made whole. */
const shown = ['README.md', ...globSync('docs/*.md', { cwd: root }).sort()].flatMap((file) =>
  [...textOf(file).matchAll(/^```yaml\n(.*?)^```$/gms)]
    .map(
      ({ 1: text = '', index }) =>
        [`${file}:${textOf(file).slice(0, index).split('\n').length}`, text] as const,
    )
    // A job without steps is a part of one.
    .filter(([, text]) => /^on:/m.test(text) || /^ {4}steps:/m.test(text)),
)

test.each(shown)('GitHub understands the workflow at %s', (place, text) => {
  const on = /^on:/m.test(text) ? '' : 'on: push\n'
  const jobs = /^jobs:/m.test(text) ? '' : 'jobs: { a: { runs-on: ubuntu-latest, steps: [{ run: a }] } }\n'
  const { context } = parseWorkflow({ name: place, content: `${on}${text}${jobs}` }, trace)
  expect(context.errors.getErrors().map(String)).toEqual([])
})

test('pages show workflows', () => {
  expect(shown.length).toBeGreaterThan(3)
})

test('the workflow that may write runs no action but by its commit', () => {
  const { jobs } = workflowOf('.github/workflows/release.yml')
  const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []))
  expect(used.length).toBeGreaterThan(0)
  for (const uses of used) expect(uses).toMatch(/@[0-9a-f]{40}$/)
  for (const line of textOf('.github/workflows/release.yml').matchAll(/uses: .*/g))
    expect(line[0]).toMatch(/ # v\d+\.\d+\.\d+$/)
})

test('the release may write only where it is made, behind the tests and the provenance', () => {
  const { permissions, jobs } = workflowOf('.github/workflows/release.yml')
  expect(permissions).toEqual({ contents: 'read' })
  expect(jobs.check?.permissions).toBeUndefined()
  expect(jobs.provenance).toMatchObject({ needs: 'check' })
  expect(jobs.provenance?.permissions).toEqual({
    contents: 'read',
    'id-token': 'write',
    attestations: 'write',
  })
  expect(jobs.release).toMatchObject({ needs: ['check', 'provenance'] })
  expect(jobs.release?.permissions).toEqual({ contents: 'write' })
})

test('where the release may write, nothing is installed, and elsewhere no credentials stay', () => {
  const { jobs } = workflowOf('.github/workflows/release.yml')
  for (const { permissions, steps } of Object.values(jobs)) {
    const mayWrite = permissions?.contents === 'write'
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts).toHaveLength(1)
    expect(checkouts[0]?.with?.['persist-credentials']).toBe(mayWrite ? undefined : false)
    const runs = steps.flatMap(({ run }) => run ?? [])
    expect(runs.some((run) => /\bnp[mx]\b/.test(run))).toBe(!mayWrite)
  }
})

test('the script of the release needs no package', () => {
  const files = ['scripts/release.ts', ...globSync('scripts/release/*.ts', { cwd: root })]
  expect(files.length).toBeGreaterThan(3)
  for (const file of files)
    for (const [, from] of textOf(file).matchAll(/^import .* from '([^']+)'$/gm))
      expect(from, file).toMatch(/^(?:node:[\w/]+|\.\.?\/(?:release\/)?[\w-]+\.ts)$/)
})

test('no expression of the release becomes text of a script', () => {
  const { jobs } = workflowOf('.github/workflows/release.yml')
  for (const { run = '' } of Object.values(jobs).flatMap(({ steps }) => steps))
    expect(run).not.toContain('${{')
})
