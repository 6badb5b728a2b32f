import { describe, expect, test } from 'vitest'
import type { SiteSettings } from '../../../src/configuration/site.ts'
import { frontStack } from '../../../src/stack/front.ts'
import { nginxText } from '../../../src/stack/nginx-text.ts'
import { siteStack } from '../../../src/stack/site.ts'
import { allNames, literalName, siteNames } from '../../../src/stack/site-names.ts'

const defaults: SiteSettings = {
  maxBodySize: '100m',
  timeoutSeconds: 300,
  redirectWww: 'none',
  headers: {},
  maintenancePage: undefined,
}

const files = { static: true, media: true, socketFolder: 'secret' }

const stack = (site: Partial<SiteSettings> = {}, serverNames: readonly string[] = ['example.com']) =>
  siteStack({ projectName: 'shop', serverNames, site: { ...defaults, ...site } }, true, files)

describe('the names of a site', () => {
  const none: readonly string[] = []
  test.each<readonly [SiteSettings['redirectWww'], readonly string[], readonly string[], readonly string[]]>([
    ['none', ['example.com', 'www.example.com'], ['example.com', 'www.example.com'], none],
    ['remove', ['example.com'], ['example.com'], ['www.example.com example.com']],
    ['add', ['example.com'], ['www.example.com'], ['example.com www.example.com']],
    // Listed with www., or in both ways: the same pair.
    ['remove', ['www.example.com'], ['example.com'], ['www.example.com example.com']],
    ['remove', ['www.example.com', 'example.com'], ['example.com'], ['www.example.com example.com']],
    ['add', ['www.example.com', 'example.com'], ['www.example.com'], ['example.com www.example.com']],
    [
      'add',
      ['a.example.com', 'b.org'],
      ['www.a.example.com', 'www.b.org'],
      ['a.example.com www.a.example.com', 'b.org www.b.org'],
    ],
    // A name that is served is never sent on as well.
    [
      'remove',
      ['example.com', 'www.www.example.com'],
      ['example.com', 'www.example.com'],
      ['www.www.example.com www.example.com'],
    ],
    ['remove', ['*.example.com', '203.0.113.5'], ['*.example.com', '203.0.113.5'], none],
    ['add', ['[2001:db8::1]', 'localhost'], ['[2001:db8::1]', 'localhost'], none],
    ['remove', ['www.com'], ['www.com'], ['www.www.com www.com']],
    // The other name of this pair would be longer than the 253 characters that DNS allows.
    ['add', [`${'a.'.repeat(125)}de`], [`${'a.'.repeat(125)}de`], none],
  ])('with %s of %j are served %j, redirected %j', (redirectWww, names, served, redirects) => {
    const found = siteNames(names, redirectWww)
    expect(found.served).toEqual(served)
    expect(found.redirects.map(({ from, to }) => `${from} ${to}`)).toEqual(redirects)
    expect(new Set(allNames(found)).size).toBe(allNames(found).length)
  })

  test('are asked for by one that is served and no wildcard', () => {
    expect(literalName(siteNames(['*.a.com', 'www.b.com'], 'remove'))).toBe('b.com')
    expect(literalName(siteNames(['*.a.com'], 'add'))).toBe('www.a.com')
  })
})

