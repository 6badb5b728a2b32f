import { ensureBrowser } from './browser.ts'
import { sweep } from './owner.ts'
import { ensureProgram } from './packages.ts'
import { printProgress } from './progress.ts'
import { ensureWorld } from './world.ts'

/** Before the end-to-end tests: everything slow or shared is made ready, once, with progress on the terminal. */
export async function setup(): Promise<void> {
  await ensureProgram('git', 'git', 'check out sources')
  await ensureProgram('ssh-keygen', 'openssh-client', 'make SSH keys')
  await ensureBrowser()
  await ensureWorld(printProgress)
}

/** After them: servers of test processes that were killed go too. */
export async function teardown(): Promise<void> {
  await sweep()
}
