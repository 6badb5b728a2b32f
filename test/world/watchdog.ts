/** Started by owner.ts: waits until the owner's pipe ends, then removes what the owner left. */
import { removeOwned } from './owner.ts'

const by = process.argv[2]
if (!by) throw new Error('usage: watchdog.ts OWNER')
process.stdin.resume()
process.stdin.on('close', async () => {
  await removeOwned(by)
  // A `docker run` that was under way may still have made its container.
  setTimeout(() => void removeOwned(by), 3000)
})
