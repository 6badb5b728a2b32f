import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseInput } from '../../../src/commands/line.ts'
import { root } from '../sample.ts'
import { type Contexts, fill, holds } from './expressions.ts'
import { pullRequest, type Scenario, scenariosOf } from './scenarios.ts'
import { type Job, textOf, type Workflow, workflowOf } from './workflow.ts'

/** The workflows for users: what each of their runs would give the action, by GitHub's own evaluator of expressions. */

const files = globSync('examples/workflows/*.yml', { cwd: root }).sort()
const action = parse(textOf('action.yml')) as { readonly inputs: Readonly<Record<string, object>> }

/** A run of the action in a workflow: its inputs, as it would get them. */
interface Run {
  readonly job: string
  readonly event: string
  readonly inputs: Readonly<Record<string, string>>
}

const runsOf = ({ jobs }: Workflow, { event, contexts }: Scenario): readonly Run[] =>
  Object.entries(jobs)
    .filter(([, job]) => holds(job.if, contexts))
    .flatMap(([job, { steps }]) =>
      steps
        .filter(({ uses }) => uses === 'jetee/deploy@v1')
        .map((step) => ({ job, event, inputs: filled(step.with ?? {}, contexts) })),
    )

const filled = (inputs: Readonly<Record<string, unknown>>, contexts: Contexts) =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, fill(value, contexts)]))

/** The `permissions:` that a run needs to do and to tell all that it can. */
const needs = ({ event, inputs }: Run): Readonly<Record<string, string>> => {
  const { command } = parseInput(inputs.command || 'build all')
  const read = { contents: 'read' }
  if (command.kind === 'check') return read
  if (event === 'pull_request_target' || event === 'delete' || command.kind === 'previews')
    return { ...read, deployments: 'write', 'pull-requests': 'write' }
  return ['deploy', 'rollback', 'restart', 'destroy'].includes(command.kind)
    ? { ...read, deployments: 'write' }
    : read
}

const concurrencyOf = (workflow: Workflow, job: Job) => job.concurrency ?? workflow.concurrency

