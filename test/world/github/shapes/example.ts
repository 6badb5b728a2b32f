import { createRequire } from 'node:module'

/** A JSON object. */
export type Shape = Readonly<Record<string, unknown>>

interface Example {
  readonly name: string
  readonly examples: readonly Shape[]
}

const require = createRequire(import.meta.url)

/** All real payloads, from the package's only file. */
const examples = require('@octokit/webhooks-examples') as readonly Example[]

/** A real payload of an event, of a person's repository, as it is plainer; the newest, as the oldest lack fields. */
export const examplePayload = (event: string, action?: string): Shape => {
  const known = examples.find(({ name }) => name === event)?.examples ?? []
  const fitting = known.filter((payload) => action === undefined || payload.action === action)
  const found = fitting.findLast((payload) => !payload.organization) ?? fitting[0]
  if (!found) throw new Error(`There is no example of ${event} ${action ?? ''}.`)
  return found
}

/** The same object with all addresses and names of a repository instead of the example's. */
export const rewrite = <T>(
  value: T,
  from: { readonly fullName: string },
  to: { readonly apiUrl: string; readonly serverUrl: string; readonly fullName: string },
): T => {
  const [fromOwner = '', fromName = ''] = from.fullName.split('/')
  const [owner = '', name = ''] = to.fullName.split('/')
  const text = JSON.stringify(value)
    .replaceAll('https://api.github.com', to.apiUrl)
    .replaceAll('https://github.com', to.serverUrl)
    .replaceAll(from.fullName, to.fullName)
    .replaceAll(`"${fromOwner}"`, `"${owner}"`)
    .replaceAll(`/${fromOwner}`, `/${owner}`)
    .replaceAll(`"${fromName}"`, `"${name}"`)
  return JSON.parse(text) as T
}
