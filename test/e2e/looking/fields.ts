import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Paths of all fields of a value, those of a list's entries once: `services[].name`. */
export const fieldsOf = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((entry) => fieldsOf(entry, `${path}[]`)))].sort()
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .flatMap(([key, part]) => {
      const own = path === '' ? key : `${path}.${key}`
      return [own, ...fieldsOf(part, own)]
    })
    .sort()
}

/** Paths of the fields that docs/status.md describes. */
export const documentedFields = async (): Promise<readonly string[]> => {
  const text = await readFile(join(import.meta.dirname, '../../../docs/status.md'), 'utf8')
  return [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, field = '']) => field).sort()
}
