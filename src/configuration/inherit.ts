import { isMap, type Node, type Pair } from 'yaml'
import { type Chains, chainsOf } from './chains.ts'
import { flatten } from './flatten.ts'
import { mergeConfiguration, withoutExtends } from './merge.ts'
import { nearMiss } from './near.ts'
import { oneLine, type Problem } from './problem.ts'
import { mapAt, nameOf, pairOf, type Tree, textAt, withValue } from './tree.ts'
import type { YamlSource } from './yaml.ts'

/** A file with every `extends` carried out. */
export interface Inheritance {
  /** The file; its places are those of the text. */
  readonly source: YamlSource
  readonly problems: readonly Problem[]
  /** How its configurations extend each other. */
  readonly chains: Chains
}

/** A configuration with its name. */
type Target = Pair<Node, Tree>

/** Carries out `extends` in a file that is sound as YAML. */
export function inherit(source: YamlSource): Inheritance {
  const tree = flatten(source.contents, source.aliases)
  const configurations = pairOf(tree, 'configurations')
  const targets = new Map<string, Target>()
  if (isMap(configurations?.value))
    for (const pair of configurations.value.items) targets.set(nameOf(pair) ?? '', pair as Target)
  const wished = new Map<string, string>()
  for (const [name, { value }] of targets) {
    const parent = textAt(value, ['extends'])
    if (parent !== undefined) wished.set(name, parent)
  }
  const chains = chainsOf([...targets.keys()], wished)
  if (!isMap(tree) || !configurations?.value || wished.size === 0) return { source, problems: [], chains }

  const resolved = resolve(targets, chains)
  const pairs = [...targets].map(([name, pair]) => withValue(pair, resolved.get(name) ?? null))
  const whole = withValue(configurations, mapAt(configurations.value, pairs))
  const contents = mapAt(
    tree,
    tree.items.map((pair) => (pair === configurations ? whole : pair)),
  )
  return {
    source: { ...source, contents, value: contents.toJS(source.document) },
    problems: mistakesOf(chains, targets),
    chains,
  }
}

/** Each configuration on top of the one that it extends. */
function resolve(targets: ReadonlyMap<string, Target>, { order, parents }: Chains): Map<string, Tree> {
  const done = new Map<string, Tree>()
  for (const name of order) {
    const own = targets.get(name)?.value ?? null
    const above = done.get(parents.get(name) ?? '') ?? null
    if (isMap(above) && isMap(own)) done.set(name, mergeConfiguration(above, own))
    else done.set(name, isMap(own) && textAt(own, ['extends']) !== undefined ? withoutExtends(own) : own)
  }
  return done
}

/** What is wrong with the values of `extends`, at their places; each circle is told once. */
function mistakesOf({ orphans, circles }: Chains, targets: ReadonlyMap<string, Target>): Problem[] {
  const names = [...targets.keys()]
  const problem = (name: string, message: string): Problem => ({
    offset: pairOf(targets.get(name)?.value, 'extends')?.value?.range?.[0] ?? 0,
    path: ['configurations', name, 'extends'],
    message,
  })
  return [
    ...[...orphans].map(([name, parent]) => problem(name, unknown(parent, name, names))),
    ...circles.map((circle) => {
      const [first = ''] = circle
      const way = [...circle, first].map((name) => oneLine(name)).join(' → ')
      return problem(
        first,
        circle.length === 1
          ? `\`${oneLine(first)}\` is this configuration itself`
          : `goes round in a circle: ${way}`,
      )
    }),
  ]
}

function unknown(parent: string, child: string, names: readonly string[]): string {
  const others = names.filter((name) => name !== child).map((name) => oneLine(name))
  const near = nearMiss(parent, others)
  const hint = near
    ? `did you mean \`${near}\`?`
    : others.length > 0
      ? `the others are ${others.map((name) => `\`${name}\``).join(', ')}`
      : 'it is the only one'
  return `\`${oneLine(parent)}\` is no configuration of this file; ${hint}`
}
