import { inRepository, notFound, type Operations, ok, type RepositoryCall } from '../operation.ts'
import { page } from '../pages.ts'
import { labelShape } from '../shapes/label.ts'
import { listedPullShape, pullShape } from '../shapes/pull.ts'
import type { PullState } from '../state.ts'

const read = [{ name: 'pull-requests', level: 'read' }] as const
const readIssue = [{ name: 'issues', level: 'read' }, ...read] as const
const writeIssue = [
  { name: 'issues', level: 'write' },
  { name: 'pull-requests', level: 'write' },
] as const

const findPull = ({ repository, params }: RepositoryCall): PullState | undefined =>
  repository.pulls.find(({ number }) => String(number) === (params.pull_number ?? params.issue_number))

const labels = ({ world, repository }: RepositoryCall, pull: PullState) =>
  [...pull.labels].map((name) => labelShape(world, repository.fullName, name))

/** Pull requests and their labels. */
export const pullOperations = {
  'pulls/list': inRepository(read, (call) => {
    const { world, repository, query } = call
    const { state = 'open', head, base, direction } = query
    const fitting = repository.pulls.filter(
      (pull) =>
        (state === 'all' || (pull.closedAt === null) === (state === 'open')) &&
        (head === undefined || head === `${pull.headOwner}:${pull.branch}`) &&
        (base === undefined || base === pull.base),
    )
    const ordered = direction === 'asc' ? fitting : fitting.toReversed()
    return page(
      call,
      ordered.map((pull) => listedPullShape(world, repository, pull)),
    )
  }),
  'pulls/get': inRepository(read, (call) => {
    const found = findPull(call)
    return found ? ok(pullShape(call.world, call.repository, found)) : notFound
  }),
  'issues/list-labels-on-issue': inRepository(readIssue, (call) => {
    const found = findPull(call)
    return found ? page(call, labels(call, found)) : notFound
  }),
  'issues/add-labels': inRepository(writeIssue, (call) => {
    const found = findPull(call)
    if (!found) return notFound
    for (const label of (call.body.labels ?? []) as readonly (string | { readonly name: string })[])
      found.labels.add(typeof label === 'string' ? label : label.name)
    return ok(labels(call, found))
  }),
  'issues/remove-label': inRepository(writeIssue, (call) => {
    const found = findPull(call)
    if (!found?.labels.delete(call.params.name ?? '')) return notFound
    return ok(labels(call, found))
  }),
} satisfies Operations
