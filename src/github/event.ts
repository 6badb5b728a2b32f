import type { Ref } from '../configuration/choose.ts'

/** What GitHub tells of the event that started a run, as far as anything here depends on it. */
export type GithubEvent =
  /** A branch or tag is to be deployed, or whatever a person asks for: push, workflow_dispatch, schedule, repository_dispatch, workflow_call. */
  | { readonly kind: 'ref'; readonly name: string; readonly ref: Ref | undefined }
  /** A branch or tag of the repository is gone: `delete`, or a push that deletes. */
  | { readonly kind: 'ref-deleted'; readonly name: string; readonly ref: Ref }
  | ReleaseEvent
  | WorkflowRunEvent
  | PullRequestEvent
  /** A queue of pull requests tries what a merge would give, on a branch of its own. */
  | { readonly kind: 'merge-group'; readonly name: string }
  /** Anything else; what there is to say of it is its name. */
  | { readonly kind: 'other'; readonly name: string }

/** Something happened to a release of GitHub's. */
export interface ReleaseEvent {
  readonly kind: 'release'
  readonly name: string
  /** GitHub's word: `published`, `released`, `edited`, `deleted` and others. */
  readonly action: string
  /** Its tag. */
  readonly ref: Ref | undefined
}

/** Another workflow was started, or has ended. */
export interface WorkflowRunEvent {
  readonly kind: 'workflow-run'
  readonly name: string
  /** What this run is for, which is the default branch, whatever the other workflow was for. */
  readonly ref: Ref | undefined
  /** Name of the other workflow; empty when it is not told. */
  readonly workflow: string
  /** The branch or tag that the other workflow was for. */
  readonly branch: string | undefined
  /** What came of it, such as `success`; undefined as long as it runs. */
  readonly conclusion: string | undefined
  /** The event that had started it, such as `push`. */
  readonly startedBy: string
}

/** Something happened to a pull request. */
export interface PullRequestEvent {
  readonly kind: 'pull-request'
  /** `pull_request`, `pull_request_target`, or an event of its reviews. */
  readonly name: string
  /** GitHub's word: `opened`, `reopened`, `synchronize`, `labeled`, `unlabeled`, `closed` and others. */
  readonly action: string
  /** The label that was put on or taken off. */
  readonly label: string | undefined
  /** Whether it was `edited` to have another base branch. */
  readonly baseChanged: boolean
  /** Who did it. */
  readonly sender: string
  readonly pull: PullRequest
}

/** A pull request. */
export interface PullRequest {
  readonly number: number
  readonly isOpen: boolean
  /** Whether it was closed by a merge. */
  readonly isMerged: boolean
  /** Full name of the commit at its head; empty when it is not told. */
  readonly headSha: string
  /** Name of its branch. */
  readonly headBranch: string
  /** `owner/name` of the repository of its branch; undefined when that is gone. */
  readonly headRepository: string | undefined
  /** Whether its code is a stranger's: of another repository, or Dependabot's. */
  readonly isFork: boolean
  readonly baseBranch: string
  /** Full name of the commit that the base branch had. */
  readonly baseSha: string
  /** Names of its labels. */
  readonly labels: readonly string[]
}

/** The account of GitHub's that keeps dependencies up to date; GitHub gives its runs no secrets. */
export const dependabot = 'dependabot[bot]'

/** Events whose run is for a pull request's code. */
export const pullRequestEvents: readonly string[] = [
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
]

/** Events by which somebody means a branch or tag. Who calls a workflow from another one hands on its own event. */
const refEvents: readonly string[] = [
  'push',
  'workflow_dispatch',
  'schedule',
  'repository_dispatch',
  'workflow_call',
]

/** Branches that GitHub's merge queue makes and removes by itself. */
const queueBranch = /^(?:refs\/heads\/)?gh-readonly-queue\//

/**
 * Reads an event: its name and ref from the environment of the job, the rest from its payload. Whatever is missing or of
 * another form than GitHub's is as if it were not there, and a pull request of which too little is known has strange code.
 */
