import fc, { type Arbitrary } from 'fast-check'
import { Document, isCollection, isMap, isScalar, isSeq, type Node, type Pair, Scalar, visit } from 'yaml'
import { deploymentData } from './deployments.ts'
import { hardTexts, impossibleTexts } from './hard-texts.ts'

/** Slips of the hand, and worse, in a deployment file's tree. */

/** A change of a document's tree; what it is about is chosen by numbers, taken modulo what there is. */
type TreeChange = (document: Document, some: readonly number[]) => void

/** Stands in a tree where an alias is to stand in the text; YAML's own trees cannot hold one that leads nowhere. */
const aliasMark = (name: string): string => `zz-alias-${name}-zz`
const aliasMarks = /(['"]?)zz-alias-(\w+)-zz\1/g

/** One of several, by a number of any size. */
export const pick = <Item>(items: readonly Item[], number = 0): Item | undefined =>
  items[number % items.length]

/** Every pair, and every item of a list, with the collection that it stands in. */
function placesIn(document: Document): readonly { readonly items: unknown[]; readonly index: number }[] {
  const places: { items: unknown[]; index: number }[] = []
  visit(document, {
    Collection: (_, collection) => {
      places.push(...collection.items.map((_item, index) => ({ items: collection.items, index })))
    },
  })
  return places
}

function pairsIn(document: Document): readonly Pair<Scalar, unknown>[] {
  const pairs: Pair<Scalar, unknown>[] = []
  visit(document, {
    Pair: (_, pair) => void (isScalar(pair.key) && pairs.push(pair as Pair<Scalar, unknown>)),
  })
  return pairs
}

const collectionsIn = (document: Document): readonly Node[] => {
  const nodes: Node[] = []
  visit(document, { Collection: (_, node) => void nodes.push(node) })
  return nodes
}

const otherValues: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.1, 10, [], {}, [[]], ['x'], { x: 1 }, { type: 'django' }],
  ...hardTexts,
  ...impossibleTexts,
]

/** A word with one slip in it. */
function misspelt(word: string, kind = 0, at = 0): string {
  const index = at % (word.length + 1)
  const rest = word.slice(index + 1)
  switch (kind % 6) {
    case 0:
      return word.slice(0, index) + rest
    case 1:
      return `${word.slice(0, index)}e${word.slice(index)}`
    case 2:
      return word.slice(0, index) + rest.charAt(0) + word.charAt(index) + rest.slice(1)
    case 3:
      return word.toUpperCase()
    case 4:
      return word.replaceAll('_', '-')
    default:
      return hardTexts[at % hardTexts.length] ?? ''
  }
}

const treeChanges: readonly TreeChange[] = [
  function drop(document, [a]) {
    const place = pick(placesIn(document), a)
    place?.items.splice(place.index, 1)
  },
  function repeat(document, [a]) {
    const place = pick(placesIn(document), a)
    place?.items.splice(place.index, 0, place.items[place.index])
  },
  function rename(document, [a, b, c]) {
    const pair = pick(pairsIn(document), a)
    if (pair) pair.key = new Scalar(misspelt(String(pair.key.value), b, c))
  },
  function retype(document, [a, b]) {
    const pair = pick(pairsIn(document), a)
    if (pair) pair.value = document.createNode(pick(otherValues, b))
  },
  function swap(document, [a, b]) {
    const one = pick(pairsIn(document), a)
    const other = pick(pairsIn(document), b)
    // A tree that contains itself cannot be written.
    if (!one || !other || isCollection(one.value) || isCollection(other.value)) return
    const { value } = one
    one.value = other.value
    other.value = value
  },
  function nest(document, [a, b]) {
    const pair = pick(pairsIn(document), a)
    if (!pair) return
    const list = document.createNode((b ?? 0) % 2 === 0 ? [] : {}) as unknown as { items: unknown[] }
    list.items.push(
      (b ?? 0) % 2 === 0 ? pair.value : document.createPair(pick(['type', 'name', 'x'], b), pair.value),
    )
    pair.value = list
  },
  function alias(document, [a, b]) {
    const target = pick(collectionsIn(document), a)
    const pair = pick(pairsIn(document), b)
    if (target && isCollection(target)) target.anchor = 'anchor'
    if (pair) pair.value = new Scalar(aliasMark((b ?? 0) % 5 === 0 ? 'nowhere' : 'anchor'))
  },
  function merge(document, [a, b, c]) {
    const target = pick(collectionsIn(document), a)
    const around = pick(collectionsIn(document).filter(isMap), b)
    if (target && isCollection(target)) target.anchor = 'merged'
    const mark = new Scalar(aliasMark('merged'))
    const value = pick([mark, document.createNode([1]), new Scalar('text'), document.createNode({ x: 1 })], c)
    around?.items.splice(0, 0, document.createPair('<<', value) as (typeof around.items)[number])
  },
  function listItem(document, [a, b]) {
    const list = pick(collectionsIn(document).filter(isSeq), a)
    list?.items.push(document.createNode(pick(otherValues, b)))
  },
]

/** Changes of a tree, one to three of them. */
const treeMutations: Arbitrary<(data: unknown) => string> = fc
  .array(
    fc.tuple(fc.constantFrom(...treeChanges), fc.array(fc.nat(10_000), { minLength: 3, maxLength: 3 })),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((changes) => (data: unknown) => {
    const document = new Document(data, { aliasDuplicateObjects: false })
    for (const [change, some] of changes) change(document, some)
    return document.toString({ lineWidth: 0 }).replaceAll(aliasMarks, '*$2')
  })

/** Deployment files with slips in their tree, several of one file: to make one costs more than to change it. */
export const slipsInTree: Arbitrary<readonly string[]> = fc
  .tuple(deploymentData, fc.array(treeMutations, { minLength: 1, maxLength: 6, size: 'max' }))
  .map(([data, changes]) => changes.map((change) => change(data)))
