import type { ContainerFact } from '../server/engine/facts.ts'
import { entranceContainer, labels } from '../stack/layout.ts'
import type { DesiredState, Facts } from './plan.ts'
import type { Problem } from './problem.ts'
import type { Step } from './steps.ts'

/** What is to be done for the project's entrance, and what may be in its way. */

/** The step that brings the entrance's container to what it should be; none when it is. */
export const entranceSteps = (desired: DesiredState, facts: Facts): readonly Step[] => {
  const { project, entrance } = desired
  if (!entrance || isRunning(desired, facts)) return []
  const container = containerOf(project, facts)
  const common = { id: 'entrance', after: ['docker', 'folders', 'network'] }
  if (!container || container.labels[labels.spec] !== entrance.spec.Labels[labels.spec]) {
    return [
      {
        ...common,
        title: `${container ? 'Renew' : 'Create'} the entrance`,
        reason: container ? 'its specification has changed' : 'the project has none',
        action: { kind: 'entrance', entrance, now: container ? 'other' : 'missing' },
      },
    ]
  }
  return [
    {
      ...common,
      title: 'Start the entrance',
      reason: 'it does not run',
      action: { kind: 'entrance', entrance, now: 'stopped' },
    },
  ]
}

/**
 * The step that has an entrance load another configuration. The question for health is part of it: it is for the release
 * that the file belongs to, and that is the live one behind the switch.
 */
export const entranceConfSteps = (desired: DesiredState, facts: Facts): readonly Step[] => {
  const { entrance } = desired
  if (!entrance || !isRunning(desired, facts) || facts.host.entranceConf === entrance.conf) return []
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
  if (entrance || !containerOf(project, facts)) return []
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

/** Whether the entrance's container is as it should be. */
const isRunning = ({ project, entrance }: DesiredState, facts: Facts): boolean => {
  const container = containerOf(project, facts)
  return container?.running === true && container.labels[labels.spec] === entrance?.spec.Labels[labels.spec]
}

const containerOf = (project: string, { engine }: Facts): ContainerFact | undefined =>
  engine.containers.find(
    ({ name, labels: own }) => name === entranceContainer(project) && own[labels.project] === project,
  )
