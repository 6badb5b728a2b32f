import { newSite } from '../e2e/harness.ts'
import { checkGuestBook } from '../world/guest-book.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { disturbedRun, type Finding, listOperations, project, untilSame } from './disturb.ts'
import { stateOf } from './state.ts'

/** A first build as it is without disturbance. */
export interface FirstBuild {
  /** The number of an operation of each phase, with its name: the first of each script, and of each thing that is made. */
  readonly phases: readonly { readonly at: number; readonly name: string }[]
  /** Cuts a first build on a new server at an operation, and has the next run put it right. */
  inject(at: number, name: string): Promise<Finding>
}

/** Looks at a first build on a bare server: what it is made of, and what it leaves. */
export const lookAtFirstBuild = async (): Promise<FirstBuild> => {
  await using site = await newSite()
  const operations = await listOperations(site, 'build all')
  await checkGuestBook(site.url)
  const wanted = await stateOf(site.server, project)
  const phases = operations
    .map((name, index) => ({ at: index + 1, name: name.replace(/^connect .*/, 'connect') }))
    .filter(
      ({ name }, index, all) =>
        !name.startsWith('engine GET') && all.findIndex((other) => other.name === name) === index,
    )
  return { phases, inject: (at, name) => inject(at, name, wanted) }
}

/** Before the operation the cut is one of the cable, behind it the runner dies: both in turn, by the number. */
const inject = async (at: number, name: string, wanted: string): Promise<Finding> => {
  // Only what comes before Docker is there needs a server without it, and what fetches images one without them.
  const isBare = at <= 3 || name === 'engine POST /images/create'
  await using site = await newSite(isBare ? {} : { from: await dockerSnapshot(13) })
  const fault = {
    at: name,
    stage: at % 2 === 0 ? ('before' as const) : ('after' as const),
    how: at % 2 === 0 ? ('cut' as const) : ('runner killed' as const),
  }
  const { happened, said } = await disturbedRun(site, 'build all', fault)
  const wrong = happened ? [] : ['the operation never came']
  const again = await site.deploy({ command: 'build all' })
  if (again.exitCode !== 0) wrong.push(`the next run failed: ${again.log.split('\n').slice(-25).join('\n')}`)
  else await checkGuestBook(site.url).catch((error: Error) => wrong.push(error.message))
  wrong.push(...(await untilSame(site, [wanted])))
  return { ...fault, at, operation: name, said, answers: 0, wrong }
}
