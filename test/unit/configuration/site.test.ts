import { describe, expect, test } from 'vitest'
import { mistakes, staging, target } from './texts.ts'

describe('the settings of a site', () => {
  test.each([
    ['{ max_body_size: 0m }', { maxBodySize: '0m' }],
    ['{ max_body_size: 2g, timeout: 86400 }', { maxBodySize: '2g', timeoutSeconds: 86_400 }],
    ['{ redirect_www: add }', { redirectWww: 'add' }],
    ["{ headers: { X-A: '\"; } $host \\' } }", { headers: { 'X-A': '"; } $host \\' } }],
    ['{ headers: { X-A: "a\\tb" } }', { headers: { 'X-A': 'a\tb' } }],
    [
      `{ headers: { Content-Security-Policy: ${'x'.repeat(3990)} } }`,
      { headers: { 'Content-Security-Policy': 'x'.repeat(3990) } },
    ],
  ])('take %s', (site, expected) => {
    expect(staging(target(`site: ${site}`)).site).toMatchObject(expected)
  })

  test.each([
    ['{ max_body_size: 1t }', /must be a size/],
    ['{ max_body_size: "1m; }" }', /must be a size/],
    ['{ timeout: 0 }', /from 1 to 86400/],
    ['{ redirect_www: both }', /redirect_www/],
    ['{ headers: { "X A": b } }', /must be the name of a header/],
    ['{ headers: { "X;": b } }', /must be the name of a header/],
    [
      '{ headers: { Content-Length: "5" } }',
      /must be another header: the answer says its own Content-Length/,
    ],
    ['{ headers: { X-A: "" } }', /headers\.X-A/],
    ['{ headers: { X-A: "a\\nb" } }', /must be text in ASCII, on one line/],
    ['{ headers: { X-A: ä } }', /must be text in ASCII, on one line/],
    // Each of them takes 15 characters in nginx's configuration.
    [`{ headers: { X-A: "${'$'.repeat(300)}" } }`, /is too long for nginx/],
  ])('refuse %s', (site, message) => {
    const found = mistakes(target(`site: ${site}`))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(message)
  })
})
