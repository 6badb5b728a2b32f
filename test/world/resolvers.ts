import { readFile } from 'node:fs/promises'

/** Addresses of this machine's name servers that are of use to others than itself. */
export async function machineNameservers(): Promise<readonly string[]> {
  for (const file of ['/etc/resolv.conf', '/run/systemd/resolve/resolv.conf']) {
    const text = await readFile(file, 'utf8').catch(() => '')
    const addresses = [...text.matchAll(/^nameserver\s+([0-9.]+)$/gm)].map((match) => match[1]!)
    const useful = addresses.filter((address) => !address.startsWith('127.'))
    if (useful.length > 0) return useful
  }
  return []
}
