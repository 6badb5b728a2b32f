import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import addFormats from 'ajv-formats'
import { OpenAPIBackend } from 'openapi-backend'
import { undescribed } from './undescribed.ts'
import type { OperationId } from './used-operations.ts'

/** A request as it came, its path below the API's root. */
export interface Received {
  readonly method: string
  readonly path: string
  /** What stands behind `?`, without it. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  /** What the body's JSON says; undefined without one. */
  readonly body: unknown
}

/** A request that the description knows. */
export interface Described {
  readonly operation: OperationId
  /** Path parameters, as plain text. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** What does not fit the description, a sentence each. */
  readonly mistakes: readonly string[]
}

/** What is sent back. */
export interface Answer {
  readonly status: number
  /** What the body says, to be sent as JSON; a string or a buffer goes as it is, undefined is no body. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** GitHub's description of its API, as far as the fake knows it. */
export interface Description {
  /** Finds the operation of a request, and what is wrong with it; undefined for a call that is not described. */
  request(received: Received): Described | undefined
  /** What of an answer does not fit the description, a sentence each. */
  response(operation: OperationId, answer: Answer): readonly string[]
}

/** Answers that any operation may give, whether its own list names them or not. */
const anywhere = new Set([401, 403, 404, 422, 429])

/** Parameters whose value may have slashes, which GitHub takes raw and encoded alike. */
const withSlashes =
  /^(\/repos\/[^/]+\/[^/]+\/(?:contents|git\/ref|branches|commits|compare|environments)\/)(.+)$/

let description: Promise<Description> | undefined

/** Reads the description, once; its rules are compiled when they are first needed. */
export const readDescription = (): Promise<Description> => {
  description ??= prepare()
  return description
}

const prepare = async (): Promise<Description> => {
  const definition = JSON.parse(await readFile(join(import.meta.dirname, 'description.json'), 'utf8'))
  const backend = new OpenAPIBackend({
    definition,
    quick: true,
    coerceTypes: true,
    ajvOpts: { strict: false, allErrors: true, logger: false, code: { optimize: false } },
    customizeAjv: (ajv) => {
      addFormats.default(ajv)
      // Addresses with placeholders, such as `…/issues{/number}`, which may be anything; seconds since 1970.
      ajv.addFormat('uri-template', true).addFormat('timestamp', true)
      // GitHub's default where there is no address is the empty text.
      return ajv.addFormat('uri', (text) => text === '' || URL.canParse(text))
    },
  })
  await backend.init()
  const { router, validator } = backend
  return {
    request({ method, path, query, headers, body }) {
      // The root of all contents has an empty path, which no route would match.
      const routed = path
        .replace(/\/contents\/?$/, '/contents/%2F')
        .replace(withSlashes, (_, start: string, rest: string) => {
          return start + encodeURIComponent(decodeURIComponent(rest))
        })
      const request = { method, path: routed, query, headers: { ...headers }, body }
      const operation = router.matchOperation(request)
      if (!operation?.operationId) return undefined
      const { errors } = validator.validateRequest(request, operation)
      const parsed = router.parseRequest(request, operation)
      const params = Object.entries(parsed.params).map(([name, value]) => [
        name,
        decodeURIComponent(String(value)),
      ])
      return {
        operation: operation.operationId as OperationId,
        params: Object.fromEntries(params),
        query: Object.fromEntries(new URLSearchParams(query)),
        mistakes: [
          ...sentences(errors),
          // octokit puts what a call without a body does not know there, unless it only reads.
          ...(body !== undefined && !operation.requestBody ? ['The call takes no body'] : []),
        ],
      }
    },
    response(operation, { status, body = null, headers = {} }) {
      const known = router.getOperation(operation)
      if (!known) return [`The description does not know ${operation}.`]
      if (!known.responses?.[status] && !anywhere.has(status))
        return [`${status} is no described answer of ${operation}.`]
      if (status >= 400 && typeof Object(body).message !== 'string')
        return [`An answer ${status} has no message.`]
      if (!known.responses?.[status]) return []
      if (typeof body === 'string' || Buffer.isBuffer(body)) return []
      // As a client gets it, without what JSON does not have.
      const sent = JSON.parse(JSON.stringify(body))
      const schema = Object(known.responses[status]).content?.['application/json']?.schema
      return [
        ...sentences(validator.validateResponse(sent, known, status).errors),
        // A refusal says more than the description knows, such as its status.
        ...(status < 400 && schema ? undescribed(sent, [schema]) : []),
        ...sentences(validator.validateResponseHeaders({ ...headers }, known, { statusCode: status }).errors),
      ]
    },
  }
}

/** What a validator found, a sentence each. */
const sentences = (
  errors: readonly { instancePath: string; message?: string; params: unknown }[] | null | undefined,
): readonly string[] => [
  ...new Set(
    (errors ?? []).map(
      ({ instancePath, message = 'does not fit', params }) =>
        `${instancePath || 'It'} ${message} (${JSON.stringify(params)})`,
    ),
  ),
]
