import { oneLine } from './problem.ts'

/** The YAML parser's messages, with words of help for the commonest mistakes; `offset` is their place in the text. */
export function mistakeInWords(code: string, message: string, text: string, offset: number): string {
  const line = text.slice(offset, lineEnd(text, offset))
  if (/\r(?!\n)/.test(line)) return 'this line ends with CR alone: save the file with LF, or CR and LF'
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab indents this line: YAML takes only spaces there'
    case 'MULTIPLE_DOCS':
      return 'a second YAML document starts here: a deployment file is a single one'
    case 'BAD_SCALAR_START':
      return `${oneLine(message, 200)}: write the value in quotes`
    case 'BAD_ALIAS':
      return 'YAML reads a leading `*` as an alias, and here without a name: for the text, write it in quotes'
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      if (/^\s*- /.test(line)) return unevenEntry
      return /:(?:\s|$)/.test(line)
        ? 'YAML reads a `: ` as the end of a key, which cannot stand here: for the text, write the whole value in quotes'
        : 'the lines below are indented further than this one, which has a value already'
    case 'NON_STRING_KEY':
      return 'a key must be plain text'
    case 'MULTILINE_IMPLICIT_KEY':
      return foreignLine(line) ?? withoutColon(line)
    case 'TAG_RESOLVE_FAILED':
      return `YAML reads \`${oneLine(/^\S*/.exec(line)?.[0] ?? '')}\` as a tag, which has no meaning here: leave it out, or write the value in quotes`
    default:
      return /call stack/.test(message)
        ? 'the file is nested too deeply'
        : (foreignLine(line) ?? shape(message) ?? oneLine(message, 200))
  }
}

const unevenEntry = 'this line is indented otherwise than the other entries of its list'

/** What is said of a line that cannot be YAML, wherever it stands; undefined of any other one. */
function foreignLine(line: string): string | undefined {
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/.test(line))
    return 'git has left this line of a merge: settle the conflict'
  const character = /[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/u.exec(line)?.[0]
  if (character !== undefined)
    return `this line has the character U+${hex(character)}, which looks like a space and is none for YAML: write a space`
  const control = /(?!\t)\p{Cc}/u.exec(line.replace(/\r$/, ''))?.[0]
  return control === undefined
    ? undefined
    : `this line has the control character U+${hex(control)}: leave it out`
}

const hex = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

/** A line that ought to be a key with a value, and has no `: `. */
function withoutColon(line: string): string {
  const [, tight, key = tight] = /^(?:([\w-]+):(?=\S)|([\w-]+)(?=\s+\S))/.exec(line) ?? []
  if (tight !== undefined) return `a space is missing behind the colon: write \`${oneLine(tight)}: …\``
  if (key !== undefined) return `a colon is missing behind the key: write \`${oneLine(key)}: …\``
  return `\`${oneLine(line.trim())}\` is no key with a value: write \`key: value\``
}

/** Words for the parser's messages about indents, brackets and what stands between them. */
function shape(message: string): string | undefined {
  if (/^All mapping items must start/.test(message))
    return 'this line is indented otherwise than the other keys of its mapping'
  if (/^All sequence items must start/.test(message)) return unevenEntry
  const [, open] = /^Flow (map|sequence) in block collection/.exec(message) ?? []
  if (open !== undefined) {
    const [left, right] = open === 'map' ? ['{', '}'] : ['[', ']']
    return `a \`${left}\` above is not closed: its \`${right}\` is missing, or has to be indented further`
  }
  if (/^Missing , or : between flow/.test(message)) return 'a `,` is missing before this'
  if (/^Unexpected scalar at node end/.test(message))
    return 'the value before this has ended already: write the whole of it in one pair of quotes'
  if (/^Implicit map keys need to be followed by map values/.test(message))
    return 'this is no key with a value: write `key: value`'
  const [, bracket] = strayBracket.exec(message) ?? []
  if (bracket !== undefined) return `this \`${bracket}\` closes nothing: leave it out`
  const [, token] = /^Unexpected [\w-]+ token in YAML stream: "(.*)"$/.exec(message) ?? []
  return token && `YAML has no place for this \`${oneLine(token)}\`: look for a mistake above it`
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

/** What the parser says of a bracket that closes nothing. */
export const strayBracket = /^Unexpected flow-(?:map|seq)-end token in YAML stream: "(.)"$/

/** What it says of each word behind such a bracket, which may be right. */
export const strayWord = /^Unexpected scalar token in YAML stream: /

/** What it says of quotes that are not closed. */
export const openQuoteMessage = /^Missing closing ['"]quote/
