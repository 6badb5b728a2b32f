import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { type Aliases, aliasesIn } from './aliases.ts'
import { oneLine, type Problem } from './problem.ts'
import { mistakeInWords, openQuoteMessage, strayBracket, strayWord } from './syntax.ts'
import { pathOf, trapsIn } from './traps.ts'
import type { Tree } from './tree.ts'

/** A YAML text, read: its value, where everything stands in it, and what is wrong with it as YAML. */
export interface YamlSource {
  readonly text: string
  readonly document: Document
  /** The tree of its values; not the document's own when `extends` was carried out in it. */
  readonly contents: Tree
  readonly aliases: Aliases
  readonly lines: LineCounter
  readonly problems: readonly Problem[]
  /** The value; undefined when the text is not sound enough to have the one that its author meant. */
  readonly value: unknown
}

/** Reads one YAML 1.2 document with the core types, anchors and merge keys. */
export function readYaml(text: string): YamlSource {
  const lines = linesOf(text)
  const document = parseDocument(text, {
    schema: 'core',
    resolveKnownTags: false,
    merge: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  })
  const mistakes = [...document.errors, ...document.warnings]
  // Tags of an application are told with the values that have them.
  const stray = mistakes.findIndex(({ message }) => strayBracket.test(message))
  const open = mistakes.findIndex(({ message }) => openQuoteMessage.test(message))
  const told = mistakes.filter(
    ({ message }, index) =>
      !/^Unresolved tag: !/.test(message) &&
      !(stray >= 0 && index > stray && strayWord.test(message)) &&
      // An open quote takes in the rest of the file, with what would close the brackets before it.
      !(open >= 0 && index > open),
  )
  const problems = told.map(({ code, message, pos: [offset] }): Problem => {
    if (code === 'DUPLICATE_KEY') return secondKey(document, offset, lines)
    const quote = openQuoteMessage.test(message) ? openQuote(document, offset) : undefined
    return quote ?? problem(mistakeInWords(code, message, text, offset), offset)
  })
  const sound = mistakes.every(({ code }) => harmless.includes(code))
  const aliases = aliasesIn(document)
  const source = { text, document, aliases, lines, contents: document.contents as Tree }
  if (!sound) return { ...source, problems: firstPerLine(problems, lines), value: undefined }
  const traps = trapsIn(document, aliases)
  const { value, flaw } = dataOf(document)
  const found = [...problems, ...traps]
  const all = flaw && found.length === 0 ? [problem(flaw)] : found
  return { ...source, problems: all, value }
}

/** Where the lines of a text start. The parser's own account misses some behind a mistake. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1)
  return lines
}

const problem = (message: string, offset = 0): Problem => ({ offset, path: [], message })

/** A key that stands in its mapping again. */
function secondKey(document: Document, offset: number, lines: LineCounter): Problem {
  let found: Problem | undefined
  visit(document, {
    Map(_, map, ancestors) {
      const second = map.items.find(({ key }) => isScalar(key) && key.range?.[0] === offset)?.key
      if (!isScalar(second)) return undefined
      const first = map.items.find(({ key }) => isScalar(key) && key.value === second.value)?.key
      const { line } = lines.linePos((isScalar(first) && first.range?.[0]) || 0)
      const several =
        second.value === '<<' ? ': write one, as `<<: [*ONE, *OTHER]`' : ': one of them has to go'
      found = {
        offset,
        path: pathOf([...ancestors, map], second),
        message: `\`${oneLine(String(second.value))}\` stands in this mapping twice, first in line ${line}${several}`,
      }
      return visit.BREAK
    },
  })
  return found ?? problem('this key stands in the mapping twice', offset)
}

/** A value whose quotes are not closed; the parser's place for that is the end of the file. */
function openQuote(document: Document, end: number): Problem | undefined {
  let found: Problem | undefined
  visit(document, {
    Scalar(_, { type, range }) {
      if (!type?.startsWith('QUOTE') || !range || range[0] >= end || end > range[2]) return undefined
      const quote = type === 'QUOTE_DOUBLE' ? '"' : "'"
      found = problem(`a quote opens here, and no \`${quote}\` closes it`, range[0])
      return undefined
    },
  })
  return found
}

/** Mistakes that leave the rest of the file readable as it was meant. */
const harmless: readonly string[] = ['DUPLICATE_KEY', 'MULTIPLE_DOCS', 'TAG_RESOLVE_FAILED']

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
    if (/^Excessive alias count/.test(cause))
      return { value: undefined, flaw: 'the file’s aliases stand for too much: write out what they repeat' }
    return { value: undefined, flaw: `the file makes no plain data: ${oneLine(cause, 200)}` }
  }
}
