import type { Ref } from '../configuration/choose.ts'

/** What GitHub tells of the event that started a run, as far as anything here depends on it. */
export type GithubEvent =
  /** A branch or tag is to be deployed, or whatever a person asks for: push, workflow_dispatch, schedule, release. */
  | { readonly kind: 'ref'; readonly name: string; readonly ref: Ref | undefined }
  /** A branch or tag is gone: `delete`, or a push that deletes. */
  | { readonly kind: 'ref-deleted'; readonly name: string; readonly ref: Ref }
  | PullRequestEvent
  /** A queue of pull requests tries what a merge would give. */
  | { readonly kind: 'merge-group' }
  /** Anything else; what there is to say of it is its name. */
  | { readonly kind: 'other'; readonly name: string }

/** Something happened to a pull request. */
export interface PullRequestEvent {
  readonly kind: 'pull-request'
  readonly name: 'pull_request' | 'pull_request_target'
  /** GitHub's word: `opened`, `reopened`, `synchronize`, `labeled`, `unlabeled`, `closed` and others. */
  readonly action: string
  /** The label that was put on or taken off. */
  readonly label: string | undefined
  /** Who did it. */
  readonly sender: string
  readonly pull: PullRequest
}

/** A pull request. */
export interface PullRequest {
  readonly number: number
  readonly isOpen: boolean
  /** Full name of the commit at its head. */
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
