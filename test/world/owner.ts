import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { docker, tryDocker } from './engine.ts'

/** Label by which containers and volumes say whose they are. */
export const ownerLabel = 'jetee-world.owner'

/** Names this process so that a later one with the same number is told apart: number, start, boot. */
export const owner = describeOwner(process.pid) ?? `${process.pid}`

let watched = false

/**
 * Has everything that carries this process's label removed when the process ends, in whatever way: a watchdog in
 * a session of its own waits for the end of a pipe that only this process holds.
 */
export function watchOver(): void {
  if (watched) return
  watched = true
  const script = join(import.meta.dirname, 'watchdog.ts')
  const dog = spawn(process.execPath, [script, owner], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  dog.on('error', () => {}) // the next start sweeps instead
  dog.unref()
  const pipe = dog.stdin as unknown as { unref?: () => void }
  pipe.unref?.()
}

/** Removes the containers of one owner, with their volumes. */
export async function removeOwned(by: string): Promise<void> {
  const ids = await docker(['ps', '--all', '--quiet', '--filter', `label=${ownerLabel}=${by}`])
  if (ids) await tryDocker(['rm', '--force', '--volumes', ...ids.split('\n')])
}

/** Removes what owners that are no more have left behind. */
export async function sweep(): Promise<void> {
  const format = `{{.Label "${ownerLabel}"}}`
  const listed = await docker(['ps', '--all', '--filter', `label=${ownerLabel}`, '--format', format])
  for (const by of new Set(listed.split('\n').filter(Boolean))) {
    if (describeOwner(Number.parseInt(by, 10)) !== by) await removeOwned(by)
  }
}

/** The name of a living process, or undefined when there is none of that number. */
function describeOwner(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
    return `${pid}-${start}-${boot}`
  } catch {
    return undefined
  }
}
