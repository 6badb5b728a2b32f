import type { HostFacts } from '../server/facts.ts'
import type { SiteSpecification, SiteStack } from '../stack/site.ts'
import { compare } from './compare.ts'
import type { Field } from './field.ts'
import { lineFields } from './line-diff.ts'

/** What differs between a project's site in nginx and the one that is to take its place; undefined for none. */
export const siteFields = (
  { sites, siteConf }: Pick<HostFacts, 'sites' | 'siteConf'>,
  project: string,
  site: SiteStack | undefined,
): readonly Field[] => {
  const old = sites.find((other) => other.project === project)
  const fields = compare(describe(old?.specification), describe(site?.specification))
  if (fields.length > 0 || !site) return fields
  // Of equal settings, another version of the deployer makes another text.
  const lines = lineFields('site.conf', siteConf ?? '', site.conf)
  return lines.length > 0 ? lines : [{ name: 'state', old: 'not loaded', new: 'loaded' }]
}

const describe = (specification: SiteSpecification | undefined): object | undefined => {
  if (!specification) return undefined
  const { headers, ...settings } = specification
  return { ...settings, header: headers }
}
