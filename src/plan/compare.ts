import { commandLine } from '../server/connection/shell-quote.ts'
import { canonicalJson } from '../stack/container.ts'
import { type HiddenValue, isHidden } from '../stack/hidden.ts'
import type { Field } from './field.ts'
import { lineFields } from './line-diff.ts'

/** What stands for a secret wherever one would be shown. */
export const hidden = '***'

/**
 * Compares two values of the same kind, part by part. Parts of objects are named by their keys, one behind the other;
 * a list of words is written as a command line. Undefined parts and empty objects do not count.
 */
export const compare = (old: unknown, now: unknown): readonly Field[] => {
  const before = flatten(old)
  const after = flatten(now)
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((name) =>
    difference(name, before.get(name), after.get(name)),
  )
}

type Leaf = string | HiddenValue

const difference = (name: string, old: Leaf | undefined, now: Leaf | undefined): readonly Field[] => {
  if (canonicalJson(old ?? null) === canonicalJson(now ?? null)) return []
  if (typeof old === 'string' && typeof now === 'string' && /\n/.test(old + now)) {
    return lineFields(name, old, now)
  }
  const both = isHidden(old) && isHidden(now)
  return [{ name, old: shown(old), new: both ? `${hidden} (another one)` : shown(now) }]
}

const shown = (leaf: Leaf | undefined): string | null =>
  leaf === undefined ? null : isHidden(leaf) ? hidden : leaf

const flatten = (value: unknown, name = ''): ReadonlyMap<string, Leaf> => {
  if (value === undefined || value === null) return new Map()
  if (isHidden(value)) return new Map([[name, value]])
  if (Array.isArray(value)) return new Map([[name, list(value)]])
  if (typeof value !== 'object') return new Map([[name, String(value)]])
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...flatten(part, name === '' ? key : `${name} ${key}`)]),
  )
}

const list = (items: readonly unknown[]): string =>
  items.every((item) => typeof item === 'string') ? commandLine(items) : canonicalJson(items)
