import type { Task } from '../catalog/project-type.ts'
import { commandLine } from '../server/connection/shell-quote.ts'
import type { ReleaseParts } from '../stack/release.ts'
import { compare } from './compare.ts'
import { size } from './describe-container.ts'
import { added, type Field } from './field.ts'

/** What differs between two releases, less the commit; without an old one, what the new one has. */
export const releaseFields = (old: ReleaseParts | undefined, now: ReleaseParts): readonly Field[] => {
  try {
    return differences(old, now)
  } catch {
    // An older version of the deployer wrote down less.
    return [{ name: 'made by', old: 'another version of the deployer', new: 'this version' }]
  }
}

const differences = (old: ReleaseParts | undefined, now: ReleaseParts): readonly Field[] => {
  const own = [
    ...compare(describe(old), describe(now)),
    ...compare({ env: old?.env }, { env: now.env }),
    ...processFields(old?.programs ?? [], now.programs),
  ]
  if (!old) return own
  const made = own.some(({ name }) => !name.startsWith('env '))
  return [
    ...own,
    ...compare({ Dockerfile: old.dockerfile }, { Dockerfile: now.dockerfile }),
    // These say again what differs above; on their own they differ when the deployer itself is another one.
    ...(made ? [] : compare({ ...old.mount, ...old.containers }, { ...now.mount, ...now.containers })),
  ]
}

/** All of a release that has no words further down, in those of the deployment file. */
const describe = (parts: ReleaseParts | undefined): object | undefined => {
  if (!parts) return undefined
  const { image, tasks, limits, volumes } = parts
  const named = (list: readonly Task[]) =>
    Object.fromEntries(list.map(({ name, command }) => [name, command]))
  return {
    ...describeImage(image),
    memory: size(limits.memoryBytes),
    cpus: limits.cpus,
    volume: Object.fromEntries(
      volumes.map(({ source, target, readOnly }) => [target, `${source}${readOnly ? ' (read-only)' : ''}`]),
    ),
    'release task': named(tasks.before),
    'release task after the switch': named(tasks.after),
    'deadline of release task': Object.fromEntries(
      [...tasks.before, ...tasks.after].map(({ name, deadlineSeconds }) => [name, deadlineSeconds]),
    ),
  }
}

/** An image in the words of the deployment file. */
const describeImage = (image: ReleaseParts['image']): object => {
  const { tasks, kind, ...settings } = image
  if (kind !== 'supervised' || !('template' in settings)) return snakeCase({ type: kind, ...settings })
  const { template, base, place, ...rest } = settings
  return { base_image: base, ...snakeCase({ ...rest, ...place }) }
}

type Programs = ReleaseParts['programs']

const processFields = (old: Programs, now: Programs): readonly Field[] => {
  const names = new Set([...now, ...old].map(({ name }) => name))
  return [...names].flatMap((name) => {
    const before = old.find((program) => program.name === name)
    const after = now.find((program) => program.name === name)
    const title = `process ${name}`
    if (!before && after) return [added(title, commandLine(after.command))]
    if (before && !after) return [{ name: title, old: commandLine(before.command), new: null }]
    return compare({ [title]: before && snakeCase(before) }, { [title]: after && snakeCase(after) })
  })
}

const snakeCase = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      part,
    ]),
  )
