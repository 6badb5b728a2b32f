import { type IncomingHttpHeaders, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dockerSnapshot } from '../world/snapshot.ts'
import { newSite, type Site } from './harness.ts'
import { sendVisitors } from './visitors.ts'

/** Static files and uploads as nginx serves them, and the page that stands in place of the site. */

let site: Site

const folder = 'guestbook/static/guestbook'

beforeAll(async () => {
  site = await newSite({
    from: await dockerSnapshot(13),
    settings: { site: { headers: { 'X-Frame-Options': 'DENY' }, maintenance_page: 'deploy/pause.html' } },
  })
  await site.origin.commit({
    [`${folder}/app.3f8a2b91c04e.css`]: 'body { color: green }\n',
    [`${folder}/module.mjs`]: 'export const word = "größer"\n',
    [`${folder}/app.webmanifest`]: '{}\n',
    [`${folder}/notes.css`]: '/* plain */\n',
    // nginx does not look into it.
    [`${folder}/notes.css.gz`]: 'the compressed copy',
    [`${folder}/.secret`]: 'nobody’s business\n',
    'deploy/pause.html': '<h1>A pause</h1>\n',
  })
  await site.mustDeploy()
  await site.server.must(
    `cd /var/lib/jetee/www/guestbook/media
     printf 0123456789 > digits.txt; mkdir -p deep/.git; echo secret > deep/.git/config; ln -s /etc/hostname out.txt
     chmod -R a+rX .`,
  )
})
afterAll(() => site?.[Symbol.asyncDispose]())

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Asks for a path as it stands, which no URL puts right before. */
const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.url)
    const asked = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => {
        body += text
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })

const file = (name: string) => `/static/guestbook/${name}`

describe('static files', () => {
  test.each([
    ['style.css', 'text/css; charset=utf-8', 'public, max-age=60'],
    ['app.3f8a2b91c04e.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['module.mjs', 'text/javascript; charset=utf-8', 'public, max-age=60'],
    ['app.webmanifest', 'application/manifest+json', 'public, max-age=60'],
    ['icon.svg', 'image/svg+xml; charset=utf-8', 'public, max-age=60'],
  ])('%s has its type, and how long it may be kept', async (name, type, caching) => {
    const { status, headers } = await ask(file(name))
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': type,
      'cache-control': caching,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
  })

  test('are not sent again to whoever has them', async () => {
    const { headers } = await ask(file('style.css'))
    const same = await ask(file('style.css'), { 'if-none-match': headers.etag ?? '' })
    expect(same).toMatchObject({ status: 304, body: '' })
    const since = await ask(file('style.css'), { 'if-modified-since': headers['last-modified'] ?? '' })
    expect(since.status).toBe(304)
    expect(await ask(file('style.css'), {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  test('are sent compressed where a copy lies beside them, and else as they are', async () => {
    const packed = await ask(file('notes.css'), { 'accept-encoding': 'gzip' })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
    expect(packed.body).toBe('the compressed copy')
    const plain = await ask(file('notes.css'))
    expect(plain.body).toBe('/* plain */\n')
    expect(plain.headers['content-encoding']).toBeUndefined()
  })

  test.each([
    '/static/../manage.py',
    '/static/%2e%2e/%2e%2e/release.json',
    '/static/..%2f..%2fetc/passwd',
    '/static/guestbook/.secret',
    '/static/guestbook/',
    '/static/',
    '/media/',
    '/media/out.txt',
    '/media/deep/.git/config',
    '/media/../jetee-maintenance.html',
    '/jetee-maintenance.html',
  ])('nothing is found at %s', async (path) => {
    const { status, body } = await ask(path)
    expect([400, 403, 404]).toContain(status)
    expect(body).not.toMatch(/secret|localhost|root:/)
  })
})

describe('uploads', () => {
  test('are sent in parts too, and are always asked for anew', async () => {
    const whole = await ask('/media/digits.txt')
    expect(whole).toMatchObject({ status: 200, body: '0123456789' })
    expect(whole.headers).toMatchObject({
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    })
    expect(await ask('/media/digits.txt', { range: 'bytes=2-4' })).toMatchObject({ status: 206, body: '234' })
    expect((await ask('/media/digits.txt', { range: 'bytes=20-' })).status).toBe(416)
  })
})

describe('maintenance', () => {
  test('shows the repository’s page, to all methods, and leaves files alone', async () => {
    expect((await site.mustDeploy({ command: 'maintenance on' })).outputs.changed).toBe('true')
    const { status, headers, body } = await ask('/')
    expect({ status, body }).toEqual({ status: 503, body: '<h1>A pause</h1>\n' })
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'retry-after': '120',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
    })
    expect(await ask('/status/', {}, 'POST')).toMatchObject({ status: 503, body: '<h1>A pause</h1>\n' })
    expect((await ask(file('style.css'))).status).toBe(200)
    expect((await ask('/media/digits.txt')).status).toBe(200)
    const again = await site.mustDeploy({ command: 'maintenance on' })
    expect(again.outputs.changed).toBe('false')
    expect(again.log).toContain('is on, as it was')
    expect((await site.mustDeploy({ command: 'status' })).log).toContain('maintenance is on')
  })

  test('goes on over a deploy, which warns, and over a reboot', async () => {
    await site.origin.commit({
      'guestbook/version.py': 'VERSION = "version 2"\n',
      [`${folder}/app.3f8a2b91c04e.css`]: null,
      [`${folder}/app.4e9b3ca2d15f.css`]: 'body { color: blue }\n',
    })
    const { log } = await site.mustDeploy({ command: 'update project' })
    expect(log).toContain('Maintenance is on')
    expect((await ask('/')).status).toBe(503)
    await site.server.reboot()
    await expect
      .poll(
        () =>
          ask('/').then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 120_000 },
      )
      .toBe(503)
  })

  test('ends without a gap', async () => {
    expect((await site.mustDeploy({ command: 'maintenance off' })).outputs.changed).toBe('true')
    await expect.poll(async () => (await ask('/')).status, { timeout: 60_000 }).toBe(200)
    const visitors = sendVisitors(site.url)
    expect((await site.mustDeploy({ command: 'maintenance off' })).outputs.changed).toBe('false')
    expect(Object.keys(await visitors.stop())).toEqual(['200'])
  })

  test('finds a page that is missing before it touches the server', async () => {
    await site.configure({ 'site.maintenance_page': 'deploy/nowhere.html' })
    const { exitCode, log } = await site.deploy({ command: 'maintenance on' })
    expect(exitCode).toBe(1)
    expect(log).toContain('deploy/nowhere.html')
    expect((await ask('/')).status).toBe(200)
  })
})

test('files of the release before are found as long as it is there, with what caches are told', async () => {
  expect(await ask(file('app.4e9b3ca2d15f.css'))).toMatchObject({
    status: 200,
    body: 'body { color: blue }\n',
  })
  const old = await ask(file('app.3f8a2b91c04e.css'))
  expect(old).toMatchObject({ status: 200, body: 'body { color: green }\n' })
  expect(old.headers['cache-control']).toContain('immutable')
  expect((await ask('/media/digits.txt')).body).toBe('0123456789')
})
