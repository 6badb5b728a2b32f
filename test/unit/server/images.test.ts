import { describe, expect, test } from 'vitest'
import { type Engine, EngineError } from '../../../src/server/engine/client.ts'
import { loginHeader, resolveDigest } from '../../../src/server/images.ts'

const header = (image: string) =>
  loginHeader(image, { username: 'me', password: 'a?b>c~' })['x-registry-auth']

describe('the login at a registry', () => {
  test.each([
    ['ghcr.io/acme/app:1', 'ghcr.io'],
    ['localhost/app:1', 'localhost'],
    ['10.0.0.1:5000/app@sha256:00', '10.0.0.1:5000'],
    ['registry:5000/app:1', 'registry:5000'],
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

describe('what a tag names now', () => {
  const { signal } = new AbortController()
  const resolve = (image: string, call: () => Promise<unknown>) =>
    resolveDigest({ call } as Partial<Engine> as Engine, image, undefined, signal)
  const refuse = (message: string) => () => Promise.reject(new EngineError(500, message))

  test('is told by the registry, or by the image’s own name', async () => {
    const there = async () => ({ Descriptor: { digest: 'sha256:1' } })
    expect(await resolve('ghcr.io/acme/app:1', there)).toBe('sha256:1')
    expect(await resolve('ghcr.io/acme/app@sha256:2', refuse('is not asked'))).toBe('sha256:2')
  })

  test.each([
    ['unauthorized: authentication required', 'could not be pulled', 'a `registry` where it is private'],
    ['manifest unknown', 'could not be found', 'it is a tag at the registry'],
  ])('is an error where the registry says “%s”', async (answer, what, next) => {
    await expect(resolve('ghcr.io/acme/app:1', refuse(answer))).rejects.toMatchObject({
      message: expect.stringContaining(what),
      details: { next: expect.stringContaining(next), stands: 'Nothing on the server was changed.' },
    })
  })

  test('is not known while the registry does not answer', async () => {
    expect(await resolve('ghcr.io/acme/app:1', refuse('dial tcp: i/o timeout'))).toBeUndefined()
  })
})
