// ssh2 reads this name of CommonJS after it is bundled into a module, so that it must be there first.
import './dirname.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLine } from './commands/line.ts'

/** The door of the terminal: `jetee …`. */

// Whoever reads has heard enough, such as `head`. A deploy prints nothing there before its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
// A deploy goes on when nobody listens to its progress any more.
process.stderr.on('error', () => {})

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
  readonly version: string
}
const reading = readLine(process.argv.slice(2), 'terminal', {
  version,
  width: process.stdout.columns || undefined,
})
switch (reading.kind) {
  case 'text':
    process.stdout.write(reading.text)
    break
  case 'mistake':
    process.stderr.write(reading.text)
    process.exitCode = 2
    break
  case 'line': {
    const { runLine } = await import('./terminal/run.ts')
    process.exitCode = await runLine(reading.line)
  }
}
