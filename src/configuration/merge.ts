import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { processTypes } from '../catalog/index.ts'
import { defaultType } from './project.ts'
import { isNull, itemsOf, listAt, mapAt, nameOf, pairOf, type Tree, textAt, withValue } from './tree.ts'

/** The keys of a configuration that those which extend it do not take over: each is about that one alone. */
const ownKeys: readonly string[] = ['branches', 'extends']

/** Where the lists stand whose entries are merged by name, and the value that has types of its own. */
const merged = {
  processes: 'primary_service.project.processes',
  services: 'secondary_services',
  project: 'primary_service.project',
}

/** A configuration on top of the one that it extends, which is merged already. */
export const mergeConfiguration = (parent: YAMLMap, child: YAMLMap): YAMLMap =>
  mergeMaps(withoutOwn(parent), withoutExtends(child), [])

const withoutOwn = (map: YAMLMap): YAMLMap =>
  mapAt(
    map,
    map.items.filter((pair) => !ownKeys.includes(nameOf(pair) ?? '')),
  )

/** A configuration without the key that has been carried out. */
export const withoutExtends = (map: YAMLMap): YAMLMap =>
  mapAt(
    map,
    map.items.filter((pair) => nameOf(pair) !== 'extends'),
  )

/** The parent's keys in its order, each with what the child says of it, then the child's other keys. */
function mergeMaps(parent: YAMLMap, child: YAMLMap, path: readonly string[]): YAMLMap {
  const inherited = parent.items.flatMap((pair) => {
    const name = nameOf(pair) ?? ''
    const own = pairOf(child, name)
    return own ? mergePair(pair, own, [...path, name]) : [pair]
  })
  const added = child.items.filter((pair) => !pairOf(parent, nameOf(pair) ?? ''))
  return mapAt(child, [...inherited, ...added])
}

/** What comes of a key that both have: nothing when the child leaves it empty. */
function mergePair(parent: Pair, child: Pair<Node, Tree>, path: readonly string[]): Pair[] {
  const above = parent.value as Tree
  const below = child.value
  if (isNull(below)) return []
  const at = path.join('.')
  if (isMap(above) && isMap(below))
    return at === merged.project && projectType(above) !== projectType(below, above)
      ? [child]
      : [withValue(child, mergeMaps(above, below, path))]
  if (isSeq(above) && isSeq(below) && (at === merged.processes || at === merged.services))
    return [withValue(child, mergeEntries(above, below, at === merged.processes ? processOf : entryOf))]
  return [child]
}

/** The type of a project, which may be left to the one above it. */
const projectType = (project: YAMLMap, above?: YAMLMap): string =>
  textAt(project, ['type']) ?? (above ? projectType(above) : defaultType)

/** An entry of a list such as `processes`. */
interface Entry {
  /** With hyphens only: a type such as `celery_worker` names its process `celery-worker`. */
  readonly name: string
  readonly type: string
  /** Undefined for an entry without any. */
  readonly settings: YAMLMap | undefined
}

/** The parent's entries, each with what the child says of the one of its name, then the child's other entries. */
function mergeEntries(parent: YAMLSeq, child: YAMLSeq, read: typeof entryOf): YAMLSeq {
  const result = [...itemsOf(parent)]
  const open = new Map<string, number>()
  for (const [index, item] of result.entries()) {
    const name = read(item)?.name
    if (name !== undefined && !open.has(name)) open.set(name, index)
  }
  for (const item of itemsOf(child)) {
    const name = read(item)?.name ?? ''
    const index = open.get(name)
    // A second one of a name in the same list is no change of the first, but a mistake that the schema tells.
    open.delete(name)
    if (index === undefined) result.push(item)
    else result[index] = mergeEntry(result[index] ?? null, item)
  }
  return listAt(child, result)
}

function mergeEntry(parent: Tree, child: Tree): Tree {
  const above = entryOf(parent)
  const below = entryOf(child)
  if (!child || !above || !below || above.type !== below.type) return child
  if (!below.settings) return parent
  if (!above.settings) return child
  const pair = pairOf(child, below.type)
  return pair
    ? mapAt(child, [withValue(pair, mergeMaps(above.settings, below.settings, [below.type]))])
    : child
}

/** An entry, written short or long; undefined for what is none. */
function entryOf(tree: Tree): Entry | undefined {
  if (isScalar(tree) && typeof tree.value === 'string')
    return { name: hyphened(tree.value), type: tree.value, settings: undefined }
  if (!isMap(tree) || tree.items.length !== 1) return undefined
  const [pair] = tree.items as Pair<Node, Tree>[]
  const type = pair && nameOf(pair)
  if (!pair || type === undefined || !(isMap(pair.value) || isNull(pair.value))) return undefined
  const settings = isMap(pair.value) ? pair.value : undefined
  const name = settings && (textAt(settings, ['name']) ?? textAt(settings, ['container_name']))
  return { name: hyphened(name ?? type), type, settings }
}

/** A process. A project has one web process, whatever its type: another one stands in its place. */
function processOf(tree: Tree): Entry | undefined {
  const entry = entryOf(tree)
  if (!entry) return undefined
  const { type, settings } = entry
  const isWeb =
    processTypes.some((known) => known.type === type && known.isWeb) ||
    (settings && (isSet(settings, 'port') || isSet(settings, 'web')))
  return isWeb ? { ...entry, name: 'web' } : entry
}

/** Whether a key says something else than that it is empty or false. */
const isSet = (settings: YAMLMap, key: string): boolean => {
  const value = pairOf(settings, key)?.value ?? null
  return !isNull(value) && !(isScalar(value) && value.value === false)
}

const hyphened = (name: string): string => name.replaceAll('_', '-')
