/** What a service gives to the project's processes. */

/** Variables that begin with a service's name: `reports-db` and `URL` give `REPORTS_DB_URL`. */
export const projectVariables = (
  name: string,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([word, value]) => [
      `${name.toUpperCase().replaceAll('-', '_')}_${word}`,
      value,
    ]),
  )

/** A user's and a database's name from a project's; a hyphen would have to be quoted in SQL. */
export const databaseName = (project: string): string => project.replaceAll('-', '_')

/** What a project gets of a database, which has its user's name: the whole address, and its parts. */
export const databaseVariables = (
  name: string,
  parts: {
    readonly url: string
    readonly host: string
    readonly port: number
    readonly user: string
    readonly password: string
  },
): Readonly<Record<string, string>> =>
  projectVariables(name, {
    URL: parts.url,
    HOST: parts.host,
    PORT: String(parts.port),
    USER: parts.user,
    PASSWORD: parts.password,
    DATABASE: parts.user,
  })
