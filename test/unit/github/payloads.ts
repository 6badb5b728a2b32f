import { createRequire } from 'node:module'
import type { Invocation } from '../../../src/commands/invocation.ts'
import { parseInput } from '../../../src/commands/line.ts'
import { chooseConfiguration, type Decision, type Trigger } from '../../../src/configuration/choose.ts'
import type { DeploymentFile } from '../../../src/configuration/configuration.ts'
import { loadDeployment } from '../../../src/configuration/load.ts'
import { readEvent, readRef } from '../../../src/github/event.ts'

/** What is decided on GitHub's own payloads. */

/** A payload, as far as a test changes it. */
export type Payload = Readonly<Record<string, unknown>>

interface Examples {
  readonly name: string
  readonly examples: readonly Payload[]
}

const all = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly Examples[]

/** Every payload of an event, of one activity where it is given. */
export const payloadsOf = (event: string, action?: string): readonly Payload[] =>
  (all.find(({ name }) => name === event)?.examples ?? []).filter(
    (payload) => action === undefined || payload.action === action,
  )

/** The environment of the job that an event starts, as GitHub documents it for each. */
export const jobOf = (event: string, payload: unknown): Readonly<Record<string, string>> => {
  const { ref, release, number, pull_request: pull } = Object(payload)
  const full = event.startsWith('pull_request')
    ? event === 'pull_request_target'
      ? 'refs/heads/master'
      : `refs/pull/${number ?? pull?.number}/merge`
    : event === 'release'
      ? `refs/tags/${release?.tag_name}`
      : event === 'push' || event === 'workflow_dispatch'
        ? String(ref)
        : 'refs/heads/master'
  return {
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: full,
    GITHUB_REF_NAME: full.replace(/^refs\/[^/]+\//, ''),
    GITHUB_REF_TYPE: full.startsWith('refs/tags/') ? 'tag' : 'branch',
  }
}

/** A deployment file of two configurations, with or without `previews`. */
export const fileWith = (previews?: Readonly<Record<string, unknown>>): DeploymentFile => {
  const target = { hostname: 'a.de', primary_service: { project: {} } }
  return loadDeployment(
    JSON.stringify({
      configurations: {
        Staging: { ...target, branches: ['master'] },
        Production: { ...target, branches: ['[0-9]*'] },
      },
      ...(previews && { previews }),
    }),
    'deployment.yml',
  )
}

/** What is asked for beside the event. */
export interface Asked {
  readonly command?: string
  readonly configuration?: string
  readonly preview?: number
}

/** What a run was started by, from the payload. */
export const triggerOf = (event: string, payload: unknown): Trigger => {
  const job = jobOf(event, payload)
  const happened = readEvent(job, payload)
  return { event, ref: happened?.kind === 'release' ? happened.ref : readRef(job), happened }
}

/** What is decided. */
export const decide = (
  event: string,
  payload: unknown,
  file: DeploymentFile,
  { command = 'build all', configuration, preview }: Asked = {},
): Decision =>
  chooseConfiguration(file, {
    command: parseInput(command).command,
    configuration,
    preview,
    trigger: triggerOf(event, payload),
  } satisfies Pick<Invocation, 'command' | 'configuration' | 'preview' | 'trigger'>)

/** A decision in one line. */
export const told = (decision: Decision, { command = 'build all' }: Asked = {}): string => {
  const { kind, because } = decision
  switch (kind) {
    case 'deploy':
      return `${parseInput(command).command.kind === 'deploy' ? 'deploys' : 'works on'} ${decision.name}: ${because}`
    case 'check':
      return `checks the file: ${because}`
    case 'preview':
      return `brings the preview up: ${because}`
    case 'named-preview':
      return `works on preview ${decision.number}: ${because}`
    case 'remove-previews':
      return `removes the preview of ${'number' in decision.of ? `pull request ${decision.of.number}` : `the branch ${decision.of.branch}`}: ${because}`
    case 'unlabel':
      return `takes the label \`${decision.label}\` off: ${because}`
    case 'nothing':
      return `nothing: ${because}`
  }
}

/** How a pull request's payload differs from GitHub's own. */
export interface PullChange {
  /** The label that was put on or taken off. */
  readonly label?: string
  /** The labels that it has. */
  readonly labels?: readonly string[]
  readonly sender?: string
  /** Who wrote it. */
  readonly user?: string
  /** `owner/name` of the repository of its branch; null when that is gone. */
  readonly head?: string | null
  readonly merged?: boolean
  readonly state?: string
  /** Name of the base branch that it had before. */
  readonly baseBefore?: string
  /** Full name of the base's commit. */
  readonly baseSha?: string
}

/** GitHub's payload of an activity of a pull request, changed; `edited` and `closed` by a merge are made of others. */
export const pullPayload = (action: string, change: PullChange = {}): Payload => {
  const [example] = payloadsOf('pull_request', action === 'edited' ? 'opened' : action)
  if (!example) throw new Error(`There is no payload of ${action}`)
  const payload = structuredClone(example) as {
    readonly pull_request: { readonly head: object; readonly base: object }
  }
  const { pull_request: pull } = payload
  const { label, labels = [], sender, user, head, merged, state, baseBefore, baseSha } = change
  return {
    ...payload,
    action,
    ...(label !== undefined && { label: { name: label } }),
    ...(sender !== undefined && { sender: { login: sender } }),
    ...(action === 'edited' && {
      changes: baseBefore === undefined ? { title: { from: 'A' } } : { base: { ref: { from: baseBefore } } },
    }),
    pull_request: {
      ...pull,
      labels: labels.map((name) => ({ name })),
      ...(merged !== undefined && { merged }),
      ...(state !== undefined && { state }),
      ...(user !== undefined && { user: { login: user } }),
      ...(baseSha !== undefined && { base: { ...pull.base, sha: baseSha } }),
      ...(head !== undefined && {
        head: { ...pull.head, repo: head === null ? null : { full_name: head } },
      }),
    },
  }
}

/** A push or `delete` of a branch that is gone, made of GitHub's own of a tag. */
export const deletionPayload = (event: 'push' | 'delete', branch: string): Payload => ({
  ...payloadsOf(event).find(({ deleted, ref_type: type }) => deleted === true || type === 'tag'),
  ref: event === 'push' ? `refs/heads/${branch}` : branch,
  ...(event === 'delete' && { ref_type: 'branch' }),
})

/** GitHub's payload of a release that is published, of another tag. */
export const releasePayload = (tag: string): Payload => {
  const [example] = payloadsOf('release', 'published')
  return { ...example, release: { ...Object(example?.release), tag_name: tag } }
}

/** GitHub's payload of another workflow that ended, changed. */
export const workflowRunPayload = (change: Payload): Payload => {
  const [example] = payloadsOf('workflow_run', 'completed')
  return { ...example, workflow_run: { ...Object(example?.workflow_run), ...change } }
}
