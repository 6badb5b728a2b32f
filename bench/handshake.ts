import { connect } from '../src/server/connection/connection.ts'
import { readPrivateKey } from '../src/server/connection/private-key.ts'
import { median } from './median.ts'
import { addedRtts, type BenchSite, setRtt } from './site.ts'

/** Round trips of connecting: TCP, key exchange and authentication. */
export const measureHandshake = async (bench: BenchSite, runs: number): Promise<number> => {
  const privateKey = await readPrivateKey(bench.site.key.privateKey)
  const times = { 0: [] as number[], 100: [] as number[] }
  for (let run = 0; run < runs; run++) {
    for (const rtt of addedRtts) {
      setRtt(bench, rtt)
      const begun = performance.now()
      const connection = await connect({
        host: bench.relay.host,
        port: bench.relay.port,
        username: 'root',
        login: privateKey,
        hostKeys: { checking: 'accept-new' },
      })
      times[rtt].push(performance.now() - begun)
      await connection.end()
    }
  }
  return (median(times[100]) - median(times[0])) / 100
}
