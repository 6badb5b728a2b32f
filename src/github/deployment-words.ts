import type { WorkflowRun } from '../commands/invocation.ts'
import type { Announcement } from '../report/announcement.ts'
import { veil } from './mask.ts'
import type { Ending } from './tell.ts'

/** What a deployment carries of where it comes from; by it, a run knows its own. */
export interface DeploymentPayload {
  readonly deployer: 'jetee/deploy'
  readonly run: number
  readonly attempt: number
  readonly project: string
  readonly configuration: string
}

/** The payload of a run's deployment. */
export const payloadOf = (
  { project, configuration }: Announcement,
  { id, attempt }: WorkflowRun,
): DeploymentPayload => ({ deployer: 'jetee/deploy', run: id, attempt, project, configuration })

/** Whether a deployment is one of the deployer's, whichever run's. */
export const isOurs = (payload: unknown): boolean => Object(asObject(payload)).deployer === 'jetee/deploy'

/** Whether a deployment's payload is this one. */
export const isSame = (payload: unknown, own: DeploymentPayload): boolean => {
  const found = Object(asObject(payload)) as Record<string, unknown>
  return Object.entries(own).every(([name, value]) => found[name] === value)
}

/** GitHub gives a payload back as it came: an object, or JSON in a text. */
const asObject = (payload: unknown): unknown => {
  if (typeof payload !== 'string') return payload
  try {
    return JSON.parse(payload)
  } catch {
    return undefined
  }
}

/** What a deployment is, in a line. */
export const deploymentDescription = ({ command, project, configuration }: Announcement): string =>
  capped(`${command}: ${project} (${configuration})`)

/** What GitHub is told of how a deployment ended. */
export interface FinalStatus {
  /** `inactive` for what never became what visitors see, though nothing failed; `error` for what somebody cancelled. */
  readonly state: 'success' | 'failure' | 'error' | 'inactive'
  readonly description: string
}

/** How a deployment ended, as GitHub is told it. A run with nothing to do has its commit live all the same. */
export const finalStatus = (ending: Ending): FinalStatus => {
  if (ending.kind === 'failure')
    return {
      state: ending.isCancelled ? 'error' : 'failure',
      description: capped(ending.details.what),
    }
  const { result } = ending
  if (result.kind !== 'deployed')
    return {
      state: 'inactive',
      description: capped(result.kind === 'done' ? result.sentence : 'Nothing was deployed'),
    }
  const { release, changed } = result.outcome
  const live = release === undefined ? 'No release is live yet' : `Release ${release} is live`
  return { state: 'success', description: changed ? live : `${live}: there was nothing to do` }
}

/** Characters of a description that GitHub takes. */
const most = 140

const capped = (text: string): string => {
  // Before it is cut: the first half of a secret is not known for one.
  const line = veil(text).replaceAll(/\s+/g, ' ')
  // A character of two halves is not cut between them.
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
