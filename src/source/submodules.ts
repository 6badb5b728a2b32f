/** Where a submodule's repository is. */
export type SubmoduleHome =
  /** On the same GitHub, as `owner/name`. */
  | { readonly kind: 'github'; readonly repository: string }
  /** Elsewhere, or in a way that is not known. */
  | { readonly kind: 'elsewhere'; readonly url: string }

/** Reads a `.gitmodules`: the address of each submodule by its path. */
export const readGitmodules = (text: string): ReadonlyMap<string, string> => {
  const sections = new Map<string, { path?: string; url?: string }>()
  let section: { path?: string; url?: string } = {}
  for (const line of text.split('\n')) {
    const [, name] = /^\s*\[\s*submodule\s+"(.*)"\s*\]/.exec(line) ?? []
    if (name !== undefined) {
      section = sections.get(name) ?? {}
      sections.set(name, section)
    }
    const [, key, value = ''] = /^\s*(path|url)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (key === 'path' || key === 'url') section[key] = value.replace(/^"(.*)"$/, '$1')
  }
  return new Map(
    [...sections.values()].flatMap(({ path, url }) =>
      path === undefined || url === undefined ? [] : [[path, url]],
    ),
  )
}

/** Where a submodule's address leads from the repository that names it: `owner/name`, or an address elsewhere. */
export const homeOf = (url: string, from: string, serverUrl: string): SubmoduleHome => {
  const { host, hostname } = new URL(serverUrl)
  // An address that begins with dots goes on from the address of the repository itself.
  const base = from.includes('://') ? from : `${serverUrl}/${from}`
  const full = /^\.\.?\//.test(url) ? new URL(url, `${base}/`).href : url
  const path =
    new RegExp(
      `^(?:https?://(?:[^/@]*@)?${escaped(host)}|ssh://(?:[^/@]*@)?${escaped(hostname)}(?::\\d+)?)/(.+)$`,
      'i',
    ).exec(full)?.[1] ?? new RegExp(`^(?:[^/@:]+@)?${escaped(hostname)}:(.+)$`, 'i').exec(full)?.[1]
  const repository = path?.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')
  return repository !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository)
    ? { kind: 'github', repository }
    : { kind: 'elsewhere', url: full }
}

const escaped = (text: string): string => text.replace(/[^\w]/g, '\\$&')
