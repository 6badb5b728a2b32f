import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { Failure } from '../report/failure.ts'

/** Variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>

/**
 * The environment with the variables of files, each as `node --env-file` reads it. A variable of the environment wins,
 * unless it is empty; of two files, the later one does.
 */
export const withEnvFiles = async (
  env: Variables,
  files: readonly string[],
  folder: string,
): Promise<Variables> => {
  const read = await Promise.all(files.map((file) => readEnvFile(resolve(folder, file), file)))
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value))
  return Object.assign({}, ...read, given)
}

const readEnvFile = async (path: string, shown: string): Promise<Variables> => {
  try {
    return parseEnv(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new Failure(
      {
        what: `The file of variables ${shown} cannot be read`,
        where: path,
        why: `${(cause as Error).message}.`,
        stands: 'Nothing on the server was changed.',
        next: 'Give `--env-file` a file with a line `NAME=value` for each variable.',
      },
      { cause },
    )
  }
}
