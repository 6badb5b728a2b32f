/** Facts as scripts print them, one a line: a word, then its values behind a space. */
export interface WordLines {
  /** What stands behind a word, of each of its lines. */
  all(word: string): readonly string[]
  /** What stands behind a word in its first line; undefined when there is none. */
  first(word: string): string | undefined
  /** Whether there is a line of this word. */
  has(word: string): boolean
}

/** Splits what a script has printed into its lines' words. */
export const wordLines = (text: string): WordLines => {
  const lines = text.split('\n').map((line) => {
    const space = line.indexOf(' ')
    return space < 0 ? { word: line, rest: '' } : { word: line.slice(0, space), rest: line.slice(space + 1) }
  })
  const all = (word: string) => lines.filter((line) => line.word === word).map(({ rest }) => rest)
  const first = (word: string) => all(word)[0]
  return { all, first, has: (word) => first(word) !== undefined }
}

/** Who holds a lock, as the server's line says; one that says nothing is another run. */
export const holderName = <T extends string | undefined>(said: T): T | string =>
  said === '' ? 'another run' : said