describe('a site in nginx', () => {
  test('listens on IPv6 only where the host has it', () => {
    const site = (ipv6: boolean) =>
      siteStack({ projectName: 'shop', serverNames: ['a.com'], site: defaults }, ipv6, files).conf
    expect(site(true)).toContain('  listen [::]:80;\n')
    expect(site(false)).not.toContain('[::]')
    expect(frontStack(false).conf).not.toContain('[::]')
  })

  test('takes size and timeout from the file', () => {
    const { conf } = stack({ maxBodySize: '1g', timeoutSeconds: 900 })
    expect(conf).toContain('  client_max_body_size 1g;\n')
    expect(conf).toContain('    proxy_read_timeout 900s;\n    proxy_send_timeout 900s;\n')
  })

  test('has a server of its own for each name that is sent on, before its own', () => {
    const { conf, serverNames } = stack({ redirectWww: 'remove' }, ['a.com', '*.b.com'])
    const servers = conf
      .split(/^server \{$/m)
      .slice(1)
      .map((text) => text.match(/^ {2}(?:server_name|return) .*$/gm)?.map((line) => line.trim()))
    expect(servers).toEqual([
      ['server_name www.a.com;', 'return 308 $scheme://a.com$request_uri;'],
      ['server_name a.com *.b.com;'],
    ])
    expect(serverNames).toEqual(['a.com', '*.b.com', 'www.a.com'])
  })

  test('sends the headers with every answer, of each of its servers and of each location that has some of its own', () => {
    const { conf } = stack({ redirectWww: 'remove', headers: { 'X-Frame-Options': 'DENY' } })
    expect(conf.match(/^ {2}add_header X-Frame-Options "DENY" always;$/gm)).toHaveLength(2)
    const own = conf.split(/^ {2}(?=location)/m).filter((location) => location.includes('add_header'))
    expect(own.slice(1).length).toBeGreaterThan(0)
    for (const location of own) expect(location).toContain('add_header X-Frame-Options "DENY" always;')
  })

  test('loads in the main configuration of an older version: it brings along what it needs of late', () => {
    const { conf } = stack()
    const brought = [...conf.matchAll(/^map \S+ (\$\w+)/gm)].map(([, name]) => name)
    const used = new Set(conf.match(/\$jetee_\w+/g))
    expect([...used].filter((name) => !brought.includes(name))).toEqual(['$jetee_connection'])
  })

  test('leaves to the file what it says of its own of files and of the page for maintenance', () => {
    const { conf } = stack({ headers: { 'cache-control': 'private', 'Retry-After': '5' } })
    expect(conf).not.toContain('add_header Cache-Control')
    expect(conf).not.toContain('no-store')
    expect(conf.match(/Retry-After/g)).toHaveLength(conf.match(/cache-control/g)?.length ?? 0)
  })

  test.each<readonly [string, Partial<SiteSettings>]>([
    ['size', { maxBodySize: '1m' }],
    ['timeout', { timeoutSeconds: 1 }],
    ['redirect', { redirectWww: 'add' }],
    ['header', { headers: { A: 'b' } }],
  ])('has another hash for another %s', (_, change) => {
    expect(stack(change).hash).not.toBe(stack().hash)
  })

  test('says in its first lines whose it is and what it is made from, none of them too long for nginx', () => {
    const names = Array.from({ length: 300 }, (_, index) => `name-${index}.example.com`)
    const { conf, specification } = stack({ headers: { 'X-Text': '# } "' } }, names)
    const lines = conf.split('\n')
    const meta = lines.slice(
      0,
      lines.findIndex((line) => !line.startsWith('# jetee ')),
    )
    expect(meta.length).toBeGreaterThan(5)
    for (const line of meta) expect(line.length).toBeLessThan(4000)
    expect(JSON.parse(meta.map((line) => line.slice('# jetee '.length)).join(''))).toEqual({
      project: 'shop',
      serverNames: names,
      specification,
    })
  })
})

describe('a text in nginx', () => {
  test.each([
    ['DENY', '"DENY"'],
    ['a "b" \\', '"a \\"b\\" \\\\"'],
    ["it's; } #", '"it\'s; } #"'],
    ['$host ${x} $1', '"${jetee_dollar}host ${jetee_dollar}{x} ${jetee_dollar}1"'],
    ['\\n', '"\\\\n"'],
  ])('%s is written as %s', (text, written) => {
    expect(nginxText(text)).toBe(written)
  })

  test('has the variable that it needs', () => {
    expect(frontStack(true).conf).toContain('  geo $jetee_dollar {\n    default "$";\n  }\n')
  })
})
