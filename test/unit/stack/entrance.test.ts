import { describe, expect, test } from 'vitest'
import { type EntranceInput, entranceStack } from '../../../src/stack/entrance.ts'
import { siteStack } from '../../../src/stack/site.ts'
import { statusPattern } from '../../../src/stack/status-pattern.ts'
import { sampleConfiguration } from '../sample.ts'

const sample = sampleConfiguration()
const files = { static: true, media: true, socketFolder: 'secret' }

/** The sample's entrance with its health check changed. */
const withCheck = (check: Partial<EntranceInput['project']['healthCheck']>) =>
  entranceStack({ ...sample, project: { healthCheck: { ...sample.project.healthCheck, ...check } } }, files)

describe('an entrance', () => {
  test('answers with the very locations of the site', () => {
    const site = siteStack(sample, true, files).conf
    const locations = site
      .slice(site.indexOf('  client_max_body_size'), site.lastIndexOf('}'))
      // The page of `maintenance on` is for visitors.
      .replace(/\n {2}location = \/jetee-maintenance[\s\S]*?\n {2}}\n/, '')
      .replace(/ {4}# It is there from [\s\S]*?error_page 503 .*\n/, '')
    const plain = (text: string) => text.replaceAll(/^ +| +$/gm, '').replaceAll(/\n+/g, '\n')
    expect(plain(entranceStack(sample, files).conf)).toContain(plain(locations).trim())
  })

  test('sees the files of its own project alone, and changes none', () => {
    expect(entranceStack(sample, files).spec.HostConfig).toMatchObject({
      NetworkMode: 'jetee-guestbook',
      Binds: [
        '/var/lib/jetee/projects/guestbook/entrance:/etc/jetee:ro',
        '/var/lib/jetee/www/guestbook:/var/lib/jetee/www/guestbook:ro',
      ],
      RestartPolicy: { Name: 'always' },
    })
  })

  test('is no container of a release', () => {
    const { Labels } = entranceStack(sample, files).spec
    expect(Labels).toMatchObject({ 'jetee.project': 'guestbook', 'jetee.service': 'entrance' })
    expect(Labels).not.toHaveProperty('jetee.release')
  })

  test('is not made anew for another configuration, which it loads', () => {
    const other = withCheck({ path: '/other/?a=1' })
    expect(other.spec).toEqual(entranceStack(sample, files).spec)
    expect(other.conf).toContain('web.sock:/other/?a=1;\n')
  })

  test.each([
    [{ from: 200, to: 399 }, ["^(?:2[0-9][0-9])$\" ''", '^(?:2[0-9][0-9]|3[0-9][0-9])$" /well']],
    [{ from: 204, to: 204 }, ["^(?:204)$\" ''", '^(?:204)$" /well']],
    [{ from: 404, to: 404 }, ['^(?:404)$" /well']],
  ])('takes for well what the file calls so: %j', (status, lines) => {
    const { conf } = withCheck({ status })
    expect(conf.match(/(?<="~)\^.*(?=;)/g)).toEqual(lines)
  })
})

describe('the pattern of a range of statuses', () => {
  test.each([
    [200, 399],
    [200, 200],
    [199, 301],
    [204, 206],
    [100, 599],
    [498, 501],
    [300, 299],
  ])('of %i to %i fits these, and nothing else', (from, to) => {
    const text = statusPattern({ from, to })
    const pattern = new RegExp(text === '' ? '(?!)' : text)
    const fitting = Array.from({ length: 700 }, (_, status) => status).filter((status) =>
      pattern.test(String(status)),
    )
    expect(fitting).toEqual(
      Array.from({ length: 700 }, (_, status) => status).filter((status) => status >= from && status <= to),
    )
    expect(pattern.test(`${from}, ${to}`)).toBe(false)
  })
})
