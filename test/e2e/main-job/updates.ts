import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../world/browser.ts'
import type { ActionResult } from '../../world/runner.ts'
import { containers, type Site } from '../harness.ts'
import { until } from '../until.ts'
import { ask, sendVisitors } from '../visitors.ts'
import { deployedOutputs } from './outputs.ts'

const css = 'guestbook/static/guestbook/style.css'
const note = 'worker: HELLO FROM A BROWSER (4 words)'

/** Registers the tests of an update of a site that `build all` has made. */
export const updates = (site: () => Site): void => {
  let browser: Browser
  let page: Page
  let stylesheet: string
  let servicesBefore: string
  let update: ActionResult
  let answers: Readonly<Record<string, number>>

  beforeAll(async () => {
    browser = await openBrowser()
    page = await browser.newPage()
  })
  afterAll(() => browser?.close())

  const stylesheetOf = async () =>
    /href="(\/static\/guestbook\/style\.[0-9a-f]+\.css)"/.exec((await ask(site().url)).body)?.[1] ?? ''
  const fetchPath = (path: string) => ask(site().url.replace(/\/$/, path))
  const services = async () => {
    const all = (await containers(site().server)).split('\n')
    return all.filter((line) => !line.startsWith('guestbook-app-')).join('\n')
  }

  test('a browser posts an entry and sees what the worker says about it', async () => {
    await page.goto(site().url)
    await page.getByLabel('Name').fill('Bob')
    await page.getByLabel('Message').fill('Hello from a browser')
    await page.getByRole('button').click()
    await expect(page.getByRole('article').textContent()).resolves.toContain('Hello from a browser')
    await until(
      'the worker’s note is on the page',
      async () => {
        await page.reload()
        return page.locator('article .note').textContent()
      },
      (text) => text === note,
    )
    expect(await page.locator('#version').textContent()).toBe('1')
  })

  test('nginx serves static files under hashed names, and what the app puts into the media folder', async () => {
    stylesheet = await stylesheetOf()
    expect(await fetchPath(stylesheet)).toMatchObject({
      status: 200,
      type: 'text/css; charset=utf-8',
      body: expect.stringContaining('{'),
    })
    await site().server.must(
      `docker exec --user app guestbook-app-1 sh -c 'cd /app/media; echo hello > "a picture.txt"; ln -s /etc/passwd link.txt'`,
    )
    expect(await fetchPath('/media/a%20picture.txt')).toMatchObject({
      status: 200,
      type: 'text/plain',
      body: 'hello\n',
    })
    expect(await fetchPath('/media/link.txt')).toMatchObject({ status: 404 })
    expect(await fetchPath('/media/nothing.txt')).toMatchObject({ status: 404 })
  })

  test('update project serves the new code, and every visitor is answered meanwhile', async () => {
    servicesBefore = await services()
    await site().origin.commit({
      'guestbook/version.py': 'VERSION = "2"\n',
      [css]: 'body { color: rebeccapurple }\n',
    })
    const visitors = sendVisitors(site().url)
    update = await site().mustDeploy({ command: 'update project' })
    answers = await visitors.stop()
    expect(Object.keys(answers)).toEqual(['200'])
    expect(answers['200']).toBeGreaterThan(40)
    expect(update.outputs).toEqual(
      deployedOutputs(site().url, { release: '2', previous: '1', changed: true }),
    )
    await page.reload()
    expect(await page.locator('#version').textContent()).toBe('2')
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(102, 51, 153)')
  })

  test('after the update the entry and the worker’s note are still there', async () => {
    expect(await page.getByRole('article').count()).toBe(1)
    expect(await page.locator('article .note').textContent()).toBe(note)
  })

  test('the update left the secondary services and nginx alone', async () => {
    expect(await services()).toBe(servicesBefore)
    expect(await containers(site().server)).toMatch(/^guestbook-app-2 /m)
    expect(await containers(site().server)).not.toMatch(/^guestbook-app-1 /m)
  })

  test('the update’s summary names the release’s steps and no other', () => {
    const steps = [...update.summary.matchAll(/^\| ✅ (.+?) \| (.+?) \|/gm)].map(([, title]) => title)
    expect(steps.filter((title) => title?.includes('release 2'))).toEqual([
      'Build release 2',
      'Start release 2',
      'Switch to release 2',
    ])
    const [told = '', running = ''] = update.summary.split('### What runs')
    expect(told).not.toMatch(/Docker|postgresql|redis|nginx/)
    expect(running).toMatch(/running \| postgresql \| `guestbook-postgresql` \|/)
  })

  test('static files of both releases are served, and the media folder is as it was', async () => {
    const now = await stylesheetOf()
    expect(now).not.toBe(stylesheet)
    expect(await fetchPath(now)).toMatchObject({
      status: 200,
      type: 'text/css; charset=utf-8',
      body: expect.stringContaining('rebeccapurple'),
    })
    expect(await fetchPath(stylesheet)).toMatchObject({ status: 200, type: 'text/css; charset=utf-8' })
    expect(await fetchPath('/media/a%20picture.txt')).toMatchObject({ status: 200, body: 'hello\n' })
  })

  test('an update goes on when the registry of images does not answer', async () => {
    const { server, origin } = site()
    await server.must('iptables -I OUTPUT -p tcp --dport 5000 -j REJECT')
    await origin.commit({ 'guestbook/version.py': 'VERSION = "3"\n' })
    const { outputs } = await site()
      .mustDeploy({ command: 'update project' })
      .finally(() => server.must('iptables -D OUTPUT -p tcp --dport 5000 -j REJECT'))
    expect(outputs).toMatchObject({ release: '3', changed: 'true' })
    await page.reload()
    expect(await page.locator('#version').textContent()).toBe('3')
  })
}