export const readEvent = (
  env: Readonly<Record<string, string | undefined>>,
  payload: unknown,
): GithubEvent | undefined => {
  const name = env.GITHUB_EVENT_NAME
  if (!name) return undefined
  if (pullRequestEvents.includes(name)) return readPullRequest(env, name, payload) ?? { kind: 'other', name }
  if (name === 'merge_group') return { kind: 'merge-group', name }
  const text = (...path: readonly string[]) => textAt(payload, ...path)
  const ref = readRef(env)
  switch (name) {
    case 'delete':
      return deletion(name, text('ref_type') === 'tag' ? 'tag' : 'branch', text('ref'))
    case 'release': {
      const tag = text('release', 'tag_name')
      return {
        kind: 'release',
        name,
        action: text('action') ?? '',
        ref: tag === undefined ? ref : { type: 'tag', name: tag },
      }
    }
    case 'workflow_run':
      return {
        kind: 'workflow-run',
        name,
        ref,
        workflow: text('workflow_run', 'name') ?? '',
        branch: text('workflow_run', 'head_branch'),
        conclusion: text('workflow_run', 'conclusion'),
        startedBy: text('workflow_run', 'event') ?? '',
      }
    case 'push': {
      const full = text('ref') ?? env.GITHUB_REF ?? ''
      if (queueBranch.test(full)) return { kind: 'merge-group', name }
      if (at(payload, 'deleted') === true)
        return deletion(
          name,
          full.startsWith('refs/tags/') ? 'tag' : 'branch',
          full.replace(/^refs\/[^/]+\//, '') || undefined,
        )
    }
  }
  return refEvents.includes(name) ? { kind: 'ref', name, ref } : { kind: 'other', name }
}

/** The branch or tag that the run is for, by the job's environment; a pull request's merge commit is neither. */
export const readRef = ({
  GITHUB_REF: full = '',
  GITHUB_REF_NAME: name,
  GITHUB_REF_TYPE: type,
}: Readonly<Record<string, string | undefined>>): Ref | undefined =>
  name && (type === 'branch' || type === 'tag') && !full.startsWith('refs/pull/') ? { type, name } : undefined

const deletion = (name: string, type: Ref['type'], ref: string | undefined): GithubEvent => {
  if (ref === undefined) return { kind: 'other', name }
  return queueBranch.test(ref)
    ? { kind: 'merge-group', name }
    : { kind: 'ref-deleted', name, ref: { type, name: ref } }
}

const readPullRequest = (
  { GITHUB_REF: ref = '' }: Readonly<Record<string, string | undefined>>,
  name: string,
  payload: unknown,
): PullRequestEvent | undefined => {
  const pull = at(payload, 'pull_request')
  const number =
    numberOf(at(pull, 'number')) ??
    numberOf(at(payload, 'number')) ??
    numberOf(Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1]))
  const baseSha = commitAt(pull, 'base', 'sha')
  // Without its base nobody knows whose file decides.
  if (number === undefined || baseSha === '') return undefined
  const action = textAt(payload, 'action') ?? ''
  const headRepository = textAt(pull, 'head', 'repo', 'full_name')
  const baseRepository = textAt(pull, 'base', 'repo', 'full_name')
  const labels = at(pull, 'labels')
  return {
    kind: 'pull-request',
    name,
    action,
    label: textAt(payload, 'label', 'name'),
    baseChanged: action === 'edited' && at(payload, 'changes', 'base') !== undefined,
    sender: textAt(payload, 'sender', 'login') ?? '',
    pull: {
      number,
      isOpen: action !== 'closed' && textAt(pull, 'state') !== 'closed',
      isMerged: at(pull, 'merged') === true || textAt(pull, 'merged_at') !== undefined,
      headSha: commitAt(pull, 'head', 'sha'),
      headBranch: textAt(pull, 'head', 'ref') ?? '',
      headRepository,
      isFork:
        headRepository === undefined ||
        headRepository !== baseRepository ||
        textAt(pull, 'user', 'login') === dependabot,
      baseBranch: textAt(pull, 'base', 'ref') ?? '',
      baseSha,
      labels: Array.isArray(labels) ? labels.flatMap((label) => textAt(label, 'name') ?? []) : [],
    },
  }
}

/** What lies at a path in what was read from JSON; undefined where it leads nowhere. */
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  )

/** Text that is not empty. */
const textAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** Full name of a commit; empty where there is none. */
const commitAt = (value: unknown, ...path: readonly string[]): string => {
  const found = textAt(value, ...path) ?? ''
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : ''
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined
