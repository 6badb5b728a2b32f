import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Builds `dist/`: TypeScript to `lib/`, then one bundle. Two clean builds are the same to the byte. */

const root = join(import.meta.dirname, '..')
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: root, stdio: 'inherit' })

for (const folder of ['lib', 'dist']) rmSync(join(root, folder), { recursive: true, force: true })
run('npx', 'tsc', '-p', 'tsconfig.build.json')
run('npx', 'ncc', 'build', 'lib/main.js', '-o', 'dist', '--license', 'licenses.txt', '--quiet')

// A Windows program that ssh2 brings for PuTTY's agent; nothing here runs it.
const unwanted = ['pagent.exe']
const wanted = /^(?:[0-9]+\.)?index\.js$|^licenses\.txt$|^package\.json$/
for (const file of readdirSync(join(root, 'dist'))) {
  if (unwanted.includes(file)) rmSync(join(root, 'dist', file))
  // An addon or a source map would differ from machine to machine.
  else if (!wanted.test(file)) throw new Error(`ncc put ${file} into dist/, where nobody expects it`)
}
