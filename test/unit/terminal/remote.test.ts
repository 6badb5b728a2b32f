import { expect, test } from 'vitest'
import { readRemote } from '../../../src/terminal/remote.ts'

test.each([
  ['https://github.com/acme/shop.git', 'https://github.com'],
  ['https://github.com/acme/shop', 'https://github.com'],
  ['https://x-access-token:secret@github.com/acme/shop.git/', 'https://github.com'],
  ['https://git.example.com:8443/acme/shop', 'https://git.example.com:8443'],
  ['git@github.com:acme/shop.git', 'https://github.com'],
  ['git@git.example.com:acme/shop', 'https://git.example.com'],
  ['ssh://git@git.example.com:2222/acme/shop.git', 'https://git.example.com'],
  ['git@work:acme/shop.git', 'https://github.com'],
])('%s', (address, serverUrl) => {
  expect(readRemote(address)).toEqual({ repository: 'acme/shop', serverUrl })
})

test.each(['/srv/git/shop.git', '../shop', 'file:///srv/git/acme/shop', 'git@github.com:shop', ''])(
  '%j names no repository',
  (address) => {
    expect(readRemote(address)).toBeUndefined()
  },
)
