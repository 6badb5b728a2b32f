import type { ContainerFact } from '../server/engine/facts.ts'
import { labels, releaseContainer } from '../stack/layout.ts'
import { resolverClash } from './discovery-steps.ts'
import type { DesiredState, Facts } from './plan.ts'
import type { Step, TidyStep } from './steps.ts'

/** What is to be done for the project's releases. */

/** Number of the project's release that a container belongs to; undefined for any other container. */
const releaseOf = (project: string, { name, labels: own }: ContainerFact): number | undefined => {
  const number = Number.parseInt(own[labels.release] ?? '', 10)
  const isOne = own[labels.project] === project && new RegExp(`-${number}(?:-\\d+)?$`).test(name)
  return isOne ? number : undefined
}

/**
 * Releases that an earlier run left half-way, before or behind the switch; `isMended` says whether this one goes on to mend
 * or replace the live one.
 */
export const tidySteps = (project: string, facts: Facts, isMended: boolean): readonly TidyStep[] => {
  const { current, releases } = facts.host
  const half = releases.filter(({ number, good }) => !good && number !== current)
  const live = releases.find(({ number }) => number === current)
  const old = facts.engine.containers.filter((container) => {
    const number = releaseOf(project, container)
    return number !== undefined && number !== current
  })
  const reasons = [
    ...half.map(({ number }) => `release ${number} never went live`),
    ...(live && !live.good ? [`release ${live.number} went live without being settled`] : []),
    ...(half.length === 0 && old.length > 0
      ? [`${old.map(({ name }) => name).join(', ')} should be gone`]
      : []),
  ]
  if (reasons.length === 0) return []
  return [
    {
      id: 'tidy',
      title: 'Tidy up after an interrupted run',
      reason: reasons.join('; '),
      after: [],
      action: {
        kind: 'tidy',
        live: live?.record ? live.number : undefined,
        record: live?.record,
        isMended,
      },
    },
  ]
}

/** The steps to another release; none when the one that is live is as it should be. */
export const releaseSteps = (desired: DesiredState, facts: Facts): readonly Step[] => {
  const { release, services } = desired
  const reason = whyAnew(desired, facts)
  if (reason === undefined) return []
  const number = nextNumber(facts)
  const step = (id: 'image' | 'start' | 'switch', title: string, after: readonly string[]): Step => ({
    id,
    title: `${title} release ${number}`,
    reason,
    after,
    action: { kind: id, release, number },
  })
  return [
    step('image', release.image.kind === 'image' ? 'Fetch' : 'Build', [
      ...['tidy', 'docker', 'folders'],
      // What a pull request has built is not to be quicker than the rules, which are a build's as well.
      ...(desired.preview ? ['isolation'] : []),
    ]),
    step('start', 'Start', [
      ...['image', 'nginx', 'network', 'isolation', 'discovery'],
      ...services.map(({ name }) => `service ${name}`),
      'register',
    ]),
    step('switch', 'Switch to', ['start', 'site']),
  ]
}

/** The number of the next release; none is used twice. */
export const nextNumber = ({ host: { sequence, releases } }: Facts): number =>
  Math.max(sequence, ...releases.map(({ number }) => number)) + 1

/** Why the release that is live is not the one that should be. */
const whyAnew = (desired: DesiredState, facts: Facts): string | undefined => {
  const { project, release } = desired
  const { host, engine } = facts
  const live = host.releases.find(({ number }) => number === host.current)
  if (!live?.record) return 'the project has no release yet'
  if (live.record.spec !== release.hash) return `release ${live.number} is made of something else`
  if (release.digest !== undefined && live.record.digest !== release.digest)
    return 'the image’s tag names another image by now'
  const own = engine.containers.filter((container) => releaseOf(project, container) === live.number)
  const main = own.some(({ name }) => name === releaseContainer(project, live.number))
  const still = own.find(({ running, labels: { [labels.service]: part } }) => !running && part !== 'task')
  if (main && !still) {
    const [clash] = own.flatMap((container) => resolverClash(desired, container, facts) ?? [])
    return clash && `release ${live.number} ${clash}`
  }
  return !still || still.name === releaseContainer(project, live.number)
    ? `the container of release ${live.number} does not run`
    : `the container ${still.name} of release ${live.number} does not run`
}
