/** Where a repository of git comes from, as far as its address says it. */
export interface Remote {
  /** `owner/name`. */
  readonly repository: string
  /** Address of the site that has it, such as `https://github.com`. */
  readonly serverUrl: string
}

/**
 * Reads the address of a remote: `https://github.com/owner/name.git`, `git@github.com:owner/name`,
 * `ssh://git@host:22/owner/name`. Undefined when it does not end in `owner/name`, or lies on this machine.
 */
export const readRemote = (address: string): Remote | undefined => {
  const text = address.trim()
  const url = /^(https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(:\d+)?\/(.+)$/.exec(text)
  const short = /^(?:[^@/:]+@)?([^/:]+):(?!\/\/)(.+)$/.exec(text)
  const [, scheme = 'ssh', host, port = '', path] = url ?? (short ? ['', 'ssh', short[1], '', short[2]] : [])
  const repository = /([\w.-]+\/[\w.-]+?)(?:\.git)?\/*$/.exec(path ?? '')?.[1]
  if (!host || !repository) return undefined
  const site = scheme.startsWith('http') ? `${scheme}://${host}${port}` : `https://${host}`
  // A name without a dot is an alias of ~/.ssh/config, which says nothing of a web site.
  return { repository, serverUrl: host.includes('.') ? site : 'https://github.com' }
}