test('there is one for each way to deploy', () => {
  expect(files.map((file) => file.replace(/.*\//, ''))).toEqual([
    'gated.yml',
    'manual.yml',
    'previews-sync.yml',
    'previews.yml',
    'push.yml',
    'rollback.yml',
    'scheduled.yml',
  ])
})

test('no workflow drops a run of another one that waits', () => {
  const groups = files.map((file) => {
    const workflow = workflowOf(file)
    return scenariosOf(workflow).flatMap(({ contexts }) =>
      Object.values(workflow.jobs).flatMap((job) => {
        const group = concurrencyOf(workflow, job)?.group
        return group === undefined ? [] : [fill(group, contexts)]
      }),
    )
  })
  const all = groups.flatMap((of) => [...new Set(of)])
  expect(all.length).toBeGreaterThan(files.length / 2)
  expect(new Set(all).size).toBe(all.length)
})

describe.each(files)('%s', (file) => {
  const workflow = workflowOf(file)
  const runs = scenariosOf(workflow).flatMap((scenario) => runsOf(workflow, scenario))

  test('gives the action inputs that it has, with values that it takes', () => {
    expect(runs.length).toBeGreaterThan(0)
    for (const { inputs } of runs) {
      for (const name of Object.keys(inputs)) expect(Object.keys(action.inputs)).toContain(name)
      expect(['true', 'false']).toContain(inputs['dry-run'] ?? 'false')
      expect(() => parseInput(inputs.command || 'build all')).not.toThrow()
      expect(inputs).toMatchObject({ 'ssh-private-key': 'a key', 'ssh-known-hosts': 'a host' })
    }
  })

  test('has the permissions that its runs need, and no others', () => {
    for (const [id, job] of Object.entries(workflow.jobs)) {
      const wanted = Object.assign({}, ...runs.filter((run) => run.job === id).map(needs))
      expect(job.permissions ?? workflow.permissions, id).toEqual(wanted)
    }
  })

  test('never cuts off a run that is under way', () => {
    for (const job of Object.values(workflow.jobs))
      expect(concurrencyOf(workflow, job)?.['cancel-in-progress'] ?? false).toBe(false)
  })

  test('lets a run wait only behind those of which the newest is enough', () => {
    const isByHand = Object.keys(workflow.on).join() === 'workflow_dispatch'
    for (const job of Object.values(workflow.jobs))
      expect(concurrencyOf(workflow, job) === undefined).toBe(isByHand)
  })

  test('gives the job an end', () => {
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
  })
})

describe('push.yml', () => {
  const workflow = workflowOf('examples/workflows/push.yml')
  const commands = scenariosOf(workflow).map((scenario) => [
    scenario.event,
    runsOf(workflow, scenario)[0]?.inputs.command,
  ])

  test('deploys pushes and checks pull requests', () => {
    expect(commands).toContainEqual(['push', 'build all'])
    for (const [event, command] of commands) expect(command).toBe(event === 'push' ? 'build all' : 'check')
  })
})

describe('manual.yml', () => {
  const { inputs } = workflowOf('examples/workflows/manual.yml').on.workflow_dispatch ?? {}

  test('offers commands by their names', () => {
    for (const option of inputs?.command?.options ?? []) {
      const { command } = parseInput(option)
      const name = command.kind === 'maintenance' ? `maintenance ${command.on ? 'on' : 'off'}` : command.kind
      expect(command.kind === 'deploy' ? command.name : name).toBe(option)
    }
  })
})

describe('rollback.yml', () => {
  const workflow = workflowOf('examples/workflows/rollback.yml')
  const commandFor = (release: string, despite: boolean) => {
    const contexts = { inputs: { release, 'despite-migrations': despite } }
    const step = workflow.jobs.rollback?.steps.find(({ uses }) => uses === 'jetee/deploy@v1')
    return parseInput(fill(step?.with?.command, contexts)).command
  }

  test('names what is typed and ticked', () => {
    expect(commandFor('', false)).toEqual({ kind: 'rollback', to: undefined, despiteMigrations: false })
    expect(commandFor('41', true)).toEqual({ kind: 'rollback', to: '41', despiteMigrations: true })
  })
})

describe('previews.yml', () => {
  const workflow = workflowOf('examples/workflows/previews.yml')
  const group = ({ contexts }: Scenario) => fill(workflow.concurrency?.group, contexts)

  test('hears of all that may bring a preview or take it down', () => {
    expect(workflow.on.pull_request_target?.types).toEqual(
      expect.arrayContaining(['opened', 'reopened', 'synchronize', 'labeled', 'unlabeled', 'closed']),
    )
    expect(workflow.on).toHaveProperty('delete')
    expect(workflow.on).not.toHaveProperty('pull_request')
  })

  test('lets the runs of a pull request wait for each other, all of them, and for nobody else', () => {
    const one = group(pullRequest('pull_request_target', 'opened', 12))
    expect(group(pullRequest('pull_request_target', 'closed', 12))).toBe(one)
    expect(group(pullRequest('pull_request_target', 'opened', 13))).not.toBe(one)
    expect(workflow.concurrency?.queue).toBe('max')
  })

  test('does nothing for a tag that is deleted', () => {
    const deleted = scenariosOf(workflow).filter(({ event }) => event === 'delete')
    expect(deleted.map((scenario) => runsOf(workflow, scenario).length)).toEqual([1, 0])
  })

  test('runs nothing of what a pull request brings', () => {
    for (const { steps } of Object.values(workflow.jobs))
      for (const step of steps) {
        expect(step).not.toHaveProperty('run')
        expect(Object.keys(step.with ?? {})).not.toContain('ref')
      }
  })
})

describe('gated.yml', () => {
  const { jobs } = workflowOf('examples/workflows/gated.yml')

  test('comes to production behind staging, each in its own environment', () => {
    expect(jobs.production?.needs).toBe('staging')
    for (const job of Object.values(jobs)) {
      const step = job.steps.find(({ uses }) => uses === 'jetee/deploy@v1')
      expect(step?.with?.configuration).toBe(job.environment?.name)
      expect(job.concurrency?.group).toBe(`deploy-${job.environment?.name}`)
    }
  })
})
