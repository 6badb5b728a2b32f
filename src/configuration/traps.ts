import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, Scalar, visit } from 'yaml'
import type { Aliases } from './aliases.ts'
import { oneLine, type Problem } from './problem.ts'

/**
 * What YAML reads as something else than it looks like. An alias that leads nowhere is replaced in the document by
 * its text, so that the rest can still be checked.
 */
export function trapsIn(document: Document, aliases: Aliases): Problem[] {
  const problems: Problem[] = []
  const refuseTag = (node: Node, ancestors: readonly unknown[]): void => {
    const tag = isAlias(node) ? undefined : node.tag
    if (tag === undefined || !/^!./.test(tag)) return
    problems.push({
      offset: node.range?.[0] ?? 0,
      path: pathOf(ancestors, node),
      message: `YAML reads \`${oneLine(tag)}\` as a tag, which has no meaning here: for the text, write it in quotes`,
    })
  }
  visit(document, {
    Collection: (_, node, ancestors) => refuseTag(node, ancestors),
    Scalar(role, scalar, ancestors) {
      refuseTag(scalar, ancestors)
      const { value } = scalar
      const problem = { offset: scalar.range?.[0] ?? 0, path: pathOf(ancestors, scalar) }
      if (role === 'key' && value === '__proto__')
        problems.push({ ...problem, message: '`__proto__` cannot be a key' })
      if ((typeof value === 'number' || typeof value === 'boolean') && isAltered(scalar))
        problems.push({ ...problem, message: misread(oneLine(String(scalar.source)), value) })
    },
    Alias(_, alias, ancestors) {
      const target = aliases.get(alias)
      const text = `*${alias.source}`
      const shown = oneLine(text)
      const problem = { offset: alias.range?.[0] ?? 0, path: pathOf(ancestors, alias) }
      if (target && ancestors.includes(target)) {
        problems.push({ ...problem, message: `\`${shown}\` stands inside of what it repeats` })
        const nothing = new Scalar(null)
        nothing.source = text
        nothing.range = alias.range ?? null
        return nothing
      }
      if (target) return undefined
      problems.push({
        ...problem,
        message: `YAML reads \`${shown}\` as an alias, and no anchor before it has that name: for the text, write '${shown}' in quotes`,
      })
      const plain = new Scalar(text)
      plain.source = text
      plain.range = alias.range ?? null
      return plain
    },
    Pair(_, { key, value }, ancestors) {
      if (!isScalar(key) || key.value !== '<<' || canMerge(aliases, value)) return
      problems.push({
        offset: key.range?.[0] ?? 0,
        path: pathOf(ancestors, key),
        message: '`<<` must be given an alias of a mapping, or a list of such',
      })
    },
  })
  return problems
}

/** Whether a value can stand behind `<<`. */
function canMerge(aliases: Aliases, value: unknown): boolean {
  const source = isAlias(value) ? aliases.get(value) : value
  const parts = isSeq(source) ? source.items : [source]
  return parts.every((part) => isMap(isAlias(part) ? aliases.get(part) : part))
}

/** Whether a number or boolean is written otherwise than it would be shown: `1.10`, `0o17`, `True`. */
const isAltered = ({ source, value }: Scalar): boolean => source !== undefined && source !== String(value)

function misread(source: string, value: number | boolean): string {
  const kind = typeof value
  if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER))
    return `YAML reads \`${source}\` as ${Number.isFinite(value) ? `the number ${value}` : 'a number without a value'}: for the text, write '${source}' in quotes`
  if (/^[-+]?0\d+$/.test(source))
    return `YAML 1.2 reads \`${source}\` as the number ${value}, and not as an octal: for the text, write '${source}' in quotes, for the number, ${value}`
  return `YAML reads \`${source}\` as the ${kind} ${value}: for the text, write '${source}' in quotes, for the ${kind}, ${value}`
}

/** The keys and indexes that lead to a node, from the nodes around it. */
export function pathOf(ancestors: readonly unknown[], node: unknown): PropertyKey[] {
  return ancestors.flatMap((around, index): PropertyKey[] => {
    if (isPair(around)) return isScalar(around.key) ? [String(around.key.value)] : []
    return isSeq(around) ? [around.items.indexOf(ancestors[index + 1] ?? node)] : []
  })
}
