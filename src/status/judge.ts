import type { Configuration } from '../configuration/configuration.ts'
import { nameInRelease } from '../logs/names.ts'
import { consulContainer, entranceContainer, nginxContainer, serviceContainer } from '../stack/layout.ts'
import { siteNames } from '../stack/site-names.ts'
import type { ContainerState, StatusFacts } from './facts.ts'
import { processStatuses } from './processes.ts'
import type { ProcessStatus, ServiceStatus, SiteStatus, Status } from './status.ts'

/** Part of the disk that must be free. */
const leastFree = 0.05

/** What facts say of a configuration, and what of it is wrong. */
export const judge = (
  configuration: Configuration,
  hasWeb: boolean,
  where: string,
  facts: StatusFacts,
): Status => {
  const { projectName: project } = configuration
  const services = serviceStatuses(configuration, hasWeb, facts)
  const processes = processStatusesOf(configuration, facts)
  const site = hasWeb && facts.live !== undefined ? siteStatus(configuration, facts) : null
  // nginx and Consul may be there for other projects.
  const own = configuration.services.map(({ name }) => serviceContainer(project, name))
  const isAbsent =
    facts.live === undefined &&
    !services.some(({ container, state }) => own.includes(container) && state !== 'missing')
  const problems = isAbsent
    ? []
    : [
        ...(facts.docker === undefined ? ['Docker does not answer'] : []),
        ...services.flatMap(serviceProblem),
        ...(facts.live === undefined ? ['no release is live'] : releaseProblems(facts.live, processes)),
        ...processes.filter(({ ok }) => !ok).map(({ name, state }) => `process ${name} is ${state}`),
        ...(site && !site.healthy
          ? [`the site ${site.status === null ? 'does not answer' : `answers with status ${site.status}`}`]
          : []),
        ...(facts.disk.freeKiB < facts.disk.totalKiB * leastFree ? ['the disk is nearly full'] : []),
      ]
  return {
    project,
    configuration: configuration.name,
    state: isAbsent ? 'absent' : problems.length > 0 ? 'ailing' : 'well',
    problems,
    server: {
      where,
      os: facts.os,
      kernel: facts.kernel,
      uptimeSeconds: facts.uptimeSeconds,
      load: facts.load,
      processors: facts.processors,
      memory: {
        totalBytes: facts.memory.totalKiB * 1024,
        availableBytes: facts.memory.availableKiB * 1024,
      },
      disk: {
        path: facts.disk.path,
        totalBytes: facts.disk.totalKiB * 1024,
        freeBytes: facts.disk.freeKiB * 1024,
      },
      docker: facts.docker ?? null,
    },
    lockHolder: facts.holder ?? null,
    release:
      facts.live === undefined
        ? null
        : {
            number: facts.live,
            commit: facts.record?.commit ?? null,
            subject: facts.record?.subject ?? null,
            author: facts.record?.author ?? null,
            created: facts.record?.created ?? null,
            settled: facts.settled,
          },
    site,
    services,
    processes,
    deploys: facts.deploys
      .filter((line) => line.project === project)
      .map(({ time, release, commit, actor, run, outcome }) => ({
        time,
        release: release ?? null,
        commit: commit ?? null,
        actor,
        run: run || null,
        outcome,
      }))
      .reverse(),
  }
}

const serviceStatuses = (
  { projectName: project, services, discovery }: Configuration,
  hasWeb: boolean,
  facts: StatusFacts,
): readonly ServiceStatus[] => {
  const expected = [
    ...services.map(({ name }) => ({ name, container: serviceContainer(project, name) })),
    ...(hasWeb
      ? [
          ...(facts.live === undefined ? [] : [{ name: 'entrance', container: entranceContainer(project) }]),
          { name: 'nginx', container: nginxContainer },
        ]
      : []),
    ...(discovery === 'consul' ? [{ name: 'consul', container: consulContainer }] : []),
  ]
  const canAsk = facts.containers.some(({ name, state }) => name === consulContainer && state === 'running')
  return expected.map(({ name, container }) => {
    const found = facts.containers.find((candidate) => candidate.name === container)
    const discovered = (canAsk ? facts.discovered.get(container) : undefined) ?? null
    const health = readHealth(found?.health)
    return {
      name,
      container,
      image: found?.image ?? null,
      state: found?.state ?? 'missing',
      health,
      discovered,
      since: sinceOf(found),
      restarts: found?.restarts ?? 0,
      ok: found?.state === 'running' && health !== 'unhealthy' && discovered !== false,
    }
  })
}

const readHealth = (text: string | null | undefined): ServiceStatus['health'] =>
  text === 'healthy' || text === 'unhealthy' || text === 'starting' ? text : null

/** Since when a container is what it is; Docker writes the year 1 for never. */
const sinceOf = (found: ContainerState | undefined): string | null => {
  const time = found && (found.state === 'running' ? found.started : found.finished)
  return !time || time.startsWith('0001') ? null : time
}

const serviceProblem = ({ name, state, health, discovered, ok }: ServiceStatus): readonly string[] => {
  if (ok) return []
  if (state !== 'running') return [`${name} is ${state}`]
  if (health === 'unhealthy') return [`${name} is unhealthy`]
  return discovered === false ? [`${name} is out of discovery`] : []
}

/** The processes of the live release: supervisor's, or the containers that it consists of. */
const processStatusesOf = (
  { project: { type }, projectName }: Configuration,
  { containers, processes, live, now }: StatusFacts,
): readonly ProcessStatus[] => {
  if (live === undefined) return []
  const own = containers.filter(
    ({ labels }) => labels.release === String(live) && ['primary', 'helper', 'door'].includes(labels.service),
  )
  const main = own.find(({ labels }) => labels.service === 'primary')
  if (type.supervised && main?.state === 'running') {
    const door = own.filter(({ labels }) => labels.service === 'door')
    return [...processStatuses(processes, main.name, now), ...door.map(contained(projectName, live))]
  }
  return own.map(contained(projectName, live))
}

/** A container of its own as a process. */
const contained =
  (project: string, live: number) =>
  (container: ContainerState): ProcessStatus => ({
    name: nameInRelease(container.name, project, live) ?? container.name,
    container: container.name,
    state: container.state,
    since: container.state === 'running' ? sinceOf(container) : null,
    note: container.state === 'exited' ? `it ended with status ${container.exitCode}` : null,
    ok: container.state === 'running',
  })

const releaseProblems = (live: number, processes: readonly ProcessStatus[]): readonly string[] =>
  processes.length === 0 ? [`release ${live} has no process`] : []

const siteStatus = (
  { serverNames, site, project: { healthCheck } }: Configuration,
  facts: StatusFacts,
): SiteStatus => {
  const status = facts.site?.status ?? null
  const { from, to } = healthCheck.status
  return {
    names: siteNames(serverNames, site.redirectWww).served,
    path: healthCheck.path,
    status,
    milliseconds: facts.site ? Math.round(facts.site.seconds * 1000) : null,
    maintenance: facts.maintenance,
    healthy: facts.maintenance ? status === 503 : status !== null && status >= from && status <= to,
  }
}
