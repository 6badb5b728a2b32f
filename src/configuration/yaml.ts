import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { oneLine, type Problem } from './problem.ts'
import { trapsIn } from './traps.ts'
import type { Tree } from './tree.ts'

/** A YAML text, read: its value, where everything stands in it, and what is wrong with it as YAML. */
export interface YamlSource {
  readonly text: string
  readonly document: Document
  /** The tree of its values; not the document's own when `extends` was carried out in it. */
  readonly contents: Tree
  readonly lines: LineCounter
  readonly problems: readonly Problem[]
  /** The value; undefined when the text is not sound enough to have the one that its author meant. */
  readonly value: unknown
}

/** Reads one YAML 1.2 document with the core types, anchors and merge keys. */
export function readYaml(text: string): YamlSource {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    resolveKnownTags: false,
    merge: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  })
  const mistakes = [...document.errors, ...document.warnings]
  const problems = mistakes.map(({ code, message, pos }) => problem(inWords(code, message), pos[0]))
  const sound = mistakes.every(({ code }) => harmless.includes(code))
  const source = { text, document, lines, contents: document.contents as Tree }
  if (!sound) return { ...source, problems: firstPerLine(problems, lines), value: undefined }
  const traps = trapsIn(document)
  const { value, flaw } = dataOf(document)
  const found = [...problems, ...traps]
  const all = flaw && found.length === 0 ? [problem(flaw)] : found
  return { ...source, problems: all, value }
}

const problem = (message: string, offset = 0): Problem => ({ offset, path: [], message })

/** Mistakes that leave the rest of the file readable as it was meant. */
const harmless: readonly string[] = ['DUPLICATE_KEY', 'MULTIPLE_DOCS', 'TAG_RESOLVE_FAILED']

/** The parser's messages, with words of help for the commonest mistakes. */
function inWords(code: string, message: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab indents this line: YAML takes only spaces there'
    case 'DUPLICATE_KEY':
      return 'this key stands in the mapping twice'
    case 'MULTIPLE_DOCS':
      return 'a second YAML document starts here: a deployment file is a single one'
    case 'BAD_SCALAR_START':
      return `${oneLine(message, 200)}: write the value in quotes`
    case 'NON_STRING_KEY':
      return 'a key must be plain text'
    default:
      return /call stack/.test(message) ? 'the file is nested too deeply' : oneLine(message, 200)
  }
}

/** A mistake tends to make the parser stumble again on the same line: keeps the first of each. */
function firstPerLine(problems: readonly Problem[], lines: LineCounter): Problem[] {
  const seen = new Set<number>()
  return problems.filter(({ offset }) => {
    const { line } = lines.linePos(offset)
    const first = !seen.has(line)
    seen.add(line)
    return first
  })
}

/** The document as plain data, or what keeps it from being any. */
function dataOf(document: Document): { readonly value: unknown; readonly flaw?: string } {
  const { contents } = document
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { value: undefined, flaw: 'the file is empty: it must hold `configurations`' }
  if (!isMap(contents))
    return { value: undefined, flaw: 'the file must be a mapping that starts with `configurations:`' }
  try {
    return { value: document.toJS({ maxAliasCount: 1000 }) }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return { value: undefined, flaw: `the file makes no plain data: ${oneLine(cause, 200)}` }
  }
}
