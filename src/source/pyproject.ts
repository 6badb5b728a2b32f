import { Failure } from '../report/failure.ts'

/**
 * Makes sure that a pyproject.toml lists dependencies as PEP 621 says, before anything is changed. What the list holds is
 * read where it is installed, by Python's own parser; this looks no further than the table and the key.
 */
export const requireDependencyList = (toml: string): void => {
  const table = projectTable(toml)
  const [, dynamic = ''] = /^\s*dynamic\s*=\s*\[([^\]]*)\]/m.exec(table ?? '') ?? []
  const why =
    table === undefined
      ? 'It has no [project] table, which would list the dependencies.'
      : /["']dependencies["']/.test(dynamic)
        ? 'It says that its dependencies are dynamic: they are known only to what builds the project.'
        : undefined
  if (why === undefined) return
  throw new Failure({
    what: 'The dependencies cannot be read from pyproject.toml',
    where: 'pyproject.toml',
    why,
    stands: 'Nothing on the server was changed.',
    next: 'List them as `dependencies` in [project], commit a lock file, or name a requirements file as `requirements`.',
  })
}

/** The text of the table [project], up to the next table; undefined when there is none. */
const projectTable = (toml: string): string | undefined => {
  const lines = toml.split('\n')
  const begin = lines.findIndex((line) => /^\s*\[\s*project\s*\]/.test(line))
  if (begin < 0) return undefined
  const rest = lines.slice(begin + 1)
  const end = rest.findIndex((line) => /^\s*\[{1,2}[^"'[\],]+\]{1,2}\s*(?:#.*)?$/.test(line))
  return rest.slice(0, end < 0 ? undefined : end).join('\n')
}
