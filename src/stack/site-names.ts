import type { SiteSettings } from '../configuration/site.ts'

/** A name of the site that sends its visitors on to another one. */
export interface Redirect {
  readonly from: string
  readonly to: string
}

/** The names of a site, by what they do. No name is in both lists, nor twice in one. */
export interface SiteNames {
  /** Names under which the site answers, in the file's order. */
  readonly served: readonly string[]
  readonly redirects: readonly Redirect[]
}

/**
 * Sorts the names of a site by `redirect_www`. Whichever of the two the file lists, with `www.` or without, counts for
 * the pair of both: the one is served, the other sent on. Left as they are: wildcards (nginx takes an exact name
 * before a wildcard that covers it, so that a redirect wins over `*.example.com`), addresses, names of one label, and
 * names that would be longer than DNS allows.
 */
export const siteNames = (
  serverNames: readonly string[],
  redirectWww: SiteSettings['redirectWww'],
): SiteNames => {
  if (redirectWww === 'none') return { served: serverNames, redirects: [] }
  const served = new Set<string>()
  const redirects = new Map<string, string>()
  for (const name of serverNames) {
    const pair = wwwPair(name)
    if (!pair) {
      served.add(name)
      continue
    }
    const [to, from] = redirectWww === 'add' ? [pair.long, pair.short] : [pair.short, pair.long]
    served.add(to)
    redirects.set(from, to)
  }
  // Of www.example.com and www.www.example.com, the first stands in two pairs, and is one that the file lists.
  for (const name of served) redirects.delete(name)
  return { served: [...served], redirects: [...redirects].map(([from, to]) => ({ from, to })) }
}

/** Addresses of a site; a wildcard is none. */
export const siteUrls = ({
  serverNames,
  site,
}: {
  readonly serverNames: readonly string[]
  readonly site: Pick<SiteSettings, 'redirectWww'>
}): readonly string[] =>
  siteNames(serverNames, site.redirectWww)
    .served.filter((name) => !name.startsWith('*'))
    .map((name) => `http://${name}/`)

/** All names that lead to the site: no other project of the server may have one of them. */
export const allNames = ({ served, redirects }: SiteNames): readonly string[] => [
  ...served,
  ...redirects.map(({ from }) => from),
]

/** The first name that can be asked for, a wildcard being none: for the health check and for the site's address. */
export const literalName = ({ served }: SiteNames): string =>
  served.find((name) => !name.startsWith('*')) ?? (served[0] ?? 'localhost').replace('*', 'www')

/** A name without and with `www.`; undefined for what has no such pair. */
const wwwPair = (name: string): { readonly short: string; readonly long: string } | undefined => {
  // An address ends in a number or a bracket, which no name does.
  if (name.startsWith('*') || /(?:^|\.)\d+$|\]$/.test(name)) return undefined
  const rest = name.replace(/^www\./, '')
  const short = rest.includes('.') ? rest : name
  const long = `www.${short}`
  return short.includes('.') && long.length <= 253 ? { short, long } : undefined
}
