// ssh2 reads this name of CommonJS after it is bundled into a module, so that it must be there first.
import './dirname.ts'
import { getState } from '@actions/core'

/**
 * The door that GitHub's runner opens twice: for the action itself, and for its post stage. `dist/cli.js` says by a global
 * name that it is the terminal's.
 */
if ('jeteeTerminal' in globalThis) {
  await import('./cli.ts')
} else if (getState('stage') === '') {
  const { runAction } = await import('./github/action.ts')
  await runAction()
} else {
  const { runPost } = await import('./post.ts')
  await runPost()
}
