import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'

/** Sets values in `configurations.Staging` of a workspace's deployment file, by path; nothing is committed. */
export const setInFile =
  (changes: Readonly<Record<string, unknown>>) =>
  async (workspace: string): Promise<void> => {
    const path = join(workspace, 'deployment.yml')
    const file = parseDocument(await readFile(path, 'utf8'))
    for (const [place, value] of Object.entries(changes))
      file.setIn(['configurations', 'Staging', ...place.split('.')], value)
    await writeFile(path, file.toString())
  }
