import type { LoadedDeployment } from '../configuration/load.ts'
import { openEngine } from '../server/engine/open.ts'
import { readPreviews } from '../server/previews.ts'
import { asRoot } from '../server/session.ts'
import type { PreviewsCommand } from './command.ts'
import type { Observer } from './deploy.ts'
import type { Invocation } from './invocation.ts'
import { listed, listText, readSizes } from './preview-list.ts'
import { previewsHere, removeAll } from './preview-removals.ts'
import { openPulls, unknownPulls, whyGone, whyStays } from './preview-sync.ts'
import { baseTarget, previewsOf } from './preview-target.ts'
import type { Result } from './run.ts'
import { connectTo } from './target.ts'

/** Shows the previews of a project, or removes some of them. */
export const previews = async (
  { verb, number, json }: PreviewsCommand,
  base: LoadedDeployment,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  switch (verb) {
    case 'list':
      return list(base, json, invocation, observer)
    case 'sync':
      return sync(base, invocation, observer)
    case 'remove':
      return remove(base, number ?? 0, invocation, observer)
  }
}

const list = async (
  base: LoadedDeployment,
  json: boolean,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  const target = await baseTarget(base, invocation)
  const { projectName } = target.configuration
  const asked = openPulls(invocation, observer)
  await using connection = await connectTo(target, observer)
  const engine = openEngine(connection, asRoot)
  try {
    const [{ previews, now }, sizes, open] = await Promise.all([
      readPreviews(connection, projectName, observer.signal),
      readSizes(engine, observer.signal),
      asked,
    ])
    const found = previews
      .filter((one) => one.of === projectName && one.repository === invocation.repository)
      .map((one) => listed(one, now, sizes, open))
    const text = json ? JSON.stringify(found, undefined, 2) : listText(found, now).join('\n')
    observer.console.output.write(`${text}\n`)
    return { kind: 'looked', exitCode: 0 }
  } finally {
    engine.close()
  }
}

const sync = async (base: LoadedDeployment, invocation: Invocation, observer: Observer): Promise<Result> => {
  const settings = previewsOf(base.deployment)
  const asked = openPulls(invocation, observer)
  const { previews, now } = await previewsHere(await baseTarget(base, invocation), invocation, observer)
  const open = await asked
  if (!open) throw unknownPulls(invocation)
  const going = previews.flatMap((preview) => {
    const because = whyGone(preview, open, settings, now)
    return because === undefined
      ? []
      : [{ ...preview, because, isEvent: false, whyStays: whyStays(preview, open, invocation, observer) }]
  })
  if (going.length > 0) return removeAll(going, base, invocation, observer)
  const sentence = `No preview is to be removed: ${previews.length === 0 ? 'there is none' : `the pull requests of all ${previews.length} are open`}`
  return { kind: 'done', changed: false, sentence }
}

const remove = async (
  base: LoadedDeployment,
  number: number,
  invocation: Invocation,
  observer: Observer,
): Promise<Result> => {
  const { previews } = await previewsHere(await baseTarget(base, invocation), invocation, observer)
  const going = previews.filter((preview) => preview.number === number)
  if (going.length === 0)
    return {
      kind: 'done',
      changed: false,
      sentence: `There is no preview of pull request ${number}: nothing was removed`,
      lines: previews.map((preview) => `There is one of pull request ${preview.number}`),
    }
  return removeAll(
    going.map((preview) => ({ ...preview, because: 'asked for', isEvent: false })),
    base,
    invocation,
    observer,
  )
}
