import { z } from 'zod'
import { variableName } from '../catalog/fields.ts'
import type { SecretName } from '../catalog/project-type.ts'
import { checkAgainstEarlier } from './unique.ts'

/** A secret by the name of its variable, or `{NAME: OTHER}` where the step calls it OTHER. */
const secretName = z.union(
  [
    variableName.transform((name): SecretName => ({ name, from: name })),
    z
      .record(variableName, variableName)
      .refine((names) => Object.keys(names).length === 1, 'must name one secret, as NAME: OTHER_NAME')
      .transform((names): SecretName => {
        const [[name, from] = ['', '']] = Object.entries(names)
        return { name, from }
      }),
  ],
  'must be the name of a variable, or NAME: OTHER_NAME',
)

/** Secrets that are taken from the environment of the workflow's step; none stands twice. */
export const secretNames = checkAgainstEarlier(z.array(secretName), (item, earlier) =>
  earlier.some((other) => isSecretName(other) && isSecretName(item) && other.name === item.name)
    ? 'stands in the list twice'
    : undefined,
)

const isSecretName = (item: unknown): item is SecretName =>
  typeof item === 'object' && item !== null && 'name' in item && 'from' in item
