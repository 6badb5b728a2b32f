import { join } from 'node:path'
import { checkRelease } from './release/check.ts'
import { moveTags } from './release/tags.ts'

/**
 * Parts of a release of the action, for .github/workflows/release.yml:
 * `node scripts/release.ts check v1.2.3` says whether what is checked out may be released under that tag;
 * `node scripts/release.ts move-tags v1.2.3` moves `v1` and `v1.2` to it, where they are not on a newer version.
 */

const root = join(import.meta.dirname, '..')
const [command, tag = ''] = process.argv.slice(2)

try {
  const release = checkRelease(root, tag)
  switch (command) {
    case 'check':
      console.log(`${release.tag} may be released from ${release.commit}.`)
      break
    case 'move-tags':
      for (const { tag: moved, moves, because } of moveTags(root, release))
        console.log(`${moved} ${moves ? 'moves' : 'stays'}: ${because}.`)
      break
    default:
      throw new Error('Say `check` or `move-tags`, and a version such as v1.2.3')
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
