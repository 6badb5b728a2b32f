/** What comes before a program's own output: lines of the script that starts it. */

/** How far the start has come. */
export type Start =
  /** Nothing is known yet. */
  | { readonly kind: 'waiting' }
  /** The program begins, with what its line says (the container and its session, where it has one). */
  | { readonly kind: 'begun'; readonly words: readonly string[]; readonly rest: Buffer }

/** Reads the beginning of an output: all that came so far goes in, until the line `@jetee begin` is there. */
export const readStart = (output: Buffer): Start => {
  // A byte is a character in this encoding; a terminal puts a carriage return before the line's end, or several.
  const match = /(?:^|[\r\n])@jetee begin((?: [\w.-]+)*)\r*\n/.exec(output.toString('latin1'))
  if (!match) return { kind: 'waiting' }
  const [line, words = ''] = match
  return {
    kind: 'begun',
    words: words.split(' ').filter(Boolean),
    rest: output.subarray(match.index + line.length),
  }
}

/** Why a script did not start anything: the words of its line `@jetee no`. */
export const readRefusal = (output: string): readonly string[] | undefined =>
  /(?:^|[\r\n])@jetee no ([^\r\n]*)/.exec(output)?.[1]?.split(' ')
