import { Failure } from '../report/failure.ts'
import { nginxRuns } from '../server/engine/facts.ts'
import type { Owner } from '../server/facts.ts'
import { serviceContainer } from '../stack/layout.ts'
import { hasDiscovery } from './discovery-steps.ts'
import { diskProblems } from './disk-problems.ts'
import { entranceProblems } from './entrance-steps.ts'
import { type DesiredState, type Facts, type Scope, withLiveRestore } from './plan.ts'
import { previewProblems } from './preview-problems.ts'
import type { Problem } from './problem.ts'
import { dataProblems, nameProblems, openPasswordProblems, passwordProblems } from './service-steps.ts'

/**
 * Looks for what would stop a plan half-way, before anything is changed; throws one Failure that names all of it.
 */
export const preflight = (desired: DesiredState, facts: Facts, scope: Scope, where: string): void => {
  const problems = [
    ...dockerProblems(facts),
    ...settingsProblems(facts, scope),
    ...diskProblems(desired, facts, scope),
    ...portProblems(facts, scope),
    ...ownerProblems(desired, facts),
    ...previewProblems(desired, facts),
    ...siteProblems(desired, facts, scope),
    ...(scope.site ? entranceProblems(desired, facts) : []),
    ...(scope.services ? nameProblems(desired.project, desired.services, facts) : []),
    ...(scope.services ? dataProblems(desired.project, desired.services, facts) : []),
    ...(scope.services
      ? passwordProblems(desired.project, desired.services, facts)
      : openPasswordProblems(desired.project, desired.services, facts)),
    ...(scope.services ? [] : unbuiltProblems(desired, facts, scope)),
  ]
  if (problems.length === 0) return
  const [only] = problems
  throw new Failure({
    what:
      problems.length === 1 && only
        ? only.what
        : `The server is not ready: ${problems.length} things are in the way`,
    where,
    why:
      problems.length === 1
        ? only?.why
        : problems.map(({ what, why, next }) => `${what}: ${why} ${next}`).join('\n'),
    stands: 'Nothing on the server was changed.',
    next: problems.length === 1 ? only?.next : 'Clear these, and run the job again.',
  })
}

const dockerProblems = ({ host }: Facts): readonly Problem[] => {
  if (host.hasDocker && host.hasBuildKit) return []
  if (host.hasApt && host.isRoot) return []
  return [
    {
      what: host.hasDocker
        ? 'Docker on the server cannot build with BuildKit'
        : 'There is no Docker on the server',
      why: host.hasApt
        ? 'The login may not install packages.'
        : `It cannot be installed from packages here: there is no apt-get (${host.os}).`,
      next: host.hasDocker
        ? 'Install Docker’s buildx (the package docker-buildx or docker-buildx-plugin) on the server.'
        : 'Install Docker on the server (https://docs.docker.com/engine/install/), or use Debian or Ubuntu.',
    },
  ]
}

/** Settings that are no JSON could not be added to, and the engine would not start with them. */
const settingsProblems = ({ host: { daemonJson } }: Facts, scope: Scope): readonly Problem[] => {
  try {
    if (scope.services) withLiveRestore(daemonJson)
    return []
  } catch (error) {
    return [
      {
        what: 'The settings of Docker on the server cannot be read',
        why: `/etc/docker/daemon.json is not valid JSON: ${(error as Error).message}.`,
        next: 'Correct the file, or remove it.',
      },
    ]
  }
}

const portProblems = ({ host, engine }: Facts, scope: Scope): readonly Problem[] => {
  if (!scope.services || host.port80 === undefined || nginxRuns(engine)) return []
  const [, program, pid] = /"([^"]*)",pid=(\d+)/.exec(host.port80) ?? []
  return [
    {
      what: 'Port 80 of the server is taken',
      why: program ? `The program ${program} (process ${pid}) listens on it.` : 'A program listens on it.',
      next: 'Stop that program and keep it from starting at boot (for a service: `systemctl disable --now NAME`).',
    },
  ]
}

/** Whether a project on the server is the one that is meant: of the same configuration, or of the same pull request. */
const isSameOwner = (now: Owner, owner: Owner): boolean =>
  now.repository === owner.repository &&
  now.configuration === owner.configuration &&
  now.preview?.number === owner.preview?.number &&
  now.preview?.of === owner.preview?.of

/** A project's name that is another one's on the server. */
export const ownerProblems = (
  { project, owner }: Pick<DesiredState, 'project' | 'owner'>,
  { host }: Facts,
): readonly Problem[] => {
  const now = host.owner
  if (!now || isSameOwner(now, owner)) return []
  return [
    {
      what: `The project name ${project} is taken on this server`,
      why: `It belongs to ${now.repository}, configuration ${now.configuration}${now.preview ? `, pull request ${now.preview.number}` : ''}.`,
      next: `Set another \`project_name\`, such as ${project}-${owner.configuration.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.`,
    },
  ]
}

const describeOwner = (owner: Owner | undefined): string =>
  owner ? ` of ${owner.repository}, configuration ${owner.configuration}` : ''

const siteProblems = ({ project, site }: DesiredState, { host }: Facts, scope: Scope): readonly Problem[] => {
  if (!scope.site || !site) return []
  return host.sites
    .filter((other) => other.project !== project)
    .flatMap((other) =>
      other.serverNames
        .filter((name) => site.serverNames.includes(name))
        .map((name) => ({
          what: `The server name ${name} is taken on this server`,
          why: `It belongs to the project ${other.project}${describeOwner(other.owner)}.`,
          next: `Take it out of \`server_names\` here or there${site.names.redirects.some(({ from }) => from === name) ? ', or leave `redirect_www` out' : ''}.`,
        })),
    )
}

const unbuiltProblems = (desired: DesiredState, facts: Facts, scope: Scope): readonly Problem[] => {
  const has = (name: string) => facts.engine.containers.some((container) => container.name === name)
  const missing = [
    ...(nginxRuns(facts.engine) ? [] : ['nginx']),
    ...(hasDiscovery(desired, facts) ? [] : ['Consul in the project’s network']),
    ...desired.services
      .filter(({ name }) => !has(serviceContainer(desired.project, name)))
      .map(({ name }) => name),
    ...(scope.site || !desired.site || facts.host.sites.some(({ project }) => project === desired.project)
      ? []
      : ['the site']),
  ]
  if (missing.length === 0) return []
  return [
    {
      what: 'The server is not built yet',
      why: `It lacks ${missing.join(', ')}, which this command does not make.`,
      next: `Run \`build all\` first${scope.site ? ', or `build service`' : ''}.`,
    },
  ]
}
