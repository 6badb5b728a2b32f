import { spawn } from 'node:child_process'

/** What a finished program left behind. */
export type CommandResult = {
  /** Exit status; 128 + signal number is never faked: a program ended by a signal has status -1. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** How a program is run. */
export type CommandOptions = {
  /** Written to its standard input, which is then closed. */
  readonly input?: string | Uint8Array
  /** Replaces the whole environment when given. */
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  readonly signal?: AbortSignal
  /** Called with each piece of output as it comes, of both streams. */
  readonly onOutput?: (text: string) => void
}

/** Runs a program and waits for it; a status other than 0 is a result, not an error. */
export function tryCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: options.env, cwd: options.cwd, signal: options.signal })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    const collect = (into: Buffer[]) => (chunk: Buffer) => {
      into.push(chunk)
      options.onOutput?.(chunk.toString())
    }
    child.stdout.on('data', collect(stdout))
    child.stderr.on('data', collect(stderr))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    )
    child.stdin.on('error', () => {}) // the program may end before it has read everything
    child.stdin.end(options.input)
  })
}

/** Runs a program that must succeed and returns its standard output without the last line break. */
export async function command(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const result = await tryCommand(program, args, options)
  if (result.code !== 0) {
    const tail = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-40).join('\n')
    throw new Error(`${program} ${args.join(' ')} ended with status ${result.code}:\n${tail}`)
  }
  return result.stdout.replace(/\n$/, '')
}

/** Whether a program of this name is on PATH. */
export async function hasCommand(program: string): Promise<boolean> {
  return (await tryCommand('sh', ['-c', 'command -v "$1"', 'sh', program])).code === 0
}
