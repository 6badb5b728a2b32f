import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { oneLine, type Problem } from './problem.ts'

/** A YAML text, read: its value, where everything stands in it, and what is wrong with it as YAML. */
export interface YamlSource {
  readonly document: Document
  readonly lines: LineCounter
  readonly problems: readonly Problem[]
  /** The value, when the text is sound enough to have the one that its author meant; else undefined. */
  readonly value: unknown
}

/** Reads YAML 1.2 with its core types, anchors and merge keys; every trap that is found becomes a problem. */
export function readYaml(text: string): YamlSource {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    resolveKnownTags: false,
    merge: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const syntax = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    code,
    offset: pos[0],
    path: [],
    message: inWords(code, message),
  }))
  const broken = syntax.some(({ code }) => !harmless.includes(code))
  const problems = [...firstPerLine(syntax, lines), ...(broken ? [] : traps(document))]
  if (broken) return { document, lines, problems, value: undefined }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return {
      document,
      lines,
      problems: [...problems, whole('is empty: it must hold `configurations`')],
      value: undefined,
    }
  if (!isMap(document.contents))
    return {
      document,
      lines,
      problems: [...problems, whole('must be a mapping that starts with `configurations:`')],
      value: undefined,
    }
  try {
    return { document, lines, problems, value: document.toJS({ maxAliasCount: 1000 }) }
  } catch (error) {
    // Aliases that lead nowhere have been found by then; what is left are those that multiply without end.
    const multiplies = whole('cannot be read: its aliases (`*name`) multiply too often')
    if (!(error instanceof ReferenceError)) throw error
    return { document, lines, problems: problems.length > 0 ? problems : [multiplies], value: undefined }
  }
}

const whole = (message: string): Problem => ({ offset: 0, path: [], message: `the file ${message}` })

/** Mistakes that leave the rest of the file readable as it was meant. */
const harmless: readonly string[] = ['DUPLICATE_KEY', 'MULTIPLE_DOCS', 'TAG_RESOLVE_FAILED']

/** The parser's messages, in words of help where its own give none. */
function inWords(code: string, message: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab indents this line: YAML takes only spaces there'
    case 'DUPLICATE_KEY':
      return 'this key stands in the mapping twice'
    case 'MULTIPLE_DOCS':
      return 'a second YAML document starts here: a deployment file is a single one'
    default:
      return `this is not YAML: ${oneLine(message.split('\n')[0] ?? '')}`
  }
}

/** A mistake tends to make the parser stumble again on the same line: keeps the first of each. */
function firstPerLine<One extends Problem>(problems: readonly One[], lines: LineCounter): One[] {
  const seen = new Set<number>()
  return problems.filter(({ offset }) => {
    const { line } = lines.linePos(offset)
    return !seen.has(line) && seen.add(line)
  })
}

/** What YAML reads as something else than it looks like. */
function traps(document: Document): Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Scalar(role, { value, source, range }) {
      const offset = range?.[0] ?? 0
      if (role === 'key' && value === '__proto__')
        problems.push({ offset, path: [], message: '`__proto__` cannot be a key' })
      if (typeof value !== 'number' && typeof value !== 'boolean') return
      if (source === undefined || source === String(value)) return
      const kind = typeof value === 'number' ? 'number' : 'boolean'
      problems.push({
        offset,
        path: [],
        message: `YAML reads \`${oneLine(source)}\` as the ${kind} ${value}: write '${oneLine(source)}', in quotes, for the text, or ${value} for the ${kind}`,
      })
    },
    Alias(_, alias) {
      if (alias.resolve(document)) return
      const written = oneLine(`*${alias.source}`)
      problems.push({
        offset: alias.range?.[0] ?? 0,
        path: [],
        message: `YAML reads \`${written}\` as an alias, and nothing has that anchor: write '${written}', in quotes, for the text`,
      })
    },
  })
  return problems
}
