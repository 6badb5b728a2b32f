import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files by which a step talks back to the runner, with the variables that name them. */
export type CommandFiles = {
  readonly env: Readonly<Record<string, string>>
  readonly read: () => Promise<FileCommands>
}

/** What a step wrote into its files. */
export type FileCommands = {
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, string>>
  readonly path: readonly string[]
  readonly summary: string
}

/** Makes the empty command files of one step in the runner's temporary folder. */
export async function newCommandFiles(temp: string): Promise<CommandFiles> {
  const folder = join(temp, '_runner_file_commands')
  await mkdir(folder, { recursive: true })
  const id = randomUUID()
  const file = (kind: string) => join(folder, `${kind}_${id}`)
  const files = {
    GITHUB_OUTPUT: file('set_output'),
    GITHUB_STATE: file('save_state'),
    GITHUB_ENV: file('set_env'),
    GITHUB_PATH: file('add_path'),
    GITHUB_STEP_SUMMARY: file('step_summary'),
  }
  await Promise.all(Object.values(files).map((path) => writeFile(path, '')))
  const text = (name: keyof typeof files) => readFile(files[name], 'utf8')
  const pairs = async (name: keyof typeof files) => parsePairs(await text(name))
  return {
    env: files,
    read: async () => ({
      outputs: await pairs('GITHUB_OUTPUT'),
      state: await pairs('GITHUB_STATE'),
      variables: await pairs('GITHUB_ENV'),
      path: (await text('GITHUB_PATH')).split('\n').filter(Boolean),
      summary: await text('GITHUB_STEP_SUMMARY'),
    }),
  }
}

/** Reads `name=value` lines and `name<<MARK … MARK` blocks; anything else is an error, as it is at GitHub. */
function parsePairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line === '') continue
    const equals = line.indexOf('=')
    const block = line.indexOf('<<')
    if (equals >= 0 && (block < 0 || equals < block)) {
      pairs[line.slice(0, equals)] = line.slice(equals + 1)
      continue
    }
    if (block < 0) throw new Error(`Invalid format '${line}'`)
    const end = lines.indexOf(line.slice(block + 2), at + 1)
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${line.slice(block + 2)}'`)
    pairs[line.slice(0, block)] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return pairs
}
