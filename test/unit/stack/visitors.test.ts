import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { siteFields } from '../../../src/plan/diff-site.ts'
import { siteStack } from '../../../src/stack/site.ts'
import { visitorsFile } from '../../../src/stack/visitors.ts'

const site = (visitors?: string) =>
  siteStack(
    {
      projectName: 'shop-pr-1',
      serverNames: ['pr-1.example.com', 'www.pr-1.example.com'],
      site: {
        maxBodySize: '100m',
        timeoutSeconds: 300,
        redirectWww: 'remove',
        headers: {},
        maintenancePage: undefined,
      },
    },
    true,
    { static: true, media: true, socketFolder: 'secret' },
    visitors,
  )

test('the visitors’ file has the password as nginx takes it, salted by the project', () => {
  const [user, scheme, text = ''] = visitorsFile('let me in', 'key').trimEnd().split(/[:}]/)
  expect([user, scheme]).toEqual(['preview', '{SSHA'])
  const bytes = Buffer.from(text, 'base64')
  const salt = bytes.subarray(20)
  expect(salt).toHaveLength(8)
  expect(bytes.subarray(0, 20)).toEqual(createHash('sha1').update('let me in').update(salt).digest())
  expect(visitorsFile('let me in', 'key')).toBe(visitorsFile('let me in', 'key'))
  expect(visitorsFile('let me in', 'other')).not.toBe(visitorsFile('let me in', 'key'))
})

test('each server of a site with a password asks for it, and no other one does', () => {
  const { conf } = site(visitorsFile('let me in', 'key'))
  const servers = conf.split(/^server \{/m).slice(1)
  expect(servers).toHaveLength(2)
  for (const server of servers) expect(server).toContain('auth_basic_user_file')
  expect(conf).not.toContain('let me in')
  expect(conf).not.toContain('SSHA')
  expect(site().conf).not.toContain('auth_basic')
})

test('the password goes no further than nginx: what a stranger has written would learn that of all previews', () => {
  const header = 'proxy_set_header Authorization "";'
  expect(site(visitorsFile('let me in', 'key')).conf).toContain(header)
  expect(site().conf).not.toContain(header)
})

test('a plan shows that the password is another one, and not which', () => {
  const [before, after] = [site(visitorsFile('one', 'key')), site(visitorsFile('two', 'key'))]
  expect(after.hash).not.toBe(before.hash)
  const old = {
    project: 'shop-pr-1',
    hash: before.hash,
    serverNames: before.serverNames,
    specification: before.specification,
  }
  const fields = siteFields({ sites: [old], siteConf: before.conf }, 'shop-pr-1', after)
  expect(fields.map(({ name }) => name)).toEqual(['password'])
  expect(JSON.stringify(fields)).not.toMatch(/one|two/)
})
