import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Folder for what is slow to make and for logs; it outlives every run. */
export function cacheFolder(): string {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jetee-world')
  mkdirSync(folder, { recursive: true })
  return folder
}

/**
 * Holds a lock between processes until it is disposed. The kernel holds it for a `flock` child that reads
 * our pipe, so it is free again however this process ends.
 */
export async function lock(name: string): Promise<AsyncDisposable> {
  const file = join(cacheFolder(), `${name}.lock`)
  const holder = spawn('flock', ['--exclusive', file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true, // a Ctrl-C ends the owner first; the lock follows by the closed pipe
  })
  const ended = new Promise<void>((resolve) => holder.on('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once('data', () => resolve())
    holder.once('error', reject)
    holder.once('close', (code) => reject(new Error(`flock ${file} ended with status ${code}`)))
  })
  return {
    async [Symbol.asyncDispose]() {
      holder.stdin.end()
      await ended
    },
  }
}
