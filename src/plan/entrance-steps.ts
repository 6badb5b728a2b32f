import type { EntranceStack, EntranceState } from '../stack/entrance.ts'
import { entranceContainer, labels } from '../stack/layout.ts'
import { ownContainer } from './find-container.ts'
import type { DesiredState, Facts } from './plan.ts'
import type { Problem } from './problem.ts'
import { whyRenew } from './renewal.ts'
import type { Step } from './steps.ts'

/** What is to be done for the project's entrance, and what may be in its way. */

/** The step that brings the entrance's container to what it should be; none when it is. */
export const entranceSteps = (desired: DesiredState, facts: Facts): readonly Step[] => {
  const { entrance } = desired
  if (!entrance) return []
  const { now, reason } = stateOf(desired, entrance, facts)
  if (now === 'running') return []
  const titles = {
    missing: 'Create the entrance',
    other: 'Renew the entrance',
    stopped: 'Start the entrance',
  }
  return [
    {
      id: 'entrance',
      title: titles[now],
      reason,
      after: ['docker', 'folders', 'network', 'discovery'],
      action: { kind: 'entrance', entrance, now },
    },
  ]
}

/**
 * The step that has an entrance load another configuration. The question for health is part of it: it is for the release
 * that the file belongs to, and that is the live one behind the switch.
 */
export const entranceConfSteps = (desired: DesiredState, facts: Facts): readonly Step[] => {
  const { entrance } = desired
  if (!entrance || facts.host.entranceConf === entrance.conf) return []
  if (stateOf(desired, entrance, facts).now !== 'running') return []
  return [
    {
      id: 'entrance',
      title: 'Set up the entrance',
      reason: 'its configuration has changed',
      after: ['switch'],
      action: { kind: 'entrance', entrance, now: 'running' },
    },
  ]
}

/** A project that has no web process any more has no entrance: once its last release with one is gone. */
export const entranceRemovalSteps = ({ project, entrance }: DesiredState, facts: Facts): readonly Step[] => {
  if (entrance || !ownContainer(project, entranceContainer(project), facts)) return []
  return [
    {
      id: 'entrance removal',
      title: 'Remove the entrance',
      reason: 'the project has no web process',
      after: ['switch'],
      action: { kind: 'entrance', entrance: undefined, now: 'other' },
    },
  ]
}

/** The name of the entrance, where another project on the server has it: `shop` with a service `a-app`, and `shop-a`. */
export const entranceProblems = (
  { project, entrance }: DesiredState,
  { engine }: Facts,
): readonly Problem[] => {
  const other = engine.containers.find(
    ({ name, labels: own }) => name === entrance?.containerName && own[labels.project] !== project,
  )
  if (!other) return []
  return [
    {
      what: `The name ${other.name} is taken on this server`,
      why: `It belongs to the project ${other.labels[labels.project]}.`,
      next: 'Set another `project_name`.',
    },
  ]
}

/** What there is of an entrance, and why it is not what it should be. */
const stateOf = (
  desired: DesiredState,
  { spec }: EntranceStack,
  facts: Facts,
): { readonly now: EntranceState; readonly reason: string } => {
  const container = ownContainer(desired.project, entranceContainer(desired.project), facts)
  if (!container) return { now: 'missing', reason: 'the project has none' }
  const renewal = whyRenew(desired, spec, container, facts)
  if (renewal !== undefined) return { now: 'other', reason: renewal }
  return container.running ? { now: 'running', reason: '' } : { now: 'stopped', reason: 'it does not run' }
}
