/** `npm run bench`: round trips, wall time, cold start and size. See `bench/README.md` for what each figure means. */
import { parseArgs } from 'node:util'
import { measureBundle } from './bundle.ts'
import { type CommandFigures, measureCommands } from './commands.ts'
import { measureFloor } from './floor.ts'
import { measureHandshake } from './handshake.ts'
import { openBenchSite } from './site.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '5' } },
})
const runs = Number(values.runs)
const say = (text: string) => (values.json ? console.error(text) : console.log(text))

const bundle = measureBundle()
await using site = await openBenchSite(say)
const handshakeRoundTrips = await measureHandshake(site, runs)
const commands = await measureCommands(site, runs, say)
const floor = await measureFloor(site, runs, say)

const row = (name: string, { roundTrips, ms }: CommandFigures) =>
  `${name.padEnd(12)} ${roundTrips.toFixed(1).padStart(12)} ${String(Math.round(ms[0])).padStart(10)} ${String(Math.round(ms[100])).padStart(10)}`
say('')
say(
  `${'command'.padEnd(12)} ${'round trips'.padStart(12)} ${'ms at 0'.padStart(10)} ${'ms at 100'.padStart(10)}`,
)
for (const [name, figures] of Object.entries(commands)) say(row(name, figures))
say('')
say(`handshake: ${handshakeRoundTrips.toFixed(1)} round trips (part of each of the above)`)
say(
  `update: ${Math.round(floor.updateMs)} ms, by hand ${Math.round(floor.floorMs)} ms, ratio ${floor.updateRatio.toFixed(2)}; rollback: seen after ${Math.round(floor.rollbackVisibleMs)} ms, ${Math.round(floor.rollbackMs)} ms of them on the server`,
)
say(
  `cold start: ${Math.round(bundle.coldStartMs)} ms, ${bundle.coldStartRatio.toFixed(1)} times that of an empty Node program`,
)
say(`bundle: ${bundle.bundleBytes} bytes`)
if (values.json) console.log(JSON.stringify({ ...commands, ...floor, handshakeRoundTrips, ...bundle }))
