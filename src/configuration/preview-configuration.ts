import { createHash } from 'node:crypto'
import type {
  Configuration,
  ConfiguredService,
  DeploymentFile,
  EntrySettings,
  Limits,
  Volume,
} from './configuration.ts'
import { previewNames } from './preview-names.ts'
import type { PreviewsSettings } from './previews.ts'
import { selectConfiguration } from './select.ts'

/** What a preview is made from. */
export interface PreviewRequest {
  /** The base branch's deployment file, which has `previews`. */
  readonly base: DeploymentFile
  /** The pull request's own; undefined where it has none. That of a fork is not looked at. */
  readonly own: DeploymentFile | undefined
  readonly pull: {
    readonly number: number
    readonly headBranch: string
    readonly isFork: boolean
  }
  /** `owner/name` of the repository that the run belongs to. */
  readonly repository: string
  /** IP address of the server, for a name below sslip.io; not needed where the file has `server_names`. */
  readonly address: string
}

/** Letters that a project's name may have. */
const longestName = 32

/** Name of the project that a preview is; a longer one is cut, and its hash keeps it apart from others. */
export const previewProjectName = (project: string, number: number): string => {
  const suffix = `-pr-${number}`
  if (project.length + suffix.length <= longestName) return `${project}${suffix}`
  const hash = createHash('sha256').update(project).digest('hex').slice(0, 6)
  const kept = project.slice(0, longestName - suffix.length - hash.length - 1).replace(/-+$/, '')
  return `${kept}-${hash}${suffix}`
}

/**
 * The configuration of a preview. The base branch's file says where it is, what it is called, what of the server it may
 * touch, and all about previews; the rest is the pull request's own, unless that is a stranger's.
 */
export const previewConfiguration = ({
  base,
  own,
  pull,
  repository,
  address,
}: PreviewRequest): Configuration => {
  const { previews } = base
  if (!previews) throw new TypeError('The file has no previews')
  const ours = selectConfiguration(base, previews.configuration, { repository })
  const theirs =
    own === undefined || pull.isFork ? ours : selectConfiguration(own, previews.configuration, { repository })
  const projectName = previewProjectName(ours.projectName, pull.number)
  return {
    ...ours,
    discovery: theirs.discovery,
    projectName,
    environment: `${ours.environment}/pr-${pull.number}`,
    production: false,
    branches: [],
    // Nobody goes far back in a preview, and there may be many.
    keepReleases: 2,
    serverNames: previewNames(previews.serverNames, { pull, project: ours.projectName, address }),
    site: {
      ...theirs.site,
      redirectWww: 'none',
      headers: previews.noindex ? withoutIndex(theirs.site.headers) : theirs.site.headers,
    },
    primary: {
      ...theirs.primary,
      volumes: ours.primary.volumes,
      limits: lowest(theirs.primary.limits, previews.limits),
    },
    project: {
      ...theirs.project,
      repository: ours.project.repository,
      ref: ours.project.ref,
      source: ours.project.source,
      secrets: previews.secrets ?? (pull.isFork ? [] : theirs.project.secrets),
      settings: pull.isFork
        ? // A stranger's commit says what is installed in the build, and what is installed may read them.
          withBuildSecrets(theirs.project.settings, {})
        : previews.secrets
          ? withLogin(withBuildSecrets(theirs.project.settings, ours.project.settings), ours.project.settings)
          : theirs.project.settings,
    },
    services: servicesOf(theirs.services, ours.services, previews),
    preview: {
      number: pull.number,
      branch: pull.headBranch,
      of: ours.projectName,
      expiresSeconds: previews.expiresSeconds,
      most: previews.most,
      seed: previews.seed,
      password: previews.password,
      noindex: previews.noindex,
      isFork: pull.isFork,
      besideProduction: previews.forks,
    },
  }
}

/** The services that a preview has. What of the server one may touch, and whose password it has, the base says. */
const servicesOf = (
  theirs: readonly ConfiguredService[],
  ours: readonly ConfiguredService[],
  { services, limits }: PreviewsSettings,
): readonly ConfiguredService[] =>
  theirs
    .filter(({ name }) => services === undefined || services.includes(name))
    .map((service) => ({
      ...service,
      common: {
        ...service.common,
        volumes: (ours.find(({ name }) => name === service.name)?.common.volumes ?? []).map(ownVolume),
        limits: lowest(service.common.limits, limits),
        // A port of the server is there once, and a given password is that of other data.
        publish: [],
        password: undefined,
      },
    }))

/** A folder of the server that a service may write to holds the base's data: in its place, a volume of the preview's own. */
const ownVolume = (volume: Volume): Volume =>
  volume.source.startsWith('/') && !volume.readOnly
    ? { ...volume, source: `folder-${createHash('sha256').update(volume.source).digest('hex').slice(0, 8)}` }
    : volume

/** The settings of a project with the secrets of another one's build, where its type has such. */
const withBuildSecrets = (settings: EntrySettings, others: EntrySettings): EntrySettings =>
  'build_secrets' in settings ? { ...settings, build_secrets: others.build_secrets ?? [] } : settings

/** The settings of a project with another one's login at the registry of its image, where both have the same registry. */
const withLogin = (settings: EntrySettings, others: EntrySettings): EntrySettings =>
  'registry' in settings
    ? {
        ...settings,
        registry: registryOf(settings.image) === registryOf(others.image) ? others.registry : undefined,
      }
    : settings

/** The registry that an image stands at; undefined for the usual one, and for what is no image. */
const registryOf = (image: unknown): string | undefined =>
  typeof image === 'string' ? /^([^/]*[.:][^/]*|localhost)\//.exec(image)?.[1] : undefined

/** The headers with a word to search engines, in place of one that the file has. */
const withoutIndex = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'x-robots-tag')),
  'X-Robots-Tag': 'noindex, nofollow',
})

/** The lower one of two limits each. */
const lowest = (one: Limits, other: Limits): Limits => ({
  memoryBytes: lower(one.memoryBytes, other.memoryBytes),
  cpus: lower(one.cpus, other.cpus),
})

const lower = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other)
