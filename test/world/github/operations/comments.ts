import {
  created,
  inRepository,
  invalid,
  noContent,
  notFound,
  type Operations,
  ok,
  type RepositoryCall,
} from '../operation.ts'
import { page } from '../pages.ts'
import { commentShape } from '../shapes/comment.ts'
import { type CommentState, now } from '../state.ts'

const read = [
  { name: 'issues', level: 'read' },
  { name: 'pull-requests', level: 'read' },
] as const
const write = [
  { name: 'issues', level: 'write' },
  { name: 'pull-requests', level: 'write' },
] as const

/** Characters that a comment may have. */
const bodyLimit = 65_536

/** What a text that is no comment's is answered with; undefined for any other. */
const refuseBody = (body: unknown) => {
  const text = String(body)
  if (text.trim() === '') return invalid('IssueComment', 'data', 'Body cannot be blank', 'unprocessable')
  return text.length > bodyLimit
    ? invalid(
        'IssueComment',
        'data',
        `Body is too long (maximum is ${bodyLimit} characters)`,
        'unprocessable',
      )
    : undefined
}

const findComment = ({ repository, params }: RepositoryCall): CommentState | undefined =>
  repository.comments.find(({ id }) => String(id) === params.comment_id)

/** Comments of issues, and of pull requests, which are issues too. */
export const commentOperations = {
  'issues/list-comments': inRepository(read, (call) => {
    const { world, repository, params, query } = call
    if (!repository.pulls.some(({ number }) => String(number) === params.issue_number)) return notFound
    const fitting = repository.comments.filter(
      ({ issue, updatedAt }) => String(issue) === params.issue_number && updatedAt >= (query.since ?? ''),
    )
    return page(
      call,
      fitting.map((comment) => commentShape(world, repository, comment)),
    )
  }),
  'issues/get-comment': inRepository(read, (call) => {
    const found = findComment(call)
    return found ? ok(commentShape(call.world, call.repository, found)) : notFound
  }),
  'issues/create-comment': inRepository(write, ({ world, repository, params, body, caller }) => {
    const pull = repository.pulls.find(({ number }) => String(number) === params.issue_number)
    if (!pull) return notFound
    const wrong = refuseBody(body.body)
    if (wrong) return wrong
    const createdAt = now()
    const added: CommentState = {
      id: world.nextId(),
      issue: pull.number,
      author: caller?.login ?? 'ghost',
      body: String(body.body),
      createdAt,
      updatedAt: createdAt,
    }
    repository.comments.push(added)
    return created(commentShape(world, repository, added))
  }),
  'issues/update-comment': inRepository(write, (call) => {
    const found = findComment(call)
    if (!found) return notFound
    const wrong = refuseBody(call.body.body)
    if (wrong) return wrong
    found.body = String(call.body.body)
    found.updatedAt = now()
    return ok(commentShape(call.world, call.repository, found))
  }),
  'issues/delete-comment': inRepository(write, (call) => {
    const found = findComment(call)
    if (!found) return notFound
    call.repository.comments.splice(call.repository.comments.indexOf(found), 1)
    return noContent
  }),
} satisfies Operations
