import { nginxRuns } from '../server/engine/facts.ts'
import type { DiskUsage, Share } from '../server/engine/usage.ts'
import { type HostFacts, wantedDiskKiB } from '../server/facts.ts'
import { bytes } from '../status/words.ts'
import type { DesiredState, Facts, Scope } from './plan.ts'
import type { Problem } from './problem.ts'
import { releaseSteps, tidySteps } from './release-steps.ts'
import { serviceStep } from './service-steps.ts'

/**
 * A disk without room for what a run would build or pull. A run that does neither passes, and so does one
 * that tidies up first, which may make the room. Else what is ours and not needed was pruned at the end of the run before,
 * whatever came of that; so all that is left is for a person to decide.
 */
export const diskProblems = (desired: DesiredState, facts: Facts, scope: Scope): readonly Problem[] => {
  const { disk } = facts.host
  if (disk.freeKiB >= wantedDiskKiB || !wantsRoom(desired, facts, scope)) return []
  if (tidySteps(desired.project, facts, true).length > 0) return []
  const mib = (kib: number) => `${Math.round(kib / 1024)} MiB`
  const { usage } = facts.engine
  return [
    {
      what: 'The server’s disk is nearly full',
      why: [
        `${mib(disk.freeKiB)} of ${mib(disk.totalKiB)} are free for ${disk.path}; a deploy wants ${mib(wantedDiskKiB)}.`,
        ...(usage ? [`What takes it: ${takers(usage, disk).join('; ')}.`] : []),
      ].join(' '),
      next: usage
        ? `What would free it, on the server: ${remedies(usage, disk).join('; ')}.`
        : 'On the server, `docker system df` shows what Docker takes, and `docker system prune` frees what is unused.',
    },
  ]
}

/** Whether a run would build an image, or make a container whose image may have to be pulled. */
const wantsRoom = (desired: DesiredState, facts: Facts, scope: Scope): boolean =>
  (scope.release && releaseSteps(desired, facts).length > 0) ||
  (scope.services &&
    (!nginxRuns(facts.engine) ||
      desired.services.some((service) => serviceStep(desired, service, facts).length > 0)))

const takers = (usage: DiskUsage, { logs }: HostFacts['disk']): readonly string[] => [
  `images ${bytes(usage.imageBytes)}${byProject(usage.images, ' in layers of their own')}`,
  `build cache ${bytes(usage.cacheBytes)}`,
  `volumes ${bytes(sum(usage.volumes))}${byProject(usage.volumes)}`,
  `containers ${bytes(sum(usage.containers))}${byProject(usage.containers)}`,
  ...(logs
    ? [
        `logs of containers ${bytes(logs.containersKiB * 1024)}, of the server ${bytes(logs.systemKiB * 1024)}`,
      ]
    : []),
]

const remedies = (usage: DiskUsage, { logs }: HostFacts['disk']): readonly string[] => [
  `\`docker builder prune\` (${bytes(usage.unusedCacheBytes)}, and the next build takes longer)`,
  `\`docker image prune --all\` where nothing else needs the images that no container uses (${bytes(usage.unusedImageBytes)}; it also takes the releases that a rollback could go back to)`,
  ...(logs
    ? [`\`journalctl --vacuum-size=100M\` (logs of the server: ${bytes(logs.systemKiB * 1024)})`]
    : []),
  'a smaller `keep_releases` for the run after this one, or a larger disk',
]

/** The shares of each project, the largest first: ` (shop 1.2 GiB, others 300 MiB)`. */
const byProject = (shares: readonly Share[], note = ''): string => {
  const projects = [...Map.groupBy(shares, ({ project }) => project ?? 'others')]
    .map(([name, own]) => ({ name, size: sum(own) }))
    .filter(({ size }) => size >= 1024 ** 2)
    .sort((one, other) => other.size - one.size)
  if (projects.length === 0) return ''
  return ` (${projects.map(({ name, size }) => `${name} ${bytes(size)}`).join(', ')}${note})`
}

const sum = (shares: readonly Share[]): number => shares.reduce((all, { bytes: size }) => all + size, 0)
