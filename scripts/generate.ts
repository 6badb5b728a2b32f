import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { actionTables } from './generate/action.ts'
import { catalogueIndex } from './generate/catalogue.ts'
import { replaceBetween } from './generate/markers.ts'

/** Writes what is derived from the sources. `npm run drift` checks that it is current. */

const root = join(import.meta.dirname, '..')

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
  // Markdown is none of biome's languages.
  if (!file.endsWith('.md')) execFileSync('npx', ['biome', 'format', '--write', file], { cwd: root })
}

write('src/catalog/index.ts', catalogueIndex(join(root, 'src/catalog')))

// The schema takes in the catalogue's index, so that it is read behind it.
const { deploymentJsonSchema, editorJsonSchema } = await import('../src/configuration/json-schema.ts')
const { configurationPage } = await import('./generate/configuration.ts')
write('schema/deployment.schema.json', JSON.stringify(editorJsonSchema()))
write('docs/configuration.md', configurationPage(deploymentJsonSchema()))

const { errorsPage } = await import('./generate/errors.ts')
write('docs/errors.md', errorsPage())

const { environmentPage } = await import('./generate/environment.ts')
write('docs/environment.md', environmentPage())

const { inputs, outputs } = actionTables(readFileSync(join(root, 'action.yml'), 'utf8'))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
write('README.md', replaceBetween(replaceBetween(readme, 'inputs', inputs), 'outputs', outputs))

const { terminalHelp } = await import('./generate/terminal.ts')
const terminal = readFileSync(join(root, 'docs/terminal.md'), 'utf8')
write('docs/terminal.md', replaceBetween(terminal, 'commands', terminalHelp()))
