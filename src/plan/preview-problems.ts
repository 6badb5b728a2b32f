import type { PreviewFact } from '../server/facts.ts'
import type { ReleaseStack } from '../stack/release.ts'
import type { DesiredState, Facts } from './plan.ts'
import type { Problem } from './problem.ts'

/** Why a preview may not stand on this server. */
export const previewProblems = (
  { project, owner, preview, release }: DesiredState,
  { host }: Facts,
): readonly Problem[] => {
  if (!preview) return []
  return [
    ...crowdProblems(project, owner.repository, preview.most, preview.of, host.previews),
    ...(preview.isFork ? forkProblems(preview.besideProduction, host, release) : []),
  ]
}

const crowdProblems = (
  project: string,
  repository: string,
  most: number,
  of: string,
  previews: Facts['host']['previews'],
): readonly Problem[] => {
  const others = previews.filter(
    (other) => other.project !== project && other.repository === repository && other.preview.of === of,
  )
  if (others.length < most) return []
  return [
    {
      what: `There are ${others.length} previews of ${of} already`,
      why: `${told(others.map(({ preview }) => preview))}. \`previews.max\` allows ${most}.`,
      next: `Close one of these pull requests, run \`preview remove ${others[0]?.preview.number}\`, or raise \`previews.max\` on the base branch.`,
    },
  ]
}

const told = (previews: readonly PreviewFact[]): string =>
  `They are those of ${previews.map(({ number, branch }) => `${number} (${branch})`).join(', ')}`

const forkProblems = (
  besideProduction: boolean,
  { production, hasDocker, hasIptables }: Pick<Facts['host'], 'production' | 'hasDocker' | 'hasIptables'>,
  { image, parts: { volumes } }: Pick<ReleaseStack, 'image' | 'parts'>,
): readonly Problem[] => [
  ...(besideProduction || production.length === 0
    ? []
    : [
        {
          what: 'A fork’s pull request gets no preview on a server with production on it',
          why: `${production.join(', ')} is what customers use, and a preview runs what a stranger has written.`,
          next: 'Have the previews on another server, or set `previews.forks: true` on the base branch.',
        },
      ]),
  // Docker's packages bring it along.
  ...(hasDocker && !hasIptables
    ? [
        {
          what: 'A fork’s pull request gets no preview on a server without iptables',
          why: 'Nothing would keep what a stranger has written from the addresses at which a cloud tells its secrets (169.254.0.0/16).',
          next: 'Install iptables on the server.',
        },
      ]
    : []),
  ...volumes
    .filter(({ source, readOnly }) => source.startsWith('/') && !readOnly)
    .map(({ source }) => ({
      what: `A fork’s pull request gets no preview that may write to ${source}`,
      why: 'It is a folder of the server, which others use, and a preview runs what a stranger has written.',
      next: 'Have it mounted to be read (`:ro`), or the previews made from another configuration (`previews.configuration`), on the base branch.',
    })),
  ...(image.kind === 'dockerfile'
    ? [
        {
          what: 'A fork’s pull request gets no preview from a Dockerfile',
          why: 'A Dockerfile of the repository is the stranger’s own, and its build is not fenced in as a container is.',
          next: 'Push the commit to a branch of this repository once it has been read; its pull request gets a preview.',
        },
      ]
    : []),
]
