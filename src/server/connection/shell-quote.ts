/** Quotes a word for a POSIX shell, whatever it contains; refuses NUL, which no shell word can hold. */
export function quote(word: string): string {
  if (word.includes('\0')) throw new TypeError('A shell word cannot contain a NUL character')
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word) && !/^[A-Za-z_][A-Za-z_0-9]*=/.test(word)) return word
  return `'${word.replaceAll("'", "'\\''")}'`
}

/** Joins words into one command line that a POSIX shell splits into exactly these words again. */
export function commandLine(words: readonly string[]): string {
  return words.map(quote).join(' ')
}
