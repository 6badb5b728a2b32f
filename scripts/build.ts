import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Builds `dist/`: TypeScript to `lib/`, then one bundle. Two clean builds are the same to the byte. */

const root = join(import.meta.dirname, '..')
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: root, stdio: 'inherit' })

for (const folder of ['lib', 'dist']) rmSync(join(root, folder), { recursive: true, force: true })
run('npx', 'tsc', '-p', 'tsconfig.build.json')
run('npx', 'ncc', 'build', 'lib/main.js', '-o', 'dist', '--license', 'licenses.txt', '--quiet')

/** The terminal's door: Node older than the action's is told so, as it may fail anywhere in the bundle. */
const door = `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write('jetee needs Node 24 or newer; this is ' + process.version + '\\n')
  process.exit(1)
}
globalThis.jeteeTerminal = true
import('./index.js')
`

// A Windows program that ssh2 brings for PuTTY's agent; nothing here runs it.
const unwanted = ['pagent.exe']
const wanted = /^(?:[0-9]+\.)?index\.js$|^licenses\.txt$|^package\.json$/
for (const file of readdirSync(join(root, 'dist'))) {
  if (unwanted.includes(file)) rmSync(join(root, 'dist', file))
  // An addon or a source map would differ from machine to machine.
  else if (!wanted.test(file)) throw new Error(`ncc put ${file} into dist/, where nobody expects it`)
}
writeFileSync(join(root, 'dist', 'cli.js'), door, { mode: 0o755 })
