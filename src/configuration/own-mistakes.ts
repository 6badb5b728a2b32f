import { ancestorsOf, type Chains } from './chains.ts'
import { locate } from './locate.ts'
import { type Problem, pathText } from './problem.ts'
import type { YamlSource } from './yaml.ts'

/**
 * The mistakes that each configuration has by itself: not those that it takes over from one that it extends, and
 * not that something is missing which an unknown one may have. Those of a configuration stand before those of the
 * ones that extend it.
 */
export function ownMistakes(problems: readonly Problem[], source: YamlSource, chains: Chains): Problem[] {
  const rank = new Map(chains.order.map((name, index) => [name, index]))
  const rankOf = (problem: Problem): number => rank.get(nameIn(problem)) ?? -1
  /** The offsets of what was told, by configuration, path and message. */
  const told = new Map<string, number>()
  const key = (name: string, { path, message }: Problem): string =>
    JSON.stringify([name, pathText(path.slice(2)), message])

  return problems
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .filter((problem) => {
      const name = nameIn(problem)
      told.set(key(name, problem), problem.offset)
      const { present, written } = locate(source, problem.path)
      if (!present && chains.broken.has(name)) return false
      const isWrittenHere = present && written !== undefined
      return !ancestorsOf(name, chains.parents).some((ancestor) => {
        const above = told.get(key(ancestor, problem))
        return above !== undefined && (above === problem.offset || !isWrittenHere)
      })
    })
}

/** The configuration that a problem is in; empty for one of the file as a whole. */
const nameIn = ({ path: [first, name] }: Problem): string =>
  first === 'configurations' && typeof name === 'string' ? name : ''
