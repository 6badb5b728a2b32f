/** Replaces what stands between a page's `<!-- NAME: … -->` and `<!-- end of NAME -->`. */
export const replaceBetween = (page: string, name: string, content: string): string => {
  const begin = new RegExp(`<!-- ${name}: [^>]*-->\n`).exec(page)
  const end = page.indexOf(`<!-- end of ${name} -->`)
  if (!begin || end < begin.index) throw new Error(`The page has no markers for ${name}`)
  return `${page.slice(0, begin.index)}${begin[0]}\n${content}\n${page.slice(end)}`
}

/** A table in Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('')
