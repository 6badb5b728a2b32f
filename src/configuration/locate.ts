import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import type { Aliases } from './aliases.ts'
import { isMerge } from './flatten.ts'
import type { YamlSource } from './yaml.ts'

/** Where a path of a document leads. */
export interface Place {
  /** Whether something stands there. */
  readonly present: boolean
  /** Offset of the value; of the nearest mapping's key for what is missing. */
  readonly value: number
  /** Offset of the key that the value belongs to, or of the value where it has none. */
  readonly key: number
  /** The value as it is written, when it is a scalar that is not empty. */
  readonly written: string | undefined
  /** What stands on the line behind a plain value and is a comment, though no space follows its `#`. */
  readonly comment: string | undefined
}

/** Finds a path in a document, through aliases and merge keys. */
export function locate({ aliases, contents, text }: YamlSource, path: readonly PropertyKey[]): Place {
  let node: Node | null = contents
  let key: Node | null = null
  for (const segment of path) {
    const target = resolved(aliases, node)
    if (isMap(target)) {
      const pair = findPair(aliases, target, String(segment))
      if (!pair) return missing(key ?? node)
      key = pair.key as Node | null
      node = pair.value as Node | null
    } else if (isSeq(target)) {
      key = null
      node = (target.items[Number(segment)] ?? null) as Node | null
    } else return missing(key ?? node)
  }
  const at = isEmpty(node) ? (key ?? node) : node
  return {
    present: true,
    value: offset(at),
    key: offset(key ?? node),
    written: written(node, text),
    comment: tightComment(node, text),
  }
}

const missing = (near: Node | null): Place => {
  const at = offset(near)
  return { present: false, value: at, key: at, written: undefined, comment: undefined }
}

const offset = (node: Node | null): number => node?.range?.[0] ?? 0

const isEmpty = (node: Node | null): boolean => isScalar(node) && node.value === null && !node.source

const resolved = (aliases: Aliases, node: Node | null): Node | null =>
  isAlias(node) ? (aliases.get(node) ?? null) : node

/** The pair that counts for a key: the last one written, else the first one merged in. */
function findPair(aliases: Aliases, map: YAMLMap, name: string): Pair | undefined {
  const named = (pair: Pair) => isScalar(pair.key) && String(pair.key.value) === name
  const own = map.items.findLast(named)
  if (own) return own
  for (const { value } of map.items.filter(isMerge)) {
    const source = resolved(aliases, value as Node | null)
    for (const merged of isSeq(source) ? source.items : [source]) {
      const target = resolved(aliases, merged as Node | null)
      const pair = isMap(target) && target !== map ? findPair(aliases, target, name) : undefined
      if (pair) return pair
    }
  }
  return undefined
}

/** A scalar as its author wrote it, on one line. */
function written(node: Node | null, text: string): string | undefined {
  if (isAlias(node)) return `*${node.source}`
  if (!isScalar(node) || isEmpty(node)) return undefined
  if (node.type?.startsWith('BLOCK')) return String(node.value)
  const [start, end] = node.range ?? [0, 0]
  return text.slice(start, end)
}

/** A comment that may be meant as a part of the plain value before it: `#fff`, not `# why`. */
function tightComment(node: Node | null, text: string): string | undefined {
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return undefined
  const [, end] = node.range
  return /^[ \t]*(#[^\s#!].*)/.exec(text.slice(end, end + 200).split('\n', 1)[0] ?? '')?.[1]?.trimEnd()
}
