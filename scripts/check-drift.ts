import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Checks that what is generated fits the sources: makes it anew, in place, and tells what became different. Nothing
 * else in the tree is touched. What is different only from the last commit is told too, and fails where CI is set.
 */

const root = join(import.meta.dirname, '..')
const generated = [
  'README.md',
  'docs/configuration.md',
  'docs/environment.md',
  'docs/errors.md',
  'docs/terminal.md',
  'schema',
  'src/catalog/index.ts',
  'dist',
]

/** The files at a path, whether it is a file or a folder. */
const filesOf = (path: string): readonly string[] => {
  if (!existsSync(join(root, path))) return []
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path)).flatMap((name) => filesOf(`${path}/${name}`))
}

/** Hashes of all that is generated, by file. */
const take = (): ReadonlyMap<string, string> =>
  new Map(
    generated.flatMap(filesOf).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
    ]),
  )

const run = (script: string): void => {
  execFileSync(process.execPath, [join(root, 'scripts', script)], { cwd: root, stdio: 'inherit' })
}

/** What git sees as changed, of what is generated; empty outside of a repository. */
const uncommitted = (): readonly string[] => {
  try {
    const args = ['status', '--porcelain', '--untracked-files=all', '--', ...generated]
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' })
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(3))
  } catch {
    return []
  }
}

const list = (files: readonly string[]): string => files.map((file) => `  ${file}\n`).join('')

const before = take()
run('generate.ts')
run('build.ts')
const after = take()

// webpack names modules by their place, and places behind a link differ from machine to machine.
const linked = lstatSync(join(root, 'node_modules')).isSymbolicLink()
if (linked) console.log('dist/ is not compared: node_modules is a symbolic link.')
const counts = (file: string): boolean => !(linked && file.startsWith('dist/'))

const stale = [...new Set([...before.keys(), ...after.keys()])]
  .filter((file) => before.get(file) !== after.get(file) && counts(file))
  .sort()
const open = uncommitted().filter((file) => counts(file) && !stale.includes(file))

if (stale.length > 0) {
  console.error(
    `These files did not fit the sources. They do now: look at them and commit them.\n${list(stale)}`,
  )
}
if (open.length > 0) console.error(`These files fit the sources, but are not committed.\n${list(open)}`)
if (stale.length > 0 || (open.length > 0 && process.env.CI)) process.exitCode = 1
else console.log('What is generated fits the sources.')
