import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { GithubContext } from '../runner-context.ts'
import { examplePayload, type Shape } from './shapes/example.ts'
import { repositoryShape } from './shapes/repository.ts'
import { userShape } from './shapes/user.ts'
import type { RepositoryState, World } from './state.ts'

/** An event as it reaches a workflow. */
export interface Delivery {
  /** Its name, for `GITHUB_EVENT_NAME`. */
  readonly name: string
  /** What `GITHUB_EVENT_PATH` holds. */
  readonly payload: Shape
  /** What the event makes of the `github` context. */
  readonly context: Partial<GithubContext> & Pick<GithubContext, 'ref' | 'sha'>
  /** The default branch as it was then, on which workflows of some events run. */
  readonly onDefaultBranch: Pick<GithubContext, 'ref' | 'sha'>
}

/** What an event is about. */
export interface Happening {
  readonly name: string
  /** What GitHub calls it besides, such as `opened`. */
  readonly action?: string
  /** Who did it. */
  readonly sender: string
  /** What of the payload is neither the example's nor the same for all events. */
  readonly fields: Shape
  /** What it is about; the default branch unless it is said. */
  readonly context?: Partial<GithubContext>
}

/** Makes the event of something that has happened in a repository. */
export const deliver = async (
  world: World,
  repository: RepositoryState,
  { name, action, sender, fields, context }: Happening,
): Promise<Delivery> => {
  // An App's webhook and an organization's have more; a workflow gets neither.
  const { installation: _, organization: __, ...example } = examplePayload(name, action)
  const payload = {
    ...example,
    ...fields,
    repository: repositoryShape(world, repository),
    sender: userShape(world, sender),
  }
  checkPayload(name, payload)
  const onDefaultBranch = {
    ref: `refs/heads/${repository.defaultBranch}`,
    sha: await repository.origin.head(repository.defaultBranch),
  }
  return {
    name,
    payload,
    context: {
      event_name: name,
      repository: repository.fullName,
      actor: sender,
      ...onDefaultBranch,
      ...context,
    },
    onDefaultBranch,
  }
}

/** The same event of a pull request for a workflow that listens to `pull_request_target`. */
export const asTarget = ({ payload, context, onDefaultBranch }: Delivery): Delivery => ({
  name: 'pull_request_target',
  payload,
  context: { ...context, event_name: 'pull_request_target', ...onDefaultBranch },
  onDefaultBranch,
})

const require = createRequire(import.meta.url)
// Without the schemas' references in place of one another, which would take ten seconds.
const ajv = new Ajv({
  strict: false,
  inlineRefs: false,
  validateSchema: false,
  code: { optimize: false },
})
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
