import type { PullState, RepositoryState, World } from '../state.ts'
import { examplePayload, rewrite, type Shape } from './example.ts'
import { labelShape } from './label.ts'
import { repositoryShape } from './repository.ts'
import { nodeId, userShape } from './user.ts'

const payload = examplePayload('pull_request', 'opened')
const example = payload.pull_request as Shape & {
  readonly number: number
  readonly head: { readonly sha: string }
}
const exampleName = (payload.repository as { readonly full_name: string }).full_name

/** A pull request, as payloads have it. */
export const pullPayload = (world: World, repository: RepositoryState, pull: PullState) => {
  const moved = rewrite(example, { fullName: exampleName }, { ...world, fullName: repository.fullName })
  // The example's number stands in its addresses alone.
  const text = JSON.stringify({ ...moved, head: null, base: null })
    .replaceAll(new RegExp(`/(pull|pulls|issues)/${example.number}(?=[/."])`, 'g'), `/$1/${pull.number}`)
    .replaceAll(example.head.sha, pull.headSha)
  const isOwn = pull.head?.fullName === repository.fullName
  return {
    ...(JSON.parse(text) as typeof moved),
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    state: pull.closedAt === null ? 'open' : 'closed',
    title: pull.title,
    body: pull.body,
    user: userShape(world, pull.author),
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged: pull.isMerged,
    merged_at: pull.isMerged ? pull.closedAt : null,
    merged_by: pull.isMerged ? userShape(world, repository.owner) : null,
    merge_commit_sha: pull.mergeSha,
    mergeable: pull.closedAt === null ? pull.mergeSha !== null : null,
    mergeable_state: pull.closedAt !== null ? 'unknown' : pull.mergeSha ? 'clean' : 'dirty',
    labels: [...pull.labels].map((name) => labelShape(world, repository.fullName, name)),
    author_association: isOwn ? 'MEMBER' : 'CONTRIBUTOR',
    auto_merge: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    milestone: null,
    draft: false,
    commits: 1,
    comments: repository.comments.filter(({ issue }) => issue === pull.number).length,
    review_comments: 0,
    head: {
      label: `${pull.headOwner}:${pull.branch}`,
      ref: pull.branch,
      sha: pull.headSha,
      user: userShape(world, pull.headOwner),
      repo: pull.head ? repositoryShape(world, pull.head) : null,
    },
    base: {
      label: `${repository.owner}:${pull.base}`,
      ref: pull.base,
      sha: pull.baseSha,
      user: userShape(world, repository.owner),
      repo: repositoryShape(world, repository),
    },
  }
}

/** A pull request, as the API answers it: its repositories lack what only payloads have. */
export const pullShape = (world: World, repository: RepositoryState, pull: PullState) => {
  const { head, base, ...shape } = pullPayload(world, repository, pull)
  return {
    ...shape,
    head: { ...head, repo: head.repo && withoutProperties(head.repo) },
    base: { ...base, repo: withoutProperties(base.repo) },
  }
}

const withoutProperties = ({ custom_properties: _, ...repository }: Shape): Shape => repository

/** What GitHub has to count or to try, and tells of a single pull request only. */
const ofOneOnly = new Set([
  'merged',
  'merged_by',
  'mergeable',
  'mergeable_state',
  'rebaseable',
  'maintainer_can_modify',
  'comments',
  'review_comments',
  'commits',
  'additions',
  'deletions',
  'changed_files',
])

/** A pull request, as the API lists it among others. */
export const listedPullShape = (world: World, repository: RepositoryState, pull: PullState): Shape =>
  Object.fromEntries(
    Object.entries(pullShape(world, repository, pull)).filter(([name]) => !ofOneOnly.has(name)),
  )
