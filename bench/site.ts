import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newSite, type Site } from '../test/e2e/harness.ts'
import { type Relay, startRelay } from '../test/world/relay.ts'

/** A server behind a relay that can add latency. */
export interface BenchSite extends AsyncDisposable {
  readonly site: Site
  readonly relay: Relay
}

const storeFile = 'guestbook/store.py'

/** The sample's module with the worker's wait for a job cut to 0.1 s. */
const quickStore = async (): Promise<string> => {
  const store = await readFile(join(import.meta.dirname, '../examples/django', storeFile), 'utf8')
  const quick = store.replace('def next_entry(seconds: int = 2)', 'def next_entry(seconds: float = 0.1)')
  if (quick === store) throw new Error(`The worker’s wait is not where it was in ${storeFile}.`)
  return quick
}

/** Starts a bare Debian 13 server, the sample app for it, and the relay between runner and sshd. */
export const openBenchSite = async (say: (text: string) => void): Promise<BenchSite> => {
  say('Starting a bare server …')
  const site = await newSite()
  const relay = await startRelay({ host: site.server.host, port: site.server.port })
  // The sample's worker waits for a job up to two seconds before it sees that it is to stop: chance, which the action and
  // `floor.sh` would each meet by their own rhythm. Here it asks for jobs ten times a second.
  await site.origin.commit({ [storeFile]: await quickStore() })
  await site.configure({ hostname: relay.host, port: relay.port })
  return {
    site,
    relay,
    async [Symbol.asyncDispose]() {
      await relay.close()
      await site[Symbol.asyncDispose]()
    },
  }
}

/** The added round trip times, in milliseconds, between which round trips are counted. */
export const addedRtts = [0, 100] as const

/** Lets every chunk take half of a round trip, in each direction. */
export const setRtt = ({ relay }: BenchSite, rtt: (typeof addedRtts)[number]): void => relay.setDelay(rtt / 2)
