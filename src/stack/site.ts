import type { Configuration } from '../configuration/configuration.ts'
import { renderTemplate } from '../templates.ts'
import { canonicalJson } from './container.ts'
import { sha256 } from './front.ts'
import { www } from './layout.ts'
import { fileHeaders, givenHeaders, maintenanceHeaders } from './site-headers.ts'
import { allNames, type SiteNames, siteNames } from './site-names.ts'

/** The page that nginx shows in place of the site while it is there, in the project's folder below `www`. */
export const maintenanceFile = 'jetee-maintenance.html'

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
 * `files` says what nginx finds in the project's folder.
 */
export const siteStack = (
  { projectName, serverNames, site }: Pick<Configuration, 'projectName' | 'serverNames' | 'site'>,
  ipv6: boolean,
  files: SiteFiles,
): SiteStack => {
  const names = siteNames(serverNames, site.redirectWww)
  const specification = {
    server_names: serverNames,
    max_body_size: site.maxBodySize,
    timeout: site.timeoutSeconds,
    redirect_www: site.redirectWww,
    headers: site.headers,
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
    maintenance: { path: `/${maintenanceFile}`, headers: maintenanceHeaders(site.headers) },
    www: `${www}/${projectName}`,
    files,
    ipv6,
  })
  return { names, serverNames: allNames(names), specification, conf, hash: sha256(conf) }
}
