import type { Project, Site } from '../e2e/harness.ts'
import type { App } from './apps.ts'
import type { Counts } from './counts.ts'
import { type LoadOptions, putLoadOn } from './load-on.ts'

/** What is done to an app while it is under load. */
export interface Scenario {
  readonly load: Omit<LoadOptions, 'webSocket'>
  /** How many times `update project` brings another commit. */
  readonly updates: number
  /** Whether `build all` then brings a change to the primary service. */
  readonly build: boolean
  /** How many times `rollback` then goes back to the release before. */
  readonly rollbacks: number
}

/** What came of it. */
export interface ScenarioResult {
  readonly counts: Counts
  /** Milliseconds of each command, by the release that it made. */
  readonly durations: Readonly<Record<string, number>>
  /** The containers of other services, with the time of their start, before and after. */
  readonly services: readonly [before: string, after: string]
}

/** Name of an app's project, and of its site. */
const nameOf = (app: App): string => `load-${app.name}`

/** What makes a project of `test/e2e/projects/load` an app's. */
export const settingsOf = (app: App): Readonly<Record<string, unknown>> => ({
  project_name: nameOf(app),
  server_names: [`${app.name}.example.com`],
  primary_service: app.primaryService,
})

/** Containers that an update is not to touch: all but those of releases. */
const servicesOf = async (site: Site, app: App): Promise<string> => {
  const name = nameOf(app)
  const format = '{{.Name}} {{.Id}} {{.State.StartedAt}} {{.RestartCount}}'
  return site.server.must(`docker ps -aq | xargs docker inspect -f '${format}' |
    grep -E '^/(jetee-|${name}-)' | grep -vE '^/${name}-(app|door|task-[a-z-]+)-[0-9]+ ' | sort`)
}

/** Changes an app that is live again and again, while it is under load. */
export const changeUnderLoad = async (
  site: Site,
  project: Project,
  app: App,
  scenario: Scenario,
  say: (text: string) => void = () => {},
): Promise<ScenarioResult> => {
  const target = { address: site.server.host, name: `${app.name}.example.com` }
  const before = await servicesOf(site, app)
  const load = putLoadOn(target, { ...scenario.load, webSocket: app.hasWebSocket })
  const durations: Record<string, number> = {}
  const run = async (command: string, version: string) => {
    const { durationMs } = await project.mustDeploy({ command, env: {} })
    await load.answeredBy(version)
    durations[`${command} (${version})`] = Math.round(durationMs)
    say(`${app.name}: ${command}, ${version} answers after ${(durationMs / 1000).toFixed(1)} s`)
  }
  try {
    await load.answeredBy('1')
    for (let update = 1; update <= scenario.updates; update++) {
      await project.origin.commit({ 'version.txt': `${update + 1}\n` })
      await run('update project', String(update + 1))
    }
    if (scenario.build) {
      await project.origin.commit({ 'version.txt': 'built\n' })
      await project.configure({ 'primary_service.project.env_variables': { LOAD: 'changed' } })
      await run('build all', 'built')
    }
    for (let back = 0; back < scenario.rollbacks; back++) {
      // After `build all`, the release before is that of the last update, and so on.
      await run('rollback', String(scenario.updates + (scenario.build ? 1 : 0) - back))
    }
  } catch (error) {
    await load.stop()
    throw error
  }
  const counts = await load.stop()
  return { counts, durations, services: [before, await servicesOf(site, app)] }
}
