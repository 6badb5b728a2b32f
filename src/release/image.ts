import { buffer } from 'node:stream/consumers'
import type { DockerfileImage, GivenImage, SupervisedImage } from '../catalog/project-type.ts'
import { type Login, pullImage } from '../server/images.ts'
import { runStepScript } from '../server/scripts.ts'
import { tarOf } from '../server/services.ts'
import type { Source } from '../source/source.ts'
import { canonicalJson } from '../stack/container.ts'
import { labels, releaseImage } from '../stack/layout.ts'
import type { ReleaseStack } from '../stack/release.ts'
import { type ReleaseContext, stillServes } from './release.ts'
import { openSupply } from './supply.ts'

/** What a release needs that is made from a commit. */
export type BuildContext = ReleaseContext & { readonly source: Source }

/** Makes a release's image and its folder on the server. */
export const makeImage = (context: BuildContext, release: ReleaseStack, number: number): Promise<void> =>
  release.image.kind === 'image'
    ? takeImage(context, release, release.image, number)
    : buildImage(context, release, release.image, number)

/** What the scripts are told of a release, whatever its image comes from. */
const releaseArgs = async (
  { configuration, source, actor, run }: ReleaseContext,
  release: ReleaseStack,
  number: number,
  digest?: string,
): Promise<Readonly<Record<string, string>>> => ({
  RELEASE: String(number),
  IMAGE: releaseImage(configuration.projectName, number),
  PARTS: canonicalJson(release.parts),
  HELPERS: release.helpers.join('\n'),
  AFTER: release.tasks.after.map(({ name }) => name).join('\n'),
  DEADLINES: [...release.tasks.before, ...release.tasks.after]
    .map(({ name, deadlineSeconds, once }) => `${name} ${deadlineSeconds}${once ? ' once' : ''}`)
    .join('\n'),
  SOCKET_FOLDER: release.socketFolder,
  MOUNT: (await buffer(tarOf(release.mount))).toString('base64'),
  RECORD: JSON.stringify({
    commit: source.commit,
    tree: source.tree,
    spec: release.hash,
    digest,
    created: new Date().toISOString(),
    author: source.author,
    subject: source.subject,
    actor,
    healthCheck: configuration.project.healthCheck,
    run,
  }),
})

/** Has the server get what it lacks of the source, and builds the image there. */
const buildImage = async (
  context: BuildContext,
  release: ReleaseStack,
  image: SupervisedImage | DockerfileImage,
  number: number,
): Promise<void> => {
  const { session, progress, signal, configuration, source, current, buildSecrets } = context
  const supply = await openSupply(source, progress)
  await runStepScript(session, {
    scripts: [...supply.scripts, 'begin', 'build', 'record'],
    title: `Building release ${number}`,
    progress,
    signal,
    deadlineMs: 3_600_000,
    args: {
      ...(await releaseArgs(context, release, number)),
      ...supply.args,
      DOCKERFILE: release.dockerfile ?? '',
      DOCKERFILE_PATH: image.kind === 'dockerfile' ? image.dockerfile : '',
      BASE: image.kind === 'supervised' ? image.base : '',
      SECRETS: Object.entries(buildSecrets)
        .map(([name, value]) => `${name}=${Buffer.from(value).toString('base64')}`)
        .join(' '),
    },
    words: [
      ...labelOptions({
        [labels.project]: configuration.projectName,
        [labels.release]: String(number),
        [labels.commit]: source.commit,
      }),
      ...(image.kind === 'dockerfile' ? buildOptions(image) : []),
      // A stranger's code takes nothing that was built for others.
      ...(configuration.preview?.isFork ? ['--no-cache'] : []),
    ],
    stdin: supply.stdin,
    onMark: supply.hear,
    failure: () => ({
      what: `The image of release ${number} could not be built`,
      why: 'The last lines of the build say why.',
      stands: stillServes(current),
      next: 'Correct what the build complains about, push, and run again.',
      ...supply.trouble(),
    }),
  })
}

/** Labels of an image. Every one of ours is set, so that none that a Dockerfile has written counts. */
const labelOptions = (own: Readonly<Record<string, string>>): readonly string[] =>
  Object.values(labels).flatMap((key) => ['--label', `${key}=${own[key] ?? ''}`])

/** What `docker build` is told of a Dockerfile that is not ours. */
const buildOptions = ({ target, buildArgs }: DockerfileImage): readonly string[] => [
  ...(target === undefined ? [] : ['--target', target]),
  ...Object.entries(buildArgs).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
]

/** Pulls an image that was built elsewhere, just the one that its tag names now. */
const takeImage = async (
  context: ReleaseContext,
  release: ReleaseStack,
  image: GivenImage,
  number: number,
): Promise<void> => {
  const { session, progress, signal, registryPassword } = context
  const pulled = await pullGiven(context, image.image, release.digest, loginOf(image, registryPassword))
  await runStepScript(session, {
    scripts: ['begin', 'adopt', 'record'],
    title: `Fetching release ${number}`,
    progress,
    signal,
    args: {
      ...(await releaseArgs(context, release, number, pulled.digest)),
      PULLED: pulled.name,
    },
  })
}

/** The login at an image's registry. */
export const loginOf = ({ registry }: GivenImage, password: string | undefined): Login | undefined =>
  registry && password !== undefined ? { username: registry.username, password } : undefined

const pullGiven = async (
  context: ReleaseContext,
  image: string,
  digest: string | undefined,
  login: Login | undefined,
): Promise<{ readonly name: string; readonly digest: string | undefined }> => {
  const repository = repositoryOf(image)
  const name = digest === undefined ? image : `${repository}@${digest}`
  await pullImage(context, name, login)
  if (digest !== undefined) return { name, digest }
  const { RepoDigests } = await context.session.engine.call<{
    readonly RepoDigests: readonly string[] | null
  }>({ method: 'GET', path: `/images/${image}/json`, signal: context.signal })
  return { name, digest: RepoDigests?.find((entry) => entry.startsWith(`${repository}@`))?.split('@')[1] }
}

/** An image's name without tag and digest. */
const repositoryOf = (image: string): string => (image.split('@')[0] ?? image).replace(/:[^/:]+$/, '')
