/** `npm run test:faults`: every operation of an update is disturbed, one after the other. See CONTRIBUTING.md. */
import { parseArgs } from 'node:util'
import { allFaults, type Finding, findingLine, openGround } from './faults.ts'

const { values } = parseArgs({
  options: { shard: { type: 'string', default: '1/1' }, only: { type: 'string' } },
})
const [, index, count] = /^(\d+)\/(\d+)$/.exec(values.shard) ?? []
if (!index || !count || Number(index) < 1 || Number(index) > Number(count))
  throw new Error('--shard is i/n, such as 1/2')

await using ground = await openGround((line) => console.log(line))
const faults = allFaults(ground.operations.length).filter(({ at }, place) =>
  values.only === undefined ? place % Number(count) === Number(index) - 1 : at === Number(values.only),
)
console.log(`${ground.operations.length} operations, ${faults.length} faults`)
const findings: Finding[] = []
for (const fault of faults) {
  const finding = await ground.inject(fault)
  findings.push(finding)
  console.log(findingLine(finding))
  for (const line of finding.wrong) console.log(`      ${line}`)
}
const bad = findings.filter(({ wrong }) => wrong.length > 0)
const answers = findings.reduce((sum, finding) => sum + finding.answers, 0)
console.log('')
for (const finding of findings) console.log(findingLine(finding))
console.log(
  `${findings.length} faults at ${ground.operations.length} operations: ${findings.length - bad.length} healed, ${bad.length} not; ${answers} answers`,
)
process.exitCode = bad.length === 0 && findings.length > 0 ? 0 : 1
