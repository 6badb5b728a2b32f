import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import type { Aliases } from './aliases.ts'
import { listAt, mapAt, type Tree, withValue } from './tree.ts'

/**
 * A tree with every alias replaced by what it stands for and every merge key carried out; the nodes keep
 * their places in the text. What several aliases share stays one node. No alias may stand inside of what it repeats.
 */
export function flatten(tree: Tree, aliases: Aliases): Tree {
  const done = new Map<Tree, Tree>()
  const flat = (tree: Tree): Tree => {
    if (isAlias(tree)) return flat(aliases.get(tree) ?? null)
    if (!isMap(tree) && !isSeq(tree)) return tree
    const known = done.get(tree)
    if (known) return known
    const made = isMap(tree)
      ? mapAt(tree, pairsOf(tree))
      : listAt(
          tree,
          tree.items.map((item) => flat(item as Tree)),
        )
    done.set(tree, made)
    return made
  }

  /** A mapping's own pairs, of several with one key the last, then those that are merged in, the first of each key. */
  const pairsOf = (map: YAMLMap): Pair[] => {
    const pairs = new Map<unknown, Pair>()
    const own = map.items.filter((pair) => !isMerge(pair))
    for (const pair of own) pairs.set(keyOf(pair), withValue(pair, flat(pair.value as Tree)))
    for (const { value } of map.items.filter(isMerge)) {
      const source = flat(value as Tree)
      const parts = isSeq(source) ? source.items : [source]
      for (const pair of parts.flatMap((part) => (isMap(part) ? part.items : [])))
        if (!pairs.has(keyOf(pair))) pairs.set(keyOf(pair), pair)
    }
    return [...pairs.values()]
  }
  return flat(tree)
}

/** Whether a pair is a merge key with what is to be merged. */
export const isMerge = ({ key }: Pair): boolean =>
  isScalar(key) && (key.value === '<<' || typeof key.value === 'symbol')

const keyOf = ({ key }: Pair): unknown => (isScalar(key) ? key.value : key)
