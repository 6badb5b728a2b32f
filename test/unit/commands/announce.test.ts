import { expect, test } from 'vitest'
import { deployNews, removalNews } from '../../../src/commands/announce.ts'
import type { Invocation } from '../../../src/commands/invocation.ts'
import type { Target } from '../../../src/commands/target.ts'
import { sampleConfiguration } from '../sample.ts'

const commit = 'c'.repeat(40)
const merge = 'd'.repeat(40)
const invocation = { repository: 'acme/guestbook', env: { GITHUB_SHA: merge } } as unknown as Invocation

const targetOf = (repository?: string): Target => ({
  configuration: sampleConfiguration((text) =>
    repository ? text.replace('type: django', `type: django\n        repository: ${repository}`) : text,
  ),
  file: 'deployment.yml',
  access: { host: 'staging.example.com', port: 22, username: 'root' } as Target['access'],
})

test('a deploy is announced with its own commit, and with addresses where visitors can reach it', () => {
  const news = deployNews('build all', targetOf(), invocation, { commit, hasWeb: true })
  expect(news).toEqual({
    action: 'deploy',
    command: 'build all',
    configuration: 'Staging',
    project: 'guestbook',
    environment: 'Staging',
    production: false,
    commit,
    urls: ['http://staging.example.com/'],
    where: 'root@staging.example.com:22',
    preview: undefined,
  })
  expect(deployNews('build all', targetOf(), invocation, { commit, hasWeb: false }).urls).toEqual([])
})

test.each([
  ['the same repository, in other letters', 'Acme/Guestbook', commit],
  ['another repository, whose commits GitHub does not have here', 'acme/pages', merge],
])('a project in %s', (_, repository, announced) => {
  const news = deployNews('build all', targetOf(repository), invocation, { commit, hasWeb: true })
  expect(news.commit).toBe(announced)
})

test('a removal is announced without a commit', () => {
  expect(removalNews('destroy', targetOf())).toMatchObject({ action: 'remove', commit: undefined, urls: [] })
})
