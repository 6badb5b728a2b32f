import { describe, expect, test } from 'vitest'
import { loginHeader } from '../../../src/server/images.ts'

const header = (image: string) =>
  loginHeader(image, { username: 'me', password: 'a?b>c~' })['x-registry-auth']

describe('the login at a registry', () => {
  test.each([
    ['ghcr.io/acme/app:1', 'ghcr.io'],
    ['localhost/app:1', 'localhost'],
    ['10.0.0.1:5000/app@sha256:00', '10.0.0.1:5000'],
    ['acme/app:1', 'https://index.docker.io/v1/'],
    ['postgres:17', 'https://index.docker.io/v1/'],
  ])('for %s is one at %s', (image, serveraddress) => {
    const text = header(image) ?? ''
    // What Go's decoder takes: the alphabet of URLs, padded.
    expect(text).toMatch(/^[A-Za-z0-9_-]+={0,2}$/)
    expect(text.length % 4).toBe(0)
    expect(JSON.parse(Buffer.from(text, 'base64url').toString())).toEqual({
      username: 'me',
      password: 'a?b>c~',
      serveraddress,
    })
  })

  test('is none where none is given', () => {
    expect(loginHeader('ghcr.io/acme/app:1', undefined)).toEqual({})
  })
})
