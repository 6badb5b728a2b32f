import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkRelease } from '../../../scripts/release/check.ts'
import { git, remoteTags } from '../../../scripts/release/git.ts'
import { moveTags, planTags } from '../../../scripts/release/tags.ts'
import { versionOf } from '../../../scripts/release/version.ts'

/** Releases of the action, with real repositories: one that stands for GitHub's, and a clone as the workflow has it. */

let world: string
let work: string

beforeEach(() => {
  world = mkdtempSync(join(tmpdir(), 'jetee-release-'))
  const origin = join(world, 'origin.git')
  work = join(world, 'work')
  mkdirSync(work)
  git(world, 'init', '--quiet', '--bare', '--initial-branch', 'main', origin)
  git(work, 'init', '--quiet', '--initial-branch', 'main')
  git(work, 'remote', 'add', 'origin', origin)
  for (const [key, value] of [
    ['user.name', 'Octo Cat'],
    ['user.email', 'octocat@example.com'],
    ['commit.gpgsign', 'false'],
    ['tag.gpgsign', 'false'],
  ] as const)
    git(work, 'config', key, value)
})
afterEach(() => rmSync(world, { recursive: true, force: true }))

/** Commits a version of package.json, and brings the branch to GitHub. */
const commit = (version: string, branch = 'main'): string => {
  writeFileSync(join(work, 'package.json'), JSON.stringify({ version }))
  git(work, 'add', '--all')
  git(work, 'commit', '--quiet', '--allow-empty', '--message', `Version ${version}`)
  git(work, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
  return git(work, 'rev-parse', 'HEAD')
}

/** Brings a tag to GitHub, on what is checked out. */
const pushTag = (tag: string, ...options: readonly string[]): void => {
  git(work, 'tag', ...options, tag)
  git(work, 'push', '--quiet', 'origin', `refs/tags/${tag}`)
}

/** Commits, tags and releases a version, as the workflow does. */
const release = (tag: string): string => {
  const made = commit(tag.slice(1))
  pushTag(tag, '--annotate', '--message', tag)
  moveTags(work, checkRelease(work, tag))
  return made
}

const onGithub = (tag: string) => remoteTags(work).get(tag)

describe('what is checked out', () => {
  test('may be released under the version of package.json, whether its tag is there or not', () => {
    const made = commit('1.2.3')
    expect(checkRelease(work, 'v1.2.3')).toEqual({ tag: 'v1.2.3', version: [1, 2, 3], commit: made })
    pushTag('v1.2.3')
    expect(checkRelease(work, 'v1.2.3').commit).toBe(made)
  })

  test('may be an earlier commit of main', () => {
    commit('1.2.3')
    pushTag('v1.2.3')
    commit('1.2.4')
    git(work, 'checkout', '--quiet', 'v1.2.3')
    expect(() => checkRelease(work, 'v1.2.3')).not.toThrow()
  })

  test('is refused when package.json has another version', () => {
    commit('1.2.3')
    expect(() => checkRelease(work, 'v1.2.4')).toThrow(
      'package.json says version 1.2.3, and the tag is v1.2.4',
    )
  })

  test('is refused when it is not on main', () => {
    commit('1.2.2')
    git(work, 'checkout', '--quiet', '-b', 'elsewhere')
    const made = commit('1.2.3', 'elsewhere')
    pushTag('v1.2.3')
    expect(() => checkRelease(work, 'v1.2.3')).toThrow(`The commit ${made} is not on main`)
  })

  test('is refused when the tag is on another commit', () => {
    const first = commit('1.2.3')
    pushTag('v1.2.3')
    const second = commit('1.2.3')
    expect(() => checkRelease(work, 'v1.2.3')).toThrow(`is on ${first}, but ${second} is checked out`)
  })

  test('is refused when files were changed', () => {
    commit('1.2.3')
    writeFileSync(join(work, 'index.js'), '')
    expect(() => checkRelease(work, 'v1.2.3')).toThrow('?? index.js')
  })

  test.each(['1.2.3', 'v1.2', 'v1', 'v1.2.3-rc.1', 'v01.2.3', 'v1.2.3\n', '', '--tags'])(
    'is refused under %j',
    (tag) => {
      commit('1.2.3')
      expect(() => checkRelease(work, tag)).toThrow('is no version')
    },
  )
})

describe('the tags of its lines', () => {
  test('come with the first release of a line, and go on with the next', () => {
    const first = release('v1.2.3')
    expect([onGithub('v1'), onGithub('v1.2')]).toEqual([first, first])
    const second = release('v1.3.0')
    expect([onGithub('v1'), onGithub('v1.2'), onGithub('v1.3')]).toEqual([second, first, second])
    const third = release('v2.0.0')
    expect([onGithub('v1'), onGithub('v2')]).toEqual([second, third])
  })

  test('never go back to a lower version', () => {
    const newest = release('v1.10.0')
    const patch = release('v1.9.1')
    expect([onGithub('v1'), onGithub('v1.9'), onGithub('v1.10')]).toEqual([newest, patch, newest])
  })

  test('go on also from a tag that has a message of its own', () => {
    release('v1.2.3')
    for (const tag of ['v1', 'v1.2']) {
      git(work, 'tag', '--annotate', '--message', tag, tag, 'v1.2.3^{}')
      git(work, 'push', '--quiet', '--force', 'origin', `refs/tags/${tag}`)
    }
    const next = release('v1.2.4')
    expect([onGithub('v1'), onGithub('v1.2')]).toEqual([next, next])
  })

  test('stay where they are when a release is completed a second time', () => {
    const made = release('v1.2.3')
    const plan = moveTags(work, checkRelease(work, 'v1.2.3'))
    expect(plan.map(({ moves }) => moves)).toEqual([false, false])
    expect(onGithub('v1')).toBe(made)
  })

  test('stay, all of them, when one of them stands where no version is', () => {
    const astray = commit('1.0.0')
    pushTag('v1')
    commit('1.2.3')
    pushTag('v1.2.3')
    expect(() => moveTags(work, checkRelease(work, 'v1.2.3'))).toThrow(`The tag v1 is on ${astray}, which is`)
    expect(onGithub('v1.2')).toBeUndefined()
  })

  test('stay as long as the release has no tag of its own', () => {
    commit('1.2.3')
    expect(() => moveTags(work, checkRelease(work, 'v1.2.3'))).toThrow('There is no tag v1.2.3 yet')
    expect(onGithub('v1')).toBeUndefined()
  })

  test('compare versions by their numbers', () => {
    const version = versionOf('v1.10.0')
    if (!version) throw new Error('v1.10.0 is a version')
    const tags = new Map([
      ['v1.9.9', 'a'],
      ['v1', 'a'],
    ])
    expect(planTags({ tag: 'v1.10.0', version, commit: 'b' }, tags)[0]).toMatchObject({
      tag: 'v1',
      moves: true,
      because: 'it was on v1.9.9',
    })
  })
})
