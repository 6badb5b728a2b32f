import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { GithubContext } from '../runner-context.ts'
import type { Shape } from './shapes/example.ts'

/** An event as it reaches a workflow. */
export interface Delivery {
  /** Its name, for `GITHUB_EVENT_NAME`. */
  readonly name: string
  /** What `GITHUB_EVENT_PATH` holds. */
  readonly payload: Shape
  /** What the event makes of the `github` context. */
  readonly context: Partial<GithubContext>
}

const require = createRequire(import.meta.url)
const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } })
addFormats.default(ajv)
let isRead = false

/** Throws where a payload is not what the community's schemas of GitHub's payloads describe. */
export const checkPayload = (name: string, payload: Shape): void => {
  // The schemas are large: they are read when they are first needed.
  if (!isRead) ajv.addSchema(require('@octokit/webhooks-schemas') as object, 'webhooks')
  isRead = true
  const kind = typeof payload.action === 'string' ? payload.action : 'event'
  const validate = ajv.getSchema(`webhooks#/definitions/${name}$${kind}`)
  if (!validate) throw new Error(`There is no schema of ${name} ${kind}.`)
  if (validate(payload)) return
  throw new Error(`The payload of ${name} ${kind} is none: ${ajv.errorsText(validate.errors)}`)
}

/** The same event for a workflow that listens to `pull_request_target`: it runs on the base branch. */
export const asTarget = ({ payload, context }: Delivery): Delivery => {
  const { base } = payload.pull_request as { readonly base: { readonly ref: string; readonly sha: string } }
  return {
    name: 'pull_request_target',
    payload,
    context: { ...context, event_name: 'pull_request_target', ref: `refs/heads/${base.ref}`, sha: base.sha },
  }
}
