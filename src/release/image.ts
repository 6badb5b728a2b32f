import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { runStepScript } from '../server/scripts.ts'
import { tarOf } from '../server/services.ts'
import { manifest, manifestLine, packFiles, type SourceFile } from '../source/source.ts'
import { canonicalJson } from '../stack/container.ts'
import { releaseImage } from '../stack/layout.ts'
import { type ReleaseStack, releaseSpec } from '../stack/release.ts'
import { type ReleaseContext, stillServes } from './release.ts'

/** Sends what the server lacks of the source, and builds the image there. */
export const buildImage = async (
  context: ReleaseContext,
  release: ReleaseStack,
  number: number,
): Promise<void> => {
  const { session, progress, signal, configuration, source, current } = context
  const list = manifest(source)
  const byLine = new Map(source.files.map((file) => [manifestLine(file), file]))
  const needed: SourceFile[] = []
  const stdin = new PassThrough()
  stdin.write(list)

  await runStepScript(session, {
    scripts: ['build'],
    title: `Building release ${number}`,
    progress,
    signal,
    deadlineMs: 3_600_000,
    args: {
      RELEASE: String(number),
      TREE: source.tree,
      COMMIT: source.commit,
      MANIFEST_BYTES: String(list.length),
      DOCKERFILE: release.dockerfile,
      BASE: release.image.base,
      IMAGE: releaseImage(configuration.projectName, number),
      PARTS: canonicalJson(release.parts),
      HELPERS: release.helpers.join('\n'),
      CONTAINER_SPEC: JSON.stringify(releaseSpec({ configuration }, release, number, source.commit)),
      MOUNT: (await buffer(tarOf(release.mount))).toString('base64'),
      RECORD: JSON.stringify({
        commit: source.commit,
        tree: source.tree,
        spec: release.hash,
        created: new Date().toISOString(),
        author: source.author,
        subject: source.subject,
      }),
    },
    stdin,
    onMark(mark, rest) {
      if (mark === 'need') {
        const file = byLine.get(rest)
        if (file) needed.push(file)
      } else if (mark === 'end') {
        progress.note(`Sending ${needed.length} of ${source.files.length} files`)
        // A failure of the sending ends the script, which fails the step.
        pipeline(packFiles(needed), stdin).catch((error: Error) => stdin.destroy(error))
      }
    },
    failure: () => ({
      what: `The image of release ${number} could not be built`,
      why: 'The last lines of the build say why.',
      stands: stillServes(current),
      next: 'Correct what the build complains about, push, and run again.',
    }),
  })
}
