import { lstat, readFile, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Failure } from '../report/failure.ts'
import { oneLine } from './problem.ts'

/** A deployment file's text. */
export interface DeploymentText {
  readonly text: string
  /** The file's path from the root of the workspace, with `/`, for messages and annotations. */
  readonly file: string
}

/** The smallest deployment file that works. */
export const smallestDeployment = `configurations:
  Staging:
    hostname: staging.example.com
    primary_service:
      project:
        processes:
          - uwsgi: { wsgi_file: project/wsgi.py }
    secondary_services:
      - postgresql
`

/** Where a deployment file is looked for when nobody says where it is. */
export const usualFiles = [
  'deployment.yml',
  'deployment.yaml',
  '.github/deployment.yml',
  '.github/deployment.yaml',
] as const

/**
 * Reads the deployment file of a workspace; `configFile` is its path there, and cannot lead out of it. Without one,
 * the usual places are looked at, of which only one may have a file.
 */
export async function readDeploymentFile(
  workspace: string,
  configFile: string | undefined,
): Promise<DeploymentText> {
  if (configFile !== undefined) return readFileAt(workspace, configFile)
  const found = await Promise.all(
    usualFiles.map((file) =>
      lstat(join(workspace, file)).then(
        () => [file],
        () => [],
      ),
    ),
  )
  const [first, second] = found.flat()
  if (first === undefined) throw nowhere(workspace)
  if (second !== undefined) throw several(first, second)
  return readFileAt(workspace, first)
}

async function readFileAt(workspace: string, configFile: string): Promise<DeploymentText> {
  const shown = oneLine(configFile)
  const path = resolve(workspace, configFile)
  const file = relative(workspace, path).split(sep).join('/')
  if (configFile.includes('\0') || !isInside(workspace, path)) throw outside(shown)
  const real = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ENOTDIR'
      ? missing(shown, path)
      : unreadable(shown, error)
  })
  if (!isInside(await realpath(workspace), real)) throw outside(shown)
  const bytes = await readFile(real).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(shown, error)
  })
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), file }
  } catch (error) {
    const where = `${shown}:${placeOf(bytes)}`
    throw new Failure(
      {
        what: `The deployment file ${shown} cannot be read`,
        where,
        why: 'It is not UTF-8 text',
        next: `Save ${shown} as UTF-8, commit it and run again.`,
      },
      { cause: error },
    )
  }
}

/** Line and column of the first byte that no text in UTF-8 has there. */
function placeOf(bytes: Buffer): string {
  const read = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const again = Buffer.from(read)
  const wrong = again.findIndex((byte, index) => byte !== bytes[index])
  const lines = again.subarray(0, Math.max(wrong, 0)).toString().split('\n')
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

const outside = (shown: string): Failure =>
  new Failure({
    what: `The deployment file ${shown} is not inside the workspace`,
    where: 'input config-file',
    why: 'Its path, or a symbolic link on it, leads to another place.',
    next: 'Give a path inside the repository, such as deployment.yml.',
  })

const several = (first: string, second: string): Failure =>
  new Failure({
    what: `There are two deployment files, ${first} and ${second}`,
    where: 'input config-file',
    why: 'Nothing says which of them counts.',
    next: `Remove one of them, or set the input \`config-file\` to ${first} or ${second}.`,
  })

/** Why a file may be missing that is in the repository. */
const checkout = 'perhaps the job has no step `uses: actions/checkout@v6` before this one.'

const nowhere = (workspace: string): Failure =>
  new Failure({
    what: 'There is no deployment file',
    where: workspace,
    why: `The workspace has none of ${usualFiles.join(', ')}; ${checkout}`,
    next: `Name another file by the input \`config-file\`, or commit this as deployment.yml, the smallest that works:\n${smallestDeployment}`,
  })

const missing = (shown: string, path: string): Failure =>
  new Failure({
    what: `There is no deployment file ${shown}`,
    where: path,
    why: `Nothing stands there in the workspace; ${checkout}`,
    next: `Name another file by the input config-file, or commit this one, the smallest that works:\n${smallestDeployment}`,
  })

const unreadable = (shown: string, cause: Error): Failure =>
  new Failure(
    { what: `The deployment file ${shown} cannot be read`, where: shown, why: cause.message },
    { cause },
  )
