import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { terminalHelp } from '../../../scripts/generate/terminal.ts'
import { commandNames } from '../../../src/commands/grammar.ts'
import { readLine } from '../../../src/commands/line.ts'
import { splitWords } from '../../../src/words.ts'
import { root } from '../sample.ts'

const page = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Lines of `jetee` that a page shows, in blocks of shell, as words; variables before them are no part of them. */
const linesOf = (file: string): readonly string[] =>
  [...page(file).matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block = '']) =>
    [...block.matchAll(/^(?:\w+=\S+ )*jetee (.+)$/gm)].map(([, words = '']) => words),
  )

const shown = ['docs/terminal.md', 'README.md'].flatMap((file) =>
  linesOf(file).map((words) => [file, words] as const),
)

describe('every line that is shown', () => {
  test.each(shown)('%s: jetee %s', (_, words) => {
    expect(readLine(splitWords(words) ?? [], 'terminal')).toMatchObject({ kind: 'line' })
  })

  test('is found: there is one for each command', () => {
    const names = shown.map(([, words]) => {
      const reading = readLine(splitWords(words) ?? [], 'terminal')
      if (reading.kind !== 'line') return undefined
      const { command } = reading.line
      if (command.kind === 'maintenance') return `maintenance ${command.on ? 'on' : 'off'}`
      if (command.kind === 'deploy-key') return `deploy-key ${command.verb}`
      if (command.kind === 'previews') return `preview ${command.verb}`
      if (command.kind === 'deploy-key') return `deploy-key ${command.verb}`
      return command.kind === 'deploy' ? (command.isPlan ? 'plan' : command.name) : command.kind
    })
    const missing = commandNames.filter((name) => !names.includes(name))
    expect(missing).toEqual(['build service', 'update project'])
  })
})

test('the help that is shown is the help', () => {
  expect(page('docs/terminal.md')).toContain(terminalHelp())
})
