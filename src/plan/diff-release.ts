import { commandLine } from '../server/connection/shell-quote.ts'
import type { ReleaseParts } from '../stack/release.ts'
import { compare } from './compare.ts'
import { added, type Field } from './field.ts'

/** What differs between two releases, less the commit; without an old one, what the new one has. */
export const releaseFields = (old: ReleaseParts | undefined, now: ReleaseParts): readonly Field[] => {
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
    // These files say again what differs above; on their own they differ when the deployer itself is another one.
    ...(made ? [] : compare(old.mount, now.mount)),
  ]
}

/** All of a release that has no words further down, in those of the deployment file. */
const describe = (parts: ReleaseParts | undefined): object | undefined => {
  if (!parts) return undefined
  const { tree, dockerfile, mount, env, image, programs, tasks, container, ...rest } = parts
  const named = (list: typeof tasks.before) =>
    Object.fromEntries(list.map(({ name, command }) => [name, command]))
  return {
    ...describeImage(image),
    'release task': named(tasks.before),
    'release task after the switch': named(tasks.after),
    volumes: container.volumes.map(
      ({ source, target, readOnly }) => `${source}:${target}${readOnly ? ':ro' : ''}`,
    ),
    memory: container.limits.memoryBytes,
    cpus: container.limits.cpus,
    ...rest,
  }
}

const describeImage = (image: ReleaseParts['image']): object => {
  if (image.kind !== 'supervised') {
    const { kind, tasks, ...settings } = image
    return { type: kind, ...snakeCase(settings) }
  }
  const { kind, tasks, place, template, base, ...settings } = image
  return { base_image: base, ...snakeCase({ ...settings, ...place }) }
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
