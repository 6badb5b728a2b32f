/**
 * The scripts that remove a project, part by part and in this order. A run does one part after the other; what is done
 * on the server itself, when a preview's time is over, is made of the same.
 */
export const removalScripts = {
  /** Takes the site out of nginx; only where that runs. */
  site: ['site'],
  /** Stops and removes the containers; only where there is Docker. */
  containers: ['engine', 'destroy-containers'],
  /** Has Consul forget the project. */
  discovery: ['unregister'],
  /** Removes releases and network. */
  releases: ['wipe', 'engine', 'destroy-releases'],
  /** Has the kernel forget the network; only where it was told of it. */
  isolation: ['isolation'],
  /** Removes data and files, and the lock. */
  files: ['wipe', 'engine', 'destroy-files'],
} as const satisfies Readonly<Record<string, readonly string[]>>
