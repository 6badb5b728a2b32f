import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** What the names of a preview's site are made from. */
interface NamedBy {
  readonly pull: { readonly number: number; readonly headBranch: string }
  /** Name of the project that it is a preview of. */
  readonly project: string
  /** IP address of the server. */
  readonly address: string
}

/** Characters of a label in DNS. */
const longestLabel = 63

/** Characters of a branch that stand in a name. */
const longestSlug = 30

/** The names of a preview's site: the patterns with their places filled, or one below sslip.io. */
export const previewNames = (
  patterns: readonly string[],
  { pull, project, address }: NamedBy,
): readonly string[] => {
  if (patterns.length === 0)
    return [`${label(`pr-${pull.number}-${project}`)}.${sslipAddress(address)}.sslip.io`]
  const words = {
    number: String(pull.number),
    // Of forks, and with other base branches, several pull requests have branches of one name.
    branch: `${branchSlug(pull.headBranch)}-${pull.number}`,
    project,
  }
  return patterns.map((pattern) =>
    pattern
      .replaceAll(/\{(number|branch|project)\}/g, (_, word: keyof typeof words) => words[word])
      .split('.')
      .map(label)
      .join('.'),
  )
}

/**
 * A branch as a part of a name: lower-case letters, digits and hyphens. Where anything of it was lost, a hash of the
 * whole name stands behind it, so that `feature/a` and `feature-a` differ.
 */
export const branchSlug = (branch: string): string => {
  const slug = branch
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replaceAll(/^-+|-+$/g, '')
  if (slug === branch) return slug
  return [slug, hash(branch)].filter(Boolean).join('-')
}

/** A label as it is, or cut to what DNS takes, with a hash of the whole. */
const label = (text: string): string =>
  text.length <= longestLabel ? text : `${text.slice(0, longestLabel - 9).replace(/-+$/, '')}-${hash(text)}`

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** An address as a part of a name below sslip.io. */
const sslipAddress = (address: string): string =>
  isIPv6(address)
    ? // A label may not begin or end with a hyphen: a shortened address gets its zeros back.
      new URL(`http://[${address}]`).hostname
        .slice(1, -1)
        .replace(/^::/, '0::')
        .replace(/::$/, '::0')
        .replaceAll(':', '-')
    : address.replaceAll('.', '-')
