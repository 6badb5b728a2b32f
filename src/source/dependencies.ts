import { Failure } from '../report/failure.ts'
import { requireDependencyList } from './pyproject.ts'
import { requirementFiles } from './requirements.ts'
import { readFile, type Source } from './source.ts'

/** What installs the dependencies of a project in Python. */
export type DependencyTool = 'pip' | 'uv' | 'poetry' | 'pipenv' | 'pyproject'

/** How a project's dependencies are declared, and what its image's layer with them depends on. */
export interface Dependencies {
  /** `pyproject` is pip with the list in `pyproject.toml`; undefined when there is nothing to install. */
  readonly tool: DependencyTool | undefined
  /** The files that say what is to be installed, from the root of the repository; the first is the one that was chosen. */
  readonly files: readonly string[]
}

/** A choice among the files of a commit, and the line that tells of it. */
export interface DependencyChoice extends Dependencies {
  readonly note: string
}

interface Candidate {
  readonly tool: DependencyTool
  /** The file by which it is known. */
  readonly file: string
  /** The file that must be beside it. */
  readonly needs?: string
  /** Files that it reads where they are there. */
  readonly reads?: readonly string[]
  readonly locks: boolean
}

/** In the order in which they win. */
const candidates: readonly Candidate[] = [
  { tool: 'uv', file: 'uv.lock', needs: 'pyproject.toml', reads: ['uv.toml'], locks: true },
  { tool: 'poetry', file: 'poetry.lock', needs: 'pyproject.toml', reads: ['poetry.toml'], locks: true },
  { tool: 'pipenv', file: 'Pipfile.lock', needs: 'Pipfile', locks: true },
  { tool: 'pip', file: 'requirements.txt', locks: false },
  { tool: 'pyproject', file: 'pyproject.toml', locks: false },
]

/** Chooses how dependencies are installed: by the requirements file that the configuration names, or the first file that is there. */
export const chooseDependencies = (
  paths: ReadonlySet<string>,
  requirements: string | undefined,
): DependencyChoice => {
  if (requirements !== undefined)
    return { tool: 'pip', files: [requirements], note: `Dependencies: ${requirements}, as configured` }
  const present = candidates.filter(({ file }) => paths.has(file))
  const [chosen] = present
  if (!chosen) return { tool: undefined, files: [], note: 'Dependencies: no file names any' }
  if (chosen.needs !== undefined && !paths.has(chosen.needs)) {
    throw new Failure({
      what: `${chosen.file} is of no use without ${chosen.needs}`,
      where: chosen.file,
      why: `The commit has no ${chosen.needs} beside it.`,
      stands: 'Nothing on the server was changed.',
      next: `Commit ${chosen.needs}, or name another file as \`requirements\`.`,
    })
  }
  const others = present.filter(({ file, locks }) => locks && file !== chosen.file).map(({ file }) => file)
  return {
    tool: chosen.tool,
    files: [
      chosen.file,
      ...(chosen.needs === undefined ? [] : [chosen.needs]),
      ...(chosen.reads ?? []).filter((file) => paths.has(file)),
    ],
    note: `Dependencies: ${chosen.file}${others.length > 0 ? `; ${others.join(' and ')} beside it plays no part` : ''}`,
  }
}

/** Chooses how the dependencies of a commit are installed, with all files that the choice includes. */
export const readDependencies = async (
  source: Source,
  requirements: string | undefined,
): Promise<DependencyChoice> => {
  const choice = chooseDependencies(new Set(source.files.map(({ path }) => path)), requirements)
  const [file] = choice.files
  if (choice.tool === 'pyproject' && file !== undefined)
    requireDependencyList((await readFile(source, file)) ?? '')
  return choice.tool === 'pip' && file !== undefined
    ? { ...choice, files: await requirementFiles(source, file) }
    : choice
}
