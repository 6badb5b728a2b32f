/**
 * Splits a line into words by the rules of a POSIX shell for quotes and backslashes; nothing in it is expanded, and no
 * character ends a command. Undefined when a quote is not closed, or nothing follows the last backslash.
 */
export const splitWords = (line: string): readonly string[] | undefined => {
  const words: string[] = []
  let rest = withoutSpace(line)
  while (rest !== '') {
    let word = ''
    while (rest !== '' && !space.test(rest)) {
      const part = /^(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^ \t\r\n'"\\]+))/s.exec(rest)
      if (!part) return undefined
      const [whole, single, double, escaped, plain] = part
      // Between double quotes a backslash stands for itself, unless it takes the meaning from what follows.
      const unquoted = double?.replaceAll(/\\(["\\$`\n])/g, (_, next: string) => continued(next))
      word += single ?? unquoted ?? (escaped === undefined ? plain : continued(escaped))
      rest = rest.slice(whole.length)
    }
    words.push(word)
    rest = withoutSpace(rest)
  }
  return words
}

/** What separates words; other kinds of space are letters to a shell. */
const space = /^[ \t\r\n]+/

const withoutSpace = (text: string): string => text.replace(space, '')

/** A backslash at a line's end joins it to the next one. */
const continued = (escaped: string): string => (escaped === '\n' ? '' : escaped)
