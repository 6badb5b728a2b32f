const hub = 'https://registry-1.docker.io/v2/'

let reachable: Promise<boolean> | undefined

/** Whether Docker Hub answers from here; asked once a process, with little patience. */
export function hubReachable(): Promise<boolean> {
  reachable ??= fetch(hub, { signal: AbortSignal.timeout(3000) }).then(
    (response) => response.status === 401 || response.ok,
    () => false,
  )
  return reachable
}
