import { type Alias, type Document, isAlias, type Node, visit } from 'yaml'

/** What each alias of a document stands for; those that lead nowhere are not in it. */
export type Aliases = ReadonlyMap<Alias, Node>

/** Follows all aliases of a document: each leads to the last node before it that has its anchor. */
export function aliasesIn(document: Document): Aliases {
  const anchors = new Map<string, Node>()
  const aliases = new Map<Alias, Node>()
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor) anchors.set(node.anchor, node)
        return
      }
      const target = anchors.get(node.source)
      if (target) aliases.set(node, target)
    },
  })
  return aliases
}
