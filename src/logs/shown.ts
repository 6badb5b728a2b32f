import type { LogLine } from './line.ts'

/** How lines are shown. */
export interface LineStyle {
  /** Whether each name has a colour. */
  readonly colour: boolean
  /** Whether each line has its time. */
  readonly timestamps: boolean
  /** Names that are to be expected: the bar stands behind the longest. */
  readonly expected: readonly string[]
}

const colours = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94]

/**
 * Writes lines as `name@release  | text`. The column of names grows when a longer one comes than was expected.
 */
export const lineWriter = ({ colour, timestamps, expected }: LineStyle): ((line: LogLine) => string) => {
  let width = Math.max(0, ...expected.map((name) => name.length))
  const known = new Map<string, number>()
  return ({ time, release, name, text }) => {
    const label = release === 0 ? name : `${name}@${release}`
    width = Math.max(width, label.length)
    const number = known.get(name) ?? known.size
    known.set(name, number)
    const head = `${label.padEnd(width)} | `
    const painted = colour ? `\x1b[${colours[number % colours.length]}m${head}\x1b[0m` : head
    return `${painted}${timestamps ? `${time} ` : ''}${harmless(text.toString())}`
  }
}

/** A text in which nothing drives a terminal but colours, which end with it. Other control characters are spelt out. */
export const harmless = (text: string): string => {
  const plain = text.replace(/\r$/, '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  const parts = plain.split(/(\x1b\[[\d;:]*m)/)
  const shown = parts.map((part, index) => (index % 2 === 1 ? part : spellOut(part))).join('')
  return parts.length > 1 ? `${shown}\x1b[0m` : shown
}

/** Control characters as terminals show those that are typed: `^[`, `^H`; those above ASCII as numbers. */
const spellOut = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  text.replaceAll(/[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0)
    if (code > 0x7f) return `<${code.toString(16).toUpperCase().padStart(4, '0')}>`
    return code === 0x7f ? '^?' : `^${String.fromCharCode(code + 64)}`
  })
