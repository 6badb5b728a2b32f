import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { convertActionTemplate, parseAction } from '@actions/workflow-parser/actions/index'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseInput } from '../../src/commands/line.ts'
import { root } from './sample.ts'

const trace = new NoOperationTraceWriter()
const read = (name: string) => ({ name, content: readFileSync(join(root, name), 'utf8') })
const workflows = globSync(['.github/workflows/*.yml', 'examples/workflows/*.yml'], { cwd: root }).sort()

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
}

interface Workflow {
  readonly permissions?: unknown
  readonly concurrency?: unknown
  readonly jobs: Readonly<
    Record<string, { readonly 'timeout-minutes'?: number; readonly steps: readonly Step[] }>
  >
}

const action = parse(read('action.yml').content) as { readonly inputs: object }

test('there are workflows to check', () => {
  expect(workflows.length).toBeGreaterThan(2)
})

test('GitHub understands action.yml', () => {
  const { context, value } = parseAction(read('action.yml'), trace)
  expect(context.errors.getErrors()).toEqual([])
  if (!value) throw new Error('There is no action in action.yml')
  expect(convertActionTemplate(context, value)).toMatchObject({
    runs: { using: 'node24', main: 'dist/index.js', post: 'dist/index.js' },
    branding: { icon: 'upload-cloud', color: 'green' },
  })
})

describe.each(workflows)('%s', (file) => {
  const { content } = read(file)
  const workflow = parse(content) as Workflow

  test('is understood by GitHub', async () => {
    const { context, value } = parseWorkflow({ name: file, content }, trace)
    expect(context.errors.getErrors()).toEqual([])
    if (!value) throw new Error(`There is no workflow in ${file}`)
    const { errors, jobs } = await convertWorkflowTemplate(context, value)
    expect(errors ?? []).toEqual([])
    expect(jobs.map(({ id }) => String(id))).toEqual(Object.keys(workflow.jobs))
  })

  test('asks for no more than it needs, and ends', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(workflow.concurrency).toBeDefined()
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
  })

  test('gives the action inputs that it has', () => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
    for (const { uses, with: inputs = {} } of steps.filter(({ uses }) => uses?.startsWith('jetee/deploy@')))
      for (const name of Object.keys(inputs)) expect(Object.keys(action.inputs), uses).toContain(name)
  })
})

test('the workflow that is started by hand offers every command', () => {
  const { on } = parse(read('examples/workflows/manual.yml').content)
  const options: readonly string[] = on.workflow_dispatch.inputs.command.options
  for (const option of options) {
    const { command } = parseInput(option)
    expect(command.kind === 'deploy' ? command.name : command.kind).toBe(option)
  }
  expect(options).toHaveLength(5)
})
