import { spawn } from 'node:child_process'
import { getExecOutput } from '@actions/exec'
import { Failure } from '../report/failure.ts'

/** Options of a call of git. */
interface GitOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Git in a job's container often finds that the workspace belongs to another user. And files of a commit may look like a
 * bare repository, whose settings name programs to start: only what has a `.git`, which no commit can hold, is one.
 */
const trusted = ['-c', 'safe.directory=*', '-c', 'safe.bareRepository=explicit']

const environment = (extra: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]]))),
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  ...extra,
})

/** Runs git on the runner and gives what it printed; undefined when it failed. */
export const tryGit = async (args: readonly string[], options: GitOptions): Promise<string | undefined> => {
  const result = await runGit(args, options)
  return result.exitCode === 0 ? result.stdout : undefined
}

/** Runs git on the runner and gives what it printed. */
export const git = async (args: readonly string[], options: GitOptions): Promise<string> => {
  const { exitCode, stdout, stderr } = await runGit(args, options)
  if (exitCode !== 0) throw new GitError(stderr.trim() || `git ${args[0]} ended with ${exitCode}`)
  return stdout
}

/** What git itself said when it failed. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

const runGit = async (args: readonly string[], { cwd, env }: GitOptions) => {
  try {
    return await getExecOutput('git', [...trusted, ...args], {
      cwd,
      env: environment(env),
      silent: true,
      ignoreReturnCode: true,
    })
  } catch (cause) {
    throw new Failure(
      { what: 'git could not be run on the runner', why: String(cause), next: 'Install git on the runner.' },
      { cause },
    )
  }
}

/** Contents of blobs, in the order of their names. */
export async function* readBlobs(cwd: string, blobs: readonly string[]): AsyncGenerator<Buffer> {
  const child = spawn('git', [...trusted, 'cat-file', '--batch', '--buffer'], {
    cwd,
    env: environment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // When git ends early, the missing answer below says so.
  child.stdin.on('error', () => {})
  child.stdin.end(blobs.map((blob) => `${blob}\n`).join(''))
  const chunks = child.stdout[Symbol.asyncIterator]()
  let buffer: Buffer = Buffer.alloc(0)
  const more = async () => {
    const next = await chunks.next()
    if (next.done) throw new GitError('git cat-file ended early')
    return next.value as Buffer
  }
  const header = async () => {
    while (!buffer.includes(10)) buffer = Buffer.concat([buffer, await more()])
    const end = buffer.indexOf(10)
    const line = buffer.subarray(0, end).toString()
    buffer = buffer.subarray(end + 1)
    return line
  }
  const take = async (length: number) => {
    const parts = [buffer]
    for (let have = buffer.length; have < length; ) {
      const part = await more()
      parts.push(part)
      have += part.length
    }
    const whole = Buffer.concat(parts)
    buffer = whole.subarray(length)
    return whole.subarray(0, length)
  }
  try {
    for (const blob of blobs) {
      const [name, kind, size] = (await header()).split(' ')
      if (name !== blob || kind !== 'blob')
        throw new GitError(`git has no file ${blob}: it says ${name} ${kind}`)
      const length = Number(size)
      // A line feed stands behind the content.
      yield (await take(length + 1)).subarray(0, length)
    }
  } finally {
    child.kill()
  }
}
