import { readLine } from '../../src/commands/line.ts'

/** The help of the terminal's door, as the page shows it. */
export const terminalHelp = (): string => {
  const reading = readLine(['help'], 'terminal', { version: '', width: 100 })
  if (reading.kind !== 'text') throw new Error('There is no help')
  return `\`\`\`text\n${reading.text.trimEnd()}\n\`\`\`\n`
}
