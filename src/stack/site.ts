import type { Configuration } from '../configuration/configuration.ts'
import { renderTemplate } from '../templates.ts'
import { canonicalJson } from './container.ts'
import { sha256 } from './front.ts'
import { www } from './layout.ts'
import { fileHeaders, givenHeaders, maintenanceHeaders } from './site-headers.ts'
import { allNames, type SiteNames, siteNames } from './site-names.ts'

/** The page that nginx shows in place of the site while it is there, in the project's folder below `www`. */
export const maintenanceFile = 'jetee-maintenance.html'

/** The file that says who may look at the site, in the project's folder below `www`, where nothing leads a visitor to it. */
const visitorsFileName = 'jetee-visitors'

/** A project's server in nginx. */
export interface SiteStack {
  readonly names: SiteNames
  /** All names that lead to the site, redirected ones among them. */
  readonly serverNames: readonly string[]
  /** The site in the deployment file's words, for the plan. */
  readonly specification: SiteSpecification
  readonly conf: string
  /** SHA-256 of the configuration's text. */
  readonly hash: string
  /** Text of the file that says who may look at it; undefined where everybody may. */
  readonly visitors: string | undefined
}

/** What nginx finds in a project's folder. */
export interface SiteFiles {
  /** Whether it serves static files itself, under /static/. */
  readonly static: boolean
  /** Whether it serves uploads itself, under /media/. */
  readonly media: boolean
  /** The folder of the web socket, within each release's. */
  readonly socketFolder: string
}

/** What a site is made from, as it stands in its file on the server. */
export type SiteSpecification = Readonly<
  Record<string, string | number | readonly string[] | Readonly<Record<string, string>>>
>

/**
 * The site of a project; its first lines say in JSON whose it is, for the next project that wants the same name.
 * `files` says what nginx finds in the project's folder, `visitors` who may look at it.
 */
export const siteStack = (
  { projectName, serverNames, site }: Pick<Configuration, 'projectName' | 'serverNames' | 'site'>,
  ipv6: boolean,
  files: SiteFiles,
  visitors?: string,
): SiteStack => {
  const names = siteNames(serverNames, site.redirectWww)
  const specification = {
    server_names: serverNames,
    max_body_size: site.maxBodySize,
    timeout: site.timeoutSeconds,
    redirect_www: site.redirectWww,
    headers: site.headers,
    // A plan shows that it is another one, and no more.
    ...(visitors !== undefined && { password: sha256(visitors).slice(0, 12) }),
  }
  const meta = canonicalJson({ project: projectName, serverNames: allNames(names), specification })
  const conf = renderTemplate('site.conf', {
    project: projectName,
    meta: meta.match(/.{1,1000}/g) ?? [],
    ...names,
    maxBodySize: site.maxBodySize,
    timeoutSeconds: site.timeoutSeconds,
    headers: givenHeaders(site.headers),
    ...fileHeaders(projectName, site.headers),
    visitorsFile: visitors !== undefined && visitorsFileName,
    maintenance: { path: `/${maintenanceFile}`, headers: maintenanceHeaders(site.headers) },
    www: `${www}/${projectName}`,
    files,
    ipv6,
  })
  return { names, serverNames: allNames(names), specification, conf, hash: sha256(conf), visitors }
}
