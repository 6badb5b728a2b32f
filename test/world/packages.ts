import { lock } from './cache.ts'
import { command, hasCommand } from './command.ts'

let updated = false

/** Whether this machine lets us install Debian packages: root, with apt. */
export async function canInstall(): Promise<boolean> {
  return process.getuid?.() === 0 && (await hasCommand('apt-get'))
}

/**
 * Installs Debian packages on this machine, one process at a time; the package lists are fetched once.
 * `why` completes the sentence "… is needed to ".
 */
export async function installPackages(packages: readonly string[], why: string): Promise<void> {
  if (!(await canInstall())) {
    throw new Error(
      `${packages.join(', ')} is needed to ${why}. Install it, or run this as root on a Debian machine.`,
    )
  }
  await using _ = await lock('apt')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (args: string[]) =>
    command('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], { env })
  if (!updated) await apt(['update'])
  updated = true
  await apt(['install', '-y', '--no-install-recommends', ...packages])
}

/** Makes sure that a program is on PATH, by installing the package that holds it. */
export async function ensureProgram(program: string, debianPackage: string, why: string): Promise<void> {
  if (!(await hasCommand(program))) await installPackages([debianPackage], why)
}
