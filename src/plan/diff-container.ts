import type { ContainerFact } from '../server/engine/facts.ts'
import type { ContainerSpec, ContainerSpecification } from '../stack/container.ts'
import { labels } from '../stack/layout.ts'
import { compare } from './compare.ts'
import { describeContainer } from './describe-container.ts'
import type { Field } from './field.ts'

/** What differs between a container and the one that is to take its place; of a first one, what the file says. */
export const containerFields = (old: ContainerFact | undefined, spec: ContainerSpec): readonly Field[] => {
  const now = describeContainer(specificationOf(spec))
  if (!old) return compare(undefined, now.own)
  if (old.labels[labels.spec] === spec.Labels[labels.spec]) return []
  const before = describeSafely(old)
  const fields = before ? [...compare(before.own, now.own), ...compare(before.engine, now.engine)] : []
  return fields.length > 0
    ? fields
    : [
        {
          name: 'specification',
          old: old.labels[labels.spec] ?? null,
          new: spec.Labels[labels.spec] ?? null,
        },
      ]
}

/** The specification in the labels of a container that is to be made. */
const specificationOf = ({ Labels }: ContainerSpec): ContainerSpecification =>
  JSON.parse(Labels[labels.specification] ?? '') as ContainerSpecification

/** Undefined for a container whose labels do not tell, as somebody else, or another version, has written them. */
const describeSafely = ({ labels: own }: ContainerFact): ReturnType<typeof describeContainer> | undefined => {
  try {
    return describeContainer(JSON.parse(own[labels.specification] ?? '') as ContainerSpecification)
  } catch {
    return undefined
  }
}
