import type { Answer } from './description.ts'
import type { RepositoryState, World } from './state.ts'
import type { Caller, Need } from './tokens.ts'
import type { OperationId } from './used-operations.ts'

/** A call that may be answered. */
export interface Call {
  readonly world: World
  /** Undefined for whoever shows no token. */
  readonly caller: Caller | undefined
  /** The request's path, below the API's root. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  /** The request's JSON; an empty object without one. It fits the description. */
  readonly body: Readonly<Record<string, unknown>>
}

/** A call about a repository that the caller may see. */
export interface RepositoryCall extends Call {
  readonly repository: RepositoryState
}

/** How an operation is answered, and who may ask. */
export type Operation =
  | { readonly scope: 'world'; readonly needsToken: boolean; answer(call: Call): Answer | Promise<Answer> }
  | {
      readonly scope: 'repository'
      /** One of these permissions. None at all: whoever sees the repository. */
      readonly need: Need
      /** Whether anybody may ask it of a public repository. */
      readonly isPublic: boolean
      answer(call: RepositoryCall): Answer | Promise<Answer>
    }

/** Operations by their names. */
export type Operations = Partial<Record<OperationId, Operation>>

/** An operation on a repository that needs one of some permissions; reading needs none where the repository is public. */
export const inRepository = (
  need: Need,
  answer: (call: RepositoryCall) => Answer | Promise<Answer>,
  { isPublic = need.every(({ level }) => level === 'read') } = {},
): Operation => ({ scope: 'repository', need, isPublic, answer })

/** An answer that all went well. */
export const ok = (body: unknown, headers?: Answer['headers']): Answer => ({
  status: 200,
  body,
  ...(headers && { headers }),
})

/** An answer that something has come into being. */
export const created = (body: unknown): Answer => ({ status: 201, body })

/** An answer that has nothing to say. */
export const noContent: Answer = { status: 204 }

/** An answer that refuses. */
export const refused = (status: number, message: string): Answer => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
})

/** What GitHub answers where there is nothing, or nothing that the caller may see. */
export const notFound: Answer = refused(404, 'Not Found')

/** What GitHub answers to a value that it does not take. */
export const invalid = (resource: string, field: string, message: string, code = 'custom'): Answer => ({
  status: 422,
  body: {
    message: 'Validation Failed',
    errors: [{ resource, code, field, message }],
    documentation_url: 'https://docs.github.com/rest',
    status: '422',
  },
})
