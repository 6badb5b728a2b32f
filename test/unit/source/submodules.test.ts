import { expect, it } from 'vitest'
import { homeOf, readGitmodules } from '../../../src/source/submodules.ts'

it('addresses of submodules are read from .gitmodules', () => {
  const text = `[submodule "a"]
\tpath = libs/a
\turl = ../a.git
[submodule "b \\"q\\""]
  url = "git@github.com:acme/b.git"
  path = b
  branch = main
[submodule "gone"]
\tpath = gone
`
  expect([...readGitmodules(text)]).toEqual([
    ['libs/a', '../a.git'],
    ['b', 'git@github.com:acme/b.git'],
  ])
})

it.each([
  ['../lib.git', 'acme/lib'],
  ['../../other/lib', 'other/lib'],
  ['./lib', undefined],
  ['https://github.com/acme/lib', 'acme/lib'],
  ['https://github.com/acme/lib.git/', 'acme/lib'],
  ['https://user@github.com/acme/lib.git', 'acme/lib'],
  ['https://GitHub.com/acme/lib.git', 'acme/lib'],
  ['git@github.com:acme/lib.git', 'acme/lib'],
  ['ssh://git@github.com/acme/lib.git', 'acme/lib'],
  ['ssh://git@github.com:22/acme/lib.git', 'acme/lib'],
  ['https://github.com.evil.example/acme/lib', undefined],
  ['https://evil.example/github.com/acme/lib', undefined],
  ['git@githubXcom:acme/lib.git', undefined],
  ['https://github.com/acme/lib/tree/main', undefined],
])('%s is at home at %s', (url, repository) => {
  const home = homeOf(url, 'acme/shop', 'https://github.com')
  expect(home.kind === 'github' ? home.repository : undefined).toBe(repository)
})

it('an address that begins with dots leads on from where its repository is, also on another host', () => {
  expect(homeOf('../lib.git', 'https://git.example/acme/shop.git', 'https://github.com')).toEqual({
    kind: 'elsewhere',
    url: 'https://git.example/acme/lib.git',
  })
})
