import { nginxText } from './nginx-text.ts'

/** A header that nginx adds to answers. */
export interface AddedHeader {
  readonly name: string
  /** Its value, as nginx reads it. */
  readonly text: string
  /** Whether errors have it as well. */
  readonly always: boolean
}

/** The headers of the deployment file, which every answer of the site has. */
export const givenHeaders = (headers: Readonly<Record<string, string>>): readonly AddedHeader[] =>
  Object.entries(headers).map(([name, value]) => ({ name, text: nginxText(value), always: true }))

/** What nginx adds to the files that it serves by itself. */
export interface FileHeaders {
  /** nginx's variable of how long a static file may be kept; another one for each project, as each has its own text. */
  readonly staticCaching: string
  readonly staticHeaders: readonly AddedHeader[]
  readonly mediaHeaders: readonly AddedHeader[]
}

/**
 * The headers of files that nginx serves by itself: those of the deployment file, and ours where it says nothing of the
 * same name. A location with headers of its own has none of the server's, so that all of them stand here.
 */
export const fileHeaders = (project: string, headers: Readonly<Record<string, string>>): FileHeaders => {
  // A project's name has no underscore.
  const staticCaching = `$jetee_caching_${project.replaceAll('-', '_')}`
  const cached = (caching: string) =>
    withOurs(headers, [
      // Nothing is taken for a script or a page that does not say so itself.
      { name: 'X-Content-Type-Options', text: 'nosniff', always: true },
      { name: 'Cache-Control', text: caching, always: false },
    ])
  // An upload may be replaced under its name at any time: it is asked for anew, and not sent again when it is the same.
  return { staticCaching, staticHeaders: cached(staticCaching), mediaHeaders: cached('no-cache') }
}

/** The headers of the page that stands in place of the site. */
export const maintenanceHeaders = (headers: Readonly<Record<string, string>>): readonly AddedHeader[] =>
  withOurs(headers, [
    { name: 'Retry-After', text: '120', always: true },
    { name: 'Cache-Control', text: 'no-store', always: true },
  ])

const withOurs = (
  headers: Readonly<Record<string, string>>,
  ours: readonly AddedHeader[],
): readonly AddedHeader[] => {
  const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
  return [...givenHeaders(headers), ...ours.filter(({ name }) => !given.has(name.toLowerCase()))]
}
