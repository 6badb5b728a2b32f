/** How configurations extend each other. */
export interface Chains {
  /** The one that each extends, by name; none for those whose parent is unknown or that go round in a circle. */
  readonly parents: ReadonlyMap<string, string>
  /** All names, each behind the one that it extends. */
  readonly order: readonly string[]
  /** Those that extend a configuration that is not there, by name. */
  readonly orphans: ReadonlyMap<string, string>
  /** The circles; each starts with the member that was met first. */
  readonly circles: readonly (readonly string[])[]
  /** Those of which a part is unknown: orphans, members of circles, and whatever extends one of them. */
  readonly broken: ReadonlySet<string>
}

/** Follows what each configuration says that it extends, to the end; `wished` has no entry for those that say nothing. */
export function chainsOf(names: readonly string[], wished: ReadonlyMap<string, string>): Chains {
  const parents = new Map<string, string>()
  const orphans = new Map<string, string>()
  const circles: string[][] = []
  const broken = new Set<string>()
  const known = new Set(names)
  const met = new Set<string>()
  const order: string[] = []

  for (const first of names) {
    const path: string[] = []
    let name: string | undefined = first
    while (name !== undefined && known.has(name) && !met.has(name)) {
      met.add(name)
      path.push(name)
      name = wished.get(name)
    }
    const start = name === undefined ? -1 : path.indexOf(name)
    const circle = start < 0 ? [] : path.slice(start)
    if (circle.length > 0) circles.push(circle)
    for (const member of circle) broken.add(member)
    for (const member of path.toReversed()) {
      order.push(member)
      const parent = wished.get(member)
      if (parent === undefined || circle.includes(member)) continue
      if (!known.has(parent)) orphans.set(member, parent)
      else parents.set(member, parent)
      if (!known.has(parent) || broken.has(parent)) broken.add(member)
    }
  }
  return { parents, order, orphans, circles, broken }
}

/** The configurations that one extends, the nearest first. */
export function ancestorsOf(name: string, parents: ReadonlyMap<string, string>): readonly string[] {
  const ancestors: string[] = []
  for (let parent = parents.get(name); parent !== undefined; parent = parents.get(parent))
    ancestors.push(parent)
  return ancestors
}
