import { isMap, isScalar, isSeq, type Node, Pair, YAMLMap, YAMLSeq } from 'yaml'

/** A YAML tree without aliases and merge keys, and new nodes for it that keep the places of the ones they replace. */

/** What may stand as a value in a tree. */
export type Tree = Node | null

/** The name of a pair, when its key is plain text or the like. */
export const nameOf = ({ key }: Pair): string | undefined => (isScalar(key) ? String(key.value) : undefined)

/** The pair of that name in a mapping; undefined when the value is no mapping or has none. */
export const pairOf = (tree: Tree | undefined, name: string): Pair<Node, Tree> | undefined =>
  isMap(tree) ? (tree.items.find((pair) => nameOf(pair) === name) as Pair<Node, Tree> | undefined) : undefined

/** The value behind some keys; null when there is none. */
const valueAt = (tree: Tree, path: readonly string[]): Tree =>
  path.reduce<Tree>((around, name) => pairOf(around, name)?.value ?? null, tree)

/** A text that stands behind some keys; undefined when there is none. */
export function textAt(tree: Tree, path: readonly string[]): string | undefined {
  const node = valueAt(tree, path)
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined
}

/** Whether a value is left empty, or is `null`. */
export const isNull = (tree: Tree): boolean => tree === null || (isScalar(tree) && tree.value === null)

/** A mapping with other pairs at the place of a node. */
export function mapAt(place: Node, pairs: readonly Pair[]): YAMLMap {
  const map = new YAMLMap()
  map.items = [...pairs]
  map.range = place.range ?? null
  return map
}

/** A list with other items at the place of a node. */
export function listAt(place: Node, items: readonly unknown[]): YAMLSeq {
  const list = new YAMLSeq()
  list.items = [...items]
  list.range = place.range ?? null
  return list
}

/** A pair with another value. */
export const withValue = ({ key }: Pair, value: Tree): Pair => new Pair(key, value)

/** The items of a list; none when the value is no list. */
export const itemsOf = (tree: Tree): readonly Tree[] => (isSeq(tree) ? (tree.items as Tree[]) : [])
