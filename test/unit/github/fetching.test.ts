import { expect, it } from 'vitest'
import { folderOf, knownName, repositoryOf } from '../../../src/github/fetching.ts'

it.each([
  ['git@github.com:acme/shop.git', 'github.com'],
  ['ssh://git@ghes.example/acme/shop.git', 'ghes.example'],
  ['ssh://git@ghes.example:22/acme/shop.git', 'ghes.example'],
  ['ssh://git@ghes.example:2222/acme/shop.git', '[ghes.example]:2222'],
  ['org-1@github.com:acme/shop.git', 'github.com'],
])('%s is known as %s', (url, name) => {
  expect(knownName(url)).toBe(name)
})

it('a folder leads back to its repository, also where names have hyphens', () => {
  expect(folderOf('Acme/My--Shop')).toBe('acme--my--shop')
  expect(repositoryOf('acme--my--shop')).toBe('acme/my--shop')
})
