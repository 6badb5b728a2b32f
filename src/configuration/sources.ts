import { isMap, type Node, type Pair } from 'yaml'
import type { LoadedDeployment } from './load.ts'
import { locate } from './locate.ts'
import { oneLine } from './problem.ts'
import { nameOf, pairOf, type Tree } from './tree.ts'

/** Where a configuration stands in the text. */
interface Span {
  readonly name: string
  readonly start: number
  readonly end: number
}

/**
 * Tells of a path in a configuration where its value stands: `deployment.yml:12`, with the name of the configuration
 * that it stands in when it comes from another one, or `default` when the file has none.
 */
export function sourcesIn(
  { deployment, source }: LoadedDeployment,
  configuration: string,
): (path: readonly PropertyKey[]) => string {
  const spans = spansOf(source.document.contents as Tree)
  return (path) => {
    const place = locate(source, path)
    if (!place.present) return 'default'
    const { line } = source.lines.linePos(place.value)
    const owner = spans.find(({ start, end }) => start <= place.value && place.value < end)?.name
    const from = owner === undefined || owner === configuration ? '' : ` (${oneLine(owner)})`
    return `${deployment.file}:${line}${from}`
  }
}

function spansOf(contents: Tree): readonly Span[] {
  const configurations = pairOf(contents, 'configurations')?.value
  if (!isMap(configurations)) return []
  return (configurations.items as Pair<Node, Tree>[]).map((pair) => ({
    name: nameOf(pair) ?? '',
    start: pair.key.range?.[0] ?? 0,
    end: pair.value?.range?.[2] ?? 0,
  }))
}
