/**
 * `npm run test:load`: changes apps under load, and counts what visitors get. Its last line is JSON with all counts;
 * it ends with 1 when a response was lost or cut, or a WebSocket had no close frame.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newProject, newSite } from '../e2e/harness.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { type AppName, apps } from './apps.ts'
import { losses } from './counts.ts'
import { fullLoad } from './load-on.ts'
import { changeUnderLoad, type ScenarioResult, settingsOf } from './scenario.ts'

const { values } = parseArgs({
  options: {
    app: { type: 'string', multiple: true, default: apps.map(({ name }) => name) },
    nginx: { type: 'string', multiple: true, default: ['1.26', '1.30'] },
    updates: { type: 'string', default: '10' },
    rollbacks: { type: 'string', default: '2' },
  },
})
if (!existsSync(join(import.meta.dirname, '../../dist/index.js')))
  throw new Error('dist/index.js is not there: npm run build makes it.')
const say = (text: string) => console.log(text)
const scenario = {
  load: fullLoad,
  updates: Number(values.updates),
  build: true,
  rollbacks: Number(values.rollbacks),
}

/** Has a server run another nginx under the name that the product knows. */
const nginxAs = (version: string) => `
  docker pull --quiet nginx:${version} >/dev/null
  [ ${version} = 1.30 ] || docker tag nginx:${version} nginx:1.30`

const results: Record<string, ScenarioResult['counts']> = {}
let lost = 0
let requests = 0
for (const nginx of values.nginx) {
  for (const app of apps.filter(({ name }) => (values.app as readonly AppName[]).includes(name))) {
    say(`${app.name} behind nginx ${nginx}: starting …`)
    await using site = await newSite({ from: await dockerSnapshot(13), sample: 'load', env: {} })
    await using project = await newProject(site.server, site.key, {
      sample: 'load',
      settings: settingsOf(app),
      env: {},
    })
    await site.server.must(nginxAs(nginx))
    await project.mustDeploy()
    const version = await site.server.must('docker exec jetee-nginx nginx -v 2>&1')
    if (!version.includes(`/${nginx}.`)) throw new Error(`This is not nginx ${nginx}: ${version}`)
    const { counts, services } = await changeUnderLoad(site, project, app, scenario, say)
    if (services[0] !== services[1]) {
      say(`Services were touched:\n${services.join('\n\n')}`)
      process.exitCode = 1
    }
    say(JSON.stringify(counts))
    results[`${app.name} behind nginx ${nginx}`] = counts
    requests += counts.ok
    lost += losses(counts)
  }
}
if (lost > 0 || requests === 0) process.exitCode = 1
console.log(JSON.stringify({ lost, requests, results }))
