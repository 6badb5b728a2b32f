import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { ensureProgram } from '../world/packages.ts'

/** What was seen in a terminal, without colours and movements, and how the command ended. */
export interface Seen {
  readonly exitCode: number
  readonly text: string
}

/** A text to wait for, and what is then typed. */
export type Answer = readonly [prompt: string | RegExp, typed: string]

/** Runs a program in a pseudo-terminal of its own, of 100 columns, and types each answer when its prompt has come. */
export const inTerminal = async (
  program: readonly string[],
  answers: readonly Answer[],
  { cwd, env, seconds = 120 }: { cwd: string; env: NodeJS.ProcessEnv; seconds?: number },
): Promise<Seen> => {
  await ensureProgram('script', 'bsdutils', 'run commands in a pseudo-terminal')
  const line = program.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')
  const child = spawn('script', ['-qefc', `stty cols 100 rows 30; exec ${line}`, '/dev/null'], {
    cwd,
    env: { ...env, TERM: 'xterm-256color' },
  })
  let text = ''
  let read = 0
  const left = [...answers]
  child.stdout.on('data', (chunk: Buffer) => {
    text += stripVTControlCharacters(chunk.toString())
    const [next] = left
    const rest = text.slice(read)
    const found = next && (typeof next[0] === 'string' ? rest.includes(next[0]) : next[0].test(rest))
    if (!found) return
    read = text.length
    left.shift()
    child.stdin.write(next[1])
  })
  const { promise, resolve, reject } = Promise.withResolvers<Seen>()
  const deadline = setTimeout(() => {
    child.kill('SIGKILL')
    reject(new Error(`${line} did not end within ${seconds} s. What was seen:\n${text}`))
  }, seconds * 1000)
  child.on('error', reject)
  child.on('close', (code) => {
    clearTimeout(deadline)
    if (left.length > 0) reject(new Error(`“${left[0]?.[0]}” never came. What was seen:\n${text}`))
    else resolve({ exitCode: code ?? -1, text })
  })
  return promise
}
