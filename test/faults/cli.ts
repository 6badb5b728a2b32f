/** `npm run test:faults`: every operation of an update is disturbed, and each phase of a first build. See CONTRIBUTING.md. */
import { parseArgs } from 'node:util'
import { type Finding, findingLine } from './disturb.ts'
import { allFaults, openGround } from './faults.ts'
import { lookAtFirstBuild } from './first-build.ts'

const { values } = parseArgs({
  options: { shard: { type: 'string', default: '1/1' }, only: { type: 'string' } },
})
const [, index, count] = /^(\d+)\/(\d+)$/.exec(values.shard) ?? []
if (!index || !count || Number(index) < 1 || Number(index) > Number(count))
  throw new Error('--shard is i/n, such as 1/2')
/** Every n-th of a list: this shard's part. */
const shard = <T>(list: readonly T[]): readonly T[] =>
  list.filter((_, place) => place % Number(count) === Number(index) - 1)

const findings: Finding[] = []
const note = (finding: Finding) => {
  findings.push(finding)
  console.log(findingLine(finding))
  for (const line of finding.wrong) console.log(`      ${line}`)
}

const updates = async (): Promise<number> => {
  await using ground = await openGround((line) => console.log(line))
  const { operations } = ground
  const all = allFaults(operations.length)
  const faults = values.only === undefined ? shard(all) : all.filter(({ at }) => String(at) === values.only)
  console.log(`An update has ${operations.length} operations; ${faults.length} faults`)
  for (const fault of faults) note(await ground.inject(fault))
  if (values.only === undefined) {
    const list = await ground.rollbackOperations()
    const own = shard(list.map((_, place) => place + 1))
    console.log(`A rollback has ${list.length} operations; ${own.length} faults`)
    for (const at of own) {
      const how = at % 2 === 0 ? 'cut' : 'runner killed'
      note(await ground.injectRollback({ at, stage: 'after', how }))
    }
  }
  return operations.length
}

const firstBuilds = async (): Promise<void> => {
  console.log('A first build on a bare server …')
  const { phases, inject } = await lookAtFirstBuild()
  const own = shard(phases)
  console.log(`A first build has ${phases.length} phases; ${own.length} faults`)
  for (const { at, name } of own) note(await inject(at, name))
}

const operations = await updates()
if (values.only === undefined) await firstBuilds()
const bad = findings.filter(({ wrong }) => wrong.length > 0)
const answers = findings.reduce((sum, finding) => sum + finding.answers, 0)
console.log('')
for (const finding of findings) console.log(findingLine(finding))
console.log(
  `${findings.length} faults, ${operations} operations of an update: ${findings.length - bad.length} healed, ${bad.length} not; ${answers} answers to the client`,
)
process.exitCode = bad.length === 0 && findings.length > 0 ? 0 : 1
