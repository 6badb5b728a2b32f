import { oneLine } from './problem.ts'

/** The YAML parser's messages, with words of help for the commonest mistakes; `offset` is their place in the text. */
export function mistakeInWords(code: string, message: string, text: string, offset: number): string {
  const line = text.slice(offset, lineEnd(text, offset))
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab indents this line: YAML takes only spaces there'
    case 'DUPLICATE_KEY':
      return 'this key stands in the mapping twice'
    case 'MULTIPLE_DOCS':
      return 'a second YAML document starts here: a deployment file is a single one'
    case 'BAD_SCALAR_START':
      return `${oneLine(message, 200)}: write the value in quotes`
    case 'BAD_ALIAS':
      return 'YAML reads a leading `*` as an alias, and here without a name: for the text, write it in quotes'
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return /:(?:\s|$)/.test(line)
        ? 'YAML reads a `: ` as the end of a key, which cannot stand here: for the text, write the whole value in quotes'
        : 'the lines below are indented further than this one, which has a value already'
    case 'NON_STRING_KEY':
      return 'a key must be plain text'
    default:
      return /call stack/.test(message) ? 'the file is nested too deeply' : oneLine(message, 200)
  }
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}
