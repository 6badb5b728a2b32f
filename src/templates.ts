import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import nunjucks from 'nunjucks'

/** The folder `templates/`, beside `src/` and `dist/` alike. */
const folder = join(import.meta.dirname, '..', 'templates')

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
  autoescape: false,
  throwOnUndefined: true,
})

/** Renders a template; a value that is missing is an error. Values must be safe for the text's place already. */
export const renderTemplate = (name: string, values: object): string => environment.render(name, values)

/** Reads a file of the folder as it is. */
export const readTemplate = (name: string): string => readFileSync(join(folder, name), 'utf8')

/** Reads the text of one of `templates/scripts`. */
export const readScript = (name: string): string => readTemplate(join('scripts', `${name}.sh`))
