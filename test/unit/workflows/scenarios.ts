import webhooks, { type WebhookDefinition } from '@octokit/webhooks-examples'
import type { Contexts } from './expressions.ts'
import type { DispatchInput, Workflow } from './workflow.ts'

/** GitHub's examples; their declaration says a module where there is a list. */
const examples = webhooks as unknown as readonly WebhookDefinition[]

/** A way to start a workflow: what the contexts hold then. */
export interface Scenario {
  readonly event: string
  readonly contexts: Contexts
}

/** What people type where a workflow that is started by hand leaves them free. */
const typed: Readonly<Record<string, readonly string[]>> = {
  configuration: ['', 'Staging'],
  release: ['', '41', '9f2c4e8', 'v1.4'],
}

/** Every way to start a workflow, with real payloads, and each choice of one that is started by hand. */
export const scenariosOf = ({ on }: Workflow): readonly Scenario[] => [
  ...Object.keys(on).flatMap((event): readonly Scenario[] => {
    switch (event) {
      case 'push':
        return [scenario(event, payload('push'), { ref: 'refs/heads/main' })]
      case 'schedule':
        return [scenario(event, { schedule: on.schedule?.[0]?.cron }, { ref: 'refs/heads/main' })]
      case 'delete':
        return ['branch', 'tag'].map((kind) =>
          scenario(event, { ...payload('delete'), ref: 'feature/a', ref_type: kind }),
        )
      case 'pull_request':
        return ['opened', 'synchronize', 'reopened'].map((action) => pullRequest(event, action))
      case 'pull_request_target':
        return (on.pull_request_target?.types ?? []).map((action) => pullRequest(event, action))
      case 'workflow_dispatch':
        return choices(on.workflow_dispatch?.inputs ?? {}).map((inputs) =>
          scenario(event, { inputs }, { ref: 'refs/heads/main' }, inputs),
        )
      default:
        throw new Error(`There is no scenario for ${event}`)
    }
  }),
]

/** The event of a pull request, of the kind that GitHub sends. */
export const pullRequest = (event: string, action: string, number = 2): Scenario =>
  scenario(event, withNumber(payload('pull_request', action), number))

const withNumber = (event: Readonly<Record<string, unknown>>, number: number) => ({
  ...event,
  number,
  pull_request: { ...Object(event.pull_request), number },
})

const scenario = (event: string, payload: object, github: object = {}, inputs: object = {}): Scenario => ({
  event,
  contexts: {
    github: { event_name: event, event: payload, ref_name: 'main', ref: 'refs/heads/main', ...github },
    inputs,
    secrets: { SSH_PRIVATE_KEY: 'a key', SSH_KNOWN_HOSTS: 'a host', SECRET_KEY: 'x', PREVIEW_PASSWORD: 'y' },
    steps: {},
  },
})

/** A real payload of an event. */
const payload = (name: string, action?: string): Readonly<Record<string, unknown>> => {
  const found = examples
    .find((of) => of.name === name)
    ?.examples.find((one) => action === undefined || ('action' in one && one.action === action))
  if (!found) throw new Error(`There is no example of ${name} ${action}`)
  return Object(found)
}

/** Every combination of what the inputs may be. */
const choices = (
  inputs: Readonly<Record<string, DispatchInput>>,
): readonly Readonly<Record<string, unknown>>[] =>
  Object.entries(inputs).reduce<readonly Readonly<Record<string, unknown>>[]>(
    (before, [name, { type, options }]) =>
      before.flatMap((some) => valuesOf(name, type, options).map((value) => ({ ...some, [name]: value }))),
    [{}],
  )

const valuesOf = (
  name: string,
  type: DispatchInput['type'],
  options: readonly string[] = [],
): readonly unknown[] => {
  if (type === 'boolean') return [true, false]
  const values = type === 'choice' ? options : typed[name]
  if (!values?.length) throw new Error(`Nobody knows what is typed into ${name}`)
  return values
}
