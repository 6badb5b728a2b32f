import type { Answer, Description, Received } from './description.ts'
import { type Faults, faultAnswer, type NoAnswer } from './faults.ts'
import { notFound, type Operation, refused } from './operation.ts'
import type { World } from './state.ts'
import { lacking, may, reaches, type Tokens, tokenOf } from './tokens.ts'
import type { OperationId } from './used-operations.ts'

/** What the answers depend on. */
export interface Answering {
  readonly world: World
  readonly description: Description
  readonly tokens: Tokens
  readonly faults: Faults
  readonly operations: Readonly<Record<OperationId, Operation>>
  /** Hears what does not fit the description. */
  readonly violate: (what: string) => void
}

/** Answers a request as GitHub would, or says that it never would. */
export const answer = async (github: Answering, received: Received): Promise<Answer | NoAnswer> => {
  const { description, faults, operations, violate } = github
  const { method, path } = received
  // A status that no client takes for an invitation to try again.
  const violated = (what: string): Answer => {
    violate(`${method} ${path}: ${what}`)
    return refused(400, `The fake of GitHub\u2019s API: ${what}`)
  }
  const described = description.request(received)
  if (!described) return violated('The call is not described.')
  const { operation: name, params, query, mistakes } = described
  const operation = operations[name]
  if (mistakes.length > 0) return violated(mistakes.join('; '))
  const fault = faults.take(method, path)
  if (fault)
    return typeof fault.status === 'string' ? fault.status : faultAnswer({ ...fault, status: fault.status })
  const given = await permitted(github, operation, received, params, query)
  const wrong = description.response(name, given)
  return wrong.length > 0
    ? violated(`The fake\u2019s own answer ${given.status}: ${wrong.join('; ')}`)
    : given
}

const permitted = async (
  { world, tokens }: Answering,
  operation: Operation,
  { headers, body, path }: Received,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const token = tokenOf(headers.authorization)
  const caller = token === undefined ? undefined : tokens.find(token)
  if (headers.authorization !== undefined && !caller) return refused(401, 'Bad credentials')
  const fields = typeof body === 'object' && body !== null ? body : {}
  const call = {
    world,
    caller,
    path,
    params,
    query,
    headers,
    body: fields as Readonly<Record<string, unknown>>,
  }
  if (operation.scope === 'world')
    return operation.needsToken && !caller ? refused(401, 'Requires authentication') : operation.answer(call)
  const wanted = `${params.owner}/${params.repo}`.toLowerCase()
  const repository = [...world.repositories.values()].find(
    ({ fullName }) => fullName.toLowerCase() === wanted,
  )
  const mayRead = repository && (!repository.isPrivate || reaches(caller, repository.fullName))
  if (!mayRead) return notFound
  const isOpen = operation.isPublic && !repository.isPrivate
  if (!isOpen) {
    if (!caller) return refused(401, 'Requires authentication')
    if (!reaches(caller, repository.fullName) || !may(caller, operation.need))
      return lacking(caller, operation.need)
  }
  return operation.answer({ ...call, repository })
}
