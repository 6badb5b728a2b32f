import type { Repository } from '../checkout.ts'

/** What a person may do in a repository. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read'

/** A deploy key. */
export interface KeyState {
  readonly id: number
  readonly title: string
  /** Type and key, without the comment, as GitHub keeps it. */
  readonly key: string
  readonly isReadOnly: boolean
  /** Whether GitHub no longer lets it in, although it is still there. */
  readonly isDisabled?: boolean
  readonly createdAt: string
}

/** A status of a deployment. */
export interface DeploymentStatusState {
  readonly id: number
  readonly state: string
  readonly creator: string
  readonly description: string
  readonly environment: string
  readonly environmentUrl: string
  readonly logUrl: string
  readonly createdAt: string
}

/** A deployment. */
export interface DeploymentState {
  readonly id: number
  readonly sha: string
  readonly ref: string
  readonly task: string
  readonly payload: unknown
  readonly environment: string
  readonly description: string | null
  readonly isTransient: boolean
  readonly isProduction: boolean
  readonly creator: string
  readonly createdAt: string
  /** The first is the oldest. */
  readonly statuses: DeploymentStatusState[]
}

/** A comment of an issue or a pull request. */
export interface CommentState {
  readonly id: number
  /** Number of the issue. */
  readonly issue: number
  readonly author: string
  readonly createdAt: string
  body: string
  updatedAt: string
}

/** A pull request. */
export interface PullState {
  readonly id: number
  readonly number: number
  readonly title: string
  readonly body: string | null
  readonly author: string
  /** Its branch, in `head`. */
  readonly branch: string
  readonly base: string
  /** Repository of its branch; undefined when that is gone. */
  head: RepositoryState | undefined
  /** Owner of that repository, which stays when it is gone. */
  readonly headOwner: string
  readonly createdAt: string
  headSha: string
  baseSha: string
  /** The test merge of `refs/pull/N/merge`; null on conflict. */
  mergeSha: string | null
  isMerged: boolean
  closedAt: string | null
  updatedAt: string
  readonly labels: Set<string>
}

/** A run of a workflow. */
export interface RunState {
  readonly id: number
  readonly attempt: number
  /** Path of its file, such as `.github/workflows/deploy.yml`. */
  readonly workflow: string
  readonly event: string
  readonly branch: string | null
  readonly sha: string
  readonly actor: string
  readonly createdAt: string
  readonly jobs: readonly { readonly id: number; readonly name: string }[]
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: 'success' | 'failure' | 'cancelled' | null
}

/** A repository. */
export interface RepositoryState {
  readonly id: number
  readonly owner: string
  readonly name: string
  /** `owner/name`. */
  readonly fullName: string
  readonly isPrivate: boolean
  readonly isFork: boolean
  readonly defaultBranch: string
  /** Its commits, trees, branches and tags. */
  readonly origin: Repository
  readonly createdAt: string
  readonly collaborators: Map<string, Role>
  readonly keys: KeyState[]
  readonly deployments: DeploymentState[]
  /** Environments that there are, by name. */
  readonly environments: Map<string, { readonly id: number; readonly createdAt: string }>
  readonly comments: CommentState[]
  readonly pulls: PullState[]
  readonly runs: RunState[]
  readonly dispatches: { readonly workflow: string; readonly ref: string; readonly inputs: unknown }[]
  /** States of commit statuses and checks: by commit, then by context. */
  readonly statuses: Map<string, Map<string, string>>
}

/** All that GitHub has. */
export interface World {
  /** Address of the API, without a slash at its end. */
  readonly apiUrl: string
  readonly serverUrl: string
  readonly isEnterprise: boolean
  /** Where `ssh_url` leads. */
  sshHost: string
  /** Host keys of `sshHost`, as `type key`, for `GET /meta`. */
  sshKeys: readonly string[]
  readonly repositories: Map<string, RepositoryState>
  /** Hears of a deploy key that has come or gone. */
  keysChanged: () => Promise<void>
  /** A number that nothing else has. */
  readonly nextId: () => number
}

/** The time as GitHub writes it. */
export const now = (): string => new Date().toISOString().replace(/\.\d+/, '')
