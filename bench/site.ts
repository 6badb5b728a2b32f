import { newSite, type Site } from '../test/e2e/harness.ts'
import { type Relay, startRelay } from '../test/world/relay.ts'

/** A server behind a relay that can add latency. */
export interface BenchSite extends AsyncDisposable {
  readonly site: Site
  readonly relay: Relay
}

/** Starts a bare Debian 13 server, the sample app for it, and the relay between runner and sshd. */
export const openBenchSite = async (say: (text: string) => void): Promise<BenchSite> => {
  say('Starting a bare server …')
  const site = await newSite()
  const relay = await startRelay({ host: site.server.host, port: site.server.port })
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
