import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PipIndex, startPipIndex } from '../world/pip-index.ts'
import { dockerSnapshot } from '../world/snapshot.ts'
import { expectFailure } from './failing.ts'
import { dependencies } from './flaskless/dependencies.ts'
import { project } from './flaskless/place.ts'
import { containers, newSite, type Site } from './harness.ts'
import { fetchJson } from './json.ts'
import { statusForBody, upload } from './upload.ts'
import { ask } from './visitors.ts'
import { setInFile } from './workspace.ts'

/** A project in plain Python: uWSGI by module, each way to say its dependencies, and another Python than Debian's. */

const name = 'flaskless.example.com'
const megabyte = 1024 ** 2

let site: Site
let index: PipIndex

beforeAll(async () => {
  index = await startPipIndex()
  site = await newSite({
    from: await dockerSnapshot(13),
    sample: 'flaskless',
    env: {},
    settings: {
      site: { max_body_size: '10m', timeout: 5, redirect_www: 'remove' },
      // What locks dependencies below, and installs them: the layer with Debian's packages is made once.
      [`${project}.apt_packages`]: ['python3-yaml', 'python3-poetry', 'pipenv'],
    },
  })
  await site.configure({ server_names: [site.server.host, name] })
  await site.mustDeploy()
})
afterAll(async () => {
  await site?.[Symbol.asyncDispose]()
  await index?.[Symbol.asyncDispose]()
})

describe('uWSGI by module', () => {
  test('runs the callable from the code’s folder, as an unprivileged user, with the file’s environment', async () => {
    const found = await fetchJson<{ values: object; names: readonly string[] }>(`${site.url}environment`)
    expect(found).toMatchObject({
      uid: 10001,
      folder: '/app',
      values: { FLASKLESS_MOOD: 'calm, "quoted" & 100 % sure' },
    })
    expect(found.names).toContain('CONFIGURATION')
    expect(found.names).not.toContain('DJANGO_CONFIGURATION')
    expect(await fetchJson(`${site.url}de`)).toEqual({ greeting: 'Guten Tag' })
    const workers = await site.server.must("ps -ewo args | grep -c '[u]wsgi.*app.wsgi'")
    // The master and two of its own.
    expect(workers).toBe('3')
  })

  test('takes uploads up to max_body_size', async () => {
    const { sent, arrived } = await upload(`${site.url}upload`, 9 * megabyte)
    // This app hashes the form as it came, which is a little more than the file.
    expect(arrived.size).toBeGreaterThan(sent.size)
    expect(await statusForBody(`${site.url}upload`, 10 * megabyte + 1)).toBe(413)
  })

  test('has the time that the site gives it, and no more', async () => {
    expect(await ask(`${site.url}late?1`)).toMatchObject({ status: 200, body: '{"late": true}' })
    expect((await ask(`${site.url}late?9`)).status).toBe(504)
  })

  test('is reached by the name without www, to which the other one leads', async () => {
    expect((await ask(site.url, name)).status).toBe(200)
    const location = await new Promise((resolve, reject) => {
      get(`${site.url}de?x=1`, { headers: { host: `www.${name}` }, agent: false }, (response) => {
        resolve([response.statusCode, response.headers.location])
        response.resume()
      }).on('error', reject)
    })
    expect(location).toEqual([308, `http://${name}/de?x=1`])
  })

  test('must answer the health check with the status that the file says', async () => {
    const prepare = setInFile({
      [`${project}.health_check`]: { path: '/', status: 204, deadline: 3 },
      // By itself, another health check is no other release.
      [`${project}.env_variables`]: { FLASKLESS_MOOD: 'worse' },
    })
    const result = await site.deploy({ command: 'update project', prepare })
    expectFailure(result, {
      what: 'The web process never became healthy',
      says: ['Release 1 still serves the site; nothing about it was changed.', '200', '204'],
    })
    expect((await ask(site.url)).status).toBe(200)
  })
})

describe('a project that has no web process for a while', () => {
  test('has no site and no entrance either, once its release without one is live', async () => {
    const result = await site.mustDeploy({
      prepare: setInFile({
        [`${project}.processes`]: [{ custom: { name: 'idle', command: 'sleep infinity' } }],
      }),
    })
    expect(result.summary).toContain('Take the site out of nginx')
    expect(await containers(site.server)).not.toMatch(/-app /)
    expect((await ask(site.url)).status).toBe(404)
    await site.mustDeploy()
    expect((await ask(site.url)).status).toBe(200)
    expect(await containers(site.server)).toMatch(/^flaskless-app /m)
  })
})

dependencies(() => ({ site, index }))
