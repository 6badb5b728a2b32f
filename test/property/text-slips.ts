import fc, { type Arbitrary } from 'fast-check'
import { deploymentText } from './deployments.ts'
import { hardTexts, randomText } from './hard-texts.ts'
import { pick } from './tree-slips.ts'

/** Slips of the hand in a deployment file's text, and texts that were never a deployment file. */

/** What a slip of the hand, or a wrong editor, puts into a text. */
const crumbs: readonly string[] = [
  ...[
    '\t',
    '\r',
    '\n',
    '\r\n',
    ' ',
    '  ',
    ':',
    ': ',
    '-',
    '- ',
    '#',
    ' #',
    '?',
    '? ',
    '|',
    '>',
    '|+2\n',
    '%',
    '%YAML 9.9\n',
  ],
  ...[
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '&a ',
    '*a',
    '*',
    '!',
    '!!binary ',
    '!x ',
    '<<: ',
    '@',
    '`',
    '\\',
    '---\n',
    '...\n',
  ],
  ...[
    '\0',
    '\u0007',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '\u00A0',
    '🚀',
    '__proto__: ',
    'null',
    'no',
    '1.10',
    '0o17',
    '[[[[[[[',
  ],
]

/** A change of a text at a place, given as a share of its length. */
type TextChange = (text: string, at: number, size: number) => string

const lineChange =
  (change: (line: string, size: number) => string): TextChange =>
  (text, at, size) => {
    const lines = text.split('\n')
    const index = Math.floor(at * lines.length)
    return lines.with(index, change(lines[index] ?? '', size)).join('\n')
  }

const textChanges: readonly TextChange[] = [
  (text, at) => text.slice(0, at * text.length),
  (text, at, size) => text.slice(0, at * text.length) + text.slice(at * text.length + size),
  (text, at, size) => text.slice(0, at * text.length) + pick(crumbs, size) + text.slice(at * text.length),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => text.replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2)),
  (text) => text.replaceAll(/["']/g, ''),
  lineChange((line) => line.replace(/^ +/, '\t')),
  lineChange((line) => line.replace(/^ /, '')),
  lineChange((line, size) => ' '.repeat(size % 5) + line),
  lineChange((line) => `${line}\n${line}`),
  lineChange((line) => line.replace(/:.*/, ':')),
  lineChange((line) => line.replace(/: .*/, (rest) => rest.slice(1))),
  lineChange(() => ''),
]

/** Changes of a text, one to four of them. */
const textMutations: Arbitrary<(text: string) => string> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...textChanges),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 1, max: 200 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(
    (changes) => (text: string) => changes.reduce((all, [change, at, size]) => change(all, at, size), text),
  )

/** Deployment files with slips in their text, several of one file. */
export const slipsInText: Arbitrary<readonly string[]> = fc
  .tuple(deploymentText, fc.array(textMutations, { minLength: 1, maxLength: 6, size: 'max' }))
  .map(([text, changes]) => changes.map((change) => change(text)))

/** Texts that were never a deployment file: characters, bytes that are read as UTF-8, pieces of YAML. */
export const nonsense: Arbitrary<string> = fc.oneof(
  randomText,
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new TextDecoder().decode(bytes)),
  fc
    .array(
      fc.constantFrom(
        ...crumbs,
        ...hardTexts,
        'configurations:',
        '\n  ',
        '\n    ',
        'Staging:',
        'hostname: a.de',
      ),
      {
        maxLength: 30,
      },
    )
    .map((pieces) => pieces.join('')),
)
