import { expect, test } from 'vitest'
import { socketFolder } from '../../../src/stack/socket.ts'
import { desiredState } from '../sample.ts'

test('the way to a project’s web socket is its own, and short enough for nginx', () => {
  const folder = socketFolder('key')
  expect(folder).toMatch(/^[0-9a-f]{20}$/)
  expect(socketFolder('key')).toBe(folder)
  expect(socketFolder('another')).not.toBe(folder)
  const longest = `/var/lib/jetee/www/${'p'.repeat(32)}/r/99999999/${folder}/web.sock`
  expect(longest.length).toBeLessThanOrEqual(107)
})

test('nginx, the entrance and the container mean the same socket', () => {
  const { site, entrance, release } = desiredState()
  const path = `unix:/var/lib/jetee/www/guestbook/current/${release.socketFolder}/web.sock:`
  expect(site?.conf).toContain(`proxy_pass http://${path};`)
  expect(entrance?.conf).toContain(`proxy_pass http://${path};`)
  expect(JSON.stringify(release.parts.containers)).toContain(
    `"/var/lib/jetee/www/guestbook/r/0/${release.socketFolder}:/run/jetee"`,
  )
})
