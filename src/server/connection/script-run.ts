import type { Readable, Writable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { Failure } from '../../report/failure.ts'
import type { Channel, Exit } from './exec-channel.ts'

/** How a script runs, and who hears of what it prints. */
export interface RunOptions {
  /** What the script reads on its stdin; nothing by default. */
  readonly stdin?: Buffer | Readable | undefined
  /** Gets stdout as it comes; the result's `stdout` is then empty. */
  readonly onStdout?: ((chunk: Buffer) => void) | undefined
  /** Gets every line of both outputs as it comes, without its line end. */
  readonly onLine?: ((line: string, from: 'stdout' | 'stderr') => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** After this long the script is ended and the run fails; 10 minutes by default. */
  readonly deadlineMs?: number | undefined
  /** What the script does, for messages: `Installing Docker`. */
  readonly title?: string | undefined
}

/** What came of a script; a code other than 0 is for the caller to judge. */
export interface RunResult {
  readonly code: number
  readonly stdout: Buffer
  /** At most its last 256 KiB. */
  readonly stderr: string
}

const STDERR_KEPT = 256 * 1024

/** Sees a script through to its end; `line` is what its shell waits for, if it does (see `shell-script.ts`). */
export async function runScript(
  shell: Channel,
  line: string | undefined,
  options: RunOptions,
): Promise<RunResult> {
  const stdout: Buffer[] = []
  let stderr = ''
  const stdoutLines = lineReader((line) => options.onLine?.(line, 'stdout'))
  const stderrLines = lineReader((line) => options.onLine?.(line, 'stderr'))
  const decoder = new StringDecoder('utf8')
  shell.stdout.on('data', (chunk: Buffer) => {
    if (options.onStdout) options.onStdout(chunk)
    else stdout.push(chunk)
    if (options.onLine) stdoutLines.take(chunk)
  })
  shell.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + decoder.write(chunk)).slice(-STDERR_KEPT)
    if (options.onLine) stderrLines.take(chunk)
  })

  if (line !== undefined) shell.stdin.write(line)
  const fed = feed(shell, options.stdin)
  try {
    const exit = await Promise.race([shell.done, fed.failed])
    stdoutLines.end()
    stderrLines.end()
    return { code: codeOf(exit, stderr, options.title), stdout: Buffer.concat(stdout), stderr }
  } finally {
    fed.stop()
  }
}

/** Sends the script's stdin. It does not end when the script has none: that is how SIGTERM can still be sent. */
function feed(shell: Channel, stdin: RunOptions['stdin']): { failed: Promise<never>; stop: () => void } {
  const { promise: failed, reject } = Promise.withResolvers<never>()
  failed.catch(() => {})
  if (stdin === undefined) return { failed, stop: () => {} }
  if (Buffer.isBuffer(stdin)) {
    shell.stdin.end(stdin)
    return { failed, stop: () => {} }
  }
  let stopped = false
  stdin.on('error', (error) => {
    if (stopped) return
    shell.close()
    reject(error)
  })
  stdin.pipe(shell.stdin as Writable)
  const stop = (): void => {
    stopped = true
    stdin.unpipe()
    stdin.destroy()
  }
  return { failed, stop }
}

function codeOf(exit: Exit, stderr: string, title = 'A script on the server'): number {
  if (exit.code !== null) return exit.code
  throw new Failure({
    what: `${title} was ended by ${exit.signal ?? 'a signal'}`,
    why: exit.signal === 'SIGKILL' ? 'The server may have run out of memory.' : undefined,
    output: stderr.trimEnd().split('\n').slice(-40),
  })
}

function lineReader(tell: (line: string) => void): { take: (chunk: Buffer) => void; end: () => void } {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return {
    take: (chunk) => {
      const lines = (rest + decoder.write(chunk)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) tell(line.replace(/\r$/, ''))
    },
    end: () => {
      if (rest !== '') tell(rest)
      rest = ''
    },
  }
}
